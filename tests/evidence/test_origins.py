from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.evidence.origins import CONTAINED, containment, same_origin
from beleg.terms.source import Source
from tests.intake.reports import BRIDGE, BRIDGE_TOO, CLINIC, REPORTS


def copies(report: str) -> dict[str, str]:
    paragraphs = report.strip().split("\n\n")
    first = paragraphs[0].split(" - ", 1)[-1]
    words = report.split()
    return {
        "headline": "Eine neue Überschrift aus der eigenen Redaktion\n\n" + report,
        "cut to 60 %": report[: len(report) * 60 // 100],
        "cut to 35 %": report[: len(report) * 35 // 100],
        "dateline": "Von unserer Redaktion\n\nNEUSTADT. " + "\n\n".join([first, *paragraphs[1:]]),
        "every tenth word": " ".join("anderswo" if at % 10 == 9 else word for at, word in enumerate(words)),
        "own paragraphs": report
        + "\n\nUnser Blatt hat drei Nachbarn gefragt, was sie davon halten, und drei Antworten bekommen, die sich nicht "
        "vereinen lassen.\n\nSicher ist nur, dass im Frühjahr wieder darüber geredet wird, wenn der Haushalt beraten wird.",
    }


@pytest.mark.parametrize("way", list(copies(BRIDGE)))
def test_copies_of_an_agency_report_are_one_origin(way: str) -> None:
    for report in REPORTS:
        assert containment(report, copies(report)[way]) >= CONTAINED + 0.05


def test_different_reports_even_on_the_same_event_are_not() -> None:
    shares = [containment(one, other) for one, other in combinations(REPORTS, 2)]
    assert max(shares) < CONTAINED - 0.15


def test_pairs_name_the_later_source_first_in_the_order_of_the_sources() -> None:
    agency, other = Source(text=BRIDGE), Source(text=CLINIC)
    paper = Source(text=copies(BRIDGE)["headline"])
    online = Source(text=copies(BRIDGE)["cut to 60 %"])
    reporter = Source(text=BRIDGE_TOO)
    pairs = same_origin([agency, other, paper, reporter, online])
    assert pairs == ((paper.id, agency.id), (online.id, agency.id), (online.id, paper.id))


def test_short_texts_are_the_same_only_word_for_word() -> None:
    one = Source(text="Die Brücke bleibt gesperrt.")
    same = Source(text="DIE BRÜCKE bleibt gesperrt!")
    other = Source(text="Die Brücke bleibt nicht gesperrt.")
    assert same_origin([one, same, other]) == ((same.id, one.id),)


def test_the_same_source_twice_is_no_pair() -> None:
    source = Source(text=BRIDGE)
    assert same_origin([source, source]) == ()


@given(st.lists(st.text(max_size=400), max_size=4))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    sources = [Source(text=text) for text in texts]
    known = {source.id for source in sources}
    for later, earlier in same_origin(sources):
        assert later in known
        assert earlier in known


@given(st.sampled_from(REPORTS), st.sampled_from(REPORTS))
def test_containment_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert containment(one, other) == containment(other, one)
