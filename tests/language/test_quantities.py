"""Numbers in German and English, in digits and in words, with unit, limits and what they count."""

import pytest

from beleg.language.counting_words import read_counting_words
from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.language.quantity import Bound, Quantity, measures
from beleg.language.word_lists import word_list
from beleg.text.tokens import tokenize

german, english = GERMAN.quantities, ENGLISH.quantities
MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR
YEAR = 365.25 * DAY


@pytest.mark.parametrize(
    ("words", "value", "unit", "counted"),
    [
        ("zwölf Lastwagen", 12, "", "lastwagen"),
        ("12 Lastwagen", 12, "", "lastwagen"),
        ("1.200.000 Euro", 1_200_000, "euro", ""),
        ("1,2 Millionen Euro", 1_200_000, "euro", ""),
        ("1,5 Mrd. Euro", 1_500_000_000, "euro", ""),
        ("9 Mio. Euro", 9_000_000, "euro", ""),
        ("50 Cent", 0.5, "euro", ""),
        ("eine Zweidrittelmehrheit", 66.6667, "percent", ""),
        ("eine Million Menschen", 1_000_000, "", "menschen"),
        ("zweieinhalb Millionen Menschen", 2_500_000, "", "menschen"),
        ("eine halbe Million Menschen", 500_000, "", "menschen"),
        ("ein Dutzend Helfer", 12, "", "helfer"),
        ("2.300 Einwohner", 2300, "", "einwohner"),
        ("360 000 Einwohner", 360_000, "", "einwohner"),
        ("2000 Menschen", 2000, "", "menschen"),
        ("sieben alte schwere Glocken", 7, "", "glocken"),
        ("beide Kammern", 2, "", "kammern"),
        # time
        ("zweieinhalb Jahre", 2.5 * YEAR, "time", ""),
        ("anderthalb Stunden", 1.5 * HOUR, "time", ""),
        ("eine halbe Stunde", 30 * MINUTE, "time", ""),
        ("30 Minuten", 30 * MINUTE, "time", ""),
        ("einer halbstündigen Verspätung", 30 * MINUTE, "time", ""),
        ("eine Viertelstunde", 15 * MINUTE, "time", ""),
        ("24 Stunden", DAY, "time", ""),
        ("ein Tag", DAY, "time", ""),
        ("zwölf Monate", YEAR, "time", ""),
        ("ein 34-jähriger Mann", 34 * YEAR, "time", ""),
        ("ein 34jähriger Mann", 34 * YEAR, "time", ""),
        ("dreitägigen Streik", 3 * DAY, "time", ""),
        ("mehr als ein Jahrhundert", 100 * YEAR, "time", ""),
        # length, area, mass, speed, energy
        ("dreihundertfünfzig Meter", 350, "length", ""),
        ("2,8 Kilometer", 2800, "length", ""),
        ("25 Millimeter", 0.025, "length", ""),
        ("100-Meter-Lauf", 100, "length", ""),
        ("260.000 Hektar", 2_600_000_000, "area", ""),
        ("2.600 Quadratkilometer", 2_600_000_000, "area", ""),
        ("40 m²", 40, "area", ""),
        ("1500 m²", 1500, "area", ""),
        ("2 Tonnen", 2000, "mass", ""),
        ("1.135 kg", 1135, "mass", ""),
        ("30 Liter", 0.03, "volume", ""),
        ("80 Kilometern pro Stunde", 80, "speed", ""),
        ("150 km/h", 150, "speed", ""),
        ("150 Stundenkilometern", 150, "speed", ""),
        ("mit Tempo 80", 80, "speed", ""),
        ("1,2 Gigawatt", 1_200_000_000, "power", ""),
        ("20 Grad", 20, "temperature", ""),
        # shares
        ("ein Drittel", 100 / 3, "percent", ""),
        ("einem Viertel", 25, "percent", ""),
        ("vier Fünftel", 80, "percent", ""),
        ("die Hälfte", 50, "percent", ""),
        ("30 %", 30, "percent", ""),
        ("30 Prozent", 30, "percent", ""),
        ("6,5-prozentige Erhöhung", 6.5, "percent", ""),
        ("drei von zehn Männern", 30, "percent", ""),
        ("jeder fünfte Empfänger", 20, "percent", ""),
        ("jede achte der Tankstellen", 12.5, "percent", ""),
        ("fünf Prozentpunkte", 5, "percentage points", ""),
        # multiples and places in an order
        ("sechsmal", 6, "times", ""),
        ("zwei Mal", 2, "times", ""),
        ("1,5-fache", 1.5, "times", ""),
        ("das Fünffache", 5, "times", ""),
        ("doppelt so viele", 2, "times", ""),
        ("zum fünften Mal", 5, "ordinal", "mal"),
        ("dritter Versuch", 3, "ordinal", "versuch"),
        ("in der 68. Minute", 68, "ordinal", "minute"),
        ("auf Platz 3", 3, "ordinal", "platz"),
        ("der achte Versuch", 8, "ordinal", "versuch"),
        # inside adjectives
        ("zwölfköpfige Jury", 12, "", "köpfe"),
        ("achtspurige Straße", 8, "", "spuren"),
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
        ("€1.2bn", 1_200_000_000, "euro"),
        ("$3 billion", 3_000_000_000, "dollar"),
        ("£5m", 5_000_000, "pound sterling"),
        ("forty-two years", 42 * YEAR, "time"),
        ("a 35-year-old man", 35 * YEAR, "time"),
        ("a three-day strike", 3 * DAY, "time"),
        ("half an hour", 30 * MINUTE, "time"),
        ("a third", 100 / 3, "percent"),
        ("two thirds of voters", 200 / 3, "percent"),
        ("one in five", 20, "percent"),
        ("three out of ten", 30, "percent"),
        ("30 percent", 30, "percent"),
        ("5%", 5, "percent"),
        ("5 percentage points", 5, "percentage points"),
        ("three hundred people", 300, ""),
        ("two hundred and fifty people", 250, ""),
        ("half a million people", 500_000, ""),
        ("80 km/h", 80, "speed"),
        ("50 mph", 80.467, "speed"),
        ("2.8 kilometres", 2800, "length"),
        ("twice", 2, "times"),
        ("three times", 3, "times"),
        ("the third attempt", 3, "ordinal"),
    ],
)
def test_english(words: str, value: float, unit: str) -> None:
    (found,) = english(tokenize(words))
    assert found.value == pytest.approx(value, abs=1e-3)
    assert found.unit == unit


