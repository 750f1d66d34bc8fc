"""Correcting, holding back, withdrawing and delivering in the terminal."""

import re
from pathlib import Path

import pytest

from beleg.newsroom.verification import verify
from tests.cli.terminal import DRAFT, written
from tests.cli.test_newsroom_way import PASSWORD, Terminal

NOTE = "Die Kosten waren falsch angegeben."
WITHDRAWAL = (
    "--reason",
    "Verwechslung",
    "--note-newsroom",
    "Bitte nicht mehr verwenden.",
    "--note-short",
    "Artikel zurückgezogen",
    "--note-readers",
    "Wir haben den Artikel zurückgezogen.",
)


@pytest.fixture
def out(tmp_path: Path) -> Terminal:
    """A newsroom whose article has gone out into the folder `web`."""
    terminal = Terminal(tmp_path)
    terminal.ready_to_sign()
    terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n")
    terminal("publish", terminal.id, "--to", web(terminal), by="tom")
    return terminal


def web(terminal: Terminal) -> Path:
    return terminal.folder / "web"


def names(terminal: Terminal) -> set[str]:
    return {path.name.removeprefix(terminal.id) for path in web(terminal).glob("[!.]*")}


def test_every_form_of_an_article_is_written(out: Terminal) -> None:
    assert names(out) == {
        ".html",
        ".html.c2pa",
        ".zip",
        ".ninjs.json",
        ".ninjs-lower-case.json",
        ".newsml-g2.xml",
    }
    assert f'href="{out.id}.html.c2pa"' in (web(out) / f"{out.id}.html").read_text()
    again = out("deliver", out.id, "--to", out.folder / "anderswo")
    assert again.splitlines()[-1] == str(out.folder / "anderswo" / f"{out.id}.html")
    for path in web(out).glob("[!.]*"):
        assert (out.folder / "anderswo" / path.name).read_bytes() == path.read_bytes()


def test_a_correction_is_noted_signed_and_shown(out: Terminal) -> None:
    mended = DRAFT.replace("12 Millionen", "21 Millionen").replace("Die Stadt Tannwiel baut", "Tannwiel baut")
    out("dossier", "add-draft", out.id, written(out.folder, "bau.md", mended), by="mia")
    out("check", "--dossier", out.id, by="mia")
    (key,) = re.findall(r"^([0-9a-f]{16})  sentence reopened", out("review", out.id), re.MULTILINE)
    out("confirm", out.id, key, "--reason", "Nachgelesen.", by="mia")
    refused = out("sign", out.id, by="tom", status=1, given=f"{PASSWORD}\n")
    assert "a correction note for readers is missing" in refused
    said = out("correct", out.id, "--note", NOTE, by="mia")
    assert said.splitlines() == [
        f"Noted. Readers will be told: {NOTE}",
        "Text and note have to be signed now.",
    ]
    signed = out("sign", out.id, by="tom", given=f"{PASSWORD}\n")
    assert f"Readers are told of a correction: {NOTE}" in signed
    out("publish", out.id, "--to", web(out), by="tom")
    assert NOTE in (web(out) / f"{out.id}.html").read_text()
    shown = out("dossier", "show", out.id)
    assert "version 1: published" in shown and "version 2: published 2" in shown and NOTE in shown
    assert f"correction noted: {NOTE}" in out("record", out.id)


def test_an_embargo_holds_back_until_it_is_lifted(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.ready_to_sign()
    terminal("sign", terminal.id, by="tom", given=f"{PASSWORD}\n")
    reason = ("--reason", "Ministerium")
    for until, why in (
        ("2199-01-01T06:00", "the time zone is missing"),
        ("morgen", "not a moment"),
        ("2020-01-01T06:00+01:00", "is past"),
    ):
        assert why in terminal("embargo", terminal.id, "--until", until, *reason, by="mia", status=2)
    said = terminal("embargo", terminal.id, "--until", "2199-01-01T06:00+01:00", *reason, by="mia")
    assert said == "Under embargo until 2199-01-01T05:00:00.000000Z.\n"
    refused = terminal("publish", terminal.id, "--to", web(terminal), by="tom", status=1)
    assert "its embargo has not ended yet" in refused and not names(terminal)
    assert "has not been published" in terminal("deliver", terminal.id, "--to", web(terminal), status=2)
    assert "embargo: until 2199-01-01" in terminal("dossier", "show", terminal.id)
    for arguments in ((), ("--lift", "--until", "2199-01-01T06:00+01:00")):
        assert "Either --until MOMENT or --lift." in terminal(
            "embargo", terminal.id, *arguments, *reason, by="mia", status=2
        )
    assert terminal("embargo", terminal.id, "--lift", *reason, by="mia") == "The embargo is lifted.\n"
    assert "embargo set: lifted (Ministerium)" in terminal("record", terminal.id)
    terminal("publish", terminal.id, "--to", web(terminal), by="tom")


def test_a_withdrawal_puts_the_tombstone_in_its_place(out: Terminal) -> None:
    said = out("withdraw", out.id, *WITHDRAWAL, "--to", web(out), by="mia")
    assert "Withdrawn at " in said and "version 2" in said
    assert names(out) == {".html", ".zip", ".ninjs.json", ".ninjs-lower-case.json", ".newsml-g2.xml"}
    for path in web(out).glob("[!.]*"):
        assert b"Schwimmhalle" not in path.read_bytes() and b"Rothkamm" not in path.read_bytes()
    assert verify((web(out) / f"{out.id}.zip").read_bytes()).passed
    assert "withdrawn" in out("dossier", "list")
    assert "withdrawn: Artikel zurückgezogen (Verwechslung)" in out("record", out.id)
    assert "was withdrawn" in out("publish", out.id, "--to", web(out), by="tom", status=1)
    out("withdraw", out.id, *WITHDRAWAL, by="mia", status=2)


def test_a_withdrawal_without_a_folder_says_that_the_article_still_stands(out: Terminal) -> None:
    said = out("withdraw", out.id, *WITHDRAWAL, by="mia")
    assert "`beleg deliver` puts the tombstone there" in said
    assert ".html.c2pa" in names(out)
    out("deliver", out.id, "--to", web(out))
    assert ".html.c2pa" not in names(out)


def test_an_update_names_the_article_it_continues(out: Terminal) -> None:
    other = out("dossier", "open", "Halle, zweiter Tag", "--updates", out.id[:10], by="mia").strip()
    assert f"continues: {out.id}" in out("dossier", "show", other)
    assert "has not been published" in out(
        "dossier", "open", "Dritter Tag", "--updates", other, by="mia", status=2
    )


def test_nothing_is_recorded_where_nothing_could_be_delivered(out: Terminal) -> None:
    blocked = written(out.folder, "blockiert", "eine Datei")
    assert "cannot be written to" in out("withdraw", out.id, *WITHDRAWAL, "--to", blocked, by="mia", status=2)
    assert "withdrawn" not in out("dossier", "list")
