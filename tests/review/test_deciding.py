import pytest

from beleg.review.deciding import LONGEST_REASON, confirmation, dismissal, escalation
from beleg.terms.events import FindingDismissed, FindingEscalated, SentenceConfirmed
from beleg.terms.finding import Severity
from beleg.terms.refusal import Error
from beleg.terms.revision import evidence_key, finding_key, sentence_key
from tests.review.story import AGAINST, DISTORTED, IDA, OLE, SUPPORTED, UNSUPPORTED, Story

ONE, TWO, THREE = "Es kostet vier Euro.", "Es ist neu.", "Es ist blau."
KEY = finding_key("number_changed", ONE, "vier", (AGAINST,))


def _story() -> Story:
    story = Story()
    story.source("meldung")
    story.save(ONE, TWO, THREE, by=IDA)
    unsupported = story.finding(TWO, Severity.WARNING, "unsupported_sentence")
    story.check(
        (ONE, DISTORTED),
        (TWO, UNSUPPORTED),
        (THREE, SUPPORTED),
        findings=(story.finding("vier"), unsupported),
    )
    return story


def test_a_decision_becomes_an_event_with_the_words_it_is_about() -> None:
    dossier = _story().dossier
    assert dismissal(dossier, KEY, " Nachgefragt. ", by=IDA) == FindingDismissed(
        finding=KEY, check="number_changed", words="vier", reason="Nachgefragt."
    )
    assert escalation(dossier, KEY, "Unklar.", by=IDA) == FindingEscalated(
        finding=KEY, check="number_changed", words="vier", reason="Unklar."
    )
    assert confirmation(dossier, sentence_key(TWO), "Gesehen.", by=IDA) == SentenceConfirmed(
        sentence=sentence_key(TWO), text=TWO, reason="Gesehen.", evidence_seen=evidence_key(())
    )


@pytest.mark.parametrize("reason", ["", " \n ", "x" * (LONGEST_REASON + 1)])
def test_no_decision_without_a_reason_that_can_be_kept(reason: str) -> None:
    dossier = _story().dossier
    with pytest.raises(Error, match="reason"):
        dismissal(dossier, KEY, reason, by=IDA)
    with pytest.raises(Error, match="reason"):
        escalation(dossier, KEY, reason, by=IDA)
    with pytest.raises(Error, match="reason"):
        confirmation(dossier, sentence_key(TWO), reason, by=IDA)


def test_what_is_not_in_the_current_text_cannot_be_decided() -> None:
    story = _story()
    with pytest.raises(Error, match="no finding abc in the current text"):
        dismissal(story.dossier, "abc", "Weil.", by=IDA)
    with pytest.raises(Error, match="no sentence abc in the current text"):
        confirmation(story.dossier, "abc", "Weil.", by=IDA)
    story.save(TWO, by=IDA)
    with pytest.raises(Error, match="no finding"):
        escalation(story.dossier, KEY, "Weil.", by=IDA)


def test_what_is_settled_is_not_decided_twice() -> None:
    story = _story()
    story.dismiss(ONE, "vier", by=OLE)
    with pytest.raises(Error, match="settled already"):
        dismissal(story.dossier, KEY, "Weil.", by=IDA)
    story.confirm(TWO, by=OLE)
    with pytest.raises(Error, match="confirmed already"):
        confirmation(story.dossier, sentence_key(TWO), "Weil.", by=IDA)
    with pytest.raises(Error, match="does not wait"):
        confirmation(story.dossier, sentence_key(THREE), "Weil.", by=IDA)


def test_who_passed_a_finding_on_leaves_it_to_others() -> None:
    story = _story()
    story.escalate(ONE, "vier", by=IDA)
    with pytest.raises(Error, match="passed a finding on cannot settle it"):
        dismissal(story.dossier, KEY, "Doch.", by=IDA)
    with pytest.raises(Error, match="has been passed on already"):
        escalation(story.dossier, KEY, "Wirklich unklar.", by=IDA)
    story.judge(ONE, by=OLE)
    assert dismissal(story.dossier, KEY, "Nachgefragt.", by=OLE).reason == "Nachgefragt."


def test_a_dismissed_finding_can_be_passed_on() -> None:
    story = _story()
    story.dismiss(ONE, "vier", by=OLE)
    assert escalation(story.dossier, KEY, "Doch nicht klar.", by=IDA).words == "vier"


def test_nobody_vouches_for_a_sentence_on_which_another_finding_is_open() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, TWO, by=IDA)
    unsupported = story.finding(ONE, Severity.WARNING, "unsupported_sentence")
    story.check((ONE, UNSUPPORTED), (TWO, SUPPORTED), findings=(unsupported, story.finding("vier")))
    with pytest.raises(Error, match="while another finding on it is open"):
        confirmation(story.dossier, sentence_key(ONE), "Gesehen.", by=IDA)
    story.escalate(ONE, "vier", by=IDA)
    with pytest.raises(Error, match="while another finding on it is open"):
        confirmation(story.dossier, sentence_key(ONE), "Gesehen.", by=IDA)
    story.judge(ONE, by=OLE)
    story.dismiss(ONE, "vier", by=OLE)
    assert confirmation(story.dossier, sentence_key(ONE), "Gesehen.", by=OLE).text == ONE


def test_a_notice_keeps_nobody_from_confirming() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, UNSUPPORTED), findings=(story.finding("vier", Severity.NOTICE),))
    story.judge(ONE, by=OLE)
    assert confirmation(story.dossier, sentence_key(ONE), "Gesehen.", by=OLE).text == ONE


def test_who_passed_a_sentence_on_does_not_confirm_it() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, TWO, by=IDA)
    unsupported = story.finding(ONE, Severity.WARNING, "unsupported_sentence")
    story.check((ONE, UNSUPPORTED), (TWO, SUPPORTED), findings=(unsupported,))
    story.escalate(ONE, ONE, by=IDA, check="unsupported_sentence")
    with pytest.raises(Error, match="passed a finding on cannot settle it"):
        confirmation(story.dossier, sentence_key(ONE), "Gesehen.", by=IDA)
    story.judge(ONE, by=OLE)
    assert confirmation(story.dossier, sentence_key(ONE), "Gesehen.", by=OLE).text == ONE
