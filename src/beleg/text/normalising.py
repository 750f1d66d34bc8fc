"""Typographic normalising with a map back to the unaltered text.

Two wordings that differ only in typography are the same words. What counts as typography, and nothing else:

- quotation marks of every form and nesting (`„“ »« ‚‘ “” " '`) become `"`; an apostrophe between letters becomes `'`;
- dashes and hyphens of every length become `-`;
- white space of every kind and amount becomes one space; soft hyphens and zero-width characters go;
- `…` becomes `...`; a marked omission keeps its brackets: `[…]` and `(…)` become `[...]`;
- a letter followed by combining marks becomes the composed letter (Unicode NFC).
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from beleg.terms.span import Span

QUOTATION_MARKS = "\"„“”‟»«›‹‚‘’‛'`´"
OMISSION = "[...]"

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DASHES = "‐‑‒–—―−"
_COMBINED = r"(?P<combined>[^\W\d_][\u0300-\u036f]+)"
_COMBINING = re.compile(r"[\u0300-\u036f]")
_OTHERS = (
    # Most characters are none of these; said first, it spares trying every alternative at each of them.
    rf"(?=[{_INVISIBLE}{QUOTATION_MARKS}{_DASHES}…\[(\s])(?:"
    rf"(?P<invisible>[{_INVISIBLE}]+)"
    r"|(?P<space>\s{2,}|[^\S ])"
    r"|(?P<omission>[\[(]\s*(?:…|\.\.\.)\s*[\])])"
    r"|(?P<ellipsis>…)"
    r"|(?P<apostrophe>(?<=\w)['’‘`´](?=\w))"
    rf"|(?P<mark>[{QUOTATION_MARKS}])"
    rf"|(?P<dash>[{_DASHES}]))"
)
_SPECIAL = re.compile(_OTHERS)
_SPECIAL_OR_COMBINED = re.compile(rf"{_COMBINED}|{_OTHERS}")
_REPLACEMENT = {
    "invisible": "",
    "space": " ",
    "omission": OMISSION,
    "ellipsis": "...",
    "apostrophe": "'",
    "mark": '"',
    "dash": "-",
}


@dataclass(frozen=True, slots=True)
class Normalised:
    """A normalised text and the way back.

    `text` is the normalised text. The private arrays describe its pieces: where each begins in `text`, where it
    begins and ends in the original, and whether it stands there unchanged.
    """

    text: str
    _at: tuple[int, ...]
    _from: tuple[int, ...]
    _to: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """The stretch of the original that a non-empty stretch of the normalised text stands for."""
        start = self._piece(span.start)
        end = self._piece(max(span.start, span.end - 1))
        begin = self._from[start]
        if not self._replaced(start):
            begin += span.start - self._at[start]
        finish = self._to[end] if self._replaced(end) else self._from[end] + span.end - self._at[end]
        return Span(begin, finish)

    def _piece(self, position: int) -> int:
        return bisect_right(self._at, position) - 1

    def _replaced(self, piece: int) -> bool:
        following = self._at[piece + 1] if piece + 1 < len(self._at) else len(self.text)
        return following - self._at[piece] != self._to[piece] - self._from[piece]


def normalise(text: str) -> Normalised:
    """Normalise the typography of a text; see the module for what that covers."""
    parts: list[str] = []
    at: list[int] = []
    origin: list[int] = []
    until: list[int] = []
    length = 0
    last = 0

    def add(words: str, start: int, end: int) -> None:
        nonlocal length
        if words:
            parts.append(words)
            at.append(length)
            origin.append(start)
            until.append(end)
            length += len(words)

    special = _SPECIAL_OR_COMBINED if _COMBINING.search(text) else _SPECIAL
    for match in special.finditer(text):
        add(text[last : match.start()], last, match.start())
        kind = match.lastgroup or ""
        if kind == "combined":
            add(unicodedata.normalize("NFC", match[0]), match.start(), match.end())
        else:
            add(_REPLACEMENT[kind], match.start(), match.end())
        last = match.end()
    add(text[last:], last, len(text))
    if not at:
        add_empty = (0,)
        return Normalised("", add_empty, add_empty, add_empty)
    return Normalised("".join(parts), tuple(at), tuple(origin), tuple(until))
