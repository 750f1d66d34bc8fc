"""Overlaps: which of many things lie where a span lies, without looking at all of them."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from beleg.terms.span import Span

Thing = TypeVar("Thing")


class Overlaps(Generic[Thing]):
    """Things with spans, asked for by place. A query costs what it finds, not what there is (but for deep nesting)."""

    def __init__(self, things: Iterable[tuple[Span, Thing]]) -> None:
        ordered = sorted(things, key=lambda pair: (pair[0].start, pair[0].end))
        self._things = [thing for _, thing in ordered]
        self._starts = [span.start for span, _ in ordered]
        self._ends = [span.end for span, _ in ordered]
        self._reach: list[int] = []
        furthest = 0
        for end in self._ends:
            furthest = max(furthest, end)
            self._reach.append(furthest)

    def at(self, span: Span) -> Iterator[Thing]:
        """The things that share at least one code point with `span`, in the order of their starts."""
        last = bisect_left(self._starts, span.end)
        first = last
        while first and self._reach[first - 1] > span.start:
            first -= 1
        for index in range(first, last):
            if self._ends[index] > span.start:
                yield self._things[index]