@pytest.mark.parametrize(
    "words",
    [
        "Eine Frau und ein Mann",
        "Wir achten darauf",
        "Er hunderte",
        "in einem Haus",
        "auf der A 12 und der BAB 12",
        "eine Boeing 747",
        "nach Artikel 5",
        "in Halle 4 und Saal 2",
        "am 10. März um 18.30 Uhr",
        "seit 1998 Präsident",
        "im Jahr 2028",
        "Millionen Menschen",
    ],
)
def test_articles_verbs_names_and_dates_are_no_numbers(words: str) -> None:
    assert german(tokenize(words)) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Gestern kostete die Halle 4 Millionen Euro", 4e6),
        ("Im Saal 12 Meter weiter", 12),
        ("Die Linie 3 Euro teurer", 3),
    ],
)
def test_what_is_measured_is_no_name(words: str, value: float) -> None:
    assert [found.value for found in german(tokenize(words))] == [value]


@pytest.mark.parametrize(
    "words", ["a man and a woman", "one of them", "Route 66", "on March 10", "in 2028", "he may go"]
)
def test_what_is_no_number_in_english(words: str) -> None:
    assert english(tokenize(words)) == []


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("40 Bäume", Bound.EXACT),
        ("rund 40 Bäume", Bound.ABOUT),
        ("in etwa 40 Bäume", Bound.ABOUT),
        ("gut 40 Bäume", Bound.WELL),
        ("etwas mehr als 40 Bäume", Bound.WELL),
        ("knapp 40 Bäume", Bound.BARELY),
        ("knapp ein Viertel", Bound.BARELY),
        ("fast 40 Bäume", Bound.BARELY),
        ("mehr als 40 Bäume", Bound.MORE),
        ("mehr als die Hälfte", Bound.MORE),
        ("weniger als 40 Bäume", Bound.LESS),
        ("mindestens 40 Bäume", Bound.LEAST),
        ("nicht weniger als 40 Bäume", Bound.LEAST),
        ("bis zu 40 Bäume", Bound.MOST),
        ("nicht mehr als 40 Bäume", Bound.MOST),
    ],
)
def test_how_a_number_is_limited(words: str, bound: Bound) -> None:
    (found,) = german(tokenize(words))
    assert found.bound is bound


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("zwischen 10 und 12 Euro", 10, 12),
        ("10 bis 12 Euro", 10, 12),
        ("10-12 Euro", 10, 12),
        ("zwei bis drei Millionen Euro", 2_000_000, 3_000_000),
        ("ein zweistelliger Betrag", 10, 99),
    ],
)
def test_ranges(words: str, low: float, high: float) -> None:
    (found,) = german(tokenize(words))
    assert (found.value, found.upper, found.is_range) == (low, high, True)


