"""Numeral: how a language spells its numbers, and what a written number says beside its value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from beleg.terms.token import Token

MOST_DIGITS = 18
"""Digits of the largest whole number that is read as one: a hundred thousand million million."""
_PLAIN = re.compile(rf"[0-9]{{1,{MOST_DIGITS}}}(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as spelled: its value, where to read on, what its last digit stands for, and what sort it is.

    `kind` is empty for a plain number, `ORDINAL` or `TIMES` where its form says so; `unit` is a measure glued to it
    ("30km"); `rounded` that it has decimals.
    """

    value: float
    end: int
    step: float = 1.0
    kind: str = ""
    unit: str = ""
    rounded: bool = False
    indefinite: bool = False


class Numerals(Protocol):
    """How a language spells its numbers."""

    def __hash__(self) -> int:
        """What is known of words is kept for each language."""

    def numeral(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """The number that begins at `at`."""

    def may_begin(self, word: str) -> bool:
        """Whether a number can begin with this word, lower case; False only if none does, whatever stands around it."""

    def inside(self, stem: str) -> float | None:
        """The number before the ending of an adjective ("drei" of "dreitägig")."""

    def counted(self, tokens: Sequence[Token], at: int) -> str:
        """The noun that a number before `at` counts, lower case; empty if none."""

    def is_name(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the number at `at` is a part of a name: "A 12", "Boeing 747"."""


def plain_value(digits: str) -> float | None:
    """The value of ASCII digits with a full stop before the decimals; None for anything else, and for more than
    `MOST_DIGITS` before it: a code, which counts nothing."""
    written = _PLAIN.fullmatch(digits)
    return float(digits) if written else None


def step_of(value: float, decimals: int = 0) -> float:
    """What the last digit of a written number stands for: 0.1 for "1,5", 100 for "2.300"."""
    if decimals or value != int(value) or not value:
        return float(10.0**-decimals) if decimals else 0.5 if value else 1.0
    step = 1.0
    while value % (step * 10) == 0:
        step *= 10
    return step
