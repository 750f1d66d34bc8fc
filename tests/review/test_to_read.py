"""A language model's own words: open until a person has read them against their passages, whatever the checks say."""

import pytest

from beleg.review.assessment import assess
from beleg.review.deciding import confirmation
from beleg.review.signing import obstacles
from beleg.terms.report import Verdict
from beleg.terms.review import Obstacle, ReviewedSentence, SentenceState
from beleg.terms.revision import Origin, SentenceOrigin
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


def test_dismissing_a_finding_on_it_does_not_close_it_and_confirming_it_does() -> None:
    story = _draft()
    story.check((WORDED, DISTORTED), findings=(story.finding("Herbst"),))
    story.dismiss(WORDED, "Herbst", by=OLE)
    assert assess(story.dossier).open_findings == 0
    assert _only(story).state is SentenceState.OPEN and _only(story).to_read
    assert Obstacle.OPEN_SENTENCES in obstacles(story.dossier, UTE)
    story.add(confirmation(story.dossier, _only(story).key, "Nachgelesen.", by=OLE), OLE)
    assert (_only(story).state, _only(story).reason) == (SentenceState.CONFIRMED, "Nachgelesen.")
    assert not _only(story).to_read
    assert obstacles(story.dossier, UTE) == ()


def test_who_changes_a_comma_has_not_read_it() -> None:
    story = _draft()
    story.save(COMMA, by=OLE)
    story.check((COMMA, SUPPORTED))
    assert _only(story).state is SentenceState.OPEN and _only(story).to_read


VERBATIM = "Der Gemeinderat hat den Umbau am Montag mit zwölf Stimmen beschlossen."


def _joined(first: str, second: str) -> str:
    return f"{first.rstrip('.')}, und {second[0].lower()}{second[1:]}"


@pytest.mark.parametrize("in_order", [True, False])
@pytest.mark.parametrize("at_once", [True, False])
def test_joining_it_to_what_a_source_has_word_for_word_does_not_close_it(
    in_order: bool, at_once: bool
) -> None:
    story = Story()
    story.source("meldung")
    origins = tuple(
        SentenceOrigin(text=text, origin=origin, changed_by=IDA, engine="Setzer 1", to_read=to_read)
        for text, origin, to_read in (
            (VERBATIM, Origin.SOURCE, False),
            (WORDED, Origin.MACHINE, True),
        )
    )
    story._revision("\n".join((VERBATIM, WORDED)), origins, IDA)
    if not at_once:
        story.save(VERBATIM, by=OLE)
    joined = _joined(VERBATIM, WORDED) if in_order else _joined(WORDED, VERBATIM)
    story.save(joined, by=OLE)
    story.check((joined, SUPPORTED))
    assert _only(story).state is SentenceState.OPEN and _only(story).to_read
    assert Obstacle.OPEN_SENTENCES in obstacles(story.dossier, UTE)


def test_joining_what_sources_have_word_for_word_opens_nothing() -> None:
    story = Story()
    story.source("meldung")
    story.machine(VERBATIM, WORDED, by=IDA)
    joined = _joined(VERBATIM, WORDED)
    story.save(joined, by=OLE)
    story.check((joined, SUPPORTED))
    assert _only(story).state is SentenceState.SUPPORTED and not _only(story).to_read


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
