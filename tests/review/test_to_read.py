"""A language model's own words: open until a person has read them against their passages, whatever the checks say."""

import pytest

from beleg.review.assessment import assess
from beleg.review.deciding import confirmation
from beleg.review.signing import obstacles
from beleg.terms.report import Verdict
from beleg.terms.review import Obstacle, ReviewedSentence, SentenceState
from tests.review.story import DISTORTED, IDA, NOT_CHECKABLE, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

WORDED = "Das Hallenbad in Mühlried bleibt bis zum Herbst geschlossen."
COMMA = "Das Hallenbad in Mühlried, bleibt bis zum Herbst geschlossen."
OWN = "Eine Katze schlief auf dem Sprungbrett des Nachbarn."


def _draft(verdict: Verdict = SUPPORTED, *, to_read: bool = True) -> Story:
    story = Story()
    story.source("meldung")
    story.machine(WORDED, by=IDA, to_read=to_read)
    story.check((WORDED, verdict))
    return story


def _only(story: Story) -> ReviewedSentence:
    (sentence,) = assess(story.dossier).sentences
    return sentence


@pytest.mark.parametrize("verdict", [SUPPORTED, NOT_CHECKABLE, UNSUPPORTED, DISTORTED])
def test_no_verdict_closes_it(verdict: Verdict) -> None:
    story = _draft(verdict)
    assert _only(story).state is SentenceState.OPEN and _only(story).to_read
    assert assess(story.dossier).open_sentences == 1
    assert Obstacle.OPEN_SENTENCES in obstacles(story.dossier, UTE)


def test_what_a_source_has_word_for_word_is_closed_by_the_check() -> None:
    story = _draft(to_read=False)
    assert _only(story).state is SentenceState.SUPPORTED and not _only(story).to_read
    assert Obstacle.OPEN_SENTENCES not in obstacles(story.dossier, UTE)


@pytest.mark.parametrize("verdict", [SUPPORTED, NOT_CHECKABLE])
def test_a_person_who_confirms_it_closes_it(verdict: Verdict) -> None:
    story = _draft(verdict)
    story.add(confirmation(story.dossier, _only(story).key, "Nachgelesen.", by=OLE), OLE)
    assert _only(story).state is SentenceState.CONFIRMED and not _only(story).to_read
    assert _only(story).by == OLE
    assert Obstacle.OPEN_SENTENCES not in obstacles(story.dossier, UTE)


def test_who_changes_a_comma_has_not_read_it() -> None:
    story = _draft()
    story.save(COMMA, by=OLE)
    story.check((COMMA, SUPPORTED))
    assert _only(story).state is SentenceState.OPEN and _only(story).to_read


def test_a_sentence_of_ones_own_in_its_place_is_a_persons() -> None:
    story = _draft()
    story.save(OWN, by=OLE)
    story.check((OWN, SUPPORTED))
    assert _only(story).state is SentenceState.SUPPORTED and not _only(story).to_read


def test_pasting_it_back_does_not_close_it() -> None:
    story = _draft()
    story.save(OWN, by=OLE)
    story.save(WORDED, by=OLE)
    story.check((WORDED, SUPPORTED))
    assert _only(story).to_read
