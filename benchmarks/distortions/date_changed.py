"""Another weekday, month, year, or day of the month."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_WEEKDAYS: Final = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_MONTHS: Final = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_WEEKDAY: Final = re.compile(rf"({'|'.join(_WEEKDAYS)})(s|abend|morgen|nachmittag|mittag|vormittag|nacht)?\Z")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_BEFORE_YEAR: Final = frozenset("jahr jahre jahres seit anfang mitte ende ab bis".split())


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every part of a date outside quotation marks."""
    for line in article.lines:
        for at in range(len(line)):
            other = "" if line.quoted[at] else _another(line, at, dice)
            if other:
                yield Rewrite(line.text, line.with_words(at, at + 1, other), line.word(at), other)


def _another(line: Line, at: int, dice: Random) -> str:
    word, before = line.word(at), line.low(at - 1)
    if weekday := _WEEKDAY.match(word):
        other = dice.choice([day for day in _WEEKDAYS if day != weekday[1]])
        return other + (weekday[2] or "")
    if word in _MONTHS and (before == "." or before in {"im", "anfang", "ende", "mitte", "seit", "bis"}):
        return dice.choice([month for month in _MONTHS if month != word])
    if word.isdigit() and len(word) <= 2 and line.low(at + 1) == "." and line.word(at + 2) in _MONTHS:
        return str(dice.choice([day for day in range(1, 29) if day != int(word)]))
    if _YEAR.match(word) and (before in _BEFORE_YEAR or line.word(at - 1) in _MONTHS):
        return str(int(word) + dice.choice([-7, -4, -3, -2, -1, 1, 2, 3, 5]))
    return ""


GENERATOR = Generator(
    kind="date_changed", language="de", make=make, named_by=frozenset(("date_changed", "number_changed"))
)  # fmt: skip
