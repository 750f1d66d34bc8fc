"""Draft of a reading: the sentences of a text with what has been found in them so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from beleg.language.language import Language
from beleg.language.mood import ReportedVerb
from beleg.reading.wording import Wording
from beleg.terms.quotation import Quotation
from beleg.terms.reading import Block
from beleg.terms.span import Span
from beleg.text.marks import Marked

_LONGEST: Final = 400
"""Words and marks in the longest sentence that is read; a broken file can hold a "sentence" of a megabyte."""


@dataclass(slots=True)
class Line:
    """One sentence in the making: its wording, the mood of its verbs and its quotations.

    `main` says whether its main statement lies in one of them.
    """

    block: int
    span: Span
    wording: Wording
    reported: list[ReportedVerb]
    quotations: list[Quotation] = field(default_factory=list)
    main: bool = False
    carried: "tuple[Line, int] | None" = None
    """The line and place of the carried-on indirect speech that this line begins or prolongs."""
    _quoted: bool | None = None

    @property
    def readable(self) -> bool:
        """Whether it is short enough to be a sentence; what is longer is not searched for frames."""
        return len(self.wording.words) <= _LONGEST

    @property
    def wholly_quoted(self) -> bool:
        """Whether all its words stand inside quotation marks."""
        if self._quoted is None:
            wording = self.wording
            unquoted = (
                place < 0 and token.text[0].isalnum()
                for place, token in zip(wording.quoted, wording.words.tokens, strict=True)
            )
            self._quoted = not any(unquoted) and any(map(wording.words.is_word, range(len(wording.words))))
        return self._quoted


@dataclass(slots=True)
class Draft:
    """A text in the course of being read.

    `marked` are the words in quotation marks in order; `spoken[i]` says whether they look like somebody's words
    rather than a name; `used` holds the places of those that already belong to a quotation.
    """

    text: str
    language: Language
    blocks: Sequence[Block]
    marked: Sequence[Marked]
    spoken: Sequence[bool]
    lines: list[Line] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def quote(self, marks: Sequence[int]) -> tuple[Span, ...]:
        """The words inside these quotation marks, which are thereby used."""
        self.used.update(marks)
        return tuple(part for mark in marks for part in self.marked[mark].parts)
