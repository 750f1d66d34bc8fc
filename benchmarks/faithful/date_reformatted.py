"""The same date in another look: 5. August 2005 and 5.8.2005, im Jahr 2005 and 2005, 15:30 and 15.30 Uhr."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_MONTHS: Final = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_NUMERIC: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\Z")
_DAYS: Final = {"Samstag": "Sonnabend", "Sonnabend": "Samstag"}


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every date or time of day outside quotation marks that has another look."""
    for line in article.lines:
        for at in range(len(line)):
            if not line.quoted[at]:
                yield from _other_looks(line, at)


def _other_looks(line: Line, at: int) -> Iterator[Rewrite]:
    word, after = line.word(at), line.word(at + 1)
    if word.isdigit() and after == "." and line.word(at + 2) in _MONTHS:
        month = _MONTHS.index(line.word(at + 2)) + 1
        year = line.word(at + 3) if re.fullmatch(r"(?:19|20)\d\d", line.word(at + 3)) else ""
        short = f"{word}.{month}.{year}"
        if year:
            yield _with(line, at, at + 4, short)
    if (date := _NUMERIC.match(word)) and 1 <= int(date[2]) <= 12:
        yield _with(line, at, at + 1, f"{int(date[1])}. {_MONTHS[int(date[2]) - 1]} {date[3]}")
    if (
        line.low(at) == "im"
        and after in {"Jahr", "Jahre"}
        and re.fullmatch(r"(?:19|20)\d\d", line.word(at + 2))
    ):
        yield _with(line, at, at + 3, line.word(at + 2))
    if re.fullmatch(r"\d{1,2}:\d\d", word) and after == "Uhr":
        yield _with(line, at, at + 1, word.replace(":", "."))
    elif re.fullmatch(r"\d{1,2}\.\d\d", word) and after == "Uhr":
        yield _with(line, at, at + 1, word.replace(".", ":"))
    if word in _DAYS:
        yield _with(line, at, at + 1, _DAYS[word])


def _with(line: Line, start: int, end: int, words: str) -> Rewrite:
    return Rewrite(line.text, line.with_words(start, end, words), line.between(start, end), words)


GENERATOR = Generator(kind="date_reformatted", language="de", make=make)
