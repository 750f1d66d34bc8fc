"""Numbers written otherwise: another number of the same look, or the same number in another look."""

import re
from random import Random
from typing import Final

from beleg.language.quantity import Quantity
from benchmarks.rewrites.material import Line

WORDS: Final = {
    "de": dict(enumerate("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), start=2)),
    "en": dict(enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)),
}
"""The numbers that newsrooms write in words."""
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_NO_COUNT: Final = frozenset(("jahreszahl", "monatsname", "month", "year"))
_MONTHS: Final = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember january february march may june "
    "july october december".split()
)


def digits_at(line: Line, quantity: Quantity) -> int:
    """The token of a number that holds its digits or its numeral; -1 if it is a date, a year, or part of a name."""
    if quantity.unit in _NO_COUNT or quantity.unit in _MONTHS:
        return -1
    at = next((at for at, t in enumerate(line.tokens) if t.start == quantity.start), -1)
    before, after = line.word(at - 1), line.word(at + 1)
    named = at > 1 and before[:1].isupper() and not quantity.unit and not line.quoted[at]
    glued = (
        at > 0
        and line.tokens[at - 1].end == line.tokens[at].start
        and not before.startswith(("„", '"', "(", "“", "»", "$", "£", "€"))
    )
    ordinal = after == "." and at + 1 < len(line) - 1
    if at < 0 or named or glued or ordinal or after in {":", "-", "–", "/"} or before in {"-", "–", "/", ":"}:
        return -1
    return at if quantity.unit or quantity.counted else -1


def another_number(line: Line, quantity: Quantity, dice: Random) -> tuple[int, int, str] | None:
    """The tokens of a number and another number for them; None where none of the same look can be had."""
    at = digits_at(line, quantity)
    if at < 0:
        return None
    word, low = line.word(at), line.low(at)
    numerals = WORDS[line.language.code]
    if low in numerals.values():
        other = dice.choice([numeral for numeral in numerals.values() if numeral != low])
        return at, at + 1, other.capitalize() if word[0].isupper() else other
    if not re.fullmatch(r"\d+(?:[.,]\d+)*", word) or quantity.value < 2 or _YEAR.fullmatch(word):
        return None
    return at, at + 1, _other_digits(word, dice)


def _other_digits(word: str, dice: Random) -> str:
    """One digit of the first two exchanged; a single digit becomes another between 2 and 9."""
    places = [place for place, sign in enumerate(word) if sign.isdigit()]
    place = dice.choice(places[:2])
    lowest = 2 if len(places) == 1 else 1
    digit = dice.choice([d for d in "123456789" if int(d) >= lowest and d != word[place]])
    return word[:place] + digit + word[place + 1 :]
