"""Sentence units: a text as its sentences, each with what stands before it, so that texts can be put together from
them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from beleg.language.language import Language
from beleg.language.segmentation import segment
from beleg.terms.span import Span
from beleg.text.blocks import blocks

_MARK = re.compile(r"(?:#{1,6}|[-*•])[^\S\r\n]+\Z")
_BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence; `before` is the white space and the mark of its block between it and the sentence before.

    `first` says that nothing stands before it in its text; `lined` that it is in a headline, a subhead or a list item,
    which end with their line.
    """

    before: str
    words: str
    first: bool = False
    lined: bool = False


@dataclass(frozen=True)
class Units:
    """The sentences of a text, and what stands after the last."""

    units: tuple[Unit, ...]
    tail: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What the sentences say."""
        return tuple(unit.words for unit in self.units)


def units(text: str, language: Language | None) -> Units:
    """Cut a text into its sentences; put together again they give the text.

    `language` says where sentences end; None: as in English.
    """
    found: list[Unit] = []
    at = 0
    for span in _sentences(text, language):
        before = text[at : span.start]
        goes_on = bool(found) and "\n" not in before
        lined = found[-1].lined if goes_on else _MARK.search(before) is not None
        found.append(Unit(before, span.of(text), first=not found, lined=lined))
        at = span.end
    return Units(tuple(found), text[at:])


def following(unit: Unit) -> bool:
    """Whether a sentence goes on in the paragraph of the one before it."""
    return not unit.first and "\n" not in unit.before


def joined(found: Sequence[Unit], tail: str) -> tuple[str, list[tuple[int, int]]]:
    """Put units of several texts together; return the text and where each of them stands.

    What stood first in its own text, or stands in a headline and goes on in a paragraph now, or the other way round,
    begins a block of its own.
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = 0
    for number, unit in enumerate(found):
        before = unit.before
        if number == 0:
            before = before if unit.first else before.lstrip()
        elif unit.first or ("\n" not in before and found[number - 1].lined != unit.lined):
            before = _BETWEEN_BLOCKS + before.lstrip()
        parts += (before, unit.words)
        places.append((at + len(before), at + len(before) + len(unit.words)))
        at = places[-1][1]
    parts.append(tail)
    return "".join(parts), places


def _sentences(text: str, language: Language | None) -> Iterator[Span]:
    """Where the sentences stand, headlines and list items among them; nothing but white space lies between two of a
    block.
    """
    for block in blocks(text):
        words = text[block.start : block.end]
        cut = language.sentences(words) if language else segment(words, "en")
        last: Span | None = None
        for span in cut:
            if last is not None and words[last.end : span.start].strip():
                last = Span(last.start, span.end)
                continue
            if last is not None:
                yield last.shifted(block.start)
            last = span
        if last is not None:
            yield last.shifted(block.start)
