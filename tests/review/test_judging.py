"""Who judges before they see: what is masked, what is refused, and what is counted."""

from dataclasses import replace

import pytest

from beleg.record.canonical import decode, encode
from beleg.review.assessment import assess
from beleg.review.deciding import confirmation, dismissal, escalation
from beleg.review.evidence_seen import unread
from beleg.review.judging import Judged, differ, judgement, masked, must_judge, tally, to_judge
from beleg.review.signing import obstacles, obstacles_to_signing, sign_off_in_force
from beleg.terms.events import DraftChecked, SentenceJudged
from beleg.terms.finding import Severity
from beleg.terms.judging import Answer
from beleg.terms.passage import Passage
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.review import Obstacle, SentenceState
from beleg.terms.revision import sentence_key
from tests.review.story import DISTORTED, IDA, NOT_CHECKABLE, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

NUMBER = "Es sind vier Pfeiler."
PLAIN = "Es liegt am Fluss."
SAID = "„Wir warten auf den Tag“, sagte Jana Kern."
FIVE = Passage("meldung", 30, 46, "Es sind fünf Pfeiler.")
NEAR = Passage("meldung", 0, 12, "Es gibt Pfeiler.")
QUOTED = Passage("meldung", 60, 90, "„Wir warten auf den Tag“, so Kern.")
TO_JUDGE = SentenceState.TO_JUDGE


def _story(evidence: Passage = NEAR) -> Story:
    """Ida's text: a wrong number with a finding, a plain sentence, a quotation the machine supports."""
    story = Story()
    story.source("meldung")
    story.save(NUMBER, PLAIN, SAID, by=IDA)
    _check(story, evidence)
    return story


def _check(story: Story, evidence: Passage = NEAR) -> None:
    found = replace(story.finding("vier"), evidence=(FIVE,))
    weak = story.finding("Fluss", Severity.WARNING)
    story.check(
        (NUMBER, DISTORTED),
        (PLAIN, DISTORTED),
        (SAID, SUPPORTED),
        findings=(found, weak),
        evidence={NUMBER: (evidence,), SAID: (QUOTED,)},
    )


def _finding_key(story: Story, words: str) -> str:
    content = story.dossier.current
    assert content is not None
    return next(
        found.key
        for found in assess(story.dossier).findings
        if found.finding.span.of(content.content) == words
    )


def test_who_wrote_none_of_it_sees_neither_verdict_nor_finding_of_a_sentence_of_high_risk() -> None:
    story = _story()
    review = masked(assess(story.dossier), story.dossier, OLE)
    number, plain, said = review.sentences
    assert [one.state for one in review.sentences] == [TO_JUDGE, SentenceState.OPEN, TO_JUDGE]
    assert number.sentence.text == NUMBER and said.sentence.text == SAID
    assert number.sentence.verdict is said.sentence.verdict is Verdict.NOT_CHECKABLE
    assert number.sentence.findings == ()
    assert "vier" not in {found.finding.message for found in review.findings}
    assert [found.finding.severity for found in review.findings] == [Severity.WARNING]
    assert (review.open_findings, review.open_sentences, review.to_judge) == (1, 1, 2)
    assert plain == assess(story.dossier).sentences[1]


def test_it_is_shown_with_all_passages_in_the_order_of_the_source_so_that_none_stands_out() -> None:
    number, _, said = masked(assess(_story().dossier), _story().dossier, OLE).sentences
    assert number.sentence.evidence == (NEAR, FIVE)
    assert said.sentence.evidence == (QUOTED,)


def test_what_others_decided_about_it_is_masked_too() -> None:
    story = _story()
    story.dismiss(NUMBER, "vier", by=IDA)
    hidden = masked(assess(story.dossier), story.dossier, OLE).sentences[0]
    assert (hidden.state, hidden.reason, hidden.by) == (TO_JUDGE, "", "")


def test_who_wrote_of_it_sees_everything_at_once() -> None:
    story = _story()
    review = assess(story.dossier)
    assert masked(review, story.dossier, IDA) == review
    story.save(NUMBER, PLAIN, SAID, "Es ist neu.", by=OLE)
    assert must_judge(assess(story.dossier), story.dossier, review.sentences[0], OLE) is False


def test_each_person_judges_for_themselves() -> None:
    story = _story()
    story.judge(NUMBER, by=OLE, answer=Answer.NO)
    whole = assess(story.dossier)
    assert [s.state for s in masked(whole, story.dossier, OLE).sentences] == [
        whole.sentences[0].state,
        SentenceState.OPEN,
        TO_JUDGE,
    ]
    assert masked(whole, story.dossier, OLE).findings == whole.findings
    assert masked(whole, story.dossier, UTE).to_judge == 2
    assert masked(whole, story.dossier, "").to_judge == 2


