"""English numbers: digits, words, multipliers, fractions, multiples, with unit and what they count."""

from collections.abc import Sequence
from functools import lru_cache

from beleg.language.counting import Counting
from beleg.language.en.dates import dates
from beleg.language.en.numerals import NUMERALS
from beleg.language.number_beginnings import may_count
from beleg.language.quantity import Quantity
from beleg.language.stretches import between_joints
from beleg.terms.span import Span
from beleg.terms.token import Token


def quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The numbers among the tokens of one sentence, in order; days, years and times of day are dates, no numbers."""
    if not may_count(tokens, NUMERALS.words, NUMERALS):
        return []
    return list(_read(tuple(tokens)))


@lru_cache(maxsize=16_384)
def _read(tokens: tuple[Token, ...]) -> tuple[Quantity, ...]:
    """The sources of a dossier stay the same from check to check."""
    held = [date.span for date in dates(tokens)]
    return tuple(Counting(tokens, NUMERALS.words, NUMERALS, held).quantities())


def compares(tokens: Sequence[Token]) -> bool:
    """Whether a sentence says how two numbers differ, or what they add up to: "seven more than", "in total"."""
    return any(token.text.lower() in NUMERALS.words.words["comparing"] for token in tokens)


def stretches(tokens: Sequence[Token]) -> list[Span]:
    """The stretches of a sentence between its marks and conjunctions: what stands near one another."""
    return between_joints(tokens, NUMERALS.words.words["joining"])
