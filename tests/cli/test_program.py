"""The program as a whole: help, quick start, refusals in one line, UTF-8, pipes."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from beleg import __version__
from beleg.cli.main import Commands, program
from tests.api.test_import import HEAVY, modules_after
from tests.cli.terminal import DRAFT, SOURCE, process, run, written

NAMES = (
    "account certificate check confirm contradictions correct deliver desk dismiss dossier draft embargo escalate feed "
    "headlines judge open-questions publish read record report review shorten sign source style take-in train translate verify "
    "version watch withdraw"
).split()


def test_every_file_is_a_command_with_help() -> None:
    context = click.Context(program)
    assert isinstance(program, Commands)
    assert program.list_commands(context) == NAMES
    for name in NAMES:
        command = program.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.help
        assert run(name, "--help").exit_code == 0


def test_help_lists_all_commands_and_says_what_exit_statuses_mean() -> None:
    shown = run("--help").output
    assert all(f"\n  {name} " in shown for name in NAMES)
    assert "Exit status:" in shown


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = f"""
from beleg.cli.main import main
import contextlib, io
try:
    with contextlib.redirect_stdout(io.StringIO()):
        main({arguments!r})
except SystemExit:
    pass
"""
    assert not modules_after(program) & (HEAVY - {"click"})


def test_version() -> None:
    assert run("version").output == run("--version").output == f"beleg {__version__}\n"


def test_wrong_usage_is_exit_status_2() -> None:
    assert run("no-such-command").exit_code == 2
    assert run("check").exit_code == 2
    assert run("check", "a.md", "--dossier", "d").exit_code == 2
    assert run("draft").exit_code == 2


def test_a_refusal_is_one_line_without_a_traceback(tmp_path: Path) -> None:
    done = process("take-in", tmp_path / "fehlt\nzwei.xml")
    assert done.returncode == 2
    assert done.stdout == b""
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("beleg: ")
    assert "fehlt" in line


def test_output_is_utf_8_in_every_locale(tmp_path: Path) -> None:
    file = written(tmp_path, "halle.txt", SOURCE)
    done = process("read", file, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.returncode == 0
    assert "Wir öffnen im März" in done.stdout.decode("utf-8")


def test_a_file_name_that_is_no_utf_8_does_not_break_the_report(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/entwurf-\xe4.md"
    Path(os.fsdecode(path)).write_text(DRAFT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "beleg.cli", "check", path], capture_output=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    done.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_finding(tmp_path: Path) -> None:
    file = written(tmp_path, "lang.txt", SOURCE * 3000)
    with subprocess.Popen(
        [sys.executable, "-m", "beleg.cli", "read", str(file), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PATH": "/usr/bin:/bin"},
    ) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.read(10)
        reading.stdout.close()
        assert reading.stderr.read() == b""
        assert reading.wait(60) == 141


def test_standard_input_stands_for_a_file(tmp_path: Path) -> None:
    source = written(tmp_path, "halle.txt", SOURCE)
    done = process("check", "-", "--source", source, given=DRAFT.encode())
    assert done.returncode == 1
    assert done.stdout.decode().startswith("standard input:3:64: error number_changed: ")
    assert process("check", "-", "--source", "-", given=DRAFT.encode()).returncode == 2
