"""Reckoning: resolve dates that are told from a day, and compare two dates part by part.

A part that only one of two dates names does not contradict the other: "im April" agrees with "15. April". Parts that
say the same in other words are compared as well: "Mitte April" with the 15th, "Sommer" with July, a Monday with its
date.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from beleg.language.moment import DayPart, Moment, Part, Period, Season
from beleg.language.quantity import Bound

_SEASONS = {
    Season.SPRING: (2, 3, 4, 5, 6),
    Season.SUMMER: (6, 7, 8, 9),
    Season.AUTUMN: (9, 10, 11, 12),
    Season.WINTER: (11, 12, 1, 2, 3),
}
_THIRD_OF_MONTH = {Part.EARLY: range(1, 13), Part.MIDDLE: range(9, 23), Part.LATE: range(19, 32)}
_THIRD_OF_YEAR = {Part.EARLY: range(1, 5), Part.MIDDLE: range(4, 10), Part.LATE: range(9, 13)}
_HOURS = {
    DayPart.MORNING: range(3, 12),
    DayPart.NOON: range(11, 15),
    DayPart.AFTERNOON: range(12, 19),
    DayPart.EVENING: range(16, 25),
    DayPart.NIGHT: (*range(20, 25), *range(6)),
}
_IN_ORDER = tuple(DayPart)
_QUARTER_OF_AN_HOUR = 15
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two dates side by side: which parts are equal, which differ, and which of the draft's the source's date lacks.

    `contradicts` says that they are of the same kind and cannot be the same, `finest` that the draft's finest part, the
    day of a date, is equal; `year` is the draft's.
    """

    shared: frozenset[str]
    differing: frozenset[str]
    left: frozenset[str]
    contradicts: bool
    finest: bool = False
    year: int | None = None

    @property
    def agrees(self) -> bool:
        """Whether they can be the same: something is equal, nothing differs."""
        return bool(self.shared) and not self.differing


