"""A source changed or was taken back: which sentences open again, and until when."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.review.assessment import assess
from beleg.review.reopening import needing_a_look, touched, waiting
from beleg.review.signing import obstacles, obstacles_to_publishing, sign_off_in_force
from beleg.terms.passage import Passage
from beleg.terms.review import Obstacle, SentenceState
from beleg.terms.revision import sentence_key
from beleg.terms.source_change import PassageChange
from tests.review.story import IDA, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

AT = "2026-03-01T10:00:00.000000Z"
COST = "Es kostet vier Euro."
DATE = "Es öffnet im Mai."
OWN = "Alle freuen sich."
# „Vier Euro kostet es.“ at 0, „Im Mai öffnet es.“ at 21
ABOUT_COST = Passage("meldung", 0, 20, "Vier Euro kostet es.")
ABOUT_DATE = Passage("meldung", 21, 38, "Im Mai öffnet es.")
OTHER = Passage("mail", 0, 20, "Vier Euro kostet es.")
NOW = Passage("neu", 0, 21, "Fünf Euro kostet es.")
COST_CHANGED = PassageChange(ABOUT_COST, NOW)
DATE_GONE = PassageChange(ABOUT_DATE, None)

OPEN, REOPENED, CONFIRMED = SentenceState.OPEN, SentenceState.REOPENED, SentenceState.CONFIRMED
FINE = SentenceState.SUPPORTED


def _checked(story: Story) -> None:
    story.check(
        (COST, SUPPORTED),
        (DATE, SUPPORTED),
        (OWN, UNSUPPORTED),
        evidence={COST: (ABOUT_COST,), DATE: (ABOUT_DATE,)},
    )


def _story(*, published: bool = False) -> Story:
    story = Story()
    story.source("meldung")
    story.source("mail")
    story.save(COST, DATE, OWN, by=IDA)
    _checked(story)
    story.confirm(OWN, by=OLE)
    if published:
        story.sign(OLE)
        story.publish(OLE)
    return story


def _again(story: Story) -> None:
    """The check that follows a change: both sentences rest on what is new."""
    story.check(
        (COST, SUPPORTED),
        (DATE, SUPPORTED),
        (OWN, UNSUPPORTED),
        evidence={COST: (OTHER,), DATE: (Passage("neu", 22, 39, "Im Mai öffnet es."),)},
    )


def _outdated(story: Story) -> bool:
    return story.dossier.check_outdated


def _states(story: Story) -> list[SentenceState]:
    return [sentence.state for sentence in assess(story.dossier).sentences]


def test_only_the_sentence_whose_passage_changed_opens_again() -> None:
    story = _story()
    assert _states(story) == [FINE, FINE, CONFIRMED]
    story.change("meldung", "neu", COST_CHANGED)
    assert _states(story) == [REOPENED, FINE, CONFIRMED]
    _again(story)
    assert _states(story) == [REOPENED, FINE, CONFIRMED]
    (why,) = assess(story.dossier).sentences[0].touched
    assert (why.text, why.passages, why.changes) == (COST, (ABOUT_COST,), (COST_CHANGED,))
    assert why.told.by == UTE
    assert assess(story.dossier).open_sentences == 1


def test_a_retracted_source_opens_everything_that_rested_on_it() -> None:
    story = _story()
    story.retract("meldung")
    _again(story)
    assert _states(story) == [REOPENED, REOPENED, CONFIRMED]
    assert assess(story.dossier).sentences[0].touched[0].changes == ()
    assert [source.source for source in story.dossier.standing_sources] == ["mail"]


def test_a_change_of_another_source_opens_nothing() -> None:
    story = _story()
    story.retract("mail")
    story.change("meldung", "neu")
    _again(story)
    assert _states(story) == [FINE, FINE, CONFIRMED]
    assert touched(story.dossier) == ()


def test_the_sentence_waits_until_somebody_confirms_it() -> None:
    story = _story()
    story.change("meldung", "neu", COST_CHANGED, DATE_GONE)
    _again(story)
    story.confirm(COST, by=OLE)
    assert _states(story) == [CONFIRMED, REOPENED, CONFIRMED]
    story.retract("mail")  # what the new check found it to rest on
    _again(story)
    assert _states(story) == [REOPENED, REOPENED, CONFIRMED]
    assert [one.told.event.source for one in assess(story.dossier).sentences[0].touched] == ["mail"]


def test_a_confirmation_from_before_does_not_count() -> None:
    story = Story()
    story.source("meldung")
    story.save(COST, by=IDA)
    story.check((COST, UNSUPPORTED), evidence={COST: (ABOUT_COST,)})
    story.confirm(COST, by=OLE)
    assert _states(story) == [CONFIRMED]
    story.change("meldung", "neu", COST_CHANGED)
    story.check((COST, UNSUPPORTED))
    assert _states(story) == [REOPENED]


def test_an_edit_elsewhere_hides_nothing() -> None:
    story = _story()
    story.change("meldung", "neu", COST_CHANGED)
    story.save(COST, DATE, by=IDA)
    story.check((COST, SUPPORTED), (DATE, SUPPORTED), evidence={COST: (OTHER,)})
    assert _states(story) == [REOPENED, FINE]
    new = "Es kostet fünf Euro."
    story.save(new, DATE, by=IDA)
    story.check((new, SUPPORTED), (DATE, SUPPORTED), evidence={new: (NOW,)})
    assert _states(story) == [FINE, FINE]


def test_a_sentence_rests_on_what_the_last_check_before_the_change_found() -> None:
    story = _story()
    _again(story)
    story.change("meldung", "neu", COST_CHANGED)
    assert touched(story.dossier) == ()
    story.retract("mail")
    assert [one.text for one in touched(story.dossier)] == [COST]


def test_a_signature_falls_and_nothing_can_be_signed_before_the_next_check() -> None:
    story = _story(published=True)
    assert sign_off_in_force(story.dossier) is not None
    story.change("meldung", "neu", COST_CHANGED)
    assert sign_off_in_force(story.dossier) is None
    assert _outdated(story)
    assert set(obstacles(story.dossier, OLE)) == {Obstacle.NOT_CHECKED, Obstacle.OPEN_SENTENCES}
    _again(story)
    assert not _outdated(story)
    assert obstacles(story.dossier, OLE) == (Obstacle.OPEN_SENTENCES,)
    story.confirm(COST, by=OLE)
    assert obstacles(story.dossier, OLE) == ()
    assert obstacles_to_publishing(story.dossier, AT) == (Obstacle.NOT_SIGNED,)
    story.sign(OLE)
    assert sign_off_in_force(story.dossier) is not None


def test_a_retraction_alone_voids_a_signature_even_where_nothing_rested_on_the_source() -> None:
    story = _story(published=True)
    story.retract("mail")
    _again(story)
    assert obstacles(story.dossier, OLE) == ()
    assert sign_off_in_force(story.dossier) is None


def test_a_published_article_needs_a_look_until_each_sentence_is_confirmed_or_corrected() -> None:
    story = _story(published=True)
    assert needing_a_look(story.dossier) == ()
    story.change("meldung", "neu", DATE_GONE, COST_CHANGED)
    _again(story)
    assert [one.text for one in needing_a_look(story.dossier)] == [COST, DATE]
    story.confirm(DATE, by=OLE)
    assert [one.text for one in needing_a_look(story.dossier)] == [COST]
    new = "Es kostet fünf Euro."
    story.save(new, DATE, OWN, by=IDA)
    assert [one.text for one in needing_a_look(story.dossier)] == [COST]  # it is still out
    story.check((new, SUPPORTED), (DATE, SUPPORTED), (OWN, UNSUPPORTED), evidence={new: (NOW,)})
    story.confirm(DATE, by=OLE)
    story.confirm(OWN, by=OLE)
    story.confirm(new, by=OLE)
    story.sign(OLE)
    story.publish(OLE)
    assert needing_a_look(story.dossier) == ()


def test_an_unpublished_article_needs_no_look() -> None:
    story = _story()
    story.retract("meldung")
    assert needing_a_look(story.dossier) == ()
    assert set(waiting(story.dossier)) == {sentence_key(COST), sentence_key(DATE)}


def test_a_newer_version_stands_for_the_older_until_it_is_taken_back() -> None:
    story = Story()
    story.source("eins")
    story.change("eins", "zwei")
    story.change("zwei", "drei")
    assert story.dossier.replaced == {"eins": "zwei", "zwei": "drei"}
    story.retract("drei")
    assert [source.source for source in story.dossier.standing_sources] == ["zwei"]
    story.change("zwei", "eins")
    assert [source.source for source in story.dossier.standing_sources] == ["eins"]
    story.retract("eins")
    assert [source.source for source in story.dossier.standing_sources] == ["zwei"]


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=6),
    st.tuples(st.integers(0, 60), st.integers(1, 12)),
)
def test_touched_is_every_sentence_whose_passage_overlaps_a_changed_one(
    lengths: list[tuple[int, int]], passage: tuple[int, int]
) -> None:
    start, spans = 0, []
    for gap, length in lengths:
        spans.append((start + gap, start + gap + length))
        start += gap + length
    resting = Passage("meldung", passage[0], passage[0] + passage[1], "")
    story = Story()
    story.source("meldung")
    story.save(COST, by=IDA)
    story.check((COST, SUPPORTED), evidence={COST: (resting,)})
    changes = tuple(PassageChange(Passage("meldung", a, b, ""), None) for a, b in spans)
    story.change("meldung", "neu", *changes)
    expected = tuple(
        one for one in changes if one.passage.start < resting.end and resting.start < one.passage.end
    )
    assert tuple(change for one in touched(story.dossier) for change in one.changes) == expected
