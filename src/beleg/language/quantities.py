"""Quantities: the numbers of a text in digits and words, with multipliers, fractions, multiples, unit and what they
count.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Protocol

from beleg.language.counting import Counting
from beleg.language.counting_words import CountingWords
from beleg.language.moment import Moment
from beleg.language.number_beginnings import may_count
from beleg.language.numeral import Numerals
from beleg.language.quantity import Quantity
from beleg.language.stretches import between_joints
from beleg.terms.span import Span
from beleg.terms.token import Token


class Counted(Numerals, Protocol):
    """How a language spells its numbers, with the words around them."""

    @property
    def words(self) -> CountingWords:
        """Units, multipliers, what compares and what joins."""


class Quantities:
    """Finds numbers by the numerals of one language; what `dates` finds is none."""

    def __init__(self, numerals: Counted, dates: Callable[[Sequence[Token]], Sequence[Moment]]) -> None:
        self._numerals = numerals
        self._dates = dates
        # The sources of a dossier stay the same from check to check.
        self._remembered = lru_cache(maxsize=16_384)(self._read)

    def of(self, tokens: Sequence[Token]) -> list[Quantity]:
        """The numbers among the tokens of one sentence, in order; days, years and times of day are dates, no
        numbers.
        """
        if not may_count(tokens, self._numerals.words, self._numerals):
            return []
        return list(self._remembered(tuple(tokens)))

    def _read(self, tokens: tuple[Token, ...]) -> tuple[Quantity, ...]:
        held = [date.span for date in self._dates(tokens)]
        return tuple(Counting(tokens, self._numerals.words, self._numerals, held).quantities())

    def compares(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence says how two numbers differ, or what they add up to: "sieben mehr als", "in total"."""
        return any(token.text.lower() in self._numerals.words.words["comparing"] for token in tokens)

    def stretches(self, tokens: Sequence[Token]) -> list[Span]:
        """The stretches of a sentence between its marks and conjunctions: what stands near one another."""
        return between_joints(tokens, self._numerals.words.words["joining"])
