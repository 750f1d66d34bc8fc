"""Doubts: a no opens the sentence, until its words are changed or somebody decides about it with a reason."""

from dataclasses import replace

import pytest

from beleg.record.canonical import decode, encode
from beleg.review.assessment import assess
from beleg.review.deciding import confirmation, dismissal, escalation
from beleg.review.judging import masked
from beleg.review.signing import obstacles, sign_off_in_force
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.finding import Severity
from beleg.terms.judging import Answer
from beleg.terms.passage import Passage
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.review import FindingState, Obstacle, ReviewedSentence, SentenceState
from beleg.terms.revision import sentence_key
from tests.review.story import DISTORTED, IDA, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

SAID = "„Wir warten auf den Tag“, sagte Jana Kern."
PLAIN = "Es liegt am Fluss."
QUOTED = Passage("meldung", 60, 90, "„Wir warten auf den Tag“, so Kern.")
OTHER = Passage("meldung", 95, 120, "Kern sprach vom Tag.")
NO = Answer.NO


def _story(verdict: Verdict = SUPPORTED) -> Story:
    """Ida's text: a quotation, and a sentence that asks nothing of anybody."""
    story = Story()
    story.source("meldung")
    story.save(SAID, PLAIN, by=IDA)
    story.check((SAID, verdict), (PLAIN, SUPPORTED), evidence={SAID: (QUOTED,)})
    return story


def _said(story: Story) -> ReviewedSentence:
    return assess(story.dossier).sentences[0]


def _doubted_by(story: Story) -> list[str]:
    return [one.by for one in _said(story).doubted]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_no_opens_the_sentence_whatever_the_machine_says(verdict: Verdict) -> None:
    story = _story(verdict)
    story.judge(SAID, by=OLE, answer=NO)
    assert _said(story).state is SentenceState.OPEN
    assert _doubted_by(story) == [OLE]
    assert assess(story.dossier).open_sentences == 1
    assert Obstacle.OPEN_SENTENCES in obstacles(story.dossier, UTE)


@pytest.mark.parametrize("answer", [Answer.YES, Answer.CANNOT_TELL])
def test_any_other_answer_opens_nothing(answer: Answer) -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=answer)
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.SUPPORTED, [])
    assert obstacles(story.dossier, UTE) == ()


def test_a_confirmation_with_a_reason_settles_it_and_the_next_no_opens_it_again() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=NO)
    story.judge(SAID, by=UTE)
    event = confirmation(story.dossier, sentence_key(SAID), "Kern hat es am Telefon bestätigt.", by=UTE)
    story.add(event, UTE)
    settled = _said(story)
    assert (settled.state, settled.by, settled.doubted) == (SentenceState.CONFIRMED, UTE, ())
    assert obstacles(story.dossier, UTE) == ()
    story.judge(SAID, by="p-jan", answer=NO)
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.OPEN, ["p-jan"])


def test_a_no_takes_back_an_earlier_confirmation() -> None:
    story = _story(UNSUPPORTED)
    story.confirm(SAID, by=IDA)
    assert _said(story).state is SentenceState.CONFIRMED
    story.judge(SAID, by=OLE, answer=NO)
    assert (_said(story).state, _said(story).reason) == (SentenceState.OPEN, "")


def test_who_said_no_may_change_their_mind_with_a_reason_only() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=NO)
    with pytest.raises(Error, match="A reason is needed"):
        confirmation(story.dossier, sentence_key(SAID), " ", by=OLE)
    story.add(confirmation(story.dossier, sentence_key(SAID), "Doch, im zweiten Absatz.", by=OLE), OLE)
    assert _said(story).state is SentenceState.CONFIRMED


def test_other_words_settle_it_and_the_same_words_again_do_not() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=NO)
    story.save(PLAIN, by=IDA)
    story.check((PLAIN, SUPPORTED))
    assert assess(story.dossier).open_sentences == 0
    story.save(SAID, PLAIN, by=IDA)
    story.check((SAID, SUPPORTED), (PLAIN, SUPPORTED), evidence={SAID: (QUOTED,)})
    assert _doubted_by(story) == [OLE]


def test_other_evidence_alone_takes_no_doubt_away_but_a_yes_to_it_does() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=NO)
    story.check((SAID, SUPPORTED), (PLAIN, SUPPORTED), evidence={SAID: (QUOTED, OTHER)})
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.OPEN, [OLE])
    story.judge(SAID, by=UTE)
    assert _doubted_by(story) == [OLE]
    story.judge(SAID, by=OLE)
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.SUPPORTED, [])


def _evidence(story: Story, *passages: Passage) -> None:
    story.check((SAID, SUPPORTED), (PLAIN, SUPPORTED), evidence={SAID: passages})


def test_who_then_cannot_tell_doubts_as_before() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=NO)
    _evidence(story, QUOTED, OTHER)
    story.judge(SAID, by=OLE, answer=Answer.CANNOT_TELL)
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.OPEN, [OLE])
    assert Obstacle.OPEN_SENTENCES in obstacles(story.dossier, OLE)


