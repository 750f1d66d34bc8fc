"""Roles in the terminal: giving one, what it does not include, and what was denied."""

import re
import shutil
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.terms.role import NAMES, Role
from beleg.terms.source import Source
from tests.cli.terminal import DRAFT, SOURCE, run, written

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


WRITERS = frozenset({Role.REPORTER, Role.EDITOR, Role.DUTY_EDITOR})
EDITORS = frozenset({Role.EDITOR, Role.DUTY_EDITOR})
ON_DUTY = frozenset({Role.DUTY_EDITOR})
LEGAL, ADMIN = frozenset({Role.LEGAL}), frozenset({Role.ADMIN})
REASON = ("--reason", "Das Amt hat es so bestätigt.")
NOTES = ("--note-newsroom", "Bitte nicht nutzen.", "--note-short", "Zurück.", "--note-readers", "Wir irrten.")
COMMANDS: tuple[tuple[tuple[str, ...], frozenset[Role]], ...] = (
    (("dossier", "open", "Neu"), WRITERS),
    (("take-in", "{file}", "--dossier", "{id}"), WRITERS),
    (("dossier", "add-draft", "{id}", "{draft}"), WRITERS),
    (("draft", "--dossier", "{id}"), WRITERS),
    (("check", "--dossier", "{id}"), WRITERS | LEGAL),
    (("confirm", "{id}", "{sentence}", *REASON), WRITERS),
    (("escalate", "{id}", "{finding}", *REASON), WRITERS),
    (("dismiss", "{id}", "{finding}", *REASON), WRITERS),
    (("sign", "{id}"), EDITORS),
    (("correct", "{id}", "--note", "Es waren 21 Millionen."), EDITORS),
    (("embargo", "{id}", "--until", "2099-01-01T06:00+01:00", *REASON), WRITERS),
    (("embargo", "{id}", "--lift", *REASON), ON_DUTY),
    (("publish", "{id}", "--to", "{web}"), ON_DUTY),
    (("withdraw", "{id}", "--to", "{web}", *REASON, *NOTES), ON_DUTY | LEGAL),
    (("source", "retract", "{source}", *REASON), EDITORS),
    (("record", "rotate-key"), ON_DUTY | ADMIN),
)
"""The commands that act, and whose role includes what they do."""


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A newsroom with a draft that has a finding and a sentence that waits, and what the commands are given."""
    folder = tmp_path_factory.mktemp("story")
    room = folder / "newsroom"
    with Newsroom.open(room) as house:
        mia = house.add_account("mia", "Mia", "Redaktion", PASSWORD).id
        for role in Role:
            house.add_account(role.value, role.value, "Redaktion", PASSWORD, role=role)
        dossier = house.open_dossier("Schwimmhalle", "de", by=mia).id
        (source,) = house.take_in(dossier, [Source(text=SOURCE, name="halle.txt", language="de")], by=mia)
        house.save(dossier, DRAFT, by=mia)
        house.check(dossier, by=mia)
        review = house.review(dossier)
    return room, {
        "id": dossier,
        "source": source.source,
        "finding": review.findings[0].key,
        "sentence": review.sentences[-1].key,
        "file": str(written(folder, "zweite.txt", "Die Halle hat drei Becken.\n")),
        "draft": str(written(folder, "bau.md", DRAFT.replace("neue", "große"))),
    }


@pytest.mark.parametrize("role", list(Role))
def test_each_command_for_each_role(story: tuple[Path, dict[str, str]], tmp_path: Path, role: Role) -> None:
    prepared, given = story
    room = Path(shutil.copytree(prepared, tmp_path / "newsroom"))
    given = {**given, "web": str(tmp_path / "web")}
    kept = 0
    for words, allowed in sorted(
        COMMANDS, key=lambda row: role in row[1]
    ):  # what is denied first: it changes nothing
        arguments = [word.format_map(given) for word in words]
        done = run(*arguments, "--newsroom", room, "--as", role.value, given=f"{PASSWORD}\n")
        denied = "does not include" in done.output
        assert denied is (role not in allowed) and "Usage:" not in done.output, (words, done.output)
        if denied:
            assert done.exit_code == 1
            assert f"beleg: The role “{NAMES[role]}” does not include " in done.output
            kept += 1
        with Newsroom.open(room, create=False) as house:
            assert len(house.denials()) == kept, words
            if denied:
                assert (
                    len(house.dossiers()) == 1
                    and house.entries(given["id"])[-1].by != house.denials()[0].account
                )
