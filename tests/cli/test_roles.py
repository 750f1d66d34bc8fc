"""Roles in the terminal: giving one, what it does not include, and what was denied."""

import re
from pathlib import Path

import pytest

from tests.cli.terminal import SOURCE, run, written

PASSWORD = "ein langes Kennwort"
ADD = ("account", "add")


def _add(room: Path, login: str, *role: str) -> str:
    done = run(
        *ADD,
        login,
        "--name",
        login.title(),
        "--function",
        "Redaktion",
        *role,
        "--newsroom",
        room,
        given=PASSWORD,
    )
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def room(tmp_path: Path) -> Path:
    room = tmp_path / "newsroom"
    _add(room, "mia")
    _add(room, "rolf", "--role", "reporter")
    return room


def test_an_account_has_the_role_it_was_added_with(room: Path) -> None:
    listed = run("account", "list", "--newsroom", room).output
    assert re.search(r"^mia: Mia, Redaktion; in the record as p-\w+; duty editor\.$", listed, re.MULTILINE)
    assert re.search(r"^rolf: Rolf, Redaktion; in the record as p-\w+; reporter\.$", listed, re.MULTILINE)


def test_there_are_no_other_roles(room: Path) -> None:
    done = run(
        *ADD,
        "kim",
        "--name",
        "Kim",
        "--function",
        "Chefin",
        "--role",
        "king",
        "--newsroom",
        room,
        given=PASSWORD,
    )
    assert done.exit_code == 2
    assert "'reporter', 'editor', 'duty_editor', 'legal', 'admin'" in done.output


def test_what_a_role_does_not_include_is_denied_in_one_sentence_and_kept(room: Path, tmp_path: Path) -> None:
    dossier = run("dossier", "open", "Schwimmhalle", "--newsroom", room, "--as", "rolf").output.strip()
    source = written(tmp_path, "halle.txt", SOURCE)
    assert run("take-in", source, "--dossier", dossier, "--newsroom", room, "--as", "rolf").exit_code == 0
    assert run("draft", "--dossier", dossier, "--newsroom", room, "--as", "rolf").exit_code == 0
    run("check", "--dossier", dossier, "--newsroom", room, "--as", "rolf")
    denied = run("publish", dossier, "--to", tmp_path / "web", "--newsroom", room, "--as", "rolf")
    assert denied.exit_code == 1
    assert (
        denied.output
        == "beleg: The role “reporter” does not include publishing articles; nothing was done.\n"
    )
    denials = run("account", "denials", "--newsroom", room).output
    assert re.fullmatch(rf"20\S+Z  rolf \(reporter\): publishing articles  {dossier}\n", denials), denials


def test_another_role_holds_from_the_next_act_on(room: Path) -> None:
    assert run("account", "denials", "--newsroom", room).output == "Nothing was denied to anybody.\n"
    changed = run("account", "role", "MIA", "legal", "--newsroom", room)
    assert changed.output.endswith("; legal department.\n")
    assert run("dossier", "open", "Halle", "--newsroom", room, "--as", "mia").exit_code == 1
    assert run("account", "role", "mia", "duty_editor", "--newsroom", room).exit_code == 0
    assert run("dossier", "open", "Halle", "--newsroom", room, "--as", "mia").exit_code == 0
    assert run("account", "role", "nobody", "admin", "--newsroom", room).exit_code == 2


def test_only_as_many_denials_as_asked_for(room: Path) -> None:
    run("account", "role", "mia", "admin", "--newsroom", room)
    for _ in range(3):
        run("dossier", "open", "Halle", "--newsroom", room, "--as", "mia")
    assert len(run("account", "denials", "--last", "2", "--newsroom", room).output.splitlines()) == 2
