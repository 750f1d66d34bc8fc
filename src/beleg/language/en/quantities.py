"""English numbers: digits, words, multipliers, fractions, with unit and what they count."""

import re
from collections.abc import Sequence
from functools import cache

from beleg.language.language import PERCENT, Quantity
from beleg.terms.token import Token

_MULTIPLIERS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_UNITS = {
    "%": PERCENT,
    "percent": PERCENT,
    "percentage": "percentage points",
    "euro": "euro",
    "euros": "euro",
    "€": "euro",
    "dollar": "dollar",
    "dollars": "dollar",
    "pounds": "pound",
    "pound": "pound",
    "km": "kilometre",
    "kilometres": "kilometre",
    "kilometers": "kilometre",
    "miles": "mile",
    "metres": "metre",
    "meters": "metre",
    "tonnes": "tonne",
    "tons": "ton",
    "years": "year",
    "year": "year",
    "months": "month",
    "month": "month",
    "weeks": "week",
    "week": "week",
    "days": "day",
    "day": "day",
    "hours": "hour",
    "hour": "hour",
    "minutes": "minute",
}
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
_MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
_APPROXIMATE = frozenset(
    "about around roughly nearly almost approximately some over under least most up more less fewer".split()
)
_FRACTIONS = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 100 / 3,
    "quarter": 25.0,
    "quarters": 25.0,
    "fifth": 20.0,
    "fifths": 20.0,
    "tenth": 10.0,
    "tenths": 10.0,
}
_WORDS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}


@cache
def word_value(word: str) -> float | None:
    """The value of an English numeral in words, lower case: "twelve", "forty-two"; None if it is none.

    "one" is none: it is a pronoun far more often.
    """
    if word == "one":
        return None
    if word in _WORDS or word in _TENS:
        return _WORDS.get(word, _TENS.get(word))
    tens, dash, ones = word.partition("-")
    if dash and tens in _TENS and ones in _WORDS:
        return _TENS[tens] + _WORDS[ones]
    return None


def digits_value(digits: str) -> float | None:
    """The value of an English number in digits: commas group thousands, a full stop opens the decimals."""
    plain = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) else digits
    return float(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The numbers among the tokens of one sentence, in order; a day of a month has the month as its unit, a
    month alone is its number in the year with the unit "month name"."""
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        quantity, index = _at(tokens, index)
        if quantity is not None:
            found.append(quantity)
    return found


def _at(tokens: Sequence[Token], index: int) -> tuple[Quantity | None, int]:
    token = tokens[index]
    word = token.text.lower()
    previous = _lower(tokens, index - 1)
    approximate = previous in _APPROXIMATE or (
        previous in ("than", "to") and _lower(tokens, index - 2) in _APPROXIMATE
    )
    sign = _SIGNS.get(_lower(tokens, index - 1), "")
    start = tokens[index - 1].start if sign else token.start
    glued = re.fullmatch(r"([$€£]?)(\d[\d,.]*?)(m|mn|bn|k)?(?:-year-old)?", word)
    value: float | None
    at = index + 1
    if glued and word[-1].isalnum():
        sign = sign or _SIGNS.get(glued[1], "")
        value = digits_value(glued[2])
        if value is not None and glued[3]:
            value *= 1e3 if glued[3] == "k" else _MULTIPLIERS[glued[3]]
    else:
        value = word_value(word)
    if word in ("a", "one", "two", "three", "four") and _lower(tokens, at) in _FRACTIONS:
        count = 1.0 if word in ("a", "one") else _WORDS[word]
        percent = round(count * _FRACTIONS[_lower(tokens, at)], 4)
        return Quantity(token.start, tokens[at].end, percent, unit=PERCENT), at + 1
    if word == "half":
        return Quantity(token.start, token.end, 50.0, unit=PERCENT), at
    if value is None and word in ("a", "one") and _lower(tokens, at) in _MULTIPLIERS:
        value = 1.0
    if value is None:
        if word in _MONTHS and token.text[0].isupper() and not _lower(tokens, at)[:1].isdigit() and index:
            return Quantity(token.start, token.end, _MONTHS.index(word) + 1.0, unit="month name"), at
        return None, at
    while _lower(tokens, at) in _MULTIPLIERS and _lower(tokens, at) != "m":
        value *= _MULTIPLIERS[_lower(tokens, at)]
        at += 1
    before = _lower(tokens, index - 1)
    if before in _MONTHS and value <= 31:
        return Quantity(tokens[index - 1].start, token.end, value, unit=before), at
    if _lower(tokens, at) in _MONTHS and value <= 31:
        return Quantity(token.start, tokens[at].end, value, unit=_lower(tokens, at)), at + 1
    unit = sign or _UNITS.get(_lower(tokens, at), "")
    if unit and not sign:
        return Quantity(start, tokens[at].end, value, unit=unit, approximate=approximate), at + 1
    end = tokens[at - 1].end
    if not unit and re.fullmatch(r"(?:1[5-9]|20)\d\d", token.text) and at == index + 1:
        return Quantity(start, end, value, unit="calendar year"), at
    counted = "" if unit else _counted(tokens, at)
    return Quantity(start, end, value, unit=unit, counted=counted, approximate=approximate), at


def _counted(tokens: Sequence[Token], at: int) -> str:
    """The word a number counts, lower case: the first plural in reach, else the next word."""
    words = []
    for token in tokens[at : at + 3]:
        if not token.text[0].isalpha():
            break
        words.append(token.text.lower())
    return next((word for word in words if word.endswith("s")), words[0] if words else "")


def _lower(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text.lower() if 0 <= index < len(tokens) else ""
