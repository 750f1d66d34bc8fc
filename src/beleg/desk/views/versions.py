"""Versions: two texts that grew out of one, each with the words marked that the other has not."""

import re
from collections.abc import Sequence

from beleg.desk.views.evidence import Words
from beleg.text.same_parts import runs

_WITH_ITS_SPACE = re.compile(r"\S+\s*|\s+")


def versions(one: str, other: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Mark in both texts what the other has not. The pieces put together are the texts again."""
    here, there = _WITH_ITS_SPACE.findall(one), _WITH_ITS_SPACE.findall(other)
    left: list[Words] = []
    right: list[Words] = []
    for run in runs(here, there):
        left += _piece(here[run.start : run.end], not run.same)
        right += _piece(there[run.other : run.until], not run.same)
    return tuple(left), tuple(right)


def _piece(parts: Sequence[str], differs: bool) -> list[Words]:
    """The parts as one piece; the white space after a marked one is not marked, unless it is all there is."""
    text = "".join(parts)
    words = text.rstrip()
    if not differs or not words or words == text:
        return [Words(text, differs)] if text else []
    return [Words(words, True), Words(text[len(words) :])]
