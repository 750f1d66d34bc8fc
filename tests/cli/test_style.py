"""House style in the terminal: setting it, showing it, and checking a draft with it."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import run, written

SHEET = '[[word]]\nlanguage = "de"\navoid = "Humanressource*"\ninstead = "Beschäftigte"\nseverity = "error"\n'
OTHER = '[[check]]\nid = "repetition"\nweight = "off"\nwhy = "Liveblog"\n'
PASSWORD = "ein langes Kennwort"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    room = tmp_path / "newsroom"
    for login, role in (("mia", "duty_editor"), ("rolf", "reporter"), ("ada", "admin")):
        added = run(
            *("account", "add", login, "--name", login.title(), "--function", "Redaktion", "--role", role),
            *("--newsroom", room),
            given=PASSWORD,
        )
        assert added.exit_code == 0, added.output
    return room


def test_a_draft_is_checked_with_a_style_sheet(tmp_path: Path) -> None:
    draft = written(tmp_path, "entwurf.md", "Der Konzern baut Humanressourcen ab.")
    sheet = written(tmp_path, "stil.toml", SHEET)
    plain = json.loads(run("check", draft, "--format", "json", "--language", "de").stdout)
    done = run("check", draft, "--style", sheet, "--format", "json", "--language", "de")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert plain["findings"] == []
    assert [(one["check"], one["severity"]) for one in found["findings"]] == [("loaded_term", "error")]


def test_what_is_off_is_told_in_the_report(tmp_path: Path) -> None:
    draft = written(tmp_path, "entwurf.md", "Der Konzern baut Stellen ab.")
    sheet = written(tmp_path, "stil.toml", OTHER)
    done = run("check", draft, "--style", sheet, "--language", "de")
    assert "vom Haus abgeschaltet: Liveblog" in done.stdout


def test_a_style_is_set_shown_and_remembered(room: Path, tmp_path: Path) -> None:
    first, second = written(tmp_path, "eins.toml", SHEET), written(tmp_path, "zwei.toml", OTHER)
    assert run("style", "show", "--newsroom", room).stdout == ""
    for sheet in (first, second):
        done = run("style", "set", sheet, "--newsroom", room, "--as", "mia")
        assert done.output == "The house style is set.\n"
    again = run("style", "set", second, "--newsroom", room, "--as", "mia")
    assert again.output == "This is the house style already; nothing was changed.\n"
    assert run("style", "show", "--newsroom", room).stdout == OTHER
    assert run("style", "show", "--number", "1", "--newsroom", room).stdout == SHEET
    lines = run("style", "history", "--newsroom", room).stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert all(" mia " in line for line in lines)


@pytest.mark.parametrize(
    ("arguments", "refusal", "status"),
    [
        (("style", "show", "--number", "3"), "There is no house style 3", 2),
        (("style", "set", "fehlt.toml", "--as", "mia"), "fehlt.toml: cannot be read", 2),
        (("style", "set", "{sheet}", "--as", "rolf"), "does not include", 1),
    ],
)
def test_refusals_are_one_sentence(
    room: Path, tmp_path: Path, arguments: tuple[str, ...], refusal: str, status: int
) -> None:
    sheet = written(tmp_path, "stil.toml", SHEET)
    done = run(*(part.format(sheet=sheet) for part in arguments), "--newsroom", room)
    assert done.exit_code == status
    assert refusal in done.output


def test_a_style_sheet_belongs_to_a_draft(room: Path, tmp_path: Path) -> None:
    sheet = written(tmp_path, "stil.toml", SHEET)
    done = run("check", "--dossier", "d-1", "--style", sheet, "--newsroom", room, "--as", "mia")
    assert done.exit_code == 2
    assert "--style" in done.output
