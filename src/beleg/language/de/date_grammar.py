"""The grammar of German dates: their words, and the expression that finds them in a line of tokens."""

import re
from typing import Final

from beleg.language.moment import DayPart, Part, Period, Season
from beleg.language.quantity import Bound

MONTHS: Final = {
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
WEEKDAYS: Final = {
    "montag": 0,
    "dienstag": 1,
    "mittwoch": 2,
    "donnerstag": 3,
    "freitag": 4,
    "samstag": 5,
    "sonnabend": 5,
    "sonntag": 6,
}
DAY_PARTS: Final = {
    "früh": DayPart.MORNING,
    "morgen": DayPart.MORNING,
    "vormittag": DayPart.MORNING,
    "mittag": DayPart.NOON,
    "nachmittag": DayPart.AFTERNOON,
    "abend": DayPart.EVENING,
    "nacht": DayPart.NIGHT,
}
SEASONS: Final = {
    "frühjahr": Season.SPRING,
    "frühling": Season.SPRING,
    "sommer": Season.SUMMER,
    "herbst": Season.AUTUMN,
    "winter": Season.WINTER,
}
PARTS: Final = {"anfang": Part.EARLY, "mitte": Part.MIDDLE, "ende": Part.LATE}
DECADES: Final = {
    "zwanziger": 1920,
    "dreißiger": 1930,
    "vierziger": 1940,
    "fünfziger": 1950,
    "sechziger": 1960,
    "siebziger": 1970,
    "achtziger": 1980,
    "neunziger": 1990,
}
DAYS_AHEAD: Final = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
PERIODS: Final = {"tag": Period.DAY, "woche": Period.WEEK, "monat": Period.MONTH, "jahr": Period.YEAR}
BOUNDS: Final = {
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
MINUTES_OFF: Final = {"viertel": 15, "fünf": 5, "zehn": 10, "zwanzig": 20}
"""Minutes from the full hour: "Viertel nach vier", "zehn vor acht"."""
SMALL_HOURS: Final = 12
FIRST_BARE_YEAR: Final = 1500
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

GRAMMAR: Final = re.compile(
    rf"""\b(?:
      # "Montag, dem 3. November 2008", "3. November", "dritten November", "3. 11. 2008"
      (?:(?P<named_weekday>{_WEEKDAY})(?:\ ,)?(?:\ (?:dem|den|der))?\ )?
        (?:
            (?:(?P<day>{_DAY})\ \.|(?P<day_word>{_ORDINALS}))\ (?P<month>{_MONTH}|{_SHORT_MONTH})(?:\ (?P<year>{_YEAR})\b)?
          | (?P<numeric_day>{_DAY})\ ?\.\ ?(?P<numeric_month>0?[1-9]|1[0-2])\ ?\.\ ?(?P<numeric_year>{_YEAR}|\d\d)\b(?![.,]\d)
        )
    | (?:(?<=[Aa]m\ )|(?<=\bde[nm]\ )|(?<=[Vv]om\ )|(?<=zum\ )|(?<=[Bb]is\ ))(?P<short_day>{_DAY})\.(?P<short_month>0?[1-9]|1[0-2])\ \.
    | (?P<slash_first>\d{{1,2}})\ ?/\ ?(?P<slash_second>\d{{1,2}})\ ?/\ ?(?P<slash_year>{_YEAR}|\d\d)\b
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
        | (?P<minutes_off>Viertel|[Ff]ünf|[Zz]ehn|[Zz]wanzig)\ (?P<off>nach|vor)\ (?P<off_hour>{_HOUR_WORD})\b(?!\ (?:[A-ZÄÖÜ]|[a-zäöü]+e[rnms]?\ [A-ZÄÖÜ]))
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
HINT: Final = re.compile(
    r"\d|Jan|Jän|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|Frühjahr|Frühling|Sommer|Herbst"
    r"|Winter|Quartal|[Zz]wanziger|[Dd]reißiger|[Vv]ierziger|[Ff]ünfziger|[Ss]echziger|[Ss]iebziger|[Aa]chtziger|[Nn]eunziger|Uhr"
    r"|[Hh]alb|Viertel|[Ff]ünf|[Zz]ehn|[Zz]wanzig|Mitternacht|[Gg]estern|[Hh]eute|[Mm]orgen|mittag|Mittag|[Aa]bend|[Nn]acht|Tag|Woche|Monat|Jahr|jahr"
)
"""What every date has in one of its words; a line without it needs no further look."""
CAPITALISED: Final = re.compile(r"(?:^|.*\s)([A-ZÄÖÜ]\w+)$")
MAY_PRECEDE_MONTH: Final = frozenset(
    "Anfang Mitte Ende Monat Im Seit Bis Ab Vom Zum Von Für Der Den Und".split()
)
NOT_A_YEAR_AFTER: Final = re.compile(
    r"\ (?:Millionen|Milliarden|Mio|Mrd|Menschen|Personen|Einwohner|Zuschauer|Besucher|Teilnehmer|Stück|Mal|Stimmen|Soldaten|Arbeitsplätze|Mitarbeiter"
    r"|Beschäftigte|Quadrat\w+|Kubik\w+)(?!\w)"
)
"""What is counted so often that four digits before it are no year, whatever they are; units besides."""
