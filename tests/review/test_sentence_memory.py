"""A sentence once confirmed stays confirmed while its words and its evidence are unchanged."""

from dataclasses import replace

from beleg.record.canonical import encode
from beleg.review.assessment import assess
from beleg.review.deciding import confirmation
from beleg.review.signing import sign_off_in_force
from beleg.terms.events import DraftChecked, SentenceConfirmed
from beleg.terms.finding import Severity
from beleg.terms.passage import Passage
from beleg.terms.report import Verdict
from beleg.terms.review import FindingState, SentenceState
from beleg.terms.revision import sentence_key
from tests.review.story import IDA, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

ONE = "Es kostet vier Euro."
TWO = "Es ist neu."
THREE = "Es liegt am Fluss."
NEAR = Passage("meldung", 0, 12, "Es ist schön.")
FAR = Passage("nachtrag", 5, 17, "Es ist alt.")
OPEN, REOPENED, CONFIRMED = SentenceState.OPEN, SentenceState.REOPENED, SentenceState.CONFIRMED


def _checked(
    story: Story, *sentences: str, zwei: tuple[Passage, ...], verdict: Verdict = UNSUPPORTED
) -> None:
    """Save and check sentences with this verdict; `zwei` is the evidence of TWO, the others have none."""
    story.save(*sentences, by=IDA)
    unsupported = sentences if verdict is UNSUPPORTED else ()
    findings = tuple(story.finding(text, Severity.WARNING, "unsupported_sentence") for text in unsupported)
    story.check(*((text, verdict) for text in sentences), findings=findings)
    entry = story.entries[-1]
    assert isinstance(entry.event, DraftChecked)
    report = entry.event.report
    with_evidence = tuple(replace(s, evidence=zwei) if s.text == TWO else s for s in report.sentences)
    event = replace(entry.event, report=replace(report, sentences=with_evidence))
    story.entries[-1] = replace(entry, event=event)


def _confirmed(*evidence: Passage) -> Story:
    """A story in which Ole confirmed TWO, with this evidence before him."""
    story = Story()
    story.source("meldung")
    _checked(story, ONE, TWO, zwei=evidence)
    story.add(confirmation(story.dossier, sentence_key(TWO), "Angerufen.", by=OLE), OLE)
    return story


def _state(story: Story, text: str = TWO) -> SentenceState:
    return next(s.state for s in assess(story.dossier).sentences if s.sentence.text == text)


def test_it_stays_when_it_is_moved() -> None:
    story = _confirmed(NEAR)
    _checked(story, TWO, ONE, zwei=(NEAR,))
    assert (_state(story), _state(story, ONE)) == (CONFIRMED, OPEN)


def test_it_stays_when_its_neighbours_change_come_and_go() -> None:
    story = _confirmed(NEAR)
    _checked(story, THREE, TWO, zwei=(NEAR,))
    assert (_state(story), _state(story, THREE)) == (CONFIRMED, OPEN)
    _checked(story, TWO, zwei=(NEAR,))
    assert _state(story) is CONFIRMED


def test_it_stays_when_the_same_words_of_the_source_are_found_elsewhere_in_it_or_in_another_order() -> None:
    story = _confirmed(NEAR, FAR)
    _checked(story, ONE, TWO, zwei=(replace(FAR, start=40, end=52), NEAR))
    assert _state(story) is CONFIRMED


def test_it_is_open_again_when_evidence_comes_changes_or_goes() -> None:
    for before, now in (((), (FAR,)), ((NEAR,), (FAR,)), ((NEAR,), (NEAR, FAR)), ((NEAR,), ())):
        story = _confirmed(*before)
        story.source("nachtrag")
        _checked(story, ONE, TWO, zwei=now)
        review = assess(story.dossier)
        assert _state(story) is REOPENED
        assert (review.open_sentences, review.open_findings) == (2, 2)


def test_it_stays_when_its_passage_stands_word_for_word_in_a_newer_version_of_the_source() -> None:
    story = _confirmed(NEAR)
    older = story.dossier.sources[0]
    story.add(replace(older, source="meldung-2", newer_version_of="meldung"), IDA)
    story.add(replace(older, source="meldung-3", newer_version_of="meldung-2"), IDA)
    _checked(story, ONE, TWO, zwei=(replace(NEAR, source="meldung-3", start=9, end=22),))
    assert _state(story) is CONFIRMED
    _checked(story, ONE, TWO, zwei=(replace(NEAR, source="meldung-3", text="Es ist schön da."),))
    assert _state(story) is REOPENED


def test_it_is_open_again_when_another_source_says_the_same() -> None:
    story = _confirmed(NEAR)
    _checked(story, ONE, TWO, zwei=(replace(NEAR, source="nachtrag"),))
    assert _state(story) is REOPENED


def test_it_is_confirmed_anew_and_then_holds_with_either_evidence() -> None:
    story = _confirmed(NEAR)
    _checked(story, ONE, TWO, zwei=(FAR,))
    story.add(confirmation(story.dossier, sentence_key(TWO), "Noch einmal angerufen.", by=UTE), UTE)
    reviewed = assess(story.dossier).sentences[1]
    assert (reviewed.state, reviewed.by, reviewed.reason) == (CONFIRMED, UTE, "Noch einmal angerufen.")
    _checked(story, ONE, TWO, zwei=(NEAR,))
    reviewed = assess(story.dossier).sentences[1]
    assert (reviewed.state, reviewed.by, reviewed.reason) == (CONFIRMED, OLE, "Angerufen.")
    settled = next(found for found in assess(story.dossier).findings if found.state is FindingState.DISMISSED)
    assert (settled.by, settled.reason) == (OLE, "Angerufen.")


def test_evidence_that_supports_it_needs_nobody() -> None:
    story = _confirmed()
    _checked(story, ONE, TWO, zwei=(FAR,), verdict=SUPPORTED)
    assert _state(story) is SentenceState.SUPPORTED


def test_other_evidence_after_the_signature_voids_it() -> None:
    story = _confirmed(NEAR)
    story.judge(ONE, by=OLE)
    story.add(confirmation(story.dossier, sentence_key(ONE), "Gerechnet.", by=OLE), OLE)
    story.sign(UTE)
    assert sign_off_in_force(story.dossier) is not None
    _checked(story, ONE, TWO, zwei=(FAR,))
    assert (_state(story), _state(story, ONE)) == (REOPENED, CONFIRMED)
    assert sign_off_in_force(story.dossier) is None


def test_the_same_words_twice_are_confirmed_with_the_evidence_of_both() -> None:
    story = Story()
    _checked(story, TWO, TWO, zwei=(NEAR,))
    story.add(confirmation(story.dossier, sentence_key(TWO), "Angerufen.", by=OLE), OLE)
    assert [s.state for s in assess(story.dossier).sentences] == [CONFIRMED, CONFIRMED]


def test_a_confirmation_older_than_this_holds_with_any_evidence_and_keeps_its_bytes() -> None:
    story = Story()
    _checked(story, TWO, zwei=(NEAR,))
    story.confirm(TWO, by=OLE)
    assert b"evidence_seen" not in encode(story.entries[-1])
    _checked(story, TWO, zwei=(FAR,))
    assert _state(story) is CONFIRMED
    story = _confirmed()
    story.judge(ONE, by=OLE)
    event = confirmation(story.dossier, sentence_key(ONE), "Gerechnet.", by=OLE)
    assert isinstance(event, SentenceConfirmed)
    assert event.evidence_seen
