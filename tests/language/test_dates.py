"""Dates and times of day in German and English."""

import pytest

from beleg.language.de.dates import dates as german
from beleg.language.en.dates import dates as english
from beleg.language.moment import DayPart, Moment, Part, Period, Relative, Season
from beleg.language.quantity import Bound
from beleg.text.tokens import tokenize


def at(**parts: object) -> Moment:
    return Moment(start=0, end=0, **parts)  # type: ignore[arg-type]


def plain(moment: Moment) -> Moment:
    names = (name for name in Moment.__slots__ if name not in ("start", "end"))
    return at(**{name: getattr(moment, name) for name in names})


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("am 10. Januar 2006", at(year=2006, month=1, day=10)),
        ("am 10.01.2006", at(year=2006, month=1, day=10)),
        ("am 10.1.06", at(year=2006, month=1, day=10)),
        ("2006-01-10", at(year=2006, month=1, day=10)),
        ("am 10. Januar", at(month=1, day=10)),
        ("am 10/1/2006", at(year=2006, month=1, day=10, either_order=True)),
        ("am 13/1/06", at(year=2006, month=1, day=13)),
        ("um Viertel nach vier", at(hour=4, minute=15, either_half=True)),
        ("um zehn vor acht am Abend", at(hour=19, minute=50)),
        ("am 10.1. in Lindenau", at(month=1, day=10)),
        ("am dritten Oktober", at(month=10, day=3)),
        ("Montag, dem 3. November", at(month=11, day=3, weekday=0)),
        ("am 3. Dez. 2004", at(year=2004, month=12, day=3)),
        ("im April", at(month=4)),
        ("im April 2012", at(year=2012, month=4)),
        ("Mitte April 2006", at(year=2006, month=4, part=Part.MIDDLE)),
        ("Anfang 2005", at(year=2005, part=Part.EARLY)),
        ("Ende des Jahres 2005", at(year=2005, part=Part.LATE)),
        ("im Jahr 2028", at(year=2028)),
        ("seit 1998 Präsident", at(year=1998)),
        ("die Saison 2005/06", at(year=2005)),
        ("in den 1990er-Jahren", at(year=1990, decade=True)),
        ("in den neunziger Jahren", at(year=1990, decade=True)),
        ("im Sommer 2005", at(year=2005, season=Season.SUMMER)),
        ("im dritten Quartal 2020", at(year=2020, quarter=3)),
        ("am Dienstag", at(weekday=1)),
        ("am Dienstagmorgen", at(weekday=1, day_part=DayPart.MORNING)),
        ("Mittwoch früh", at(weekday=2, day_part=DayPart.MORNING)),
        ("am Sonnabend", at(weekday=5)),
        ("um 15.26 Uhr", at(hour=15, minute=26)),
        ("um 15:26 Uhr", at(hour=15, minute=26)),
        ("um 15 Uhr", at(hour=15, minute=0)),
        ("um 8 Uhr abends", at(hour=20, minute=0)),
        ("um zwölf Uhr mittags", at(hour=12, minute=0)),
        ("um halb vier", at(hour=3, minute=30, either_half=True)),
        ("kurz nach 15 Uhr", at(hour=15, minute=0, bound=Bound.WELL)),
        ("kurz vor Mitternacht", at(hour=0, minute=0, bound=Bound.BARELY)),
        ("gegen 15 Uhr", at(hour=15, minute=0, bound=Bound.ABOUT)),
        ("gestern", at(relative=Relative(Period.DAY, -1))),
        ("gestern Abend", at(relative=Relative(Period.DAY, -1), day_part=DayPart.EVENING)),
        ("im vergangenen Jahr", at(relative=Relative(Period.YEAR, -1))),
        ("im Vorjahr", at(relative=Relative(Period.YEAR, -1))),
        ("kommende Woche", at(relative=Relative(Period.WEEK, 1))),
        ("in diesem Monat", at(relative=Relative(Period.MONTH, 0))),
        ("am frühen Morgen", at(day_part=DayPart.MORNING)),
    ],
)
def test_german(words: str, moment: Moment) -> None:
    (found,) = german(tokenize(words))
    assert plain(found) == moment


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("on 10 January 2006", at(year=2006, month=1, day=10)),
        ("on January 10, 2006", at(year=2006, month=1, day=10)),
        ("on the 3rd of May", at(month=5, day=3)),
        ("on Jan. 10", at(month=1, day=10)),
        ("Monday, 3 November 2025", at(year=2025, month=11, day=3, weekday=0)),
        ("in May", at(month=5)),
        ("mid-April 2006", at(year=2006, month=4, part=Part.MIDDLE)),
        ("in late April", at(month=4, part=Part.LATE)),
        ("in the 1990s", at(year=1990, decade=True)),
        ("Q3 2020", at(year=2020, quarter=3)),
        ("the third quarter", at(quarter=3)),
        ("third-quarter profit", at(quarter=3)),
        ("in 1Q 2021", at(year=2021, quarter=1)),
        ("the fiscal 2021 second quarter", at(year=2021, quarter=2)),
        ("by August 31st, 2021", at(year=2021, month=8, day=31)),
        ("until May 3, 2021", at(year=2021, month=5, day=3)),
        ("the prior year", at(relative=Relative(Period.YEAR, -1))),
        ("last quarter", at(relative=Relative(Period.QUARTER, -1))),
        ("up from the previous quarter", at(relative=Relative(Period.QUARTER, -1, base=True))),
        ("twice the prior-year level", at(relative=Relative(Period.YEAR, -1))),
        ("rose year-over-year", at(relative=Relative(Period.YEAR, -1, base=True))),
        ("rose month on month", at(relative=Relative(Period.MONTH, -1, base=True))),
        ("less than a week ago", at(relative=Relative(Period.WEEK, -1, base=True))),
        ("sales rose QoQ", at(relative=Relative(Period.QUARTER, -1, base=True))),
        ("in 2028", at(year=2028)),
        ("in the summer of 2005", at(year=2005, season=Season.SUMMER)),
        ("on Tuesday morning", at(weekday=1, day_part=DayPart.MORNING)),
        ("at 3.26 p.m.", at(hour=15, minute=26)),
        ("at 3:26pm", at(hour=15, minute=26)),
        ("at noon", at(hour=12, minute=0)),
        ("shortly after 3 pm", at(hour=15, minute=0, bound=Bound.WELL)),
        ("at three o'clock", at(hour=3, minute=0, either_half=True)),
        ("yesterday", at(relative=Relative(Period.DAY, -1))),
        ("last year", at(relative=Relative(Period.YEAR, -1))),
        ("next month", at(relative=Relative(Period.MONTH, 1))),
        ("in the afternoon", at(day_part=DayPart.AFTERNOON)),
    ],
)
def test_english(words: str, moment: Moment) -> None:
    (found,) = english(tokenize(words))
    assert plain(found) == moment


@pytest.mark.parametrize(
    "words",
    [
        "Manfred Mai kam",
        "2000 Menschen",
        "1000 bis 3000 Stücke",
        "am 31. Februar",
        "45 Euro und 13.50 Euro",
        "Er nahm halb vier Zimmer, halb drei",
        "im Mittelpunkt",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert german(tokenize(words)) == []


@pytest.mark.parametrize(
    "words", ["he may go", "they march on", "2000 people", "a second attempt", "two in five"]
)
def test_what_is_no_date_in_english(words: str) -> None:
    assert english(tokenize(words)) == []


def test_several_days_of_one_month() -> None:
    first, second = german(tokenize("vom 11. bis 13. Mai 2004"))
    assert (first.day, first.month, first.year) == (11, 5, 2004)
    assert (second.day, second.month, second.year) == (13, 5, 2004)


def test_a_span_slices_back_to_the_date_without_the_words_that_lead_to_it() -> None:
    text = "Im Jahr 2028, am Montag, dem 3. November, gegen 15.26 Uhr"
    assert [moment.span.of(text) for moment in german(tokenize(text))] == [
        "2028",
        "Montag, dem 3. November",
        "gegen 15.26 Uhr",
    ]
