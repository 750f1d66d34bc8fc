"""Quotation marks: which opening mark belongs to which closing one.

All marks of German and English typography are read, mixed as they come: „…“, „…”, „…", »…«, «…», ›…‹, ‹…›, ‚…‘,
“…”, ”…”, "…", ‘…’ and '…'. A mark opens or closes by what is open and by the white space around it; an apostrophe
is none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from beleg.terms.reading import Block, BlockKind
from beleg.terms.span import Span

_MARK: Final = re.compile("[„“”\"»«‚‘’'‹›]")
# Which marks close what an opening mark began, in any of the mixtures that newsrooms print.
_CLOSED_BY: Final = {
    "„": '“”"',
    "“": '”"“',
    "”": "”",
    '"': '"“”',
    "»": "«»",
    "«": "»«",
    "›": "‹›",
    "‹": "›‹",
    "‚": "‘’'",
    "‘": "’",
    "'": "'",
}
# Marks that are apostrophes as well: one that stays open is no fault.
_SOFT: Final = frozenset("‚‘'")
_LATER_CLOSING: Final = re.compile("‘|’(?!\\w)")
_BEFORE_OPENING: Final = frozenset('([{–—-/…:,„“"»«‚‘›‹')
_DEEPEST: Final = 6
_FURTHEST: Final = 5
_LONGEST_SOFT: Final = 1_000
_REMEMBERED: Final = 32
"""Texts whose marks are kept: a dozen checks ask for those of one text."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between quotation marks.

    `start` is the opening mark, `end` the place after the closing one; `parts` are the words without the marks, one
    span for each paragraph they run through.
    """

    start: int
    end: int
    parts: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Marking:
    """The marked words of a text by their start, and the places of marks that have no partner."""

    marked: tuple[Marked, ...]
    unpaired: tuple[int, ...]


@dataclass(slots=True)
class _Opened:
    at: int
    mark: str
    part: int
    parts: list[Span] = field(default_factory=list)
    blocks: int = 0


@dataclass(slots=True)
class _Pairing:
    """The marks open at one moment, and what was found so far."""

    text: str
    opened: list[_Opened] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    unpaired: list[int] = field(default_factory=list)

    def open(self, at: int) -> None:
        mark = self.text[at]
        # A quotation left open in an earlier paragraph cannot hold another of its own kind that opens later.
        for carried in [one for one in self.opened if one.blocks and one.mark == mark]:
            self._drop(carried)
        if len(self.opened) >= _DEEPEST:
            self._drop(self.opened[0])
        self.opened.append(_Opened(at, mark, at + 1))

    def close(self, at: int) -> bool:
        """Close the innermost open mark that this one can close; False if there is none."""
        mark = self.text[at]
        fitting = next((one for one in reversed(self.opened) if mark in _CLOSED_BY[one.mark]), None)
        if fitting is None:
            return False
        while self.opened[-1] is not fitting:
            self._drop(self.opened[-1])
        self.opened.pop()
        # A single letter is an elision: Rock 'n' Roll.
        if fitting.mark not in _SOFT or 2 < at - fitting.at <= _LONGEST_SOFT:
            parts = [*fitting.parts, Span(fitting.part, at)]
            worded = tuple(part for part in (_stripped(self.text, part) for part in parts) if len(part))
            if worded:
                self.marked.append(Marked(fitting.at, at + 1, worded))
        return True

    def is_open(self, marks: str) -> bool:
        return any(one.mark in marks for one in self.opened)

    def next_block(self, start: int) -> int:
        """Carry what is open into the block at `start`; the place where its words begin."""
        for one in list(self.opened):
            one.blocks += 1
            if one.mark in _SOFT or one.blocks > _FURTHEST:
                self._drop(one)
        if self.opened and self.text[start] == self.opened[0].mark and len(self.opened) == 1:
            # The opening mark stands again at the head of each further paragraph of one quotation.
            self.opened[0].part = start + 1
            self.opened[0].blocks = 0
            return start + 1
        for one in self.opened:
            one.part = start
        return start

    def end_block(self, block: Block) -> None:
        """Close the parts of what is still open at the end of a block."""
        for one in list(self.opened):
            if block.kind is not BlockKind.PARAGRAPH:
                self._drop(one)
            else:
                one.parts.append(Span(min(one.part, block.end), block.end))

    def end(self) -> None:
        for one in list(self.opened):
            self._drop(one)

    def _drop(self, one: _Opened) -> None:
        self.opened.remove(one)
        if one.mark not in _SOFT:
            self.unpaired.append(one.at)


def quotation_marks(text: str, blocks: Iterable[Block]) -> Marking:
    """Pair the quotation marks of a text, block by block.

    A quotation may run over up to five paragraphs without a mark, or over any number whose heads repeat the opening
    mark. A mark without a partner opens nothing and is listed in `unpaired`. Linear in the length; never raises.
    """
    return _paired(text, tuple(blocks))


@lru_cache(maxsize=_REMEMBERED)
def _paired(text: str, blocks: Sequence[Block]) -> Marking:
    pairing = _Pairing(text)
    for block in blocks:
        start = pairing.next_block(block.start)
        for match in _MARK.finditer(text, start, block.end):
            _take(pairing, match.start(), block)
        pairing.end_block(block)
    pairing.end()
    return Marking(
        tuple(sorted(pairing.marked, key=lambda m: (m.start, -m.end))), tuple(sorted(pairing.unpaired))
    )


def _take(pairing: _Pairing, at: int, block: Block) -> None:
    """Let the mark at `at` open, close, be an apostrophe, or stand alone."""
    text = pairing.text
    mark = text[at]
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    opening = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closing = not before.isspace() and not after.isalnum()
    if mark in "‘’'‚":
        _take_single(pairing, at, before, after, opening=opening, closing=closing, block=block)
    elif mark == "„":
        pairing.open(at)
    elif opening and not closing and mark != "”":
        if mark in "»«›‹" and pairing.is_open({"»": "«", "«": "»", "›": "‹", "‹": "›"}[mark]):
            pairing.close(at)
        else:
            pairing.open(at)
    elif pairing.close(at):
        return
    elif mark == '"' and before.isdigit():
        return  # inches
    elif not after.isspace() or (mark in "»«" and before.isspace()):
        pairing.open(at)
    else:
        pairing.unpaired.append(at)


def _take_single(
    pairing: _Pairing, at: int, before: str, after: str, *, opening: bool, closing: bool, block: Block
) -> None:
    mark = pairing.text[at]
    if before.isalnum() and after.isalnum():
        return
    if mark == "’" and _possessive(pairing.text, at, block):
        return
    if mark != "‚" and closing and not (mark == "‘" and opening and after.isalnum()) and pairing.close(at):
        return
    if mark == "‚" and pairing.is_open("‚"):
        return
    if mark != "’" and opening and after.isalpha() and not pairing.is_open(mark):
        pairing.open(at)


def _possessive(text: str, at: int, block: Block) -> bool:
    """Whether ’ belongs to a plural ("the workers’ bridge"): the quotation closes at a later one."""
    if text[at - 1] != "s" or not text[at + 1 : at + 3].strip()[:1].islower():
        return False
    closing = _LATER_CLOSING.search(text, at + 1, min(block.end, at + _LONGEST_SOFT))
    return closing is not None and closing.group() != "‘"


def _stripped(text: str, part: Span) -> Span:
    words = part.of(text)
    start = part.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
