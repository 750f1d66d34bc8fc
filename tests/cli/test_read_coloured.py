"""`beleg read` in a terminal: kinds by letter and colour, speakers beside, a legend; plain anywhere else."""

import os
import pty
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from beleg.cli import colour
from beleg.cli.main import program
from tests.cli.terminal import written

TEXT = (
    "„Wir öffnen im März“, sagte Bürgermeisterin Jette Rothkamm. Das Geld reiche, sagte sie. Der Bau sei teuer. "
    "Rothkamm warnte vor dem Zeitplan. Der Wirt soll die Halle gekauft haben.\n"
)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(file: Path, *options: str) -> str:
    done = CliRunner().invoke(program, ["read", str(file), *options], color=True)
    assert done.exit_code == 0
    return done.stdout


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(colour, "wanted", lambda stream: stream is sys.stdout)


@pytest.mark.usefixtures("terminal")
def test_each_kind_has_its_letter_and_colour_and_the_speaker_stands_beside(tmp_path: Path) -> None:
    lines = shown(written(tmp_path, "halle.txt", TEXT)).splitlines()
    (direct,) = [line for line in lines if line.startswith("1:2 ")]
    assert direct == (
        "1:2 \x1b[1;32mD\x1b[0m \x1b[32mWir öffnen im März\x1b[0m — \x1b[1mBürgermeisterin Jette Rothkamm\x1b[0m"
    )
    found = [match for line in lines if (match := re.match(r"1:\d+ \x1b\[1;(\d+)m(\w)\x1b", line))]
    assert [match[2] for match in found] == ["D", "I", "C", "R", "F"]
    assert len({match[1] for match in found}) == 5


@pytest.mark.usefixtures("terminal")
def test_the_legend_names_the_kinds_that_occur(tmp_path: Path) -> None:
    plain = ESCAPE.sub("", shown(written(tmp_path, "halle.txt", TEXT)))
    assert (
        "D direct   I indirect   C indirect, carried on without a frame   R reported   F free indirect\n"
        in plain
    )
    one = ESCAPE.sub("", shown(written(tmp_path, "eins.txt", "Das Geld reiche, sagte Jette Rothkamm.\n")))
    assert "\nI indirect\n" in one
    assert "D direct" not in one


@pytest.mark.usefixtures("terminal")
def test_without_colours_every_line_still_says_the_kind_and_the_speaker(tmp_path: Path) -> None:
    plain = ESCAPE.sub("", shown(written(tmp_path, "halle.txt", TEXT), "--explain"))
    assert (
        "1:61 I Das Geld reiche — Bürgermeisterin Jette Rothkamm\n    named here: sie\n    cue: sagte\n"
        in plain
    )
    assert "    why: " in plain


def test_a_pipe_gets_plain_lines(tmp_path: Path) -> None:
    file = written(tmp_path, "halle.txt", TEXT)
    out = shown(file)
    assert "\x1b" not in out
    assert f"{file}:1:2: direct speech: Wir öffnen im März\n    speaker: Bürgermeisterin" in out


@pytest.mark.usefixtures("terminal")
def test_what_a_text_would_tell_a_terminal_to_do_is_not_done(tmp_path: Path) -> None:
    out = shown(
        written(tmp_path, "boese.txt", "„Wir \x1b]0;neu\x07 öffnen im März“, sagte Jette Rothkamm.\n")
    )
    assert "Wir �]0;neu� öffnen" in out
    assert "\x07" not in out


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_in_a_real_terminal(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    file = written(tmp_path, "halle.txt", TEXT)
    child, screen = pty.fork()
    if child == 0:
        os.execve(
            sys.executable,
            [sys.executable, "-m", "beleg.cli", "read", str(file)],
            {
                "PATH": "/usr/bin:/bin",
                "TERM": "xterm",
                "PYTHONPATH": os.pathsep.join(sys.path),
                **environment,
            },
        )
    seen = b""
    try:
        while part := os.read(screen, 4096):
            seen += part
    except OSError:
        pass  # Linux ends a terminal whose program has left with an error.
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert (b"\x1b[32m" in seen) is coloured
    assert "Wir öffnen im März".encode() in seen
