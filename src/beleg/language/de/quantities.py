"""German numbers: digits, words, multipliers, fractions, multiples, with unit and what they count."""

import re
from collections.abc import Sequence
from functools import cache

from beleg.language.language import PERCENT, Quantity
from beleg.terms.token import Token

_MULTIPLIERS = {
    "tausend": 1e3,
    "tsd": 1e3,
    "million": 1e6,
    "millionen": 1e6,
    "mio": 1e6,
    "milliarde": 1e9,
    "milliarden": 1e9,
    "mrd": 1e9,
    "billion": 1e12,
    "billionen": 1e12,
    "dutzend": 12.0,
}
_UNITS = {
    "%": PERCENT,
    "prozent": PERCENT,
    "prozentpunkt": "prozentpunkte",
    "prozentpunkte": "prozentpunkte",
    "prozentpunkten": "prozentpunkte",
    "€": "euro",
    "eur": "euro",
    "euro": "euro",
    "euros": "euro",
    "cent": "cent",
    "$": "dollar",
    "dollar": "dollar",
    "franken": "franken",
    "uhr": "uhr",
    "grad": "grad",
    "°": "grad",
    "km": "kilometer",
    "kilometer": "kilometer",
    "kilometern": "kilometer",
    "m": "meter",
    "meter": "meter",
    "metern": "meter",
    "cm": "zentimeter",
    "zentimeter": "zentimeter",
    "zentimetern": "zentimeter",
    "hektar": "hektar",
    "quadratmeter": "quadratmeter",
    "quadratmetern": "quadratmeter",
    "tonne": "tonnen",
    "tonnen": "tonnen",
    "kg": "kilogramm",
    "kilogramm": "kilogramm",
    "liter": "liter",
    "litern": "liter",
    "jahr": "jahre",
    "jahre": "jahre",
    "jahren": "jahre",
    "monat": "monate",
    "monate": "monate",
    "monaten": "monate",
    "woche": "wochen",
    "wochen": "wochen",
    "tag": "tage",
    "tage": "tage",
    "tagen": "tage",
    "stunde": "stunden",
    "stunden": "stunden",
    "minute": "minuten",
    "minuten": "minuten",
}
_MONTHS = tuple("januar februar märz april mai juni juli august september oktober november dezember".split())
_APPROXIMATE = frozenset(
    "rund etwa circa ca zirka ungefähr fast knapp gut nahezu beinahe annähernd mindestens höchstens "
    "über unter mehr weniger bis gegen rd".split()
)
_FRACTIONS = {"hälfte": 50.0, "drittel": 100 / 3, "viertel": 25.0, "fünftel": 20.0, "zehntel": 10.0}
_NUMERAL = re.compile(
    r"(?:ein|zwei|zwo|drei|vier|fünf|sechs?|sieb|acht|neun|zehn|elf|zwölf|zwan|ßig|zig|hundert|tausend|und)+"
)
_ADJECTIVE_OF_NUMBER = re.compile(
    r"(.+?)(?:jährig|monatig|wöchig|tägig|stündig|minütig|köpfig|stöckig|seitig)(?:e[mnrs]?)?$"
)
_COUNTED_UNIT = {
    "jährig": "jahre",
    "monatig": "monate",
    "wöchig": "wochen",
    "tägig": "tage",
    "stündig": "stunden",
    "minütig": "minuten",
}
_SPELLED = {
    "null": 0,
    "zwei": 2,
    "zwo": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "hundert": 100,
    "tausend": 1000,
}
_ONE = {"ein": 1, "eins": 1, "eine": 1, "einer": 1, "einem": 1, "einen": 1, "eines": 1}


@cache
def word_value(word: str) -> float | None:
    """The value of a German numeral in words, lower case: "zwölf", "dreihundertfünfzig", "sechsmal", "zweieinhalb".

    None if it is not a numeral; "ein" and its forms are none, they are articles far more often.
    """
    if word in _SPELLED:
        return float(_SPELLED[word])
    if word in _ONE or not _NUMERAL.match(word):
        return None
    for suffix in ("mal", "fach"):
        if word.endswith(suffix) and (value := word_value(word[: -len(suffix)])):
            return value
    if word.endswith("einhalb") and (value := word_value(word[: -len("einhalb")])):
        return value + 0.5
    from text_to_num import text2num

    try:
        return float(text2num(word, "de"))
    except ValueError:
        return None


