"""Judging in the newsroom: refused in the act itself, counted, and kept apart from what is public."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom.refused import Refused
from beleg.newsroom.reporting import ReportFormat, report_of
from beleg.newsroom.verification import verify
from beleg.record.store import RecordStore
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.judging import Answer
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle, SentenceState
from beleg.terms.revision import sentence_key
from beleg.terms.sight import Sight
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.test_gate import forge_a_sign_off
from tests.newsroom.town import COSTS, DECIDED, SAID, Town, text, town

WRONG = COSTS.replace("4,2", "5,7")


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        pool.prepare(text(DECIDED, WRONG, SAID))
        yield pool


def _finding(pool: Town) -> str:
    return next(
        f.key for f in pool.house.review(pool.dossier).findings if f.finding.check == "number_changed"
    )


def test_the_act_refuses_to_decide_before_judging_and_nothing_is_recorded(pool: Town) -> None:
    before = pool.house.entries(pool.dossier)
    with pytest.raises(Error, match="has to be judged first"):
        pool.house.dismiss(pool.dossier, _finding(pool), "Stimmt schon.", by=pool.ole.id)
    with pytest.raises(Error, match="has to be judged first"):
        pool.house.confirm(pool.dossier, sentence_key(WRONG), "Stimmt schon.", by=pool.ole.id)
    assert pool.house.entries(pool.dossier) == before
    given = pool.house.judge(pool.dossier, sentence_key(WRONG), Answer.NO, by=pool.ole.id)
    assert (given.by, given.event.answer, given.event.before_verdict) == (pool.ole.id, Answer.NO, True)
    pool.house.dismiss(pool.dossier, _finding(pool), "Neue Rechnung.", by=pool.ole.id)
    assert pool.house.review(pool.dossier).open_findings == 0


def test_the_author_mends_without_being_asked(pool: Town) -> None:
    shown = pool.house.review_for(pool.dossier, pool.ida.id)
    assert shown.to_judge == 0 and _finding(pool) in {found.key for found in shown.findings}
    with pytest.raises(Error, match="judges none of it"):
        pool.house.judge(pool.dossier, sentence_key(WRONG), Answer.NO, by=pool.ida.id)


def test_who_wrote_only_the_correction_note_is_shown_nothing_new_by_looking(pool: Town) -> None:
    house, ole = pool.house, pool.ole.id
    signed = pool.write(text(DECIDED, COSTS))
    judge_all(house, pool.dossier, by=ole)
    house.sign_off(pool.dossier, signed, by=ole)
    house.publish(pool.dossier, by=ole)
    altered = SAID.replace("diesen Tag", "dieses Ende")
    pool.write(text(DECIDED, COSTS, altered))
    house.note_correction(pool.dossier, "In einer früheren Fassung fehlte das Zitat.", by=ole)
    for content in (text(DECIDED, COSTS, altered), text(DECIDED, COSTS, f"{altered} ")):
        looked = house.look(pool.dossier, content, by=ole).review
        assert looked.sentences[-1].state is SentenceState.TO_JUDGE
        assert looked.findings == ()
        assert house.look(pool.dossier, content, by=pool.ida.id).review.findings
    assert looked.sentences == house.review_for(pool.dossier, ole).sentences


def test_programs_and_closed_accounts_judge_nothing(pool: Town) -> None:
    program = pool.house.watching_account()
    with pytest.raises(Error, match="a person has to do this"):
        pool.house.judge(pool.dossier, sentence_key(WRONG), Answer.NO, by=program.id)
    pool.house.close_account(pool.ole.id)
    with pytest.raises(Error, match="closed"):
        pool.house.judge(pool.dossier, sentence_key(WRONG), Answer.NO, by=pool.ole.id)


def test_what_was_on_screen_is_kept_by_person_and_evidence(pool: Town) -> None:
    house, ole, ute = pool.house, pool.ole.id, pool.ute.id
    hidden = next(s for s in house.review_for(pool.dossier, ole).sentences if s.sentence.text == WRONG)
    assert hidden.state is SentenceState.TO_JUDGE
    house.note_evidence_shown(pool.dossier, hidden, by=ole)
    house.note_evidence_shown(pool.dossier, hidden, by=ole)
    assert house.evidence_shown(pool.dossier, by=ole) == {(hidden.key, hidden.evidence_key)}
    assert house.evidence_shown(pool.dossier, by=ute) == set()
    assert house.judge(pool.dossier, hidden.key, Answer.NO, by=ole).event.before_verdict


def test_who_has_been_shown_the_verdict_before_is_recorded_so(pool: Town) -> None:
    house, ole = pool.house, pool.ole.id
    hidden = next(s for s in house.review_for(pool.dossier, ole).sentences if s.sentence.text == WRONG)
    house.note_evidence_shown(pool.dossier, hidden, by=ole)
    open_to_ida = next(s for s in house.review(pool.dossier).sentences if s.sentence.text == WRONG)
    house.note_evidence_shown(pool.dossier, open_to_ida, by=ole)
    assert not house.judge(pool.dossier, hidden.key, Answer.NO, by=ole).event.before_verdict


def test_a_verdict_that_was_only_sent_counts_as_seen_and_the_evidence_does_not(pool: Town) -> None:
    house, ole = pool.house, pool.ole.id
    hidden = next(s for s in house.review_for(pool.dossier, ole).sentences if s.sentence.text == WRONG)
    open_to_ida = next(s for s in house.review(pool.dossier).sentences if s.sentence.text == WRONG)
    for who in (ole, pool.ute.id):
        house.note_evidence_shown(pool.dossier, open_to_ida, by=who, seen=Sight.NOT_KNOWN)
        assert house.evidence_shown(pool.dossier, by=who) == set()
    house.note_evidence_shown(pool.dossier, hidden, by=ole)
    assert house.evidence_shown(pool.dossier, by=ole) == {(hidden.key, hidden.evidence_key)}
    for who in (ole, pool.ute.id):
        assert not house.judge(pool.dossier, hidden.key, Answer.NO, by=who).event.before_verdict


def test_the_record_says_how_much_was_known_of_the_evidence_on_the_screen(pool: Town) -> None:
    house, ole, ute = pool.house, pool.ole.id, pool.ute.id
    hidden = next(s for s in house.review_for(pool.dossier, ole).sentences if s.sentence.text == WRONG)
    assert house.judge(pool.dossier, hidden.key, Answer.CANNOT_TELL, by=ute).event.sight is Sight.NOT_KNOWN
    for seen in (Sight.IN_VIEW, Sight.DISPLAYED, Sight.NOT_KNOWN):  # what was so once stays so
        house.note_evidence_shown(pool.dossier, hidden, by=ole, seen=seen)
        assert house.evidence_shown(pool.dossier, by=ole) == {(hidden.key, hidden.evidence_key)}
    event = house.judge(pool.dossier, hidden.key, Answer.NO, by=ole).event
    assert event.sight is Sight.IN_VIEW and event.before_verdict


def test_a_page_that_was_sent_is_not_said_to_have_been_in_view(pool: Town) -> None:
    house, ole = pool.house, pool.ole.id
    hidden = next(s for s in house.review_for(pool.dossier, ole).sentences if s.sentence.text == WRONG)
    house.note_evidence_shown(pool.dossier, hidden, by=ole)
    assert house.judge(pool.dossier, hidden.key, Answer.NO, by=ole).event.sight is Sight.DISPLAYED


def test_what_was_sent_without_a_verdict_and_not_shown_is_nothing(pool: Town) -> None:
    house, ole = pool.house, pool.ole.id
    hidden = next(s for s in house.review_for(pool.dossier, ole).sentences if s.sentence.text == WRONG)
    house.note_evidence_shown(pool.dossier, hidden, by=ole, seen=Sight.NOT_KNOWN)
    assert house.evidence_shown(pool.dossier, by=ole) == set()
    assert house.judge(pool.dossier, hidden.key, Answer.NO, by=ole).event.before_verdict


def test_nothing_is_kept_of_a_sentence_that_has_no_evidence(pool: Town) -> None:
    pool.write(text(DECIDED, "Kinder malten bunte Plakate."))
    bare = pool.house.review(pool.dossier).sentences[-1]
    assert bare.sentence.evidence == ()
    pool.house.note_evidence_shown(pool.dossier, bare, by=pool.ole.id)
    assert pool.house.evidence_shown(pool.dossier, by=pool.ole.id) == set()


def test_erasing_a_person_forgets_what_was_on_their_screen(pool: Town) -> None:
    sentence = next(s for s in pool.house.review(pool.dossier).sentences if s.sentence.text == DECIDED)
    for who in (pool.ole.id, pool.ute.id):
        pool.house.note_evidence_shown(pool.dossier, sentence, by=who)
    pool.house.erase_account(pool.ole.id)
    assert pool.house.evidence_shown(pool.dossier, by=pool.ole.id) == set()
    assert pool.house.evidence_shown(pool.dossier, by=pool.ute.id)


def test_what_was_on_screen_stands_in_no_entry_of_the_record(pool: Town) -> None:
    before = pool.house.entries(pool.dossier)
    for sentence in pool.house.review(pool.dossier).sentences:
        pool.house.note_evidence_shown(pool.dossier, sentence, by=pool.ole.id)
    assert pool.house.entries(pool.dossier) == before


def test_a_judged_and_published_article_verifies_and_the_report_counts(pool: Town, tmp_path: Path) -> None:
    content = pool.write(text(DECIDED, COSTS, SAID))
    assert judge_all(pool.house, pool.dossier, by=pool.ole.id) == (sentence_key(SAID),)
    pool.house.sign_off(pool.dossier, content, by=pool.ole.id)
    judge_all(pool.house, pool.dossier, by=pool.ute.id, answer=Answer.CANNOT_TELL)
    pool.house.publish(pool.dossier, by=pool.ole.id)
    assert verify(pool.house.bundle(pool.dossier)).passed
    html = report_of(pool.house, pool.dossier, ReportFormat.HTML).decode()
    section = html.rpartition("Wer vor der Maschine geurteilt hat")[2].partition("<h2")[0]
    assert "Heikle Sätze im jetzigen Text" in section
    assert "Antworten, die vom Befund abweichen" in section
    with RecordStore.open(pool.folder, create=False) as store:
        judged = [e.event for e in store.entries(pool.dossier) if isinstance(e.event, SentenceJudged)]
    assert [event.answer for event in judged] == [Answer.YES, Answer.CANNOT_TELL]


def test_a_no_keeps_the_text_from_going_out_until_somebody_decides(pool: Town) -> None:
    house, ole, ute = pool.house, pool.ole.id, pool.ute.id
    content = pool.write(text(DECIDED, COSTS, SAID))
    judge_all(house, pool.dossier, by=ole, answer=Answer.NO)
    with pytest.raises(Refused, match="sentences still wait"):
        house.sign_off(pool.dossier, content, by=ole)
    assert house.listed()[0].sentences == 1
    assert (
        "„Steht nicht so in der Quelle“, geurteilt von"
        in report_of(house, pool.dossier, ReportFormat.HTML).decode()
    )
    house.confirm(pool.dossier, sentence_key(SAID), "Mit Roloff gesprochen.", by=ole)
    house.sign_off(pool.dossier, content, by=ole)
    judge_all(house, pool.dossier, by=ute, answer=Answer.NO)
    with pytest.raises(Refused, match="sentences still wait"):
        house.publish(pool.dossier, by=ole)
    house.confirm(pool.dossier, sentence_key(SAID), "Noch einmal nachgefragt.", by=ole)
    house.sign_off(pool.dossier, content, by=ole)
    house.publish(pool.dossier, by=ole)
    assert verify(house.bundle(pool.dossier)).passed


def test_nobody_signs_through_any_entrance_what_they_have_still_to_judge(pool: Town) -> None:
    house, ole = pool.house, pool.ole.id
    content = pool.write(text(DECIDED, COSTS, SAID))
    before = house.entries(pool.dossier)
    assert house.obstacles_to_signing(pool.dossier, by=ole) == (Obstacle.TO_JUDGE,)
    with pytest.raises(Refused, match="who signs has still to judge sentences of high risk") as refused:
        house.sign_off(pool.dossier, content, by=ole)
    assert refused.value.obstacles == (Obstacle.TO_JUDGE,)
    assert house.entries(pool.dossier) == before
    judge_all(house, pool.dossier, by=pool.ute.id)
    with pytest.raises(Refused, match="who signs has still to judge"):
        house.sign_off(pool.dossier, content, by=ole)  # another's answers are not theirs
    sign_judged(house, pool.dossier, content, by=ole)
    house.publish(pool.dossier, by=ole)
    assert verify(house.bundle(pool.dossier)).passed


def test_a_signature_from_before_anybody_judged_holds(pool: Town) -> None:
    content = pool.write(text(DECIDED, COSTS, SAID))
    forge_a_sign_off(pool, by=pool.ole.id)  # as it stands in a record that an older Beleg wrote
    signed = pool.house.sign_off_in_force(pool.dossier)
    assert signed is not None and signed.event.content_sha256 == content
    pool.house.publish(pool.dossier, by=pool.ole.id)
    assert verify(pool.house.bundle(pool.dossier)).passed
