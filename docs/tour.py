"""The tours in the README and in the guide: `python -m docs.tour` runs their commands and puts what they print under
them.

A tour is what stands in the ```console blocks of one page: a line that begins with `$ ` is a command, what follows up
to the next is its output. All commands run one after the other in one shell in the repository's root.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = (README, ROOT / "docs" / "verdicts.md")
"""The pages that have a tour."""
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_END = "\x1e"
PATIENCE = 120.0
"""Seconds the whole tour may take."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command of the tour, and the output the README shows under it."""

    command: str
    output: str


def steps(readme: str) -> list[Step]:
    """The tour of a README, in order."""
    return [step for block in _BLOCK.findall(readme) for step in _steps(block)]


def printed(tour: Sequence[Step], folder: Path) -> list[str]:
    """What the commands really print, standard error included; temporary files go into `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BELEG_")}
    script = "".join(f"{step.command}\nprintf '{_END}'\n" for step in tour)
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    run = subprocess.run(  # noqa: S603  # the README's own commands
        ["/bin/bash", "-c", script],
        cwd=ROOT,
        env={**kept, "PATH": path, "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=PATIENCE,
    )
    return [_tidy(output) for output in run.stdout.decode("utf-8").split(_END)[: len(tour)]]


def with_output(readme: str, outputs: Sequence[str]) -> str:
    """The README with these outputs under its commands."""
    following = iter(outputs)

    def anew(block: re.Match[str]) -> str:
        return "".join(f"$ {step.command}\n{next(following)}" for step in _steps(block[0]))

    return _BLOCK.sub(anew, readme)


def _steps(block: str) -> list[Step]:
    found = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [Step(command, output) for command, _, output in (step.partition("\n") for step in found)]


def _tidy(output: str) -> str:
    lines = [line.rstrip() for line in output.rstrip().splitlines()]
    return "".join(f"{line}\n" for line in lines)


def main() -> int:
    """Run the tours and write their pages anew; returns the exit status."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(with_output(text, printed(steps(text), Path(folder))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
