"""Places: where in a text an offset lies, as an editor's screen counts."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column, both counted from 1; a column is one Unicode code point."""

    line: int
    column: int


class Places:
    """Finds the place of an offset in one text. Lines end with LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def of(self, offset: int) -> Place:
        """The place of the code point at `offset` (0-based); an offset at the end of the text is after its last
        word.
        """
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)
