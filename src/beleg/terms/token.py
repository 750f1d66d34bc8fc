"""Token: a word, a number or a mark."""

from typing import NamedTuple


class Token(NamedTuple):
    """One word, number or mark of a text; `[start, end)` in code points, `text` as a reader sees it.

    `text` leaves out soft hyphens and zero-width characters inside a word; the span covers them.
    """

    start: int
    end: int
    text: str
