"""Running `beleg` in tests: inside this process with click's runner, and as a process of its own."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from beleg.cli.main import program

SOURCE = (
    "Die Stadt Tannwiel baut eine neue Schwimmhalle. Der Bau kostet 21 Millionen Euro. "
    "„Wir öffnen im März“, sagte Bürgermeisterin Jette Rothkamm am Montag.\n"
)
DRAFT = (
    "# Tannwiel baut\n\nDie Stadt Tannwiel baut eine neue Schwimmhalle. Der Bau kostet 12 Millionen Euro.\n"
)
FAITHFUL = DRAFT.replace("12 Millionen", "21 Millionen")


def run(*arguments: str | Path, given: str = "") -> Result:
    """Run a command in this process; anything but a clean exit fails the test with its traceback."""
    result = CliRunner().invoke(program, [str(each) for each in arguments], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(
    *arguments: str | Path, given: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `beleg` as a process."""
    return subprocess.run(
        [sys.executable, "-m", "beleg.cli", *map(str, arguments)],
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", **(env or {})},
    )


def written(folder: Path, name: str, text: str) -> Path:
    """A file with this text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
