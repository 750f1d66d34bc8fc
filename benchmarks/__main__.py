"""Measure: `python -m benchmarks --eval PATH --articles PATH --schemas PATH [SUITE…]`."""

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from benchmarks.figures import Figure, below_floor, floors

SUITES = (
    "example",
    "tampering",
    "replay",
    "formats",
    "schemas",
    "wires",
    "pages",
    "quotations",
    "faithfulness",
    "published",
    "article",
    "generated",
    "summedits",
    "drafts",
    "lies",
    "speed",
    "scale",
    "affected",
    "typing",
)
"""The suites, in the order they run; `wires` and `pages` are the modules `intake_wires` and `intake_pages`."""
SLOW = ("learned", "killed", "flips", "load")
"""Suites that run only where they are named: the first trains for some ten minutes, `make soak` runs the others."""
WITHOUT_DATA = frozenset(
    ("example", "tampering", "replay", "affected", "killed", "flips", "load", "formats", "lies", "typing")
)
_MODULES = {"wires": "intake_wires", "pages": "intake_pages"}


def measure(
    suite: str, eval_dir: Path | None, articles: Path | None = None, schemas: Path | None = None
) -> list[Figure]:
    """The figures of one suite. Raises FileNotFoundError if its data is not under `eval_dir`, or not in the other
    folder.
    """
    run: Callable[..., list[Figure]] = import_module(f"benchmarks.{_MODULES.get(suite, suite)}").run
    if suite in WITHOUT_DATA:
        return run()
    if suite == "article":
        return run(articles)
    if suite == "schemas":
        return run(schemas)
    if eval_dir is None or not eval_dir.is_dir():
        where = f"not at {eval_dir}" if eval_dir else "no part of Beleg"
        raise FileNotFoundError(
            f"The measuring data for '{suite}' is {where}; name its folder with --eval PATH."
        )
    return run(eval_dir)


def main() -> int:
    """Print the figures; 1 if one is below its floor, 2 if data is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure quality and speed.")
    parser.add_argument("--eval", type=Path, help="folder with the measuring data")
    parser.add_argument("--articles", type=Path, help="folder with the published article for 'article'")
    parser.add_argument(
        "--schemas", type=Path, help="folder with the IPTC's schemas that 'schemas' validates against"
    )
    parser.add_argument(
        "suites",
        nargs="*",
        metavar="SUITE",
        help=f"any of: {', '.join((*SUITES, *SLOW))} (default: all but {', '.join(SLOW)})",
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.suites) - {*SUITES, *SLOW}:
        parser.error(f"no suite named {', '.join(sorted(unknown))}; there are {', '.join((*SUITES, *SLOW))}")
    pinned, complaints, missing = floors(), [], False
    for suite in arguments.suites or SUITES:
        if suite == "schemas" and not (arguments.suites or arguments.schemas):
            print(
                "Not validated against the IPTC's schemas; name their folder with --schemas PATH.",
                file=sys.stderr,
            )
            continue
        try:
            figures = measure(suite, arguments.eval, arguments.articles, arguments.schemas)
        except FileNotFoundError as error:
            print(error, file=sys.stderr)
            missing = True
            continue
        for figure in figures:
            complaint = below_floor(figure, pinned)
            print(figure, "  BELOW ITS FLOOR" if complaint else "")
            complaints += [complaint] if complaint else []
    return 2 if missing else int(bool(complaints))


if __name__ == "__main__":
    sys.exit(main())
