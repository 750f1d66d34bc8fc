from collections.abc import Callable
from dataclasses import replace

import pytest

from beleg.review.disclosing import compared, disclosure, disclosure_if_signed
from beleg.terms.disclosure import Disclosure
from beleg.terms.events import DraftChecked
from beleg.terms.finding import Severity
from beleg.terms.opinion import Answer, Opinion
from beleg.terms.passage import Passage
from beleg.terms.refusal import Error
from beleg.terms.report import Coverage, Report
from beleg.terms.revision import Origin
from tests.review.story import (
    AGAINST,
    DISTORTED,
    IDA,
    NOT_CHECKABLE,
    OLE,
    SUPPORTED,
    UNSUPPORTED,
    UTE,
    Story,
)

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
        by_signer=2,
        carried=1,
        settled=1,
    )


def test_a_supported_sentence_that_somebody_confirms_is_counted_as_confirmed() -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, TWO, by=IDA)
    story.check((ONE, SUPPORTED), (TWO, SUPPORTED))
    story.sign(OLE)
    story.save(ONE, THREE, by=IDA)
    story.check((ONE, SUPPORTED), (THREE, SUPPORTED))
    story.confirm(THREE, by=OLE)
    found = disclosure(story.dossier)
    assert (found.sentences, found.supported) == (2, 2)
    assert (found.carried, found.confirmed, found.settled, found.rest) == (1, 1, 0, 0)


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


def told_by_the_check(story: Story, change: Callable[[Report], Report]) -> None:
    """The last check's report is changed."""
    entry = story.entries[-1]
    assert isinstance(entry.event, DraftChecked)
    story.entries[-1] = replace(entry, event=replace(entry.event, report=change(entry.event.report)))


def test_a_machine_s_headline_is_told_until_a_person_writes_another() -> None:
    story = Story(headline="")
    story.machine("Das Bad öffnet", by=IDA)
    story.save("Das Bad öffnet", ONE, by=UTE)
    story.check(("Das Bad öffnet", NOT_CHECKABLE), (ONE, SUPPORTED), headings=1)
    found = disclosure(story.dossier)
    assert (found.machine, found.person, found.machine_headline, found.nothing_to_check) == (1, 1, True, 1)
    story.save("Endlich warmes Wasser", ONE, by=UTE)
    story.check(("Endlich warmes Wasser", NOT_CHECKABLE), (ONE, SUPPORTED), headings=1)
    assert disclosure(story.dossier).machine_headline is False


def test_what_the_check_left_out_and_whom_it_asked_is_counted() -> None:
    story = Story()
    story.save(ONE, by=IDA)
    story.check((ONE, SUPPORTED), findings=(story.finding("vier", Severity.NOTICE),))
    opinion = Opinion(judge="llm-x", answer=Answer.SUPPORTED)

    def asked(report: Report) -> Report:
        sentences = tuple(replace(sentence, opinion=opinion) for sentence in report.sentences)
        coverage = (Coverage("a", 1, "Sätze"), Coverage("b", not_checked="Keine Quellen."))
        return replace(report, sentences=sentences, coverage=coverage)

    told_by_the_check(story, asked)
    found = disclosure(story.dossier)
    assert (found.remarked, found.not_run, found.judges, found.judged) == (1, 1, ("llm-x",), 1)


@pytest.mark.parametrize("compared_with_a_source", [True, False])
def test_only_a_judgement_on_what_a_source_says_is_a_review(compared_with_a_source: bool) -> None:
    story = Story()
    story.source("meldung")
    story.save(ONE, by=IDA)
    found = story.finding("vier")
    if compared_with_a_source:
        found = replace(found, evidence=(Passage("meldung", 0, 4, AGAINST),), values=())
    story.check((ONE, DISTORTED), findings=(found,))
    story.dismiss(ONE, "vier", by=OLE)
    assert disclosure(story.dossier).reviewed is False  # not signed yet
    would_be = disclosure_if_signed(story.dossier, OLE, "2026-03-01T10:00:00.000000Z")
    story.sign(OLE)
    counted = disclosure(story.dossier)
    assert counted == would_be
    assert (counted.dismissed, counted.weighed) == (1, int(compared_with_a_source))
    assert (counted.by_signer, counted.reviewed) == (1, compared_with_a_source)


def test_a_machine_s_headline_after_the_signature_voids_it() -> None:
    story = Story()
    story.save(ONE, by=IDA)
    story.check((ONE, SUPPORTED))
    story.sign(OLE)
    assert disclosure(story.dossier).signed_by == OLE
    story.machine("Teurer baden", ONE, by=IDA)
    story.check(("Teurer baden", SUPPORTED), (ONE, SUPPORTED))
    assert (disclosure(story.dossier).signed_by, disclosure(story.dossier).reviewed) == ("", False)
