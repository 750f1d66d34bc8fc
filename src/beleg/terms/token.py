"""Token: a word, a number or a mark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a text; `[start, end)` in code points, `text` the words themselves."""

    start: int
    end: int
    text: str
