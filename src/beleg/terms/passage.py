"""Passage: a span of a source."""

from dataclasses import dataclass

from beleg.terms.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a source; `source` is the source's id, `text` the words at `[start, end)` of its text."""

    source: str
    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the passage lies in its source."""
        return Span(self.start, self.end)