def test_other_evidence_asks_again_and_the_same_in_another_order_does_not() -> None:
    story = _story()
    story.judge(NUMBER, by=OLE)
    _check(story)
    assert masked(assess(story.dossier), story.dossier, OLE).to_judge == 1
    _check(story, evidence=replace(NEAR, text="Es gibt sechs Pfeiler."))
    assert masked(assess(story.dossier), story.dossier, OLE).to_judge == 2


def test_the_same_words_twice_are_judged_once() -> None:
    story = Story()
    story.source("meldung")
    story.save(NUMBER, NUMBER, by=IDA)
    story.check((NUMBER, UNSUPPORTED), (NUMBER, UNSUPPORTED))
    story.judge(NUMBER, by=OLE)
    assert masked(assess(story.dossier), story.dossier, OLE).to_judge == 0
    assert tally(story.dossier, assess(story.dossier)).sentences == 1


def test_deciding_before_judging_is_refused_and_afterwards_it_is_not() -> None:
    story = _story()
    vier, fluss = _finding_key(story, "vier"), _finding_key(story, "Fluss")
    for decide in (
        lambda: dismissal(story.dossier, vier, "Nachgezählt.", by=OLE),
        lambda: escalation(story.dossier, vier, "Unklar.", by=OLE),
        lambda: confirmation(story.dossier, sentence_key(NUMBER), "Nachgezählt.", by=OLE),
        lambda: confirmation(story.dossier, sentence_key(SAID), "War dabei.", by=OLE),
    ):
        with pytest.raises(Error, match="has to be judged first"):
            decide()
    assert dismissal(story.dossier, fluss, "Ortskundig.", by=OLE).words == "Fluss"
    assert dismissal(story.dossier, vier, "Nachgezählt.", by=IDA).words == "vier"
    assert escalation(story.dossier, vier, "Unklar.", by=IDA).words == "vier"
    story.judge(NUMBER, by=OLE, answer=Answer.NO)
    assert dismissal(story.dossier, vier, "Nachgezählt.", by=OLE).words == "vier"


def test_a_judgement_says_what_was_answered_and_what_the_machine_said_then() -> None:
    story = _story()
    key = assess(story.dossier).sentences[0].evidence_key
    event = judgement(
        story.dossier, sentence_key(NUMBER), Answer.NO, by=OLE, evidence=key, verdict_shown=False
    )
    assert event == SentenceJudged(
        sentence=sentence_key(NUMBER),
        text=NUMBER,
        evidence=key,
        answer=Answer.NO,
        verdict=Verdict.DISTORTED,
        before_verdict=True,
        opens=True,
    )


def test_judging_is_refused_to_authors_twice_for_plain_sentences_and_with_other_evidence() -> None:
    story = _story()

    def judge(text: str, by: str, evidence: str = "") -> None:
        key = sentence_key(text)
        judgement(story.dossier, key, Answer.YES, by=by, evidence=evidence, verdict_shown=False)

    with pytest.raises(Error, match="Who wrote any of the text"):
        judge(NUMBER, IDA)
    with pytest.raises(Error, match="need not be judged"):
        judge(PLAIN, OLE)
    with pytest.raises(Error, match="There is no sentence"):
        judge("Nie gesagt.", OLE)
    with pytest.raises(Error, match="other evidence by now"):
        judge(NUMBER, OLE, "0" * 16)
    story.judge(NUMBER, by=OLE)
    with pytest.raises(Error, match="judged this sentence already"):
        judge(NUMBER, OLE)


@pytest.mark.parametrize(
    ("answer", "verdict", "different"),
    [
        (Answer.YES, SUPPORTED, False),
        (Answer.YES, DISTORTED, True),
        (Answer.YES, UNSUPPORTED, True),
        (Answer.NO, SUPPORTED, True),
        (Answer.NO, DISTORTED, False),
        (Answer.NO, UNSUPPORTED, False),
        (Answer.YES, NOT_CHECKABLE, False),
        (Answer.NO, NOT_CHECKABLE, False),
        *((Answer.CANNOT_TELL, verdict, False) for verdict in Verdict),
    ],
)
def test_when_person_and_machine_differ(answer: Answer, verdict: Verdict, different: bool) -> None:
    assert differ(answer, verdict) is different


