"""What a draft may write for a number of a source: converted, rounded, limited."""

import pytest

from beleg.evidence.same_number import agrees
from beleg.language.de.german import GERMAN
from beleg.language.quantity import Quantity
from beleg.text.tokens import tokenize


def number(words: str) -> Quantity:
    (found,) = GERMAN.quantities(tokenize(words))
    return found


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("12 Bäume", "zwölf Bäume"),
        ("2.600 Quadratkilometer", "260.000 Hektar"),
        ("2.000 Kilogramm", "2 Tonnen"),
        ("2,8 Kilometer", "2.800 Meter"),
        ("25 Millimeter", "2,5 Zentimeter"),
        ("30 Minuten", "eine halbe Stunde"),
        ("30 Minuten", "halbstündigen Pause"),
        ("24 Stunden", "ein Tag"),
        ("Tempo 80", "80 Kilometern pro Stunde"),
        ("jeder fünfte Gast", "20 Prozent"),
        ("drei von zehn Gästen", "30 Prozent"),
        ("ein Drittel", "33 Prozent"),
        ("rund ein Achtel", "12 Prozent"),
        ("knapp ein Viertel", "23 Prozent"),
        ("fast ein Drittel", "31,5 Prozent"),
        ("mehr als die Hälfte", "56 Prozent"),
        ("gut 1,1 Tonnen", "1.135 kg"),
        ("gut 2,2 Millionen Fahrgäste", "2.232.018 Fahrgäste"),
        ("2,2 Millionen Fahrgäste", "2.232.018 Fahrgäste"),
        ("32 Prozent", "31,5 Prozent"),
        ("rund 700 Gäste", "665 Gäste"),
        ("rund 400 Gäste", "412 Gäste"),
        ("mehr als 400 Gäste", "412 Gäste"),
        ("mindestens 400 Gäste", "400 Gäste"),
        ("40 Gäste", "rund 40 Gäste"),
        ("60 Gäste", "mehr als 60 Gäste"),
        ("mehr als 60 Gäste", "mindestens 60 Gäste"),
        ("10 bis 12 Gäste", "zwischen 10 und 12 Gäste"),
        ("bis zu 12 Gäste", "10 bis 12 Gäste"),
        ("mindestens 10 Gäste", "10 bis 12 Gäste"),
        ("10 bis 12 Gäste", "11 Gäste"),
        ("3:1", "3 zu 1"),
    ],
)
def test_the_same(mine: str, theirs: str) -> None:
    assert agrees(number(mine), number(theirs))


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("12 Bäume", "20 Bäume"),
        ("drei Wochen", "drei Monate"),
        ("30 Prozent", "30 Prozentpunkte"),
        ("30 Prozent", "31 Prozent"),
        ("ein Viertel", "31 Prozent"),
        ("300 Gäste", "312 Gäste"),
        ("2,2 Millionen Fahrgäste", "2.300.000 Fahrgäste"),
        ("mehr als 60 Gäste", "56 Gäste"),
        ("mehr als 60 Gäste", "60 Gäste"),
        ("mehr als 60 Gäste", "600 Gäste"),
        ("weniger als 60 Gäste", "62 Gäste"),
        ("mindestens 60 Prozent", "bis zu 60 Prozent"),
        ("knapp ein Viertel", "26 Prozent"),
        ("gut die Hälfte", "48 Prozent"),
        ("mehr als die Hälfte", "45 Prozent"),
        ("etwa 31 Prozent", "etwa 30 Prozent"),
        ("unter 12 Metern", "unter 10 Metern"),
        ("12 Gäste", "10 bis 12 Gäste"),
        ("10 bis 12 Gäste", "10 bis 15 Gäste"),
        ("50 Euro", "50 Dollar"),
        ("3:1", "3:2"),
        ("im dritten Versuch", "drei Versuche"),
        ("dreimal", "fünfmal"),
    ],
)
def test_another_number(mine: str, theirs: str) -> None:
    assert not agrees(number(mine), number(theirs))


def test_a_bare_number_takes_the_unit_of_the_other() -> None:
    first, _ = GERMAN.quantities(tokenize("stieg von 30 auf 40 Prozent"))
    assert agrees(number("30 Prozent"), first)
    assert not agrees(number("30 Prozent"), number("30 Gäste"))
