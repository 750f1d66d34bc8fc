"""Every reason has a sentence an editor understands, in both languages."""

import re
from pathlib import Path

import pytest

import beleg.reading
from beleg.language.registry import language_for
from beleg.publishing.reading_reasons import explain, rules, weighed
from beleg.publishing.reading_text import render
from beleg.reading import read
from beleg.reading.selection import WEIGHTS
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.span import Span


def test_every_rule_of_the_reading_has_a_wording() -> None:
    folder = Path(beleg.reading.__file__).parent
    named = {
        rule
        for file in folder.glob("*.py")
        for rule in re.findall(r'rule="([a-z_]+)"', file.read_text("utf-8"))
    }
    assert named == rules()


def test_every_weight_has_a_wording() -> None:
    assert weighed() == set(WEIGHTS)


@pytest.mark.parametrize(
    ("text", "code", "reason"),
    [
        (
            "Kern sagte, das Geld fehle.",
            "de",
            "Das Verb „sagte“ kündigt an, was folgt. Der Konjunktiv zeigt fremde Rede an: „fehle“.",
        ),
        ("Kern said the money was short.", "en", "The verb “said” announces what follows."),
        (
            "Die Stadt habe kein Geld mehr.",
            "de",
            "Der Satz steht im Konjunktiv und hat keinen eigenen Rahmen: Er führt die Rede davor weiter. "
            "Der Konjunktiv zeigt fremde Rede an: „habe“.",
        ),
        (
            "Insider sagten, dass Geld fehlt.",
            "de",
            "Das Verb „sagten“ kündigt an, was folgt. Wer spricht, bleibt im Text ungenannt.",
        ),
        (
            "In einem Brief, der gestern kam, sagte Kern, das Geld fehle.",
            "de",
            "Das Verb „sagte“ kündigt an, was folgt. Der Konjunktiv zeigt fremde Rede an: „fehle“. Mehrere Lesarten standen zur Wahl; für diese zählte: "
            "Redeverb vor den Worten +3.",
        ),
    ],
)
def test_the_reason_in_words(text: str, code: str, reason: str) -> None:
    (quotation,) = read(text, language_for(code)).quotations
    assert explain(quotation, code) == reason


def test_without_a_reason_it_says_so() -> None:
    quotation = Quotation(kind=QuotationKind.DIRECT, quote=(Span(0, 4),))
    assert explain(quotation, "de") == "Ein trainiertes Modell hat die Worte als Zitat erkannt."
    assert explain(quotation, "en") == "A trained model took the words for a quotation."


def test_explained_readings_say_why() -> None:
    reading = read("Kern kam. Sie sagte, das Geld fehle.", language_for("de"))
    plain = render(reading, name="a.txt")
    assert "why:" not in plain
    assert "    why: Das Verb „sagte“ kündigt an" in render(reading, name="a.txt", explained=True)
