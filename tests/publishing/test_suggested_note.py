"""A wording for the correction note, made of what the article said and what its source says now."""

import pytest

from beleg.publishing.suggested_note import suggested_note
from beleg.review.reopening import needing_a_look
from beleg.terms.passage import Passage
from beleg.terms.source_change import PassageChange
from tests.review.story import IDA, OLE, SUPPORTED, UTE, Story

COST, SAID = "Es kostet vier Euro.", "„Es öffnet im {Mai}“, sagte sie."
ABOUT_COST = Passage("meldung", 0, 20, "Vier Euro kostet es.")
ABOUT_DATE = Passage("meldung", 21, 50, "„Im Mai öffnet es“, sagte sie.")
NOW = Passage("neu", 0, 21, "Fünf Euro\nkostet es.")


@pytest.fixture
def story() -> Story:
    story = Story()
    story.source("meldung")
    story.save(COST, SAID, by=IDA)
    story.check(
        (COST, SUPPORTED), (SAID, SUPPORTED), evidence={COST: (ABOUT_COST,), SAID: (ABOUT_DATE, ABOUT_COST)}
    )
    story.sign(OLE)
    story.publish(OLE)
    return story


def _note(story: Story) -> str:
    return suggested_note(needing_a_look(story.dossier), story.dossier)


def test_nothing_to_look_at_needs_no_note(story: Story) -> None:
    assert _note(story) == ""


def test_a_changed_passage_is_told_with_what_stands_there_now(story: Story) -> None:
    story.change("meldung", "neu", PassageChange(ABOUT_COST, NOW))
    now = "Die Quelle (meldung) hat diese Angabe geändert; dort heißt es jetzt: „Fünf Euro kostet es.“"
    assert _note(story).split("\n\n") == [
        f"In einer früheren Fassung dieses Artikels hieß es: „Es kostet vier Euro.“ {now}",
        f"In einer früheren Fassung dieses Artikels hieß es: „‚Es öffnet im {{Mai}}‘, sagte sie.“ {now}",
    ]


def test_a_vanished_passage(story: Story) -> None:
    story.change("meldung", "neu", PassageChange(ABOUT_DATE, None))
    assert _note(story) == (
        "In einer früheren Fassung dieses Artikels hieß es: „‚Es öffnet im {Mai}‘, sagte sie.“ "
        "In der Quelle (meldung) steht diese Angabe nicht mehr."
    )


@pytest.mark.parametrize(
    ("by_publisher", "german", "english"),
    [
        (
            True,
            "Die Quelle (meldung) hat ihre Meldung zurückgezogen.",
            "The source (meldung) has taken its report back.",
        ),
        (
            False,
            "Die Angabe stützte sich auf eine Quelle (meldung), auf die wir uns nicht mehr stützen.",
            "This rested on a source (meldung) that we no longer rely on.",
        ),
    ],
)
def test_a_retracted_source_in_both_languages(
    story: Story, by_publisher: bool, german: str, english: str
) -> None:
    from dataclasses import replace

    story.retract("meldung", by_publisher=by_publisher)
    first = _note(story).split("\n\n")[0]
    assert first == f"In einer früheren Fassung dieses Artikels hieß es: „Es kostet vier Euro.“ {german}"
    dossier = replace(story.dossier, language="en")
    first = suggested_note(needing_a_look(dossier), dossier).split("\n\n")[0]
    assert first == f"An earlier version of this article said: “Es kostet vier Euro.” {english}"


def test_a_sentence_that_was_confirmed_since_is_left_out(story: Story) -> None:
    story.retract("meldung")
    story.confirm(COST, by=UTE)
    assert "vier Euro" not in _note(story)
    assert "{Mai}" in _note(story)
