"""Who passes on whose words: "unter Berufung auf", "aus Rathauskreisen", "citing"."""

import pytest

from beleg import check
from beleg.terms.quotation import Naming, Quotation
from tests.reading.reading import reading


def words(text: str, quotation: Quotation) -> tuple[str, str, list[str]]:
    """The speaker's words as they stand, who speaks, and who passes it on."""
    return (
        " ".join(part.of(text) for part in quotation.speaker),
        quotation.speaker_words(text),
        [" ".join(part.of(text) for part in outer) for outer in quotation.chain],
    )


@pytest.mark.parametrize(
    ("text", "reports", "speaks"),
    [
        ("Das Blatt berichtet unter Berufung auf Rathauskreise, der Bau ruhe.", "Das Blatt", "Rathauskreise"),
        ("Unter Berufung auf Insider schreibt das Blatt, der Bau ruhe.", "das Blatt", "Insider"),
        ("Der Bau ruht, meldet das Blatt unter Berufung auf Insider.", "das Blatt", "Insider"),
        ("Der Bau ruht. Das berichtet das Blatt unter Berufung auf Insider.", "das Blatt", "Insider"),
        ("Wie das Blatt mit Verweis auf Jana Kern berichtet, ruht der Bau.", "das Blatt", "Jana Kern"),
        ("Das Blatt meldet mit Hinweis auf Angaben der Polizei, der Bau ruhe.", "Das Blatt", "der Polizei"),
        ("Wie das Blatt aus Rathauskreisen erfuhr, ruht der Bau.", "das Blatt", "Rathauskreisen"),
        ("Wie das Blatt aus Regierungskreisen erfahren hat, ruht der Bau.", "das Blatt", "Regierungskreisen"),
    ],
)
def test_who_reports_passes_on_who_speaks(text: str, reports: str, speaks: str) -> None:
    assert words(text, reading(text).quotations[0]) == (reports, speaks, [reports])


@pytest.mark.parametrize(
    ("text", "account", "speaks", "outer"),
    [
        (
            "Nach Informationen der „Rundschau“ aus Rathauskreisen ruht der Bau.",
            "Informationen der „Rundschau“ aus Rathauskreisen",
            "Rathauskreisen",
            ["der „Rundschau“"],
        ),
        ("Nach Angaben aus Rathauskreisen ruht der Bau.", "Angaben aus Rathauskreisen", "Rathauskreisen", []),
    ],
)
def test_accounts_from_circles(text: str, account: str, speaks: str, outer: list[str]) -> None:
    (quotation,) = reading(text).quotations
    assert words(text, quotation) == (account, speaks, outer)
    assert quotation.naming is Naming.UNNAMED


@pytest.mark.parametrize(
    "text",
    [
        "Jana Kern erklärte mit Verweis auf die Kosten, der Bau ruhe.",
        "Jana Kern erklärte unter Berufung auf die Schweigepflicht, sie sage nichts.",
        "Jana Kern erklärte auf Nachfrage, der Bau ruhe.",
    ],
)
def test_a_reason_is_nobody_who_speaks(text: str) -> None:
    assert words(text, reading(text).quotations[0]) == ("Jana Kern", "Jana Kern", [])


def test_a_chain_of_three() -> None:
    text = "Das Blatt berichtet unter Berufung auf Insider, Jana Kern habe erklärt, der Bau ruhe."
    assert words(text, reading(text).quotations[-1]) == ("Jana Kern", "Jana Kern", ["Insider", "Das Blatt"])


def test_counties_are_named_circles() -> None:
    assert reading("Die Landkreise sagten, der Bau ruhe.").quotations[0].naming is Naming.DESCRIBED


@pytest.mark.parametrize(
    ("text", "reports", "speaks"),
    [
        ("The paper reported, citing officials, that the bridge was shut.", "The paper", "officials"),
        ("Citing sources, the Herald reported that the bridge was shut.", "the Herald", "sources"),
        ("The bridge was shut, the paper said, citing officials.", "the paper", "officials"),
    ],
)
def test_english(text: str, reports: str, speaks: str) -> None:
    (quotation,) = reading(text, "en").quotations
    assert words(text, quotation) == (reports, speaks, [reports])


@pytest.mark.parametrize(
    ("draft", "checks"),
    [
        ("Das Blatt „Rundschau“ berichtet, der Bau der Brücke am Markt sei gestoppt.", []),
        ("Jana Kern sagte, der Bau der Brücke am Markt sei gestoppt.", []),
        ("Der Bau der Brücke am Markt ist gestoppt.", ["attribution_lost"]),
    ],
)
def test_either_may_be_named_as_the_source(draft: str, checks: list[str]) -> None:
    source = (
        "Die „Rundschau“ berichtet unter Berufung auf Jana Kern, der Bau der Brücke am Markt sei gestoppt."
    )
    found = [finding.check for finding in check(draft, sources=[source]).findings]
    assert [one for one in found if one != "speaker_without_function"] == checks
