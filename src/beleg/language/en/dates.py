"""English dates and times of day: "10 January 2006", "January 10", "mid-April", "on Tuesday morning", "3.26 p.m."."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from beleg.language.en.numerals import NUMERALS, ordinal_value, word_value
from beleg.language.moment import DayPart, Moment, Part, Period, Relative, Season, TokenLine, day_of_slashes
from beleg.language.quantity import Bound
from beleg.terms.token import Token

_MONTH_NAMES: Final = (
    "january february march april may june july august september october november december".split()
)
_MONTHS: Final = (
    {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
    | {name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)}
    | {"sept": 9}
)
_WEEKDAYS: Final = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_DAY_PARTS: Final = {
    "morning": DayPart.MORNING,
    "noon": DayPart.NOON,
    "afternoon": DayPart.AFTERNOON,
    "evening": DayPart.EVENING,
    "night": DayPart.NIGHT,
}
_SEASONS: Final = {
    "spring": Season.SPRING,
    "summer": Season.SUMMER,
    "autumn": Season.AUTUMN,
    "fall": Season.AUTUMN,
    "winter": Season.WINTER,
}
_PARTS: Final = {
    "early": Part.EARLY,
    "mid": Part.MIDDLE,
    "late": Part.LATE,
    "the beginning of": Part.EARLY,
    "the start of": Part.EARLY,
    "the middle of": Part.MIDDLE,
    "the end of": Part.LATE,
}
_PERIODS: Final = {
    "week": Period.WEEK,
    "month": Period.MONTH,
    "quarter": Period.QUARTER,
    "year": Period.YEAR,
    "yoy": Period.YEAR,
    "qoq": Period.QUARTER,
    "mom": Period.MONTH,
}
_DAYS_AHEAD: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_BOUNDS: Final = {
    "shortly after": Bound.WELL,
    "just after": Bound.WELL,
    "shortly before": Bound.BARELY,
    "just before": Bound.BARELY,
    "around": Bound.ABOUT,
    "about": Bound.ABOUT,
    "after": Bound.LEAST,
    "before": Bound.MOST,
}
_HOURS: Final = 12

_MONTH: Final = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT: Final = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?:\ \.)?"
_YEAR: Final = r"(?:1[0-9]|20)\d\d"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART: Final = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he\ (?:beginning|start|middle|end)\ of)[\ -]"
_PERIOD: Final = "(?:week|month|quarter|year)"
_BEFORE: Final = "(?:last|[Pp]rior|previous|preceding)"
_HOUR_WORD: Final = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF_DAY: Final = r"(?P<half>[ap]\ ?\.?m\b\.?(?:\ \.)?)"

_GRAMMAR: Final = re.compile(
    rf"""\b(?:
      (?:(?P<named_weekday>{_WEEKDAY})(?:\ ,)?\ )?(?:the\ )?
        (?:
            (?P<day>{_DAY})(?:st|nd|rd|th)?\ (?:of\ )?(?P<month>{_MONTH}|{_SHORT})(?:(?:\ ,)?\ (?P<year>{_YEAR})\b)?
          | (?P<us_month>{_MONTH}|{_SHORT})\ (?P<us_day>{_DAY})(?:st|nd|rd|th)?\b(?![.,:]\d)(?!\ (?:per|%|million|billion))(?:(?:\ ,)?\ (?P<us_year>{_YEAR})\b)?
        )
    | (?P<slash_first>\d{{1,2}})\ ?/\ ?(?P<slash_second>\d{{1,2}})\ ?/\ ?(?P<slash_year>{_YEAR}|\d\d)\b
    | (?P<iso_year>{_YEAR})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b
    | (?:{_PART})?(?P<bare_month>{_MONTH}|{_SHORT})(?:(?:\ of|\ ,)?\ (?P<month_year>{_YEAR})\b)
    | (?P<month_cue>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Ll]ast|[Nn]ext|[Tt]his|[Dd]uring|[Oo]f|[Bb]efore|[Aa]fter|and|to|through)\ )(?:{_PART.replace("part", "cued_part")})?(?P<cued_month>{_MONTH})\b(?!\ {_DAY}(?:(?:st|nd|rd|th)\b|\ ,\ {_YEAR}\b|\ {_YEAR}\b|\ (?:[.,;:)]|(?:the|a|an|at|in|on|and|or|to|for|with|when|if)\b)|$))
    | {_PART.replace("part", "only_part")}(?P<part_month>{_MONTH})\b
    | (?:{_PART.replace("part", "decade_part")}(?:the\ )?)?(?P<decade>(?:1[0-9]|20)\d0)(?:\ ?['’]\ ?)?s\b
    | (?:(?:[Ff]iscal\ )?(?P<quarter_before>{_YEAR})\ )?(?P<quarter>(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)(?=[\ -]quarter\b)|Q[1-4]\b|[1-4]Q\b)(?:[\ -]quarter\b)?(?:(?:\ of)?(?:\ fiscal)?\ (?P<quarter_year>{_YEAR})\b)?
    | (?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b(?:(?:\ of)?\ (?P<season_year>{_YEAR})\b)?
    | (?:{_PART.replace("part", "year_part")})?(?:(?P<cue>[Yy]ear|[Ff]iscal|[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f)\ )?(?P<bare_year>{_YEAR})\b(?!\ ?[.,:]\d)
    | (?P<weekday>{_WEEKDAY})s?\b(?:\ (?P<weekday_part>morning|afternoon|evening|night)\b)?
    | (?:(?P<towards>[Ss]hortly\ after|[Jj]ust\ after|[Ss]hortly\ before|[Jj]ust\ before|[Aa]round|[Aa]bout|[Aa]fter|[Bb]efore)\ )?(?:
          (?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?\ ?{_HALF_DAY}
        | (?P<hour_word>{_HOUR_WORD})\ (?:o['’]clock|{_HALF_DAY.replace("half", "word_half")})
        | (?P<plain_hour>[01]\d|2[0-3]|\d):(?P<plain_minute>[0-5]\d)\b(?=\ (?:on|GMT|CET|local|UTC|BST|EST))
        | (?P<noon>[Nn]oon|[Mm]idday) | (?P<midnight>[Mm]idnight)
      )
    | (?P<day_ahead>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)\b(?:\ (?P<relative_part>morning|afternoon|evening|night)\b)?
    | (?:(?P<base_cue>(?:[Ff]rom|[Tt]han|[Tt]o|[Ww]ith|[Vv]ersus|[Vv]s(?:\ \.)?|[Oo]ver|[Aa]gainst|[Oo]n)\ (?:the\ |its\ |their\ |our\ )?)
            (?:{_BEFORE}[\ -](?:fiscal\ )?(?P<base_period>{_PERIOD})
             | a\ (?P<ago_period>{_PERIOD})\ (?:ago|earlier|before)))\b
    | (?P<over_period>[Ww]eek|[Mm]onth|[Qq]uarter|[Yy]ear)(?:[\ -]o(?:ver|n)[\ -](?i:(?P=over_period))|-ago)\b
    | (?P<over_code>YoY|QoQ|MoM)\b
    | (?P<when>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he\ (?:previous|prior|preceding)|[Pp]rior|[Tt]he\ coming)[\ -](?P<period>{_PERIOD})\b
    | (?P<part_cue>(?:in\ the|that|this|at)\ (?:early\ |late\ )?)(?P<day_part>morning|afternoon|evening|night)\b
    )""",
    re.VERBOSE,
)
_NOT_A_YEAR_AFTER: Final = re.compile(
    r"\ (?:people|jobs|employees|votes|soldiers|spectators|times|million|billion|per|square|cubic)(?!\w)"
)


def dates(tokens: Sequence[Token]) -> list[Moment]:
    """The dates and times of day among the tokens of one sentence, in order."""
    line = TokenLine(tokens)
    found = []
    for match in _GRAMMAR.finditer(line.text):
        given = {name: words for name, words in match.groupdict().items() if words is not None}
        for cue in ("month_cue", "part_cue", "base_cue", "cue"):
            if cue in given:
                span = line.span(match.end(cue), match.end())
                break
        else:
            span = line.span(match.start(), match.end())
        moment = _moment(given, match, Moment(start=span.start, end=span.end))
        if moment is not None:
            found.append(moment)
    return found


def _moment(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    for read in (_calendar, _longer, _clock, _relative):
        moment = read(given, match, blank)
        if moment is not None:
            return moment
    return None


def _calendar(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    """A day or a month of the calendar."""
    weekday = _WEEKDAYS.get(given.get("named_weekday", "").lower())
    if "slash_year" in given:
        return day_of_slashes(blank, given["slash_first"], given["slash_second"], given["slash_year"])
    if "iso_year" in given:
        year: int | None = int(given["iso_year"])
        month, day = int(given["iso_month"]), int(given["iso_day"])
    elif words := given.get("month") or given.get("us_month"):
        year = _number(given.get("year") or given.get("us_year"))
        month, day = _month_number(words), int(given.get("day") or given["us_day"])
    elif words := given.get("bare_month") or given.get("cued_month") or given.get("part_month"):
        part = given.get("part") or given.get("cued_part") or given.get("only_part") or ""
        return replace(
            blank,
            year=_number(given.get("month_year")),
            month=_month_number(words),
            part=_PARTS.get(part.lower()),
        )
    else:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return replace(blank, year=year, month=month, day=day, weekday=weekday)


def _longer(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    """A season, a quarter, a year, a decade."""
    if "decade" in given:
        part = _PARTS.get(given.get("decade_part", "").lower())
        return replace(blank, year=int(given["decade"]), decade=True, part=part)
    if "quarter" in given:
        words = given["quarter"].lower()
        number = int(words.strip("q")) if "q" in words else ordinal_value(words)
        named = given.get("quarter_year") or given.get("quarter_before")
        return replace(blank, quarter=number, year=_number(named))
    if "season" in given:
        return replace(
            blank, season=_SEASONS[given["season"].lower()], year=_number(given.get("season_year"))
        )
    if "bare_year" in given:
        rest = match.string[match.end() :]
        year = int(given["bare_year"])
        counted = year % 100 == 0 and re.match(r"\ [a-z]+s\b", rest) and "year_part" not in given
        following = rest.split(" ", 2)
        unit = len(following) > 1 and NUMERALS.words.units.word(following[1].lower()) is not None
        if _NOT_A_YEAR_AFTER.match(rest) or counted or unit:
            return None
        return replace(blank, year=year, part=_PARTS.get(given.get("year_part", "").lower()))
    if "weekday" in given:
        day_part = _DAY_PARTS.get(given.get("weekday_part", ""))
        return replace(blank, weekday=_WEEKDAYS[given["weekday"].lower()], day_part=day_part)
    return None


def _clock(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    bound = _BOUNDS.get(given.get("towards", "").lower(), Bound.EXACT)
    minute = int(given.get("minute") or given.get("plain_minute") or 0)
    half = given.get("half") or given.get("word_half") or ""
    if "noon" in given or "midnight" in given:
        return replace(blank, hour=12 if "noon" in given else 0, minute=0, bound=bound)
    if digits := given.get("hour") or given.get("plain_hour"):
        hour = int(digits)
    elif word := given.get("hour_word"):
        hour = int(word_value(word) or 1)
    else:
        return None
    if half:
        hour = hour % _HOURS + (_HOURS if half.startswith("p") else 0)
    return replace(
        blank, hour=hour, minute=minute, bound=bound, either_half=not half and "plain_hour" not in given
    )


def _relative(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    part = _DAY_PARTS.get(given.get("relative_part") or given.get("day_part") or "")
    if "day_ahead" in given:
        words = given["day_ahead"].lower()
        if words == "tonight":
            part = DayPart.EVENING
        return replace(blank, relative=Relative(Period.DAY, _DAYS_AHEAD[words]), day_part=part)
    for name in ("base_period", "ago_period", "over_period", "over_code"):
        if name in given:
            return replace(blank, relative=Relative(_PERIODS[given[name].lower()], -1, base=True))
    if "when" in given:
        when = given["when"].lower()
        ahead = (
            -1 if when.endswith(("last", "previous", "prior", "preceding")) else 0 if when == "this" else 1
        )
        return replace(blank, relative=Relative(_PERIODS[given["period"]], ahead))
    return replace(blank, day_part=part) if part else None


def _month_number(words: str) -> int:
    return _MONTHS[words.lower().rstrip(" .")]


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
