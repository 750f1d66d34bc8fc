import pytest

from beleg.review.assessment import assess
from beleg.terms.finding import Severity
from beleg.terms.report import Verdict
from beleg.terms.review import FindingState, SentenceState
from tests.review.story import (
    DISTORTED,
    IDA,
    NOT_CHECKABLE,
    OLE,
    SUPPORTED,
    UNSUPPORTED,
    UTE,
    Judged,
    Story,
)

ONE = "Es kostet vier Euro."
TWO = "Es ist neu."
CHECK = "unsupported_sentence"


def _draft(*judged: Judged, sources: bool = True, headings: int = 0) -> Story:
    story = Story()
    if sources:
        story.source("meldung")
    story.save(*(text for text, _ in judged), by=IDA)
    story.check(*judged, headings=headings)
    return story


def _states(story: Story) -> list[SentenceState]:
    return [sentence.state for sentence in assess(story.dossier).sentences]


def _distorted(severity: Severity = Severity.ERROR) -> Story:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, DISTORTED), findings=(story.finding("vier", severity),))
    return story


def _unsupported() -> Story:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, UNSUPPORTED), findings=(story.finding(ONE, Severity.WARNING, CHECK),))
    return story


def test_without_a_check_of_the_current_text_there_are_only_authors() -> None:
    story = _draft((ONE, SUPPORTED))
    story.save(TWO, by=OLE)
    review = assess(story.dossier)
    assert (review.findings, review.sentences, review.authors) == ((), (), (IDA, OLE))
    assert assess(Story().dossier).authors == ()


@pytest.mark.parametrize(
    ("verdict", "state"),
    [
        (SUPPORTED, SentenceState.SUPPORTED),
        (UNSUPPORTED, SentenceState.OPEN),
        (DISTORTED, SentenceState.OPEN),
        (NOT_CHECKABLE, SentenceState.NOTHING_TO_CHECK),
    ],
)
def test_a_verdict_gives_the_state(verdict: Verdict, state: SentenceState) -> None:
    assert _states(_draft((ONE, verdict))) == [state]


def test_without_sources_every_sentence_but_a_headline_waits_for_a_person() -> None:
    story = _draft(("Das Bad", NOT_CHECKABLE), (ONE, NOT_CHECKABLE), sources=False, headings=1)
    assert _states(story) == [SentenceState.NOTHING_TO_CHECK, SentenceState.OPEN]
    story.confirm(ONE, by=IDA)
    assert _states(story) == [SentenceState.NOTHING_TO_CHECK, SentenceState.CONFIRMED]


def test_an_unsupported_sentence_waits_until_it_is_confirmed_with_a_reason() -> None:
    story = _draft((ONE, UNSUPPORTED), (TWO, UNSUPPORTED))
    story.confirm(ONE, by=OLE)
    review = assess(story.dossier)
    assert [s.state for s in review.sentences] == [SentenceState.CONFIRMED, SentenceState.OPEN]
    assert (review.sentences[0].reason, review.sentences[0].by) == ("Gesehen.", OLE)
    assert review.open_sentences == 1


def test_confirming_a_sentence_settles_the_finding_that_asks_the_same() -> None:
    story = _unsupported()
    before = assess(story.dossier)
    assert (before.open_findings, before.open_sentences) == (1, 1)
    story.confirm(ONE, by=IDA)
    after = assess(story.dossier)
    assert (after.open_findings, after.open_sentences) == (0, 0)
    assert (after.findings[0].state, after.findings[0].reason) == (FindingState.DISMISSED, "Gesehen.")


def test_dismissing_that_finding_vouches_for_nothing() -> None:
    story = _unsupported()
    story.dismiss(ONE, ONE, by=IDA, check=CHECK)
    review = assess(story.dossier)
    assert (review.open_findings, review.open_sentences) == (0, 1)


