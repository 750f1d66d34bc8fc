"""Token: a word, a number or a mark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a text; `[start, end)` in code points, `text` as a reader sees it.

    `text` leaves out soft hyphens and zero-width characters inside a word; the span covers them.
    """

    start: int
    end: int
    text: str