def test_what_is_counted() -> None:
    story = _story()
    assert tally(story.dossier, assess(story.dossier)) == Judged(sentences=2)
    story.judge(NUMBER, by=OLE, answer=Answer.YES)
    story.judge(NUMBER, by=UTE, answer=Answer.NO)
    story.judge(SAID, by=UTE, answer=Answer.YES, shown=True)
    counted = tally(story.dossier, assess(story.dossier))
    assert counted == Judged(sentences=2, before_verdict=1, after_verdict=1, answers=3, differing=1)


@pytest.mark.parametrize("answer", [Answer.YES, Answer.CANNOT_TELL])
def test_any_answer_but_no_decides_nothing_and_voids_no_signature(answer: Answer) -> None:
    story = _story()
    before = obstacles(story.dossier, OLE)
    story.judge(NUMBER, by=OLE, answer=answer)
    assert obstacles(story.dossier, OLE) == before
    clean = Story()
    clean.source("meldung")
    clean.save(SAID, by=IDA)
    clean.check((SAID, SUPPORTED))
    clean.sign(OLE)
    clean.judge(SAID, by=UTE, answer=answer)
    assert sign_off_in_force(clean.dossier) is not None


def test_the_event_comes_back_from_its_line() -> None:
    story = _story()
    story.judge(SAID, by=OLE, answer=Answer.CANNOT_TELL)
    entry = replace(story.entries[-1], hash="a" * 64, previous="b" * 64)
    assert decode(encode(entry)) == entry
    assert b'"answer":"cannot_tell"' in encode(entry)


def test_evidence_counts_as_unread_until_exactly_it_was_shown() -> None:
    story = _story()
    review = assess(story.dossier)
    number, plain, said = review.sentences
    # The plain sentence has a finding without a passage, and none of its own: there is nothing to read.
    assert unread(review, set()) == {number.key, said.key}
    assert unread(review, {(number.key, number.evidence_key), (plain.key, plain.evidence_key)}) == {said.key}
    assert unread(review, {(said.key, "0" * 16)}) == {number.key, said.key}


def test_a_record_without_any_of_it_is_read_as_before() -> None:
    story = _story()
    last = story.entries[-1].event
    assert isinstance(last, DraftChecked)
    assert b"risks" not in encode(story.entries[-1]) and b"evidence_key" not in encode(story.entries[-1])


def _settled() -> Story:
    """The same text with nothing open in it, and a signer who has judged all of it."""
    story = _story()
    for sentence in (NUMBER, SAID):
        story.judge(sentence, by=OLE)
    for words in ("vier", "Fluss"):
        story.add(dismissal(story.dossier, _finding_key(story, words), "Nachgefragt.", by=OLE), OLE)
    return story


def test_who_signs_judges_first_and_a_signature_does_not_hang_on_it() -> None:
    story = _settled()
    assert [one.sentence.text for one in to_judge(story.dossier, UTE)] == [NUMBER, SAID]
    assert obstacles(story.dossier, UTE) == ()
    assert obstacles_to_signing(story.dossier, UTE) == (Obstacle.TO_JUDGE,)
    assert obstacles_to_signing(story.dossier, OLE) == ()
    story.sign(UTE)
    assert sign_off_in_force(story.dossier) is not None


def test_what_is_published_and_unchanged_is_not_to_judge() -> None:
    story = _settled()
    story.sign(OLE)
    assert to_judge(story.dossier, UTE)
    story.publish(OLE)
    assert to_judge(story.dossier, UTE) == ()
    assert masked(assess(story.dossier), story.dossier, UTE) == assess(story.dossier)
    # A sentence that is new since has to be judged, and only that.
    new = "Es sind neun Bögen."
    story.save(NUMBER, PLAIN, SAID, new, by=IDA)
    found = replace(story.finding("vier"), evidence=(FIVE,))
    story.check(
        (NUMBER, DISTORTED),
        (PLAIN, SUPPORTED),
        (SAID, SUPPORTED),
        (new, UNSUPPORTED),
        findings=(found,),
        evidence={NUMBER: (NEAR,), SAID: (QUOTED,)},
    )
    assert [one.sentence.text for one in to_judge(story.dossier, UTE)] == [new]


def test_other_evidence_for_what_is_published_is_to_judge() -> None:
    story = _settled()
    story.sign(OLE)
    story.publish(OLE)
    story.source("mail")
    _check(story, Passage("mail", 0, 20, "Es sind wohl Pfeiler."))
    assert [one.sentence.text for one in to_judge(story.dossier, UTE)] == [NUMBER]