def test_confirming_settles_no_other_finding() -> None:
    story = _distorted()
    story.confirm(ONE, by=IDA)
    review = assess(story.dossier)
    assert (review.open_findings, review.open_sentences) == (1, 1)


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_a_distorted_sentence_waits_until_its_findings_are_dismissed(severity: Severity) -> None:
    story = _distorted(severity)
    assert assess(story.dossier).open_findings == 1
    assert _states(story) == [SentenceState.OPEN]
    story.dismiss(ONE, "vier", by=OLE)
    review = assess(story.dossier)
    assert (review.open_findings, review.open_sentences) == (0, 0)
    assert review.findings[0].state is FindingState.DISMISSED
    assert (review.sentences[0].state, review.sentences[0].reason, review.sentences[0].by) == (
        SentenceState.CONFIRMED,
        "Nachgefragt.",
        OLE,
    )


def test_one_of_two_findings_left_keeps_the_sentence_open() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, DISTORTED), findings=(story.finding("vier"), story.finding("Euro")))
    story.dismiss(ONE, "vier", by=OLE)
    review = assess(story.dossier)
    assert (review.open_findings, review.open_sentences) == (1, 1)


def test_a_notice_never_blocks() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, SUPPORTED), findings=(story.finding("vier", Severity.NOTICE),))
    review = assess(story.dossier)
    assert (review.open_findings, review.open_sentences) == (0, 0)
    assert review.findings[0].state is FindingState.OPEN


def test_a_distorted_sentence_with_nothing_to_dismiss_waits_for_a_confirmation() -> None:
    story = _distorted(Severity.NOTICE)
    assert _states(story) == [SentenceState.OPEN]
    story.confirm(ONE, by=IDA)
    assert _states(story) == [SentenceState.CONFIRMED]


def test_an_escalated_finding_stays_open_until_somebody_else_dismisses_it() -> None:
    story = _distorted()
    story.escalate(ONE, "vier", by=IDA)
    assert assess(story.dossier).findings[0].state is FindingState.ESCALATED
    story.dismiss(ONE, "vier", by=IDA)  # no entrance lets this through; the record does not count it either
    review = assess(story.dossier)
    assert (review.findings[0].state, review.findings[0].by, review.open_findings) == (
        FindingState.ESCALATED,
        IDA,
        1,
    )
    story.dismiss(ONE, "vier", by=OLE)
    assert assess(story.dossier).open_findings == 0


def test_none_of_those_who_passed_a_finding_on_can_dismiss_it() -> None:
    story = _distorted()
    story.escalate(ONE, "vier", by=IDA)
    story.escalate(ONE, "vier", by=OLE)
    story.dismiss(ONE, "vier", by=IDA)
    assert assess(story.dossier).open_findings == 1
    story.dismiss(ONE, "vier", by=UTE)
    assert assess(story.dossier).open_findings == 0


def test_a_dismissed_finding_opens_again_when_it_is_passed_on() -> None:
    story = _distorted()
    story.dismiss(ONE, "vier", by=IDA)
    story.escalate(ONE, "vier", by=OLE)
    assert assess(story.dossier).open_findings == 1


def test_who_passed_on_an_unsupported_sentence_cannot_settle_it_by_confirming() -> None:
    story = _unsupported()
    story.escalate(ONE, ONE, by=IDA, check=CHECK)
    story.confirm(ONE, by=IDA)
    assert assess(story.dossier).open_findings == 1
    story.confirm(ONE, by=OLE)
    review = assess(story.dossier)
    assert (review.open_findings, review.open_sentences) == (0, 0)


def test_a_decision_stays_with_its_words_and_goes_with_them() -> None:
    story = _distorted()
    story.dismiss(ONE, "vier", by=OLE)
    story.save(TWO, ONE, by=IDA)  # the sentence moved, its words did not change
    story.check((TWO, SUPPORTED), (ONE, DISTORTED), findings=(story.finding("vier"),))
    assert assess(story.dossier).open_findings == 0
    changed = "Es kostet nun vier Euro."
    story.save(TWO, changed, by=IDA)
    story.check((TWO, SUPPORTED), (changed, DISTORTED), findings=(story.finding("vier"),))
    assert assess(story.dossier).open_findings == 1


