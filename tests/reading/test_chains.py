"""Who passes whose words on, whom a pronoun or an account stands for, and how a speaker is named."""

import pytest

from beleg.terms.quotation import Naming, Quotation
from tests.reading.reading import reading


def last(text: str) -> Quotation:
    return reading(text).quotations[-1]


def chain(text: str) -> list[str]:
    return [" ".join(part.of(text) for part in outer) for outer in last(text).chain]


@pytest.mark.parametrize(
    ("text", "speaker", "outer"),
    [
        (
            "Laut der „Hagenrieder Rundschau“ sagten Insider, der Bau sei gestoppt.",
            "Insider",
            ["der „Hagenrieder Rundschau“"],
        ),
        (
            "Wie die „Rundschau“ berichtet, erklärte Jana Kern, die Brücke sei sicher.",
            "Jana Kern",
            ["die „Rundschau“"],
        ),
        ("Die Brücke sei sicher, sagte Jana Kern laut „Rundschau“.", "Jana Kern", ["„Rundschau“"]),
        ("Jana Kern sagte, der Prüfer habe erklärt, der Stahl sei alt.", "der Prüfer", ["Jana Kern"]),
        (
            "Jana Kern sagte, nach Angaben der Polizei sei niemand verletzt worden.",
            "der Polizei",
            ["Jana Kern"],
        ),
        ("Jana Kern sagte, die Brücke sei sicher.", "Jana Kern", []),
    ],
)
def test_who_passes_it_on(text: str, speaker: str, outer: list[str]) -> None:
    assert last(text).speaker_words(text) == speaker
    assert chain(text) == outer


@pytest.mark.parametrize(
    ("text", "words", "referent"),
    [
        ("Nach Angaben der Polizei kam niemand zu Schaden.", "Angaben der Polizei", "der Polizei"),
        ("Jana Kern kam. Sie sagte, das Geld fehle.", "Sie", "Jana Kern"),
        (
            "Laut dem Gutachter Ole Brandt ist der Beton alt. Demnach hält er.",
            "Demnach",
            "dem Gutachter Ole Brandt",
        ),
        ("Jana Kern sagte, das Geld fehle.", "Jana Kern", ""),
    ],
)
def test_the_words_stay_and_the_referent_is_named(text: str, words: str, referent: str) -> None:
    quotation = last(text)
    assert " ".join(part.of(text) for part in quotation.speaker) == words
    assert " ".join(part.of(text) for part in quotation.referent) == referent
    assert quotation.speaker_words(text) == (referent or words)


@pytest.mark.parametrize(
    ("text", "naming"),
    [
        ("Jana Kern sagte, das Geld fehle.", Naming.NAMED),
        ("Kern sagte, das Geld fehle.", Naming.NAMED),
        ("Die SPD erklärte, das Geld fehle.", Naming.NAMED),
        ("Die „Rundschau“ schrieb, das Geld fehle.", Naming.NAMED),
        ("Ein Sprecher sagte, das Geld fehle.", Naming.DESCRIBED),
        ("Nach Angaben der Polizei fehlt das Geld.", Naming.DESCRIBED),
        ("Fachleute sagten, das Geld fehle.", Naming.DESCRIBED),
        ("Insider sagten, das Geld fehle.", Naming.UNNAMED),
        ("Rathauskreise sagten, das Geld fehle.", Naming.UNNAMED),
        ("Die Stadt habe kein Geld mehr.", Naming.NOBODY),
    ],
)
def test_how_the_speaker_is_named(text: str, naming: Naming) -> None:
    assert last(text).naming is naming
