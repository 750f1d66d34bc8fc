"""Numbers in German and English, in digits and in words."""

import pytest

from beleg.language.de.quantities import quantities as german
from beleg.language.en.quantities import quantities as english
from beleg.text.tokens import tokenize


@pytest.mark.parametrize(
    ("words", "value", "unit", "counted"),
    [
        ("zwölf Lastwagen", 12, "", "lastwagen"),
        ("12 Lastwagen", 12, "", "lastwagen"),
        ("1.200.000 Euro", 1_200_000, "euro", ""),
        ("1,2 Millionen Euro", 1_200_000, "euro", ""),
        ("1,5 Mrd. Euro", 1_500_000_000, "euro", ""),
        ("eine Million Menschen", 1_000_000, "", "menschen"),
        ("2.300 Einwohner", 2300, "", "einwohner"),
        ("zweieinhalb Jahre", 2.5, "jahre", ""),
        ("anderthalb Stunden", 1.5, "stunden", ""),
        ("sechsmal", 6, "", ""),
        ("dreihundertfünfzig Meter", 350, "meter", ""),
        ("ein Drittel", 100 / 3, "percent", ""),
        ("vier Fünftel", 80, "percent", ""),
        ("die Hälfte", 50, "percent", ""),
        ("30 %", 30, "percent", ""),
        ("30 Prozent", 30, "percent", ""),
        ("10. März", 10, "märz", ""),
        ("18.30 Uhr", 18.5, "uhr", ""),
        ("ein 34-jähriger Mann", 34, "jahre", ""),
        ("dreitägigen Streik", 3, "tage", ""),
        ("im Jahr 2028", 2028, "jahreszahl", ""),
        ("sieben alte schwere Glocken", 7, "", "glocken"),
    ],
)
def test_german(words: str, value: float, unit: str, counted: str) -> None:
    (found,) = german(tokenize(words))
    assert found.value == pytest.approx(value, abs=1e-3)
    assert (found.unit, found.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("twelve trucks", 12, ""),
        ("1,200,000 euros", 1_200_000, "euro"),
        ("€1.2 million", 1_200_000, "euro"),
        ("$3 billion", 3_000_000_000, "dollar"),
        ("forty-two years", 42, "year"),
        ("a third", 100 / 3, "percent"),
        ("30 percent", 30, "percent"),
        ("March 10", 10, "march"),
        ("10 March", 10, "march"),
        ("in 2028", 2028, "calendar year"),
        ("three hundred people", 300, ""),
    ],
)
def test_english(words: str, value: float, unit: str) -> None:
    (found,) = english(tokenize(words))
    assert found.value == pytest.approx(value, abs=1e-3)
    assert found.unit == unit


@pytest.mark.parametrize(
    "words", ["Eine Frau und ein Mann", "Wir achten darauf", "Er hunderte", "in einem Haus"]
)
def test_articles_and_verbs_are_no_numbers(words: str) -> None:
    assert german(tokenize(words)) == []


def test_approximate_numbers_say_so() -> None:
    exact, about = german(tokenize("40 Bäume und rund 40 Bäume"))
    assert (exact.approximate, about.approximate) == (False, True)


def test_a_span_slices_back_to_the_number_with_its_unit() -> None:
    text = "Das kostet rund 1,2 Millionen Euro im Jahr."
    (found,) = german(tokenize(text))
    assert found.span.of(text) == "1,2 Millionen Euro"