def test_a_yes_to_evidence_that_is_gone_takes_no_doubt_away() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=NO)
    _evidence(story, QUOTED, OTHER)
    story.judge(SAID, by=OLE)
    assert _doubted_by(story) == []
    _evidence(story, QUOTED)
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.OPEN, [OLE])


def test_a_no_after_a_yes_is_a_doubt() -> None:
    story = _story()
    story.judge(SAID, by=OLE)
    _evidence(story, QUOTED, OTHER)
    story.judge(SAID, by=OLE, answer=NO)
    _evidence(story, QUOTED)
    assert _doubted_by(story) == [OLE]


def _dismiss(story: Story, words: str) -> None:
    content = story.dossier.revisions[-1].content
    found = next(f for f in assess(story.dossier).findings if f.finding.span.of(content) == words)
    story.add(dismissal(story.dossier, found.key, "Nachgefragt.", by=IDA), IDA)


def _distorted(*, dismissed_before: bool) -> Story:
    story = Story()
    story.source("meldung")
    story.save(SAID, by=IDA)
    held = replace(story.finding("Tag"), evidence=(QUOTED,))
    style = story.finding("sagte", check="spelling")
    story.check((SAID, DISTORTED), findings=(held, style), evidence={SAID: (QUOTED,)})
    if dismissed_before:
        _dismiss(story, "Tag")
    story.judge(SAID, by=OLE, answer=NO)
    return story


def test_dismissing_what_a_source_was_held_against_it_for_decides_about_it() -> None:
    story = _distorted(dismissed_before=False)
    _dismiss(story, "sagte")
    _dismiss(story, "Tag")
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.CONFIRMED, [])


def test_dismissing_something_else_does_not() -> None:
    story = _distorted(dismissed_before=True)
    _dismiss(story, "sagte")
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.OPEN, [OLE])
    story.confirm(SAID, by=IDA)
    assert _said(story).state is SentenceState.CONFIRMED


def _with_notice(*, dismissed: bool) -> Story:
    """A sentence with an error and a notice that both show a passage, and Ole's no."""
    story = Story()
    story.source("meldung")
    story.save(SAID, by=IDA)
    held = replace(story.finding("Tag"), evidence=(QUOTED,))
    copied = replace(story.finding("warten", Severity.NOTICE, "copied_passage"), evidence=(QUOTED,))
    story.check((SAID, DISTORTED), findings=(held, copied), evidence={SAID: (QUOTED,)})
    if dismissed:
        _dismiss(story, "Tag")
    story.judge(SAID, by=OLE, answer=NO)
    return story


@pytest.mark.parametrize("passed_on", [False, True])
def test_deciding_about_a_notice_decides_nothing_about_it(passed_on: bool) -> None:
    story = _with_notice(dismissed=True)
    if passed_on:
        key = assess(story.dossier).findings[1].key
        story.add(escalation(story.dossier, key, "Unklar.", by=IDA), IDA)
    else:
        _dismiss(story, "warten")
    assert assess(story.dossier).findings[1].state is not FindingState.OPEN
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.OPEN, [OLE])
    assert Obstacle.OPEN_SENTENCES in obstacles(story.dossier, UTE)


def test_dismissing_the_error_beside_a_notice_does() -> None:
    story = _with_notice(dismissed=False)
    _dismiss(story, "Tag")
    assert (_said(story).state, _doubted_by(story)) == (SentenceState.CONFIRMED, [])


def test_a_no_after_the_signature_voids_it() -> None:
    story = _story()
    story.sign(UTE)
    assert sign_off_in_force(story.dossier) is not None
    story.judge(SAID, by=OLE, answer=NO)
    assert sign_off_in_force(story.dossier) is None


def test_who_has_to_judge_first_is_not_told_that_somebody_said_no() -> None:
    story = _story()
    before = masked(assess(story.dossier), story.dossier, UTE)
    story.judge(SAID, by=OLE, answer=NO)
    assert masked(assess(story.dossier), story.dossier, UTE) == before
    assert masked(assess(story.dossier), story.dossier, OLE).sentences[0].doubted
    assert masked(assess(story.dossier), story.dossier, IDA).sentences[0].doubted


def test_a_no_from_before_answers_opened_anything_opens_nothing_and_keeps_its_bytes() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=NO)
    event = story.entries[-1].event
    assert isinstance(event, SentenceJudged)
    entry = replace(story.entries[-1], event=replace(event, opens=False), hash="a" * 64, previous="b" * 64)
    assert b"opens" not in encode(entry) and decode(encode(entry)) == entry
    newer = replace(entry, event=event)
    assert b'"opens":true' in encode(newer) and decode(encode(newer)) == newer
    story.entries[-1] = replace(story.entries[-1], event=replace(event, opens=False))
    assert _said(story).state is SentenceState.SUPPORTED
