"""What is open is counted once: a finding, or a sentence that no open finding leads to."""

from beleg.review.assessment import assess
from beleg.review.open_things import waiting_alone
from beleg.review.stage import stage, untouched
from beleg.terms.finding import Severity
from beleg.terms.listed import Stage
from tests.review.story import DISTORTED, IDA, NOT_CHECKABLE, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

ONE, TWO, THREE = "Das Bad kostet vier Euro.", "Es ist schön neu.", "Die Leute freuen sich."


def _alone(story: Story) -> list[str]:
    return [one.sentence.text for one in waiting_alone(assess(story.dossier))]


def test_a_sentence_that_a_finding_leads_to_is_counted_with_the_finding() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, TWO, THREE, by=IDA)
    notice = story.finding("Leute", Severity.NOTICE)
    story.check(
        (ONE, DISTORTED), (TWO, SUPPORTED), (THREE, UNSUPPORTED), findings=(story.finding("vier"), notice)
    )
    review = assess(story.dossier)
    assert (review.open_findings, review.open_sentences) == (1, 2)
    assert _alone(story) == [THREE], "a notice leads nobody anywhere"
    story.dismiss(ONE, "vier", by=OLE)
    story.confirm(THREE, by=OLE)
    assert _alone(story) == []


def test_a_first_version_that_nobody_touched_does_not_wait_for_a_signature_yet() -> None:
    story = Story()
    story.machine(ONE, TWO, by=IDA)
    story.check((ONE, SUPPORTED), (TWO, SUPPORTED))

    def reached() -> Stage:
        return stage(story.dossier, assess(story.dossier), None)

    assert untouched(story.dossier) and reached() is Stage.UNTOUCHED
    story.save(ONE, THREE, by=UTE)
    story.check((ONE, SUPPORTED), (THREE, SUPPORTED))
    assert not untouched(story.dossier) and reached() is Stage.WAITING


def test_a_decision_is_a_look_at_the_text() -> None:
    story = Story()
    story.save(ONE, TWO, by=IDA)
    story.check((ONE, SUPPORTED), (TWO, NOT_CHECKABLE))
    assert untouched(story.dossier)
    story.confirm(ONE, by=OLE)
    assert not untouched(story.dossier)