@pytest.mark.parametrize("words", ["3:1", "3 zu 1", "mit 28 gegen 8 Stimmen", "ein 3:1-Sieg"])
def test_results_have_two_numbers_and_are_no_ranges(words: str) -> None:
    (found,) = german(tokenize(words))
    assert found.unit == "score"
    assert found.upper < found.value
    assert not found.is_range


def test_a_change_is_two_numbers_and_no_range() -> None:
    assert [number.value for number in german(tokenize("von 30 auf 40 Prozent"))] == [30, 40]
    assert [number.value for number in english(tokenize("rose from 30 to 40 percent"))] == [30, 40]


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("1,1 Tonnen", 100),
        ("2.300 Meter", 100),
        ("2,2 Millionen Euro", 100_000),
        ("53 Meter", 1),
        ("rund 150 Meter", 10),
    ],
)
def test_what_the_last_written_digit_stands_for(words: str, step: float) -> None:
    (found,) = german(tokenize(words))
    assert found.step == pytest.approx(step)


def test_the_second_half_of_a_match_is_no_share() -> None:
    (found,) = german(tokenize("in der zweiten Hälfte"))
    assert (found.unit, found.value) == ("ordinal", 2)


def test_a_span_slices_back_to_the_number_with_its_unit() -> None:
    text = "Das kostet rund 1,2 Millionen Euro im Jahr, bei 10-12 Prozent."
    first, second = german(tokenize(text))
    assert first.span.of(text) == "1,2 Millionen Euro"
    assert second.span.of(text) == "10-12 Prozent"


def test_a_number_alone_is_its_own_upper_end_and_written_as_it_is() -> None:
    number = Quantity(0, 2, 12.0)
    assert (number.upper, number.written, number.is_range) == (12.0, 12.0, False)


def test_every_dimension_has_a_base_unit() -> None:
    by_dimension: dict[str, list[float]] = {}
    for measure in measures().values():
        by_dimension.setdefault(measure.dimension, []).append(measure.factor)
    assert all(1.0 in factors for factors in by_dimension.values())


@pytest.mark.parametrize("package", ["beleg.language.de", "beleg.language.en"])
def test_the_word_lists_name_only_known_units(package: str) -> None:
    listed = word_list(package, "quantities.toml")
    assert {*listed["units"], *listed["before"]} <= set(measures())
    assert read_counting_words(package).longest_bound >= 2


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Die Brücke kostet 20 Euro [1].", [20.0]),
        ("Notruf unter der Nummer 112 oder 110", []),
        ("Polizei: 110, Feuerwehr: 112", []),
        ("Polizei: 110 Einsätze", [110.0]),
        ("ein Schaden von 80 000 Euro", [80000.0]),
        ("Bürgertelefon: 0123 / 45 67, täglich 8 Stunden", [8.0]),
        ("Am Telefon meldeten sich 14 Zeugen.", [14.0]),
    ],
)
def test_labels_in_digits_count_nothing(words: str, values: list[float]) -> None:
    assert [found.written for found in german(tokenize(words))] == values


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Der Gewinn stieg von 44 auf 67 Millionen Euro.", [44_000_000, 67_000_000], "euro"),
        ("Die Fahrt kostet jetzt 45 statt bisher 25 Cent.", [0.45, 0.25], "euro"),
        ("Der Verein nahm 67 Euro gegenüber 44 im Vorjahr ein.", [67, 44], "euro"),
        ("Die Kosten stiegen von 900.000 auf 1,2 Millionen Euro.", [900_000, 1_200_000], "euro"),
        ("Die Quote sank von 9,2 auf 8,1 Prozent.", [9.2, 8.1], "percent"),
    ],
)
def test_a_unit_holds_for_both_numbers(text: str, values: list[float], unit: str) -> None:
    found = german(tokenize(text))
    assert [one.value for one in found] == pytest.approx(values)
    assert {one.unit for one in found} == {unit}


def test_a_number_apart_keeps_to_itself() -> None:
    found = german(tokenize("Er traf 12, und auf der Straße lagen 67 Euro."))
    assert [one.unit for one in found] == ["", "euro"]
