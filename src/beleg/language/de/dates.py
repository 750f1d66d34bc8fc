"""German dates and times of day: "10. Januar 2006", "10.01.2006", "Mitte April", "am Dienstagmorgen", "15.26 Uhr"."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from beleg.language.de.date_grammar import (
    BOUNDS,
    CAPITALISED,
    DAY_PARTS,
    DAYS_AHEAD,
    DECADES,
    FIRST_BARE_YEAR,
    GRAMMAR,
    HINT,
    MAY_PRECEDE_MONTH,
    MINUTES_OFF,
    MONTHS,
    NOT_A_YEAR_AFTER,
    PARTS,
    PERIODS,
    SEASONS,
    SMALL_HOURS,
    WEEKDAYS,
)
from beleg.language.de.numerals import NUMERALS, ordinal_value, word_value
from beleg.language.moment import DayPart, Moment, Period, Relative, TokenLine, day_of_slashes, whole_year
from beleg.language.quantity import Bound
from beleg.terms.token import Token


def dates(tokens: Sequence[Token]) -> list[Moment]:
    """The dates and times of day among the tokens of one sentence, in order."""
    if not any(_hints(token.text) for token in tokens):
        return []
    return list(_read(tuple(tokens)))


@lru_cache(maxsize=16_384)
def _read(tokens: tuple[Token, ...]) -> tuple[Moment, ...]:
    """The sources of a dossier stay the same from check to check."""
    line = TokenLine(tokens)
    found = (_moment(match, line) for match in GRAMMAR.finditer(line.text))
    return tuple(moment for moment in found if moment is not None)


@lru_cache(maxsize=65_536)
def _hints(word: str) -> bool:
    """Whether a word can be part of a date."""
    return HINT.search(word) is not None


def _moment(match: re.Match[str], line: TokenLine) -> Moment | None:
    given = {name: words for name, words in match.groupdict().items() if words is not None}
    span = line.span(match.end("cue") if "cue" in given else match.start(), match.end())
    blank = Moment(start=span.start, end=span.end)
    for read in (_calendar, _month, _longer, _weekday, _clock, _relative):
        moment = read(given, match, blank)
        if moment is not None:
            return moment
    return None


def _calendar(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    """A day of the calendar."""
    if "slash_year" in given:
        return day_of_slashes(blank, given["slash_first"], given["slash_second"], given["slash_year"])
    if "iso_year" in given:
        return _valid(
            replace(
                blank,
                year=int(given["iso_year"]),
                month=int(given["iso_month"]),
                day=int(given["iso_day"]),
            )
        )
    weekday = WEEKDAYS[given["named_weekday"].lower().rstrip("s")] if "named_weekday" in given else None
    if "numeric_day" in given:
        year = whole_year(given["numeric_year"])
        day, month = int(given["numeric_day"]), int(given["numeric_month"])
        return _valid(replace(blank, year=year, month=month, day=day, weekday=weekday))
    if "short_day" in given:
        return _valid(replace(blank, month=int(given["short_month"]), day=int(given["short_day"])))
    if "listed_day" in given:
        return replace(
            blank,
            year=_number(given.get("listed_year")),
            month=_month_number(given["listed_month"]),
            day=int(given["listed_day"]),
        )
    if "month" in given:
        day_in_words = ordinal_value(given.get("day_word", "").lower()) or 0
        return _valid(
            replace(
                blank,
                year=_number(given.get("year")),
                month=_month_number(given["month"]),
                day=int(given.get("day", day_in_words)),
                weekday=weekday,
            )
        )
    return None


def _month(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    """A month, with or without its year; not "Mai" and "August" as names of people."""
    if "bare_month" not in given:
        return None
    before = CAPITALISED.match(match.string[: match.start()].rstrip())
    called = given["bare_month"] in ("Mai", "August") and not {"part", "month_year"} & set(given)
    if called and before is not None and before[1] not in MAY_PRECEDE_MONTH:
        return None
    part = PARTS.get(given.get("part", "").lower())
    return replace(
        blank, year=_number(given.get("month_year")), month=_month_number(given["bare_month"]), part=part
    )


def _longer(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    """A season, a quarter, a year, a decade."""
    if "season" in given:
        if given["season"] not in match[0].split() and not match[0].startswith(given["season"]):
            return None
        return replace(blank, season=SEASONS[given["season"].lower()], year=_number(given.get("season_year")))
    if "quarter" in given:
        words = given["quarter"].rstrip(" .")
        quarter = int(words) if words.isdigit() else ordinal_value(words)
        return replace(blank, quarter=quarter, year=_number(given.get("quarter_year")))
    if decade := given.get("decade") or given.get("short_decade"):
        first = int(decade) if len(decade) > 2 else 1900 + int(decade)
        return replace(blank, year=first, decade=True, part=PARTS.get(given.get("decade_part", "").lower()))
    if "decade_word" in given:
        first = DECADES[given["decade_word"].lower()]
        return replace(blank, year=first, decade=True, part=PARTS.get(given.get("decade_part", "").lower()))
    if "bare_year" in given:
        if not {"cue", "year_part"} & set(given) and _counts(int(given["bare_year"]), match):
            return None
        return replace(
            blank, year=int(given["bare_year"]), part=PARTS.get(given.get("year_part", "").lower())
        )
    return None


def _is_unit(rest: str) -> bool:
    """Whether what follows begins with a unit."""
    following = rest.split(" ", 2)
    return len(following) > 1 and NUMERALS.words.units.word(following[1].lower()) is not None


def _counts(year: int, match: re.Match[str]) -> bool:
    """Whether four digits count something: "2000 Menschen", "1000 bis 3000", and years nobody writes about bare."""
    rest = match.string[match.end() :]
    if year < FIRST_BARE_YEAR or NOT_A_YEAR_AFTER.match(rest) or _is_unit(rest):
        return True
    if (to := re.match(r"\ (?:bis|und|oder|-|–)\ (?:zu\ )?(\d{4,18})\b", rest)) and not 1000 < int(
        to[1]
    ) < 2100:
        return True
    noun = re.match(r"\ (?:[a-zäöüß]+e[nr]?\ )?[A-ZÄÖÜ]", rest)
    return year % 100 == 0 and noun is not None


def _weekday(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    if "weekday" not in given:
        return None
    words = given["weekday"].lower()
    number = WEEKDAYS[words if words in WEEKDAYS else words.rstrip("s")]
    part = given.get("weekday_part") or given.get("weekday_early", "").lower().rstrip("s")
    day_part = DAY_PARTS.get(part)
    if "night_to" in given:
        day_part = DayPart.NIGHT
    return replace(blank, weekday=number, day_part=day_part)


def _clock(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    part = given.get("hour_part", "").lower()
    day_part = DAY_PARTS.get(part if part in DAY_PARTS else part.rstrip("s"))
    minute = int(given.get("minute") or given.get("past") or given.get("timed_minute") or 0)
    either = False
    if "midnight" in given:
        hour = 0
    elif "half_hour" in given:
        before = match.string[: match.start()]
        if not given.get("towards") and not before.rstrip().lower().endswith(
            ("um", "bis", "von", "zwischen")
        ):
            return None
        hour, minute, either = (_hour(given["half_hour"]) - 1) % 12, 30, day_part is None
    elif "minutes_off" in given:
        off = MINUTES_OFF[given["minutes_off"].lower()] * (1 if given["off"] == "nach" else -1)
        hour, minute = divmod((_hour(given["off_hour"]) * 60 + off) % (SMALL_HOURS * 60), 60)
        either = day_part is None
    elif spelled := given.get("hour_word"):
        hour, either = _hour(spelled), day_part is None
    elif digits := given.get("hour") or given.get("timed_hour"):
        hour = int(digits) % 24
    else:
        return None
    if hour < SMALL_HOURS and day_part in (DayPart.AFTERNOON, DayPart.EVENING):
        hour += 12
    bound = BOUNDS.get(given.get("towards", "").lower(), Bound.EXACT)
    return replace(blank, hour=hour, minute=minute, either_half=either, bound=bound, day_part=None)


def _relative(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    part = (
        given.get("relative_part") or given.get("am_part") or given.get("adverb_part") or given.get("night")
    )
    lower = (part or "").lower()
    day_part = DAY_PARTS.get(lower if lower in DAY_PARTS else lower.rstrip("s"))
    if "day_ahead" in given:
        ahead = DAYS_AHEAD[given["day_ahead"].lower()]
        return replace(blank, relative=Relative(Period.DAY, ahead), day_part=day_part)
    if "when" in given:
        when = given["when"].lower()
        ahead = 0 if when.startswith(("dies", "lauf")) else 1 if when.startswith(("komm", "näch")) else -1
        return replace(blank, relative=Relative(PERIODS[given["period"].lower()], ahead))
    if "previous_year" in given:
        return replace(blank, relative=Relative(Period.YEAR, -1))
    return replace(blank, day_part=day_part) if day_part else None


def _valid(moment: Moment) -> Moment | None:
    """The moment, unless the calendar has no such day."""
    if moment.month is None or moment.day is None or not 1 <= moment.month <= 12:
        return None
    return moment if 1 <= moment.day <= monthrange(moment.year or 2000, moment.month)[1] else None


def _month_number(words: str) -> int:
    plain = words.lower().rstrip(" .")
    return MONTHS[plain if plain in MONTHS else plain.rstrip("s")]


def _hour(word: str) -> int:
    return 1 if word in ("ein", "eins") else int(word_value(word) or 0)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
