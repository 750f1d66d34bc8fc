"""Whether agency files are taken in right: number of items, title, beginning and end of each text.

What is right was judged by reading every outcome; the repository keeps only SHA-256 hashes of it, no agency's words.
`python -m benchmarks.intake_wires EVAL` prints what is taken in now, to be read; with `--pin` it prints the hashes to
put into `intake_wires.toml` once it was judged right.
"""

import argparse
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from beleg.intake import take_in
from beleg.terms.refusal import Error
from beleg.terms.source import Source
from benchmarks.figures import Figure

PINNED = Path(__file__).with_suffix(".toml")
EDGE = 40
"""Characters at the beginning and at the end of a text that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """SHA-256 of the title and of the first and last `EDGE` characters of the text of one item."""

    title: str
    start: str
    end: str


def run(eval_dir: Path) -> list[Figure]:
    """Shares of files with the right number of items, and of expected items with the right title, start and end.

    A file that must be refused (it holds no article) counts as right with no items. Raises FileNotFoundError if the
    folder `wires` is missing.
    """
    folder = eval_dir / "wires"
    if not folder.is_dir():
        raise FileNotFoundError(f"There are no agency files at {folder}.")
    expected = _pinned()
    taken = {name: [_print(source) for source in _taken(folder / name)] for name in expected}
    pairs = [pair for name, wanted in expected.items() for pair in _side_by_side(wanted, taken[name])]
    return [
        Figure(
            "wires.files",
            _share([len(taken[name]) == len(wanted) for name, wanted in expected.items()]),
            "share",
        ),
        Figure(
            "wires.titles",
            _share([got is not None and got.title == want.title for want, got in pairs]),
            "share",
        ),
        Figure(
            "wires.starts",
            _share([got is not None and got.start == want.start for want, got in pairs]),
            "share",
        ),
        Figure(
            "wires.ends", _share([got is not None and got.end == want.end for want, got in pairs]), "share"
        ),
    ]


def _pinned() -> dict[str, list[Print]]:
    table = tomllib.loads(PINNED.read_text("utf-8"))
    return {name: [Print(**item) for item in items] for name, items in table["files"].items()}


def _taken(path: Path) -> list[Source]:
    try:
        return take_in(path)
    except Error:
        return []


def _print(source: Source) -> Print:
    return Print(title=_hash(source.title), start=_hash(source.text[:EDGE]), end=_hash(source.text[-EDGE:]))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def _side_by_side(wanted: Sequence[Print], got: Sequence[Print]) -> list[tuple[Print, Print | None]]:
    return [(each, got[at] if at < len(got) else None) for at, each in enumerate(wanted)]


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _pin(paths: Sequence[Path]) -> str:
    lines = [
        "# Written by `python -m benchmarks.intake_wires EVAL --pin` after its outcome was read and judged right.",
        "",
        "[files]",
    ]
    for path in paths:
        items = [_print(source) for source in _taken(path)]
        lines.append(f'"{path.name}" = [')
        lines += [
            f'  {{ title = "{item.title}", start = "{item.start}", end = "{item.end}" }},' for item in items
        ]
        lines.append("]")
    return "\n".join(lines)


def main() -> None:
    """Print what the files give now, or its hashes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.intake_wires")
    parser.add_argument("eval", type=Path, help="folder with the measuring data")
    parser.add_argument("--pin", action="store_true", help="print the hashes instead of the texts")
    arguments = parser.parse_args()
    paths = sorted((arguments.eval / "wires").iterdir())
    if arguments.pin:
        print(_pin(paths))
        return
    for path in paths:
        sources = _taken(path)
        print(f"{path.name}: {len(sources)}")
        for source in sources:
            print(
                f"  title  {source.title}\n  start  {source.text[:EDGE]!r}\n  end    {source.text[-EDGE:]!r}"
            )


if __name__ == "__main__":
    main()
