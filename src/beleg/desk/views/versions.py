"""Versions: two texts that grew out of one, each with the words marked that the other has not."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from beleg.desk.views.evidence import Words

_LONGEST = 40_000
"""Code points of both texts together up to which they are compared word by word; beyond that line by line."""
_WITH_ITS_SPACE = re.compile(r"\S+\s*|\s+")


def versions(one: str, other: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Mark in both texts what the other has not. The pieces put together are the texts again."""
    by_word = len(one) + len(other) <= _LONGEST
    here, there = (
        _WITH_ITS_SPACE.findall(text) if by_word else text.splitlines(keepends=True) for text in (one, other)
    )
    left: list[Words] = []
    right: list[Words] = []
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        left += _piece(here[start:end], what != "equal")
        right += _piece(there[other_start:other_end], what != "equal")
    return tuple(left), tuple(right)


def _piece(parts: Sequence[str], differs: bool) -> list[Words]:
    """The parts as one piece; the white space after a marked one is not marked, unless it is all there is."""
    text = "".join(parts)
    words = text.rstrip()
    if not differs or not words or words == text:
        return [Words(text, differs)] if text else []
    return [Words(words, True), Words(text[len(words) :])]
