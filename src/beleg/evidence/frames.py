"""In which words of a passage a name of the draft stands: the same words before and after it, another name between
them.

A draft that takes over a sentence leaves the words around a name as they are. Where the passage has these words and
something else between them, the two have been exchanged, whatever kind of word they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from beleg.terms.token import Token

MOST_TOKENS = 4
"""Tokens of the passage that may stand where the draft has the name: "Hans-Peter von der Heide"."""
_REACH = 6
"""Tokens on either side that are compared."""
_EDGE = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """The tokens `[start, end)` of a passage between the words that stand around a name of the draft.

    `width` is how many words are the same on both sides together; the beginning and the end of a sentence count as one.
    """

    start: int
    end: int
    width: int


def frame(start: int, end: int, mine: Sequence[Token], theirs: Sequence[Token]) -> Frame | None:
    """The widest frame in a passage for the tokens `[start, end)` of the draft's sentence; None where there is none.

    Of two that are equally wide, the one whose stretch is shorter, then the first one.
    """
    here = [token.text.lower() for token in mine]
    there = [token.text.lower() for token in theirs]
    return max(
        _frames(start, end, here, there),
        key=lambda one: (one.width, one.start - one.end, -one.start),
        default=None,
    )


def _frames(start: int, end: int, here: Sequence[str], there: Sequence[str]) -> Iterator[Frame]:
    for first in range(len(there)):
        before = _same(
            here[max(0, start - _REACH) : start][::-1], there[max(0, first - _REACH) : first][::-1]
        )
        if not before:
            continue
        for last in range(first + 1, min(len(there), first + MOST_TOKENS) + 1):
            if after := _same(here[end : end + _REACH], there[last : last + _REACH]):
                yield Frame(first, last, _words(before) + _words(after))


def _same(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The tokens that are the same from the first ones on; the edge of the sentence where both are at its end."""
    same: list[str] = []
    for one, other in zip_longest(mine, theirs):
        if one != other:
            return same
        same.append(one)
    return same if len(same) == _REACH else [*same, _EDGE]


def _words(tokens: Sequence[str]) -> int:
    return sum(token == _EDGE or token[0].isalnum() for token in tokens)