def resolved(moment: Moment, published: date | None) -> Moment:
    """The date that is meant by "gestern" or "im vergangenen Jahr" in a text of this day; the same without one."""
    if moment.relative is None or published is None:
        return moment
    ahead = moment.relative.ahead
    if moment.relative.period is Period.DAY:
        day = published + timedelta(days=ahead)
        return replace(
            moment, year=day.year, month=day.month, day=day.day, weekday=day.weekday(), relative=None
        )
    # What a change is told against stays a period as well: a rise on the year is none on the quarter.
    relative = moment.relative if moment.relative.base else None
    if moment.relative.period is Period.YEAR:
        return replace(moment, year=published.year + ahead, relative=relative)
    if moment.relative.period is Period.MONTH:
        months = published.year * 12 + published.month - 1 + ahead
        return replace(moment, year=months // 12, month=months % 12 + 1, relative=relative)
    return moment


def compare(mine: Moment, theirs: Moment, appears: date | None, appeared: date | None) -> Comparison:
    """A date of the draft beside one of a source; `appears` and `appeared` are the days of the two texts.

    Where day and month may stand the other way round ("3/4/2024"), the reading counts that agrees best.
    """
    found = [
        _compared(one, other, appears, appeared) for one in _readings(mine) for other in _readings(theirs)
    ]
    return max(found, key=lambda each: (each.agrees, -len(each.differing)))


def slipped(one: int, other: int) -> bool:
    """Whether a day is another one after a slip of the finger: 24 for 14, 21 for 12."""
    return one != other and (one % 10 == other % 10 or f"{one:02}" == f"{other:02}"[::-1])


def _readings(moment: Moment) -> list[Moment]:
    if not moment.either_order:
        return [moment]
    return [moment, replace(moment, day=moment.month, month=moment.day, weekday=None)]


def _compared(mine: Moment, theirs: Moment, appears: date | None, appeared: date | None) -> Comparison:
    mine, theirs = _with_weekday(mine, appears), _with_weekday(theirs, appeared)
    equal: set[str] = set()
    differing: set[str] = set()
    left: set[str] = set()
    for part, answer in (
        ("year", _years(mine, theirs)),
        ("month", _months(mine, theirs)),
        ("day", _days(mine, theirs)),
        ("weekday", _plain(mine.weekday, theirs.weekday)),
        ("part", _parts(mine, theirs)),
        ("clock", _clocks(mine, theirs)),
        ("day_part", _day_parts(mine, theirs)),
        ("relative", _relatives(mine, theirs)),
    ):
        if answer is None:
            if part in _named(mine):
                left.add(part)
        else:
            (equal if answer else differing).add(part)
    finest = _finest(mine)
    # A coarser date beside it ("2005" beside "3. Mai 2006") speaks of something else.
    contradicts = bool(differing) and finest in equal | differing
    return Comparison(
        frozenset(equal), frozenset(differing), frozenset(left), contradicts, finest in equal, mine.year
    )


def parts(moment: Moment, day: date | None) -> list[tuple[str, int]]:
    """What a date is found by, the finest first: the day of the year, the month, the year, the weekday, the hour."""
    readings = [_with_weekday(each, day) for each in _readings(moment)]
    return list(dict.fromkeys(part for each in readings for part in _parts_of(each)))


def _parts_of(moment: Moment) -> list[tuple[str, int]]:
    found = []
    if moment.hour is not None:
        found.append(("hour", moment.hour % 12))
    if moment.month is not None and moment.day is not None:
        found.append(("day", 100 * moment.month + moment.day))
    if moment.month is not None:
        found.append(("month", moment.month))
    if moment.year is not None:
        found.append(("year", moment.year))
    if moment.weekday is not None:
        found.append(("weekday", moment.weekday))
    return found


def _with_weekday(moment: Moment, day: date | None) -> Moment:
    """With the weekday of a full date; without a year, of the one nearest to the day the text appeared."""
    if moment.weekday is not None or moment.day is None or moment.month is None:
        return moment
    year = moment.year
    if year is None and day is not None:
        around = [
            date(each, moment.month, moment.day)
            for each in (day.year - 1, day.year, day.year + 1)
            if moment.day <= monthrange(each, moment.month)[1]
        ]
        year = min(around, key=lambda each: abs((each - day).days)).year if around else None
    if year is None or moment.day > monthrange(year, moment.month)[1]:
        return moment
    return replace(moment, weekday=date(year, moment.month, moment.day).weekday())


def _named(moment: Moment) -> frozenset[str]:
    """The parts a date names; a weekday that follows from its date is none to be missed."""
    parts = {
        "year": moment.year is not None,
        "month": moment.month is not None or moment.season is not None or moment.quarter is not None,
        "day": moment.day is not None,
        "weekday": moment.weekday is not None and moment.day is None,
        "part": moment.part is not None,
        "clock": moment.hour is not None,
        "day_part": moment.day_part is not None,
        "relative": moment.relative is not None,
    }
    return frozenset(name for name, named in parts.items() if named)


def _finest(moment: Moment) -> str:
    named = _named(moment)
    order = ("clock", "day", "weekday", "month", "year", "relative", "day_part")
    return next((part for part in order if part in named), "")


def _plain(one: int | None, other: int | None) -> bool | None:
    return None if one is None or other is None else one == other


def _years(mine: Moment, theirs: Moment) -> bool | None:
    if mine.year is None or theirs.year is None:
        return None
    if mine.decade or theirs.decade:
        return mine.year // 10 == theirs.year // 10
    return mine.year == theirs.year


def _months(mine: Moment, theirs: Moment) -> bool | None:
    one, other = _month_range(mine), _month_range(theirs)
    return None if one is None or other is None else bool(one & other)


def _month_range(moment: Moment) -> set[int] | None:
    if moment.month is not None:
        return {moment.month}
    if moment.quarter is not None:
        return set(range(3 * moment.quarter - 2, 3 * moment.quarter + 1))
    if moment.season is not None:
        return set(_SEASONS[moment.season])
    return None


def _days(mine: Moment, theirs: Moment) -> bool | None:
    return _plain(mine.day, theirs.day)


def _parts(mine: Moment, theirs: Moment) -> bool | None:
    """ "Mitte April" and the 15th, "Anfang 2005" and February 2005."""
    if mine.part is not None and theirs.part is not None and (mine.month is None) == (theirs.month is None):
        return mine.part is theirs.part
    for vague, exact in ((mine, theirs), (theirs, mine)):
        if vague.part is None or vague.decade:
            continue
        if vague.month is not None and exact.day is not None:
            return exact.day in _THIRD_OF_MONTH[vague.part]
        if vague.month is None and exact.month is not None:
            return exact.month in _THIRD_OF_YEAR[vague.part]
    return None


def _clocks(mine: Moment, theirs: Moment) -> bool | None:
    if mine.hour is None or theirs.hour is None:
        return None
    ahead = (theirs.hour * 60 + (theirs.minute or 0)) - (mine.hour * 60 + (mine.minute or 0))
    whole = _DAY // 2 if mine.either_half or theirs.either_half else _DAY
    ahead = (ahead + whole // 2) % whole - whole // 2
    reach = {
        Bound.EXACT: (0, 0),
        Bound.ABOUT: (-_QUARTER_OF_AN_HOUR, _QUARTER_OF_AN_HOUR),
        Bound.WELL: (0, 2 * _QUARTER_OF_AN_HOUR),
        Bound.BARELY: (-2 * _QUARTER_OF_AN_HOUR, 0),
        Bound.LEAST: (0, 4 * _QUARTER_OF_AN_HOUR),
        Bound.MOST: (-4 * _QUARTER_OF_AN_HOUR, 0),
    }
    first, last = reach.get(mine.bound, (0, 0))
    if not first <= ahead <= last:
        return False
    opposed = (mine.bound.upwards and theirs.bound.downwards) or (
        mine.bound.downwards and theirs.bound.upwards
    )
    return not opposed


def _day_parts(mine: Moment, theirs: Moment) -> bool | None:
    """Parts of a day next to one another are not told apart: late in the morning is noon."""
    if mine.day_part is not None and theirs.day_part is not None:
        apart = abs(_IN_ORDER.index(mine.day_part) - _IN_ORDER.index(theirs.day_part))
        return apart in (0, 1, len(_IN_ORDER) - 1)
    for vague, exact in ((mine, theirs), (theirs, mine)):
        if vague.day_part is not None and exact.hour is not None and not exact.either_half:
            return exact.hour in _HOURS[vague.day_part]
    return None


def _relatives(mine: Moment, theirs: Moment) -> bool | None:
    if mine.relative is None or theirs.relative is None:
        return None
    if mine.relative.base and theirs.relative.base:
        return mine.relative == theirs.relative
    if mine.relative.period is not theirs.relative.period:
        return None
    return mine.relative.ahead == theirs.relative.ahead
