"""Infinitive clauses after a verb of saying: everything between the comma and "zu" belongs to what is said."""

import pytest

from beleg import check
from tests.reading.reading import Words, quotations, voices


@pytest.mark.parametrize(
    ("frame", "content"),
    [
        ("Die Opposition warf der Gemeinde vor", "seit Jahren zu wenig zu investieren"),
        ("Der Verband versprach", "in den kommenden Wochen mit den Anwohnern zu sprechen"),
        ("Die Bank gab vor", "ab Mai keine Kredite mehr auszugeben"),
        ("Der Wirt drohte", "während der Messe zu schließen"),
        ("Der Rat bestritt", "bis zuletzt von den Rissen gewusst zu haben"),
        ("Die Händlerin behauptet", "damit kein Geld zu verdienen"),
        ("Die Rätin kündigte an", "als Erste zu gehen und das Amt abzugeben"),
        ("Der Verein forderte", "Straßen, Brücken und Wege zu sanieren"),
        ("Der Kreis forderte", "die Schule, die seit Jahren leer steht, zu öffnen"),
        ("Das Amt erklärte", "den Antrag innerhalb von zehn Tagen prüfen zu wollen"),
    ],
)
def test_adverbials_and_objects_before_the_infinitive(frame: str, content: str) -> None:
    text = f"{frame}, {content}."
    (quotation,) = quotations(text)
    assert (quotation.kind, quotation.quote) == ("indirect", (content,))
    assert frame.startswith(quotation.speaker) and quotation.speaker
    assert voices(text) == ["attributed"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kern sagte am Abend, ohne Namen zu nennen, das Geld sei weg.", "das Geld sei weg"),
        ("Kern sagte, weil Geld fehle, werde nicht gebaut.", "weil Geld fehle, werde nicht gebaut"),
        ("Kern forderte den Rat auf, nachzugeben.", "nachzugeben"),
    ],
)
def test_what_else_stands_after_the_comma(text: str, content: str) -> None:
    assert quotations(text) == [Words("indirect", (content,), "Kern")]


@pytest.mark.parametrize(
    "text",
    [
        "Kern kam, ohne etwas zu sagen.",
        "Kern sagte der Zeitung, als er kam.",
        "Kern bat, seit langem krank, um Ruhe.",
    ],
)
def test_no_infinitive_that_is_said(text: str) -> None:
    assert voices(text) == ["own"]


def test_a_reproach_told_as_a_fact_is_noticed() -> None:
    source = "Die Opposition warf der Gemeinde vor, seit Jahren zu wenig zu investieren."
    report = check("Die Gemeinde hat seit Jahren zu wenig investiert.", sources=[source])
    assert [finding.check for finding in report.findings] == ["attribution_lost"]
