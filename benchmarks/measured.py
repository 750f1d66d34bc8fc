"""Measured: the figures that the page "What Beleg cannot see" tells, kept in a file.

`python -m benchmarks.measured --eval PATH` measures anew and writes the file; the tests of the floors fail where it
says something else than what is measured.
"""

import argparse
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.__main__ import measure
from benchmarks.figures import Figure

MEASURED = Path(__file__).with_name("measured.toml")
SUITES = ("faithfulness", "generated", "summedits")
DRIFT = 0.03
"""How far a share may lie from what the file says before the file has to be written anew."""
_HEAD = """# What was measured last, by suite. Written by `python -m benchmarks.measured --eval PATH`; the page "What Beleg cannot
# see" is made from it. Not a floor: a figure here may be bad.
"""


def measured() -> Mapping[str, Mapping[str, float]]:
    """The figures of the file, by suite and by name without the suite."""
    return {
        suite: {name: float(value) for name, value in values.items()}
        for suite, values in tomllib.loads(MEASURED.read_text("utf-8")).items()
    }


def drifted(figures: Iterable[Figure]) -> list[str]:
    """One sentence for each figure that the file has not, or has otherwise by more than the drift allowed.

    Only figures of the suites that the file holds are looked at.
    """
    known = measured()
    complaints = []
    for figure in figures:
        suite, _, name = figure.name.partition(".")
        if suite not in known:
            continue
        said = known[suite].get(name)
        if said is None or abs(said - figure.value) > DRIFT:
            told = "nothing" if said is None else f"{said:.3f}"
            complaints.append(
                f"{figure.name} is {figure.value:.3f}, measured.toml says {told}; run python -m benchmarks.measured."
            )
    return complaints


def written(figures: Iterable[Figure]) -> str:
    """The file with these figures."""
    parts = [_HEAD]
    suite = ""
    for figure in figures:
        here, _, name = figure.name.partition(".")
        if here != suite:
            suite = here
            parts.append(f"\n[{suite}]\n")
        parts.append(f"{name} = {figure.value:.3f}\n")
    return "".join(parts)


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.measured",
        description="Measure what the documentation tells, and write it down.",
    )
    parser.add_argument("--eval", type=Path, required=True, help="folder with the measuring data")
    folder = parser.parse_args().eval
    MEASURED.write_text(written(figure for suite in SUITES for figure in measure(suite, folder)), "utf-8")


if __name__ == "__main__":
    main()
