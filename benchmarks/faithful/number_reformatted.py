"""The same number in another look: 1,2 Millionen and 1.200.000, zwölf and 12, Prozent and %, Euro and €."""

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.numerals import WORDS, digits_at
from benchmarks.rewrites.rewrite import Generator, Rewrite

_SIGNS: Final = {
    "Prozent": "%",
    "%": "Prozent",
    "Euro": "€",
    "€": "Euro",
    "Kilometer": "km",
    "km": "Kilometer",
}
_NUMERALS: Final = {word: str(value) for value, word in WORDS["de"].items()}
_SPELLED: Final = {digits: word for word, digits in _NUMERALS.items()}


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every number and unit outside quotation marks that has another look."""
    for line in article.lines:
        for quantity in line.language.quantities(line.tokens):
            at = digits_at(line, quantity)
            if (
                at >= 0
                and not line.quoted[at]
                and not {"bis", "und", "oder"} & {line.low(at - 1), line.low(at + 1)}
            ):
                yield from _number(line, at)
        for at in range(1, len(line)):
            sign = _SIGNS.get(line.word(at))
            before = line.word(at - 1)
            counted = re.fullmatch(r"\d+(?:[.,]\d+)*", before) or (
                before in {"Millionen", "Milliarden"} and sign in {"€", "Euro"}
            )
            if sign and counted and not line.quoted[at] and line.word(at + 1) not in {"-", "/"}:
                spaced = sign if line.tokens[at].start > line.tokens[at - 1].end else f" {sign}"
                yield Rewrite(line.text, line.with_words(at, at + 1, spaced), line.word(at), sign)


def _number(line: Line, at: int) -> Iterator[Rewrite]:
    word, low, after = line.word(at), line.low(at), line.word(at + 1)
    if low in _NUMERALS and at:
        yield Rewrite(line.text, line.with_words(at, at + 1, _NUMERALS[low]), word, _NUMERALS[low])
    elif word in _SPELLED and after[:1].isalpha() and after not in {"Uhr", "Prozent", "Grad"} and at:
        yield Rewrite(line.text, line.with_words(at, at + 1, _SPELLED[word]), word, _SPELLED[word])
    elif re.fullmatch(r"\d{1,3}(?:,\d{1,2})?", word) and after in {"Million", "Millionen"}:
        whole, _, part = word.partition(",")
        digits = f"{int(whole)}.{part.ljust(3, '0')}.000"
        yield Rewrite(line.text, line.with_words(at, at + 2, digits), f"{word} {after}", digits)
    elif millions := re.fullmatch(r"(\d{1,3})\.(\d)00\.000", word):
        short = millions[1] + (f",{millions[2]}" if millions[2] != "0" else "") + " Millionen"
        if short != "1 Millionen":
            yield Rewrite(line.text, line.with_words(at, at + 1, short), word, short)
    elif re.fullmatch(r"[1-9]\.\d{3}", word):
        yield Rewrite(
            line.text, line.with_words(at, at + 1, word.replace(".", "")), word, word.replace(".", "")
        )


GENERATOR = Generator(kind="number_reformatted", language="de", make=make)
