from dataclasses import replace

import pytest

from beleg.review.disclosing import compared, disclosure
from beleg.terms.disclosure import Disclosure
from beleg.terms.events import DraftChecked
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin
from tests.review.story import DISTORTED, IDA, OLE, SUPPORTED, UNSUPPORTED, UTE, Story

ONE, TWO, THREE = "Das Bad kostet vier Euro.", "Es ist schön neu.", "Die Leute freuen sich."


def test_it_counts_what_the_record_shows() -> None:
    story = Story()
    story.source("meldung")
    story.source("portal", same_origin_as="meldung")
    story.source("mail")
    story.machine(ONE, "Es ist neu.", by=IDA)
    story.save(ONE, TWO, THREE, by=UTE)
    story.check((ONE, DISTORTED), (TWO, SUPPORTED), (THREE, UNSUPPORTED), findings=(story.finding("vier"),))
    story.dismiss(ONE, "vier", by=OLE)
    story.confirm(THREE, by=OLE)
    story.sign(OLE)
    assert disclosure(story.dossier) == Disclosure(
        sentences=3,
        machine=1,
        rewritten=1,
        source=0,
        person=1,
        engines=("Setzer 1",),
        sources=3,
        origins=2,
        not_compared=0,
        supported=1,
        confirmed=1,
        dismissed=1,
        signed_by=OLE,
        signed_at="2026-03-01T10:00:00.000000Z",
        content_sha256=story.content_sha256,
    )


def test_without_a_machine_there_is_no_claim_of_its_help() -> None:
    story = Story()
    story.save(ONE, by=IDA)
    found = disclosure(story.dossier)
    assert (found.person, found.engines, found.machine_helped) == (1, (), False)


def test_a_sentence_taken_over_from_a_source_by_the_machine_is_its_help() -> None:
    story = Story()
    story.machine(ONE, by=IDA, origin=Origin.SOURCE)
    found = disclosure(story.dossier)
    assert (found.source, found.engines, found.machine_helped) == (1, ("Setzer 1",), True)


def test_a_machines_sentence_that_was_cut_leaves_no_engine() -> None:
    story = Story()
    story.machine(ONE, by=IDA)
    story.save("Niemand weiß warum.", by=UTE)
    assert disclosure(story.dossier).engines == ()


def test_nothing_is_said_of_a_review_that_does_not_cover_the_text() -> None:
    story = Story()
    story.save(ONE, by=IDA)
    story.check((ONE, SUPPORTED))
    story.sign(OLE)
    assert disclosure(story.dossier).signed_by == OLE
    story.save(TWO, by=UTE)
    found = disclosure(story.dossier)
    assert (found.signed_by, found.signed_at, found.supported) == ("", "", 0)


def test_a_dismissal_of_words_that_are_gone_is_not_counted() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    story.check((ONE, DISTORTED), findings=(story.finding("vier"),))
    story.dismiss(ONE, "vier", by=OLE)
    story.save(TWO, by=IDA)
    story.check((TWO, SUPPORTED))
    assert disclosure(story.dossier).dismissed == 0


def test_without_a_draft_there_is_nothing_to_say() -> None:
    with pytest.raises(Error, match="Das Hallenbad: there is no draft"):
        disclosure(Story().dossier)


def held_against(story: Story, *sources: str) -> None:
    """The last check compared the text with these sources only."""
    entry = story.entries[-1]
    assert isinstance(entry.event, DraftChecked)
    report = replace(entry.event.report, sources=sources)
    story.entries[-1] = replace(entry, event=replace(entry.event, report=report))


def test_a_source_that_was_not_compared_is_not_counted_as_compared() -> None:
    story = Story()
    story.source("meldung")
    story.source("portal", same_origin_as="meldung")
    story.source("blatt", same_origin_as="portal")
    story.source("english")
    story.save(ONE, by=IDA)
    nothing = disclosure(story.dossier)
    assert (nothing.sources, nothing.origins, nothing.not_compared) == (0, 0, 4)
    story.check((ONE, SUPPORTED))
    held_against(story, "portal", "blatt")
    found = disclosure(story.dossier)
    assert (found.sources, found.origins, found.not_compared) == (2, 1, 2)
    assert [source.source for source in compared(story.dossier)] == ["portal", "blatt"]


def test_sources_that_name_each_other_as_their_origin_end() -> None:
    story = Story()
    story.source("eins", same_origin_as="zwei")
    story.source("zwei", same_origin_as="eins")
    story.save(ONE, by=IDA)
    story.check((ONE, SUPPORTED))
    assert disclosure(story.dossier).sources == 2
