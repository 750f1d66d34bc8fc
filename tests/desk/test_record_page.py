"""The record page over HTTP: readable, sorted by kind, verified on the spot, to be taken along."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest

from beleg.desk.views.draft import Names
from beleg.desk.views.record import lines
from beleg.desk.views.record_kinds import kind_of, of_kind
from beleg.desk.wording import wording
from beleg.newsroom.dossier_verification import Look, Subject
from beleg.newsroom.example import EDITOR
from beleg.newsroom.house import Newsroom
from beleg.publishing.document import Table
from beleg.publishing.review_report import review_report
from beleg.record.chain import breaks
from beleg.record.database import FILE
from tests.desk.conftest import Desk, Visit, serving
from tests.desk.states import States, copy_of_every_state


@pytest.fixture
def states(tmp_path: Path) -> States:
    """A dossier in every state."""
    return copy_of_every_state(tmp_path / "newsroom")


@pytest.fixture
def reads(tmp_path: Path, states: States) -> Iterator[Visit]:
    """An editor at the desk of that newsroom."""
    with serving(tmp_path / "newsroom") as address:
        visit = Visit(address)
        with visit.client:
            yield visit.sign_in(EDITOR)


def _rows(html: str) -> list[str]:
    return [unescape(re.sub(r"<[^>]+>", " ", row)) for row in re.findall(r"<tr>.*?</tr>", html, re.DOTALL)][
        1:
    ]


def test_the_record_can_be_read_by_kind_and_nothing_is_lost(reads: Visit, states: States) -> None:
    page = f"/dossiers/{states.published}/record"
    everything = _rows(reads.get(page).text)
    assert len(everything) == 13
    found = []
    for kind in ("sources", "text", "checks", "decisions", "release", "other"):
        rows = _rows(reads.get(f"{page}?kind={kind}").text)
        found += rows
    assert sorted(found) == sorted(everything)
    release = reads.get(f"{page}?kind=release").text
    assert 'href="/dossiers/' + states.published + '/record?kind=release" aria-current="true"' in release
    assert "Revision 1 signed" in release and "Source taken in" not in release
    assert _rows(reads.get(f"{page}?kind=nothing").text) == everything


def test_sources_are_named_and_not_numbered(reads: Visit, states: States) -> None:
    assert (
        "Source found wrong: Flugblatt" in reads.get(f"/dossiers/{states.published}/record?kind=sources").text
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_page_and_report_say_the_same_of_an_entry(tmp_path: Path, states: States, language: str) -> None:
    with Newsroom.open(tmp_path / "newsroom") as newsroom:
        for dossier in (states.published, states.withdrawn):
            entries = newsroom.entries(dossier)
            on_page = lines(entries, entries, Names(()), wording(language))
            told = [
                one for section in review_report(entries, (), language).sections for one in section.blocks
            ]
            table = next(one for one in told if isinstance(one, Table) and len(one.columns) == 4)
            assert len(table.rows) == len(on_page) > 0
            for line, row in zip(on_page, table.rows, strict=True):
                assert row[0] == str(line.position) and row[3].startswith(line.what)


def test_every_entry_belongs_to_one_kind(tmp_path: Path, states: States) -> None:
    with Newsroom.open(tmp_path / "newsroom") as newsroom:
        entries = newsroom.entries(states.withdrawn)
        assert [kind_of(entry.event) for entry in entries] == [
            "text", "sources", "text", "checks", "release", "release", "release",
        ]  # fmt: skip
        assert of_kind(entries, "") == entries and len(of_kind(entries, "release")) == 3


def test_verification_names_every_step_in_the_language_of_the_desk(reads: Visit, states: States) -> None:
    page = f"/dossiers/{states.withdrawn}/record/verification"
    english = reads.get(page).text
    assert "The chain is unbroken: 7 entries" in english
    assert re.search(
        r"The bundle of version 1 holds in all \d+ steps\. “[^”]+”, signed by .+ \(.+\), ", english
    )
    assert re.search(r"The bundle of version 2 holds in all 12 steps\. Withdrawn by .+ \(.+\), ", english)
    assert "Everything fits, in all 7 steps." in english
    reads.post("/language", language="de")
    german = reads.get(page).text
    assert "Die Kette ist lückenlos: 7 Einträge" in german
    assert (
        re.search(r"„[^“]+“, freigegeben von .+, \d\d\.\d\d\.\d{4}", german)
        and "Zurückgezogen von " in german
    )
    assert "Jede Datei hat den SHA-256-Wert und die Größe, die das Verzeichnis nennt." in german
    assert "Alles stimmt, in allen 7 Schritten." in german


def test_a_record_changed_under_the_running_desk_is_found_out(
    reads: Visit, states: States, tmp_path: Path
) -> None:
    assert reads.get(f"/dossiers/{states.signed}/record").status_code == 200
    with closing(sqlite3.connect(tmp_path / "newsroom" / FILE)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(
            "UPDATE events SET line = replace(line, 'Vertrag', 'Betrug') WHERE dossier = ? AND position = 1",
            (states.signed,),
        )
    answer = reads.get(f"/dossiers/{states.signed}/record/verification")
    assert answer.status_code == 200
    assert "The chain is broken" in answer.text and "Line 1: Entry 1 was changed" in answer.text
    assert '<p class="refusal finished" role="alert">' in answer.text
    assert "1 step found something that does not fit." in answer.text


def test_every_step_is_sent_as_soon_as_it_is_taken(
    reads: Visit, states: States, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def slowly(newsroom: Newsroom, dossier: str) -> Iterator[Look]:
        for start in range(1, 4):
            yield Look(subject=Subject.LOG, count=1, start=start, end=start)
            seen.append(f"sent {start}")

    monkeypatch.setattr(Newsroom, "looks", slowly)
    with reads.client.stream("GET", f"/dossiers/{states.signed}/record/verification") as answer:
        pieces = list(answer.iter_text())
    assert seen == ["sent 1", "sent 2", "sent 3"]
    assert len(pieces) >= 4
    assert "Entries 1 to 1" in pieces[0] and "Entries 3 to 3" not in pieces[0]


def test_an_unknown_dossier_is_not_verified(desk: Desk, author: Visit) -> None:
    assert author.get("/dossiers/d-nothing/record/verification").status_code == 404
    assert author.get("/dossiers/newsroom/record/verification").status_code == 404


def test_the_record_taken_along_is_the_bytes_of_its_hashes(reads: Visit, states: States) -> None:
    answer = reads.get(f"/dossiers/{states.published}/record.jsonl")
    assert answer.headers["content-disposition"] == f'attachment; filename="{states.published}-record.jsonl"'
    lines = answer.content.splitlines()
    assert len(lines) == 13 and breaks(lines) == ()
