"""German dates and times of day: "10. Januar 2006", "10.01.2006", "Mitte April", "am Dienstagmorgen", "15.26 Uhr"."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from beleg.language.de.numerals import ordinal_value, word_value
from beleg.language.moment import DayPart, Moment, Part, Period, Relative, Season, TokenLine
from beleg.language.quantity import Bound
from beleg.terms.token import Token

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner jan",
            "februar feber feb",
            "märz mrz",
            "april apr",
            "mai",
            "juni jun",
            "juli jul",
            "august aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "dezember dez",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS: Final = {
    "montag": 0,
    "dienstag": 1,
    "mittwoch": 2,
    "donnerstag": 3,
    "freitag": 4,
    "samstag": 5,
    "sonnabend": 5,
    "sonntag": 6,
}
_DAY_PARTS: Final = {
    "früh": DayPart.MORNING,
    "morgen": DayPart.MORNING,
    "vormittag": DayPart.MORNING,
    "mittag": DayPart.NOON,
    "nachmittag": DayPart.AFTERNOON,
    "abend": DayPart.EVENING,
    "nacht": DayPart.NIGHT,
}
_SEASONS: Final = {
    "frühjahr": Season.SPRING,
    "frühling": Season.SPRING,
    "sommer": Season.SUMMER,
    "herbst": Season.AUTUMN,
    "winter": Season.WINTER,
}
_PARTS: Final = {"anfang": Part.EARLY, "mitte": Part.MIDDLE, "ende": Part.LATE}
_DECADES: Final = {
    "zwanziger": 1920,
    "dreißiger": 1930,
    "vierziger": 1940,
    "fünfziger": 1950,
    "sechziger": 1960,
    "siebziger": 1970,
    "achtziger": 1980,
    "neunziger": 1990,
}
_DAYS_AHEAD: Final = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_PERIODS: Final = {"tag": Period.DAY, "woche": Period.WEEK, "monat": Period.MONTH, "jahr": Period.YEAR}
_BOUNDS: Final = {
    "kurz nach": Bound.WELL,
    "kurz vor": Bound.BARELY,
    "gegen": Bound.ABOUT,
    "etwa": Bound.ABOUT,
    "rund": Bound.ABOUT,
    "ca .": Bound.ABOUT,
    "circa": Bound.ABOUT,
    "nach": Bound.LEAST,
    "vor": Bound.MOST,
}
_SMALL_HOURS: Final = 12
_FIRST_BARE_YEAR: Final = 1500
"""Earlier years are written with "im Jahr" or "n. Chr."; four digits alone count something."""

_MONTH: Final = (
    "(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)s?"
)
_SHORT_MONTH: Final = r"(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\b(?:\ \.)?"
_YEAR: Final = r"(?:1[0-9]|20)\d\d"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_WEEKDAY: Final = r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tags?|Mittwochs?|Sonnabends?"
_ORDINALS: Final = (
    r"(?:[Ee]rs|[Zz]wei|[Dd]rit|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieb(?:en)?|[Aa]ch|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf|\w{3,8}zehn|\w{0,12}zwanzigs"
    r"|\w{0,12}dreißigs)te[nrs]?"
)
_HOUR_WORD: Final = r"(?:ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
_PART: Final = r"(?P<part>[Aa]nfang|[Mm]itte|[Ee]nde)"
_TOWARDS: Final = (
    r"(?P<towards>[Kk]urz\ nach|[Kk]urz\ vor|[Gg]egen|[Nn]ach|[Vv]or|[Ee]twa|[Rr]und|[Cc]a\ \.|[Cc]irca)"
)

_GRAMMAR: Final = re.compile(
    rf"""\b(?:
      # "Montag, dem 3. November 2008", "3. November", "dritten November", "3. 11. 2008"
      (?:(?P<named_weekday>{_WEEKDAY})(?:\ ,)?(?:\ (?:dem|den|der))?\ )?
        (?:
            (?:(?P<day>{_DAY})\ \.|(?P<day_word>{_ORDINALS}))\ (?P<month>{_MONTH}|{_SHORT_MONTH})(?:\ (?P<year>{_YEAR})\b)?
          | (?P<numeric_day>{_DAY})\ ?\.\ ?(?P<numeric_month>0?[1-9]|1[0-2])\ ?\.\ ?(?P<numeric_year>{_YEAR}|\d\d)\b(?![.,]\d)
        )
    | (?:(?<=[Aa]m\ )|(?<=\bde[nm]\ )|(?<=[Vv]om\ )|(?<=zum\ )|(?<=[Bb]is\ ))(?P<short_day>{_DAY})\.(?P<short_month>0?[1-9]|1[0-2])\ \.
    | (?P<iso_year>{_YEAR})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)\b
      # "3. und 4. Mai", "11.-13. Mai": the first of several days of one month
    | (?P<listed_day>{_DAY})\ \.(?=(?:\ (?:und|bis|oder|/|-|–|,)(?:\ zum)?\ {_DAY}\ \.)+\ (?P<listed_month>{_MONTH})(?:\ (?P<listed_year>{_YEAR})\b)?)
      # "Mitte April 2006", "im April", "Ende 2005", "Anfang des Jahres", "Mitte der 1990er Jahre"
    | (?:{_PART}\ (?:des\ (?:Monats\ )?)?)?(?P<bare_month>{_MONTH})\b(?:\ (?:des\ Jahres\ )?(?P<month_year>{_YEAR})\b)?
    | (?:{_PART.replace("part", "decade_part")}\ der\ )?(?:(?P<decade>(?:1[0-9]|20)\d0)er|(?P<short_decade>\d0)er|(?P<decade_word>[Zz]wanziger|[Dd]reißiger|[Vv]ierziger|[Ff]ünfziger|[Ss]echziger|[Ss]iebziger|[Aa]chtziger|[Nn]eunziger))(?:-Jahren?|\ Jahren?)\b
    | (?P<season>Frühjahr|Frühling|Sommer|Herbst|Winter)s?\b(?:\ (?P<season_year>{_YEAR})\b)?
    | (?:im\ )?(?P<quarter>ersten|zweiten|dritten|vierten|[1-4]\ \.)\ Quartal(?:\ (?P<quarter_year>{_YEAR})\b)?
    | (?:{_PART.replace("part", "year_part")}\ (?:des\ Jahres\ )?)?(?:(?P<cue>(?:[Ii]m\ )?(?:Geschäfts|Kalender|Jahres)?[Jj]ahre?s?)\ )?(?P<bare_year>{_YEAR})\b(?!\ ?[.,:]\d)(?:\ /\ (?:{_YEAR}|\d\d)\b)?
      # "am Dienstagmorgen", "Montag früh", "in der Nacht zum Samstag"
    | (?:(?P<weekday_when>(?:ver)?gangene[nrm]|letzte[nrm]|vorige[nrm]|kommende[nrm]|nächste[nrm])\ )?(?:(?P<night_to>Nacht)\ (?:zum|auf)\ )?(?P<weekday>(?:{_WEEKDAY}))(?P<weekday_part>früh|morgen|vormittag|mittag|nachmittag|abend|nacht)?s?\b(?:\ (?P<weekday_early>früh|Morgen|Vormittag|Mittag|Nachmittag|Abend|morgens?|abends?|nachmittags?|mittags?)\b)?
      # "15.26 Uhr", "zwölf Uhr mittags", "halb vier", "kurz nach Mitternacht"
    | (?:{_TOWARDS}\ )?(?:
          (?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\ Uhr\b(?:\ (?P<past>[0-5]\d)\b(?!\ ?[.,%€]|\ [A-ZÄÖÜ]))?
        | (?P<hour_word>{_HOUR_WORD})\ Uhr\b
        | (?P<timed_hour>[01]?\d|2[0-4]):(?P<timed_minute>[0-5]\d)(?=\ h\b)
        | halb\ (?P<half_hour>{_HOUR_WORD})\b
        | (?P<midnight>Mitternacht)
      )(?:\ (?:am\ |in\ der\ )?(?P<hour_part>morgens|vormittags|mittags|nachmittags|abends|nachts|früh|Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)\b)?
      # "gestern Abend", "im vergangenen Jahr", "dieses Jahr", "kommende Woche", "im Vorjahr"
    | (?P<day_ahead>[Vv]orgestern|[Gg]estern|[Hh]eute|[Üü]bermorgen|morgen)\b(?:\ (?P<relative_part>früh|Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)\b)?
    | (?P<when>(?:[Vv]er)?[Gg]angene[nrms]?|[Ll]etzte[nrms]?|[Vv]orige[nrms]?|[Kk]ommende[nrms]?|[Nn]ächste[nrms]?|[Dd]iese[nrms]?|[Ll]aufende[nrms]?)\ (?P<period>Tag|Woche|Monat|Jahr)(?:e?s)?\b
    | (?P<previous_year>Vorjahre?s?|Vorjahr)\b
    | (?:am\ (?:frühen\ |späten\ |selben\ )?(?P<am_part>Morgen|Vormittag|Mittag|Nachmittag|Abend)|(?P<adverb_part>morgens|vormittags|mittags|nachmittags|abends|nachts)|[Ii]n\ der\ (?P<night>Nacht))\b(?!\ vor\b)
    )""",
    re.VERBOSE,
)
_CAPITALISED: Final = re.compile(r"(?:^|.*\s)([A-ZÄÖÜ]\w+)$")
_MAY_PRECEDE_MONTH: Final = frozenset(
    "Anfang Mitte Ende Monat Im Seit Bis Ab Vom Zum Von Für Der Den Und".split()
)
_NOT_A_YEAR_AFTER: Final = re.compile(
    r"\ (?:Euro|Meter|Kilometer|Menschen|Personen|Einwohner|Zuschauer|Besucher|Teilnehmer|Stück|Tonnen|Liter|Prozent|Hektar|Jahren?|Mal|Stimmen|Soldaten"
    r"|Arbeitsplätze|Mitarbeiter|Beschäftigte|Dollar|Franken|Mark|Kilo|Watt|Grad|[kKmMgG]?[wW]h?|km|kg|PS|€|%)(?!\w)"
)


def dates(tokens: Sequence[Token]) -> list[Moment]:
    """The dates and times of day among the tokens of one sentence, in order."""
    line = TokenLine(tokens)
    found = []
    for match in _GRAMMAR.finditer(line.text):
        moment = _moment(match, line)
        if moment is not None:
            found.append(moment)
    return found


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
    if "iso_year" in given:
        return _valid(
            replace(
                blank,
                year=int(given["iso_year"]),
                month=int(given["iso_month"]),
                day=int(given["iso_day"]),
            )
        )
    weekday = _WEEKDAYS[given["named_weekday"].lower().rstrip("s")] if "named_weekday" in given else None
    if "numeric_day" in given:
        year = int(given["numeric_year"])
        if year < 100:
            year += 2000 if year < 50 else 1900
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
    before = _CAPITALISED.match(match.string[: match.start()].rstrip())
    called = given["bare_month"] in ("Mai", "August") and not {"part", "month_year"} & set(given)
    if called and before is not None and before[1] not in _MAY_PRECEDE_MONTH:
        return None
    part = _PARTS.get(given.get("part", "").lower())
    return replace(
        blank, year=_number(given.get("month_year")), month=_month_number(given["bare_month"]), part=part
    )


def _longer(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    """A season, a quarter, a year, a decade."""
    if "season" in given:
        if given["season"] not in match[0].split() and not match[0].startswith(given["season"]):
            return None
        return replace(
            blank, season=_SEASONS[given["season"].lower()], year=_number(given.get("season_year"))
        )
    if "quarter" in given:
        words = given["quarter"].rstrip(" .")
        quarter = int(words) if words.isdigit() else ordinal_value(words)
        return replace(blank, quarter=quarter, year=_number(given.get("quarter_year")))
    if decade := given.get("decade") or given.get("short_decade"):
        first = int(decade) if len(decade) > 2 else 1900 + int(decade)
        return replace(blank, year=first, decade=True, part=_PARTS.get(given.get("decade_part", "").lower()))
    if "decade_word" in given:
        first = _DECADES[given["decade_word"].lower()]
        return replace(blank, year=first, decade=True, part=_PARTS.get(given.get("decade_part", "").lower()))
    if "bare_year" in given:
        if not {"cue", "year_part"} & set(given) and _counts(int(given["bare_year"]), match):
            return None
        return replace(
            blank, year=int(given["bare_year"]), part=_PARTS.get(given.get("year_part", "").lower())
        )
    return None


def _counts(year: int, match: re.Match[str]) -> bool:
    """Whether four digits count something: "2000 Menschen", "1000 bis 3000", and years nobody writes about bare."""
    rest = match.string[match.end() :]
    if year < _FIRST_BARE_YEAR or _NOT_A_YEAR_AFTER.match(rest):
        return True
    if (to := re.match(r"\ (?:bis|und|oder|-|–)\ (?:zu\ )?(\d{4,})\b", rest)) and not 1000 < int(
        to[1]
    ) < 2100:
        return True
    noun = re.match(r"\ (?:[a-zäöüß]+e[nr]?\ )?[A-ZÄÖÜ]", rest)
    return year % 100 == 0 and noun is not None


def _weekday(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    if "weekday" not in given:
        return None
    words = given["weekday"].lower()
    number = _WEEKDAYS[words if words in _WEEKDAYS else words.rstrip("s")]
    part = given.get("weekday_part") or given.get("weekday_early", "").lower().rstrip("s")
    day_part = _DAY_PARTS.get(part)
    if "night_to" in given:
        day_part = DayPart.NIGHT
    return replace(blank, weekday=number, day_part=day_part)


def _clock(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    part = given.get("hour_part", "").lower()
    day_part = _DAY_PARTS.get(part if part in _DAY_PARTS else part.rstrip("s"))
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
    elif spelled := given.get("hour_word"):
        hour, either = _hour(spelled), day_part is None
    elif digits := given.get("hour") or given.get("timed_hour"):
        hour = int(digits) % 24
    else:
        return None
    if hour < _SMALL_HOURS and day_part in (DayPart.AFTERNOON, DayPart.EVENING):
        hour += 12
    bound = _BOUNDS.get(given.get("towards", "").lower(), Bound.EXACT)
    return replace(blank, hour=hour, minute=minute, either_half=either, bound=bound, day_part=None)


def _relative(given: Mapping[str, str], match: re.Match[str], blank: Moment) -> Moment | None:
    part = (
        given.get("relative_part") or given.get("am_part") or given.get("adverb_part") or given.get("night")
    )
    lower = (part or "").lower()
    day_part = _DAY_PARTS.get(lower if lower in _DAY_PARTS else lower.rstrip("s"))
    if "day_ahead" in given:
        ahead = _DAYS_AHEAD[given["day_ahead"].lower()]
        return replace(blank, relative=Relative(Period.DAY, ahead), day_part=day_part)
    if "when" in given:
        when = given["when"].lower()
        ahead = 0 if when.startswith(("dies", "lauf")) else 1 if when.startswith(("komm", "näch")) else -1
        return replace(blank, relative=Relative(_PERIODS[given["period"].lower()], ahead))
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
    return _MONTHS[plain if plain in _MONTHS else plain.rstrip("s")]


def _hour(word: str) -> int:
    return 1 if word in ("ein", "eins") else int(word_value(word) or 0)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
