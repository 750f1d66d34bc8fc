"""Stretches: what stands together in a sentence, between its marks and conjunctions."""

from collections.abc import Collection, Sequence
from typing import Final

from beleg.terms.span import Span
from beleg.terms.token import Token

_MARKS: Final = frozenset(",;:()[]–—!?")


def between_joints(tokens: Sequence[Token], joining: Collection[str]) -> list[Span]:
    """The stretches between marks and joining words, in order; a joining word begins the next one."""
    found = []
    start = 0
    for number, token in enumerate([*tokens, None]):
        if token is None or token.text in _MARKS or token.text.lower() in joining:
            if number > start:
                found.append(Span(tokens[start].start, tokens[number - 1].end))
            start = number
    return found
