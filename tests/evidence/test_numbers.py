"""Which numbers of a draft the sources have, and what they have instead."""

import pytest

from beleg.evidence.gathering import gather
from beleg.evidence.numbers import same_value
from beleg.language.de.german import GERMAN
from beleg.language.language import Quantity
from beleg.reading import read
from beleg.terms.evidence import QuantityEvidence
from tests.evidence.readings import read_source

SOURCE = read_source(
    "Der Stadtrat von Lindenau bewilligte 340.000 Euro für zwölf neue Bäume am Marktplatz. Die Pflege kostet jedes Jahr "
    "8.500 Euro. Am 3. Mai beginnt die Pflanzung. Ein Viertel der Bäume spendet ein Verein."
)


def examine(draft: str) -> list[QuantityEvidence]:
    evidence = gather(read(draft, GERMAN), [SOURCE], GERMAN)
    return [number for sentence in evidence for number in sentence.quantities]


@pytest.mark.parametrize(
    "draft",
    [
        "Der Stadtrat bewilligte 340 000 Euro für neue Bäume.",
        "Für 12 Bäume am Marktplatz bewilligte der Stadtrat Geld.",
        "Der Stadtrat bewilligte rund 350.000 Euro für neue Bäume.",
        "25 Prozent der Bäume spendet ein Verein.",
        "Die Pflanzung beginnt am 3. Mai.",
        "Zwölf Linden pflanzt die Stadt am Marktplatz, neue Bäume für Lindenau.",
    ],
)
def test_the_same_number_in_other_clothes(draft: str) -> None:
    (number,) = examine(draft)
    assert number.same is not None
    assert number.contrary is None


@pytest.mark.parametrize(
    ("draft", "source_words"),
    [
        ("Der Stadtrat bewilligte 430.000 Euro für neue Bäume am Marktplatz.", "340.000 Euro"),
        ("Der Stadtrat bewilligte Geld für zwanzig neue Bäume am Marktplatz.", "zwölf"),
        ("Die Pflanzung beginnt am 5. Mai.", "3. Mai"),
        ("Die Pflege kostet jedes Jahr 5.800 Euro.", "8.500 Euro"),
    ],
)
def test_another_number_of_the_same_thing(draft: str, source_words: str) -> None:
    (number,) = examine(draft)
    assert number.same is None
    assert number.contrary is not None
    assert number.contrary_words == source_words
    assert source_words in number.contrary.text


def test_a_number_no_source_has() -> None:
    (number,) = examine("Der Stadtrat von Lindenau bewilligte neue Bäume für 70 Schulen.")
    assert (number.same, number.contrary) == (None, None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Quantity(0, 1, 100.0, approximate=True), Quantity(0, 1, 96.0), True),
        (Quantity(0, 1, 100.0, approximate=True), Quantity(0, 1, 90.0), False),
        (Quantity(0, 1, 100.0), Quantity(0, 1, 96.0), False),
        (Quantity(0, 1, 100 / 3, unit="percent"), Quantity(0, 1, 33.0, unit="percent"), True),
        (Quantity(0, 1, 34.0, unit="percent"), Quantity(0, 1, 33.0, unit="percent"), False),
        (Quantity(0, 1, 0.0), Quantity(0, 1, 0.0), True),
    ],
)
def test_equal_values(one: Quantity, other: Quantity, same: bool) -> None:
    assert same_value(one, other) is same
    assert same_value(other, one) is same
