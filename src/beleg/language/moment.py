"""Moment: a date or a time of day as a text names it, with as many of its parts as the text gives."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from beleg.language.quantity import Bound
from beleg.terms.span import Span
from beleg.terms.token import Token

_MONTHS = 12


class Part(StrEnum):
    """Which part of a month, a year or a decade is meant."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


class DayPart(StrEnum):
    """Which part of a day is meant."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Season(StrEnum):
    """Season of a year; winter belongs to two."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Period(StrEnum):
    """What a relative date counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Relative:
    """A date told from the day of publication: "gestern" is one day back, "im kommenden Jahr" one year ahead.

    `base` is set where a change is told against it: "up 4 percent from last year", "year-over-year".
    """

    period: Period
    ahead: int
    base: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date or a time of day in a text, at `[start, end)`.

    A part that the text does not name is None: "im April" has only a month, "am Montag" only a weekday (0 is Monday),
    "um 15.26 Uhr" hour and minute. `decade` says that `year` is the first of ten. `relative` is set where the text
    names it from the day of publication. `bound` says how the time of day is meant ("kurz nach 15 Uhr"), and
    `either_half` that it can be in the morning or in the afternoon ("halb vier"). `either_order` says that day and
    month may stand the other way round ("3/4/2024").
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    quarter: int | None = None
    season: Season | None = None
    part: Part | None = None
    day_part: DayPart | None = None
    relative: Relative | None = None
    decade: bool = False
    bound: Bound = Bound.EXACT
    either_half: bool = False
    either_order: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def whole_year(digits: str) -> int:
    """The year that two or four digits mean: two below 50 are of this century."""
    year = int(digits)
    return year + (2000 if year < 50 else 1900) if len(digits) == 2 else year


def day_of_slashes(blank: Moment, first: str, second: str, year: str) -> Moment | None:
    """The day of "3/4/2024": Britain writes the day first, America the month; None if the calendar has no such day."""
    day, month = int(first), int(second)
    if month > _MONTHS:
        day, month = month, day
    full = whole_year(year)
    if not 1 <= month <= _MONTHS or not 1 <= day <= monthrange(full, month)[1]:
        return None
    return replace(blank, year=full, month=month, day=day, either_order=day <= _MONTHS and day != month)


class TokenLine:
    """The tokens of a sentence in one line with single spaces, for a grammar of dates written as an expression."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._starts: list[int] = []
        at = 0
        for token in tokens:
            self._starts.append(at)
            at += len(token.text) + 1
        self.text = " ".join(token.text for token in tokens)

    def span(self, start: int, end: int) -> Span:
        """The words of the text that stand at `[start, end)` of the line."""
        first = (
            bisect_left(self._starts, start)
            if self.text[start : start + 1] == " "
            else (bisect_right(self._starts, start) - 1)
        )
        last = max(bisect_left(self._starts, end) - 1, first)
        return Span(self._tokens[first].start, self._tokens[last].end)