def test_a_decision_does_not_carry_over_to_other_evidence() -> None:
    story = _distorted()
    story.dismiss(ONE, "vier", by=OLE)
    story.source("mail")
    story.check((ONE, DISTORTED), findings=(story.finding("vier"),))
    assert assess(story.dossier).open_findings == 0  # the same words are held against it
    story.check((ONE, DISTORTED), findings=(story.finding("vier", against="neun"),))
    review = assess(story.dossier)
    assert (review.findings[0].state, review.open_findings) == (FindingState.OPEN, 1)


def _signed() -> Story:
    story = _draft(("Das Bad", NOT_CHECKABLE), (ONE, SUPPORTED), (TWO, UNSUPPORTED), headings=1)
    story.confirm(TWO, by=IDA)
    story.sign(OLE)
    return story


def test_an_edit_after_the_sign_off_reopens_exactly_the_sentences_it_touched() -> None:
    story = _signed()
    assert _states(story) == [
        SentenceState.NOTHING_TO_CHECK,
        SentenceState.SUPPORTED,
        SentenceState.CONFIRMED,
    ]
    edited = "Es kostet ganze vier Euro."
    story.save("Das Bad", edited, TWO, by=UTE)
    story.check(("Das Bad", NOT_CHECKABLE), (edited, SUPPORTED), (TWO, UNSUPPORTED), headings=1)
    assert _states(story) == [
        SentenceState.NOTHING_TO_CHECK,
        SentenceState.REOPENED,
        SentenceState.CONFIRMED,
    ]
    assert assess(story.dossier).open_sentences == 1
    story.confirm(edited, by=IDA)
    assert _states(story)[1] is SentenceState.CONFIRMED


def test_a_headline_changed_after_the_sign_off_is_reopened_too() -> None:
    story = _signed()
    story.save("Bad zu!", ONE, TWO, by=UTE)
    story.check(("Bad zu!", NOT_CHECKABLE), (ONE, SUPPORTED), (TWO, UNSUPPORTED), headings=1)
    assert _states(story)[0] is SentenceState.REOPENED
    assert [one.new_since_signed for one in assess(story.dossier).sentences] == [True, False, False]


def test_a_cut_or_moved_sentence_reopens_nothing_else() -> None:
    story = _signed()
    story.save(TWO, "Das Bad", by=UTE)
    story.check((TWO, UNSUPPORTED), ("Das Bad", NOT_CHECKABLE))
    assert _states(story) == [SentenceState.CONFIRMED, SentenceState.NOTHING_TO_CHECK]


def test_a_confirmation_from_before_does_not_revive_what_the_signed_text_no_longer_had() -> None:
    story = _signed()
    story.save("Das Bad", ONE, by=IDA)
    story.check(("Das Bad", NOT_CHECKABLE), (ONE, SUPPORTED), headings=1)
    story.sign(OLE)
    story.save("Das Bad", ONE, TWO, by=UTE)
    story.check(("Das Bad", NOT_CHECKABLE), (ONE, SUPPORTED), (TWO, UNSUPPORTED), headings=1)
    assert _states(story)[2] is SentenceState.REOPENED


def test_a_reopened_distorted_sentence_needs_both_its_finding_and_itself_settled() -> None:
    story = _signed()
    wrong = "Es kostet fünf Euro."
    story.save("Das Bad", wrong, TWO, by=UTE)
    story.check(
        ("Das Bad", NOT_CHECKABLE),
        (wrong, DISTORTED),
        (TWO, UNSUPPORTED),
        findings=(story.finding("fünf"),),
        headings=1,
    )
    story.dismiss(wrong, "fünf", by=IDA)
    assert _states(story)[1] is SentenceState.REOPENED
    story.confirm(wrong, by=IDA)
    assert _states(story)[1] is SentenceState.CONFIRMED


def test_a_finding_between_the_sentences_has_a_key_too() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, TWO, by=IDA)
    between = story.finding("\n", check="empty_section")
    story.check((ONE, SUPPORTED), (TWO, SUPPORTED), findings=(between,))
    assert assess(story.dossier).open_findings == 1
    story.dismiss("", "\n", by=OLE, check="empty_section")
    assert assess(story.dossier).open_findings == 0