def digits_value(digits: str) -> float | None:
    """The value of a German number in digits: full stops group thousands, a comma opens the decimals."""
    plain = re.sub(r"[\s\u00a0\u202f']", "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The numbers among the tokens of one sentence, in order.

    A day of a month has the month as its unit ("10. März" is 10 with unit "märz"), a month alone is its number in the
    year with the unit "monatsname", a time of day has "uhr" and
    its minutes as decimals ("18.30 Uhr" is 18.5), a fraction is given in per cent ("ein Drittel" is 33.3 percent),
    a year standing alone has the unit "jahreszahl".
    """
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        quantity, index = _at(tokens, index)
        if quantity is not None:
            found.append(quantity)
    return found


def _at(tokens: Sequence[Token], index: int) -> tuple[Quantity | None, int]:
    """The quantity that begins at `index`, if any, and where to read on."""
    token = tokens[index]
    word = token.text.lower()
    following = _lower(tokens, index + 1)
    before = _lower(tokens, index - 1)
    approximate = before in _APPROXIMATE or (
        before in ("als", "zu") and _lower(tokens, index - 2) in _APPROXIMATE
    )

    fraction = _fraction(word, following)
    if fraction is not None:
        value, length = fraction
        final = tokens[index + length - 1]
        return (
            Quantity(token.start, final.end, value, unit=PERCENT, approximate=approximate),
            index + length,
        )

    if word in _MONTHS and token.text[0].isupper():
        return Quantity(token.start, token.end, _MONTHS.index(word) + 1.0, unit="monatsname"), index + 1
    if word[0].isdigit():
        number, last = _spaced(tokens, index)
        index = last
        if following == "uhr" and (clock := re.fullmatch(r"(\d{1,2})[.:](\d{2})", number)):
            value = int(clock[1]) + int(clock[2]) / 60
            return Quantity(token.start, tokens[index + 1].end, value, unit="uhr"), index + 2
        parsed = digits_value(number)
        at = last + 1
        if parsed is None:
            return _measured_compound(token), at
        if following == "." and _lower(tokens, index + 2) in _MONTHS:
            at += 1
        if _lower(tokens, at) in _MONTHS:
            return (
                Quantity(
                    token.start, tokens[at].end, parsed, unit=_lower(tokens, at), approximate=approximate
                ),
                at + 1,
            )
        value = parsed
    else:
        compound = _measured_compound(token)
        if compound is not None:
            return compound, index + 1
        spelled = word_value(word)
        if spelled is None and word in _ONE and following.rstrip(".") in _MULTIPLIERS:
            spelled = 1.0
        if spelled is None and word == "dutzend":
            return Quantity(token.start, token.end, 12.0, counted=_counted(tokens, index + 1)), index + 1
        if spelled is None:
            return None, index + 1
        value = spelled
    return _with_unit(tokens, token, index, value, approximate=approximate)


def _spaced(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """The digits at `index`, with groups of three after single spaces ("360 000"), and the index of the last group."""
    number = tokens[index].text.rstrip(".")
    last = index
    while (
        len(tokens[index].text) <= 3
        and last + 1 < len(tokens)
        and re.fullmatch(r"\d{3}", tokens[last + 1].text)
        and tokens[last + 1].start == tokens[last].end + 1
    ):
        last += 1
        number += tokens[last].text
    return number, last


def _with_unit(
    tokens: Sequence[Token], token: Token, index: int, value: float, *, approximate: bool
) -> tuple[Quantity, int]:
    """The number that begins with `token` and has its last digits at `index`, with multiplier, unit or noun."""
    at = index + 1
    multiplier = _lower(tokens, at).rstrip(".")
    if multiplier in _MULTIPLIERS:
        value *= _MULTIPLIERS[multiplier]
        at += 1
        if _lower(tokens, at) == "." and multiplier in ("mio", "mrd", "tsd"):
            at += 1
    unit = _UNITS.get(_lower(tokens, at), "")
    if unit:
        return Quantity(token.start, tokens[at].end, value, unit=unit, approximate=approximate), at + 1
    end = tokens[at - 1].end
    if (
        at == index + 1
        and re.fullmatch(r"(?:1[5-9]|20)\d\d", token.text)
        and not _counted(tokens, at, reach=1)
    ):
        return Quantity(token.start, end, value, unit="jahreszahl"), at
    return Quantity(token.start, end, value, counted=_counted(tokens, at), approximate=approximate), at


def _fraction(word: str, following: str) -> tuple[float, int] | None:
    """Per cent and number of tokens of a fraction: "ein Drittel", "vier Fünftel", "Hälfte"."""
    if word == "hälfte":
        return 50.0, 1
    if following in _FRACTIONS and following != "hälfte":
        count = 1.0 if word in _ONE else word_value(word)
        if count is not None:
            return round(count * _FRACTIONS[following], 4), 2
    return None


def _measured_compound(token: Token) -> Quantity | None:
    """ "34-jährige", "dreitägigen", "zwölfköpfige": a number inside an adjective."""
    match = _ADJECTIVE_OF_NUMBER.match(token.text.lower())
    if match is None:
        return None
    number = match[1].rstrip("-")
    value = digits_value(number) if number[:1].isdigit() else word_value(number)
    if value is None and number in ("ein", "eine"):
        value = 1.0
    if value is None:
        return None
    unit = next((unit for ending, unit in _COUNTED_UNIT.items() if ending in token.text.lower()), "")
    return Quantity(token.start, token.end, value, unit=unit)


def _counted(tokens: Sequence[Token], at: int, reach: int = 4) -> str:
    """The noun a number counts, lower case: the first capitalised word in reach, up to a mark."""
    for token in tokens[at : at + reach]:
        if not token.text[0].isalpha():
            return ""
        if token.text[0].isupper():
            return token.text.lower()
        if not token.text.endswith(("e", "en", "er", "em", "es")):
            return ""
    return ""


def _lower(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text.lower() if 0 <= index < len(tokens) else ""
