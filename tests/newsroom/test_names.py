"""Of the people of the newsroom the record holds account ids, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom import example
from beleg.newsroom.house import Newsroom
from beleg.newsroom.verification import verify
from beleg.publishing.page_reading import read_page
from beleg.record.canonical import encode
from beleg.record.keys import STREAM
from beleg.terms.review import FindingState, SentenceState
from tests.newsroom.judged import judge_all, sign_judged


@pytest.fixture
def lived_in(tmp_path: Path) -> Iterator[tuple[Newsroom, str]]:
    """The example story with everything that can happen to it, and its dossier."""
    with Newsroom.open(tmp_path / "newsroom") as newsroom:
        dossier = example.load_example(newsroom).id
        people = {account.login: account.id for account in newsroom.accounts()}
        author, editor, chief = (
            people[each.login] for each in (example.AUTHOR, example.EDITOR, example.CHIEF)
        )
        newsroom.draft(dossier, by=author)
        newsroom.save(dossier, example.draft(), by=author)
        newsroom.check(dossier, by=author)
        judge_all(newsroom, dossier, by=chief)
        for found in newsroom.review(dossier).findings:
            if found.state is FindingState.OPEN and found.finding.severity != "notice":
                newsroom.escalate(dossier, found.key, "Bitte die Leitung fragen.", by=author)
                newsroom.dismiss(dossier, found.key, "Mit der Quelle verglichen.", by=chief)
        for sentence in newsroom.review(dossier).sentences:
            if sentence.state is SentenceState.OPEN:
                newsroom.confirm(dossier, sentence.key, "Steht so in den Akten.", by=chief)
        current = newsroom.dossier(dossier).current
        assert current is not None
        sign_judged(newsroom, dossier, current.content_sha256, by=editor)
        newsroom.publish(dossier, by=editor)
        yield newsroom, dossier


def test_no_entry_holds_a_name_a_login_or_a_function(lived_in: tuple[Newsroom, str]) -> None:
    newsroom, dossier = lived_in
    entries = (*newsroom.entries(dossier), *newsroom._store.entries(STREAM))
    lines = b"\n".join(encode(entry) for entry in entries)
    for person in example.ACCOUNTS:
        assert person.name.encode() not in lines
        assert f'"{person.login}"'.encode() not in lines
        assert f'"{person.function}"'.encode() not in lines
    at_work = {a.id for a in newsroom.accounts() if a.login != example.ADMINISTRATOR.login}
    assert {entry.by for entry in entries} == {STREAM, *at_work}


def test_a_machines_part_is_still_disclosed_after_the_signers_name_was_erased(
    lived_in: tuple[Newsroom, str],
) -> None:
    newsroom, dossier = lived_in
    before = read_page(newsroom.page(dossier)).disclosure
    assert "Jonas Petri (Chef vom Dienst)" in before
    editor = next(account for account in newsroom.accounts() if account.login == example.EDITOR.login)
    newsroom.erase_account(editor.id)
    after = read_page(newsroom.page(dossier)).disclosure
    assert after == before.replace("Jonas Petri (Chef vom Dienst)", "Chef vom Dienst")
    assert verify(newsroom.bundle(dossier)).passed
    assert b"Jonas Petri" not in newsroom.bundle(dossier)
