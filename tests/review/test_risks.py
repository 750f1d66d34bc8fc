"""Which sentences are of high risk: quotations, accusations against people who are named, numbers without exact
support.
"""

import pytest

from beleg.review.risks import risks_of
from beleg.terms.finding import Finding, Severity
from beleg.terms.judging import Risk
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind
from beleg.terms.report import CheckedSentence, Report, Verdict

QUOTATION, ACCUSATION, NUMBER = Risk.QUOTATION, Risk.ACCUSATION, Risk.NUMBER


def _risks(
    *sentences: str,
    source: str = "",
    against: str = "",
    language: str = "de",
    block: BlockKind = BlockKind.PARAGRAPH,
    sources: tuple[str, ...] = ("meldung",),
) -> list[tuple[Risk, ...]]:
    """The risks of sentences that rest on `source`, the first with a finding that holds `against` against it."""
    content, checked = "\n\n".join(sentences), []
    for number, text in enumerate(sentences):
        start = content.index(text)
        held = Finding(
            check="number_changed",
            severity=Severity.ERROR,
            start=start,
            end=start + 1,
            message="Anders.",
            evidence=(Passage("meldung", 50, 60, against),),
        )
        checked.append(
            CheckedSentence(
                start=start,
                end=start + len(text),
                text=text,
                verdict=Verdict.UNSUPPORTED,
                block=block,
                evidence=(Passage("meldung", 0, 9, source),) if source else (),
                findings=(held,) if against and not number else (),
            )
        )
    report = Report(language=language, sentences=tuple(checked), sources=sources)
    return list(risks_of(report, content))


@pytest.mark.parametrize(
    ("sentence", "risky"),
    [
        ("„Wir zahlen nichts mehr“, sagte Jana Kern.", True),
        ("»Das war ein guter Tag«, sagte sie.", True),
        ("Die „Mühlrieder Zeitung“ schweigt.", False),
        ("Er nannte es „unnötig“.", False),
        ("Sie sagte, sie zahle nicht.", False),
    ],
)
def test_words_in_quotation_marks_are_judged_from_three_words_on(sentence: str, risky: bool) -> None:
    assert _risks(sentence) == [(QUOTATION,) if risky else ()]


def test_every_sentence_of_a_long_quotation_is_one() -> None:
    first, second, third = "„Wir haben gewartet.", "Jetzt ist es gut.", "Es geht los“, sagte Kern."
    assert _risks(first, second, third) == [(QUOTATION,)] * 3


@pytest.mark.parametrize(
    ("sentence", "risky"),
    [
        ("Bürgermeisterin Anke Roloff wird Bestechung vorgeworfen.", True),
        ("Gegen den Unternehmer Horst Dahl wird wegen Betrugs ermittelt.", True),
        ("Gegen einen Unternehmer wird wegen Betrugs ermittelt.", False),
        ("Bürgermeisterin Anke Roloff lobte die Feuerwehr.", False),
    ],
)
def test_an_accusation_is_one_where_a_person_is_named(sentence: str, risky: bool) -> None:
    assert _risks(sentence) == [(ACCUSATION,) if risky else ()]


def test_a_surname_names_whoever_the_text_named_in_full() -> None:
    assert _risks("Horst Dahl führt die Werft.", "Dahl soll gelogen haben.") == [(), (ACCUSATION,)]
    assert _risks("Die Werft ist alt.", "Dahl soll gelogen haben.") == [(), ()]


@pytest.mark.parametrize(
    ("sentence", "source", "risky"),
    [
        ("Der Bau kostet 4,2 Millionen Euro.", "Kosten: 4.200.000 Euro", False),
        ("Der Bau kostet 4,2 Millionen Euro.", "Kosten: 4,3 Millionen Euro", True),
        ("Der Bau kostet 4,2 Millionen Euro.", "4,2 Millionen Menschen", True),
        ("Der Bau kostet rund vier Millionen Euro.", "Kosten: 4,2 Millionen Euro", True),
        ("Der Bau kostet mehr als 4 Millionen Euro.", "Er kostet 4 Millionen Euro.", True),
        ("Der Bau dauert eine Stunde.", "Der Bau dauert lange.", False),
        ("Der Bau ist teuer.", "Kosten: 4,2 Millionen Euro", False),
        ("Der Bau kostet 4,2 Millionen Euro.", "", True),
    ],
)
def test_a_number_is_one_where_no_passage_has_exactly_it(sentence: str, source: str, risky: bool) -> None:
    assert _risks(sentence, source=source) == [(NUMBER,) if risky else ()]


def test_passages_of_findings_count_as_passages() -> None:
    assert _risks("Es sind 17 Pfeiler.", source="Es sind viele.", against="17 Pfeiler stehen.") == [()]


def test_english_is_read_too() -> None:
    assert _risks("Mayor Ann Rolff is accused of fraud.", language="en") == [(ACCUSATION,)]
    assert _risks("“We will not pay,” Ann Rolff said.", language="en") == [(QUOTATION,)]


def test_a_heading_is_judged_like_any_sentence() -> None:
    assert _risks("Betrug: Horst Dahl verurteilt", block=BlockKind.HEADLINE) == [(ACCUSATION,)]


def test_nothing_is_judged_without_sources() -> None:
    assert _risks("„Wir zahlen nichts mehr“, sagte Jana Kern.", sources=()) == [()]


def test_a_language_that_is_not_read_still_has_quotation_marks() -> None:
    assert _risks("„Emme maksa enää mitään“, sanoi Kern 17.", language="fi") == [(QUOTATION,)]
