"""Correcting what is said of a source: its title, publisher, author, date and language."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beleg.newsroom.refused import Refused
from beleg.newsroom.verification import verify
from beleg.record.canonical import decode, encode
from beleg.review import signing
from beleg.review.describing import LONGEST, corrected, description, unfounded
from beleg.review.replay import replay
from beleg.review.signing import sign_off_in_force
from beleg.terms.denial import Denied
from beleg.terms.events_sources import SourceDescribed, SourceDescription
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle
from beleg.terms.role import Role
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.town import COSTS, HEADLINE, SAID, Town, mail, report, text, town

SAID_OF_IT = SourceDescription(
    title="Hallenbad",
    publisher="Mühlrieder Bote",
    author="Jo Brandt",
    published="2026-03-03T18:00:00+00:00",
    language="de",
)
WHY = "Steht im Impressum der Meldung."


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        pool.prepare(text(COSTS, SAID))
        yield pool


def _described(pool: Town, by: str = "", **changes: str) -> None:
    now = replace(SAID_OF_IT, **changes)
    pool.house.describe_source(pool.dossier, report().id, now, WHY, by=by or pool.ute.id)


def test_what_is_said_now_counts_and_what_was_said_before_stays_in_the_record(pool: Town) -> None:
    _described(pool, publisher="  Agentur   Nordwest ", published="2026-03-02T07:30:00+01:00")
    source = pool.house.source(pool.dossier, report().id)
    assert (source.publisher, source.author) == ("Agentur Nordwest", "Jo Brandt")
    assert source.published is not None and source.published.isoformat() == "2026-03-02T07:30:00+01:00"
    assert (source.text, source.raw, source.id) == (report().text, report().raw, report().id)
    (told,) = pool.house.dossier(pool.dossier).descriptions
    assert (told.by, told.event.reason, told.event.before) == (pool.ute.id, WHY, SAID_OF_IT)
    assert corrected(told.event) == (
        ("publisher", "Mühlrieder Bote", "Agentur Nordwest"),
        ("published", "2026-03-03T18:00:00+00:00", "2026-03-02T07:30:00+01:00"),
    )
    taken_in = pool.house.entries(pool.dossier)[1].event
    assert "Mühlrieder Bote" in str(taken_in), "the entry of taking in is what it was"
    assert [held.label for held in pool.house.held(report().id)] == ["Agentur Nordwest: Hallenbad"]


def test_a_source_corrected_twice_tells_both(pool: Town) -> None:
    _described(pool, title="Bad")
    _described(pool, title="Bad", author="")
    first, second = pool.house.dossier(pool.dossier).descriptions
    assert second.event.before == first.event.now
    assert second.event.now.author == ""


def test_the_text_is_checked_again_because_a_date_changes_verdicts(pool: Town) -> None:
    sentence = "Die Arbeiten begannen am 2. März 2026."
    words = report("Die Arbeiten haben gestern begonnen. Sie dauern lange.", name="gestern.txt")
    dossier = pool.house.open_dossier("Beginn", "de", by=pool.ida.id).id
    pool.house.take_in(dossier, [words], by=pool.ida.id)
    pool.house.save(dossier, text(sentence), by=pool.ida.id)

    def found() -> set[str]:
        checked = pool.house.check(dossier, by=pool.ida.id)
        return {
            finding.check for one in checked.sentences if one.text == sentence for finding in one.findings
        }

    assert "date_changed" not in found()
    now = replace(SAID_OF_IT, published="2026-03-06T18:00:00+00:00")
    pool.house.describe_source(dossier, words.id, now, WHY, by=pool.ida.id)
    last = pool.house.dossier(dossier).last_check
    assert last is not None and not pool.house.dossier(dossier).check_outdated
    assert "date_changed" in {finding.check for one in last.report.sentences for finding in one.findings}


def test_a_signature_falls_and_the_page_names_what_is_said_now(pool: Town) -> None:
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ole.id)
    _described(pool, publisher="Agentur Nordwest")
    assert sign_off_in_force(pool.house.dossier(pool.dossier)) is None
    with pytest.raises(Error):
        pool.house.publish(pool.dossier, by=pool.ole.id)
    sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    assert verify(pool.house.bundle(pool.dossier)).passed
    page = pool.house.page(pool.dossier).decode()
    assert HEADLINE in page and "Agentur Nordwest" in page and "Mühlrieder Bote" not in page


def test_who_corrected_the_details_of_a_source_cannot_sign_and_somebody_else_can(pool: Town) -> None:
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    judge_all(pool.house, pool.dossier, by=pool.ole.id)
    _described(pool, by=pool.ole.id, publisher="Agentur Nordwest")
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == (Obstacle.OWN_DETAILS,)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ida.id) == (Obstacle.OWN_TEXT,)
    with pytest.raises(Refused, match="who signs must not have corrected the details of a source"):
        pool.house.sign_off(pool.dossier, current.content_sha256, by=pool.ole.id)
    sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ute.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    assert verify(pool.house.bundle(pool.dossier)).passed
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == (), (
        "it is out; he has no hand in what comes next"
    )


def test_details_corrected_after_publication_are_signed_by_a_second_person_with_a_note_or_without(
    pool: Town,
) -> None:
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    _described(pool, by=pool.ole.id, publisher="Agentur Nordwest")
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == (Obstacle.OWN_DETAILS,)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ute.id) == (), (
        "the text is the same: no note is asked for"
    )
    pool.house.note_correction(pool.dossier, "Die Meldung kam von einer Agentur.", by=pool.ole.id)
    assert pool.house.obstacles_to_signing(pool.dossier, by=pool.ole.id) == (Obstacle.OWN_DETAILS,)
    sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ute.id)
    pool.house.publish(pool.dossier, by=pool.ute.id)
    page = pool.house.page(pool.dossier).decode()
    assert "Agentur Nordwest" in page and "Die Meldung kam von einer Agentur." in page


def test_a_bundle_signed_by_who_corrected_the_details_does_not_verify(
    pool: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    _described(pool, by=pool.ole.id, publisher="Agentur Nordwest")
    with monkeypatch.context() as patched:
        patched.setattr(signing, "source_describers", lambda _: ())
        sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ole.id)
        pool.house.publish(pool.dossier, by=pool.ole.id)
    steps = {step.name: step for step in verify(pool.house.bundle(pool.dossier)).steps}
    assert not steps["four_eyes"].passed
    assert steps["four_eyes"].what.endswith(f"{pool.ole.id} corrected the details of a source.")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, "This is what is said of the source already"),
        ({"title": " Hallenbad  "}, "This is what is said of the source already"),
        ({"publisher": "x" * (LONGEST + 1)}, "may have 500 characters each"),
        ({"language": "deutsch!"}, "is no code of a language"),
        ({"published": "2026-03-02"}, "is no moment with a time zone"),
        ({"published": "gestern"}, "is no moment with a time zone"),
    ],
)
def test_what_changes_nothing_or_cannot_be_is_refused(pool: Town, changes: dict[str, str], why: str) -> None:
    before = pool.house.entries(pool.dossier)
    with pytest.raises(Error, match=why):
        _described(pool, **changes)
    assert pool.house.entries(pool.dossier) == before


def test_it_needs_a_source_a_reason_and_the_right(pool: Town) -> None:
    other = replace(SAID_OF_IT, title="Bad")
    with pytest.raises(Error, match="There is no source"):
        pool.house.describe_source(pool.dossier, mail().id, other, WHY, by=pool.ute.id)
    with pytest.raises(Error, match="A reason is needed"):
        pool.house.describe_source(pool.dossier, report().id, other, " ", by=pool.ute.id)
    pool.house.change_role(pool.ute.id, Role.LEGAL)
    with pytest.raises(Denied):
        _described(pool, title="Bad")


def test_a_record_that_corrects_what_was_never_said_is_found_out(pool: Town) -> None:
    _described(pool, title="Bad")
    entries = list(pool.house.entries(pool.dossier))
    assert unfounded(entries) == 0
    place = next(n for n, entry in enumerate(entries) if isinstance(entry.event, SourceDescribed))
    event = entries[place].event
    assert isinstance(event, SourceDescribed)
    lie = replace(event, before=replace(event.before, publisher="Niemand"))
    entries[place] = replace(entries[place], event=lie)
    assert unfounded(entries) == entries[place].position
    assert description(replay(entries).sources[0]) == event.now, "it can be read all the same"
    line = encode(entries[place])
    assert decode(line) == entries[place]
