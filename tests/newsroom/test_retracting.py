"""Changing and retracting sources through the newsroom's door."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from beleg.review import retracting
from beleg.terms.affected import Standing
from beleg.terms.refusal import Error
from beleg.terms.source import Source
from beleg.terms.source_change import SourceRetracted
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, REPORT, SAID, Town, mail, report, text, town

NEWER = report(REPORT.replace("4,2 Millionen", "5,1 Millionen"), name="neu.txt")


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        pool.prepare(text(DECIDED, COSTS, SAID))
        yield pool


def test_a_changed_source_says_what_it_does(pool: Town) -> None:
    fallout = pool.house.change_source(pool.dossier, report().id, NEWER, by=pool.ute.id)
    assert [one.text for one in fallout.affected] == [COSTS]
    assert fallout.changed is not None
    assert fallout.changed.new == NEWER.id
    assert [held.dossier for held in fallout.held] == [pool.dossier]
    assert pool.house.source(pool.dossier, NEWER.id) == NEWER


def test_a_change_that_is_none_is_refused_and_stores_nothing(pool: Town) -> None:
    before = pool.house.entries(pool.dossier)
    same = report(f"  {REPORT}\n\n", name="neu.txt")
    with pytest.raises(Error, match="say the same"):
        pool.house.change_source(pool.dossier, report().id, same, by=pool.ute.id)
    with pytest.raises(Error, match="There is no source"):
        pool.house.change_source(pool.dossier, "0" * 64, NEWER, by=pool.ute.id)
    with pytest.raises(Error, match="no text in it"):
        pool.house.change_source(pool.dossier, report().id, Source(text=" "), by=pool.ute.id)
    assert pool.house.entries(pool.dossier) == before


def test_what_does_not_count_any_more_cannot_change(pool: Town) -> None:
    pool.house.change_source(pool.dossier, report().id, NEWER, by=pool.ute.id)
    third = report(REPORT.replace("4,2 Millionen", "6 Millionen"))
    with pytest.raises(Error, match="does not count any more"):
        pool.house.change_source(pool.dossier, report().id, third, by=pool.ute.id)
    pool.house.retract_source(NEWER.id, "Falsch.", by=pool.ute.id)
    with pytest.raises(Error, match="The newer version of the source was retracted"):
        pool.house.change_source(pool.dossier, report().id, NEWER, by=pool.ute.id)


def test_a_retracted_version_gives_its_place_back(pool: Town) -> None:
    pool.house.change_source(pool.dossier, report().id, NEWER, by=pool.ute.id)
    fallout = pool.house.retract_source(NEWER.id, "Nur eine Störungsseite.", by=pool.ute.id)
    assert [held.source for held in fallout.also] == [report().id]
    standing = pool.house.dossier(pool.dossier).standing_sources
    assert [source.source for source in standing] == [report().id]
    last = pool.house.dossier(pool.dossier).last_check
    assert last is not None
    assert last.report.sources == (report().id,)


def test_a_retraction_reaches_every_dossier_and_the_same_text_under_another_id(pool: Town) -> None:
    other = pool.house.open_dossier("Zweites", "de", by=pool.ida.id).id
    third = pool.house.open_dossier("Drittes", "de", by=pool.ida.id).id
    same_text = replace(report(), raw=REPORT.encode("utf-8"), sha256="", name="abschrift.txt")
    copy = Source(text=f"{REPORT} Mehr dazu morgen.", name="portal.txt", language="de")
    pool.house.take_in(other, [same_text, copy], by=pool.ida.id)
    pool.house.take_in(third, [mail()], by=pool.ida.id)
    pool.house.save(other, text(COSTS), by=pool.ida.id)
    pool.house.check(other, by=pool.ida.id)
    fallout = pool.house.retract_source(report().id, "Falsche Summe.", by=pool.ute.id)
    assert {(held.dossier, held.source) for held in fallout.held} == {
        (pool.dossier, report().id),
        (other, same_text.id),
    }
    assert [held.source for held in fallout.also] == [copy.id]
    assert {one.dossier for one in fallout.affected} == {pool.dossier, other}
    assert pool.house.dossier(third).source_events == ()
    for dossier in (pool.dossier, other):
        assert not pool.house.dossier(dossier).check_outdated
    assert {held.standing for held in pool.house.held(report().id)} == {Standing.RETRACTED}


def test_a_retraction_needs_a_reason_a_source_and_somebody(pool: Town) -> None:
    with pytest.raises(Error, match="A reason is needed"):
        pool.house.retract_source(report().id, " ", by=pool.ute.id)
    with pytest.raises(Error, match="There is no source"):
        pool.house.retract_source("0" * 64, "Falsch.", by=pool.ute.id)
    with pytest.raises(Error, match="There is no account"):
        pool.house.retract_source(report().id, "Falsch.", by="p-niemand")
    pool.house.retract_source(report().id, "Falsch.", by=pool.ute.id)
    with pytest.raises(Error, match="retracted already"):
        pool.house.retract_source(report().id, "Noch einmal.", by=pool.ute.id)


def test_the_machine_writes_only_from_what_holds(pool: Town) -> None:
    pool.house.take_in(pool.dossier, [mail()], by=pool.ida.id)
    pool.house.retract_source(report().id, "Falsch.", by=pool.ute.id)
    revision = pool.house.draft(pool.dossier, by=pool.ida.id)
    written_from = {passage.source for sentence in revision.sentences for passage in sentence.passages}
    assert written_from == {mail().id}
    with pytest.raises(Error, match="this source was retracted; nothing is written from it"):
        pool.house.draft(pool.dossier, by=pool.ida.id, source_ids=[report().id])


def test_the_machine_does_not_write_from_what_was_replaced(pool: Town) -> None:
    pool.house.change_source(pool.dossier, report().id, NEWER, by=pool.ute.id)
    with pytest.raises(Error, match="replaced by a newer version; nothing is written from it"):
        pool.house.draft(pool.dossier, by=pool.ida.id, source_ids=[report().id])
    assert "5,1" in pool.house.draft(pool.dossier, by=pool.ida.id).content


def test_a_withdrawn_article_needs_no_look(pool: Town) -> None:
    current = pool.house.dossier(pool.dossier).current
    assert current is not None
    sign_judged(pool.house, pool.dossier, current.content_sha256, by=pool.ole.id)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    pool.house.retract_source(report().id, "Falsch.", by=pool.ute.id)
    assert len(pool.house.needing_a_look(pool.dossier)) >= 3
    assert {one.text for one in pool.house.affected(report().id)} >= {DECIDED, COSTS, SAID}
    notes = {"note_newsroom": "Zurück.", "note_short": "Zurück.", "note_readers": "Der Artikel war falsch."}
    pool.house.withdraw(pool.dossier, "Falsche Summe.", by=pool.ole.id, **notes)
    assert pool.house.needing_a_look(pool.dossier) == ()
    assert pool.house.suggested_note(pool.dossier) == ""
    assert [one for one in pool.house.affected(report().id) if one.published_at] == []


def _another(pool: Town, title: str) -> str:
    dossier = pool.house.open_dossier(title, "de", by=pool.ida.id).id
    pool.house.take_in(dossier, [report()], by=pool.ida.id)
    return dossier


def test_a_retraction_falls_everywhere_or_nowhere(pool: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    dossiers = [pool.dossier, _another(pool, "Das Rathaus"), _another(pool, "Der Markt")]
    before = {dossier: pool.house.entries(dossier) for dossier in dossiers}
    retraction = retracting.retraction
    made: list[object] = []

    def interrupted(*given: Any, **named: Any) -> SourceRetracted:
        if len(made) == 2:
            raise KeyboardInterrupt
        made.append(given)
        return retraction(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(retracting, "retraction", interrupted)
        with pytest.raises(KeyboardInterrupt):
            pool.house.retract_source(report().id, "Erfunden.", by=pool.ute.id)
    assert {dossier: pool.house.entries(dossier) for dossier in dossiers} == before
    pool.house.retract_source(report().id, "Erfunden.", by=pool.ute.id)
    assert all(report().id in pool.house.dossier(dossier).retracted for dossier in dossiers)


@pytest.mark.parametrize("by_publisher", [True, False])
def test_who_takes_a_retracted_source_in_again_takes_in_what_was_taken_back(
    pool: Town, by_publisher: bool
) -> None:
    pool.house.retract_source(report().id, "Erfunden.", by=pool.ute.id, by_publisher=by_publisher)
    pool.house.take_in(pool.dossier, [report()], by=pool.ida.id)
    assert pool.house.dossier(pool.dossier).standing_sources == ()
    other = _another(pool, "Das Rathaus")
    told = pool.house.dossier(other).retracted[report().id]
    assert told.event == SourceRetracted(source=report().id, by_publisher=by_publisher, reason="Erfunden.")
    assert pool.house.dossier(other).standing_sources == ()
    copy = Source(text=REPORT, name="abgetippt.txt", language="de")
    pool.house.take_in(pool.dossier, [copy], by=pool.ida.id)
    assert copy.id in pool.house.dossier(pool.dossier).retracted
    with pytest.raises(Error, match="there are no sources"):
        pool.house.draft(other, by=pool.ida.id)
