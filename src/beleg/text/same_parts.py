"""Same parts: what two versions have in common, part by part, with a bound on the work that looking for it may take.

A part is whatever is compared whole: a word, a sentence, a block. Looking for the longest stretch in common over and
over (Ratcliff and Obershelp, `difflib`) reads best, and takes a time that grows with the cube of a text that repeats
itself. So it is done only where few parts are alike; larger stretches are first cut at parts that stand once in both
(patience diff, Bram Cohen).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

_STEPS = 1_000_000
"""Steps an effort has by default: about a tenth of a second. An article written anew takes a tenth of them."""
_BEGUN = 100
"""Steps that beginning with a stretch takes, however short it is."""
_FEW = 100_000
"""Pairs of the same part up to which two stretches are compared without being cut at what stands once in both."""


class Effort:
    """How many steps may still be taken; one step is about one part looked at. Whoever compares much for one page hands
    on one.
    """

    def __init__(self, steps: int = _STEPS) -> None:
        self.left = steps

    def allows(self, steps: int) -> bool:
        """Take these steps, unless fewer are left: then none is taken."""
        if steps > self.left:
            return False
        self.left -= steps
        return True


@dataclass(frozen=True, slots=True)
class Run:
    """The parts `[start, end)` of the one version and `[other, until)` of the other: the same in both, or one for the
    other.
    """

    start: int
    end: int
    other: int
    until: int
    same: bool


def runs(one: Sequence[str], other: Sequence[str], effort: Effort | None = None) -> list[Run]:
    """Return both versions as runs, in order, none left out. What the effort did not suffice for counts as
    different.
    """
    found: list[Run] = []
    at = came = 0
    for i, j, size in (*_joined(_same(one, other, effort or Effort())), (len(one), len(other), 0)):
        if at < i or came < j:
            found.append(Run(at, i, came, j, same=False))
        if size:
            found.append(Run(i, i + size, j, j + size, same=True))
        at, came = i + size, j + size
    return found


def once_in_both(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of parts that stand exactly once in both, as many as stand in the same order."""
    here, there = Counter(one), Counter(other)
    places = {part: place for place, part in enumerate(other)}
    return _rising(
        [(place, places[part]) for place, part in enumerate(one) if here[part] == there[part] == 1]
    )


def _same(one: Sequence[str], other: Sequence[str], effort: Effort) -> Iterator[tuple[int, int, int]]:
    """Stretches in common: place in the one, place in the other, how many parts."""
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        low, high, left, right = waiting.pop()
        if low == high or left == right or not effort.allows(_BEGUN + high - low + right - left):
            continue
        here, there = Counter(one[low:high]), Counter(other[left:right])
        few = sum(often * there[part] for part, often in here.items()) <= _FEW
        cut = [] if few else list(_cut(one, other, (low, high, left, right)))
        if not cut:
            yield from _longest_first(one, other, (low, high, left, right), effort)
            continue
        i, j = low, left
        for start, begin, size in (*cut, (high, right, 0)):
            waiting.append((i, start, j, begin))
            if size:
                yield start, begin, size
            i, j = start + size, begin + size


def _cut(
    one: Sequence[str], other: Sequence[str], within: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int]]:
    """What both begin with, what stands once in both, and what both end with."""
    low, high, left, right = within
    first = 0
    while low + first < high and left + first < right and one[low + first] == other[left + first]:
        first += 1
    if first:
        yield low, left, first
    low, left = low + first, left + first
    last = 0
    while low < high - last and left < right - last and one[high - last - 1] == other[right - last - 1]:
        last += 1
    high, right = high - last, right - last
    yield from ((low + i, left + j, 1) for i, j in once_in_both(one[low:high], other[left:right]))
    if last:
        yield high, right, last


def _longest_first(
    one: Sequence[str], other: Sequence[str], within: tuple[int, int, int, int], effort: Effort
) -> Iterator[tuple[int, int, int]]:
    """The longest stretch in common, and again before and after it, as far as the effort goes."""
    low, high, left, right = within
    here, there = one[low:high], other[left:right]
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    # What a look at a stretch takes is known beforehand: for every part of it, the places where the other has the same.
    often = Counter(there)
    until = [0, *accumulate(1 + often[part] for part in here)]
    waiting = [(0, len(here), 0, len(there))]
    while waiting:
        start, end, begin, stop = waiting.pop()
        if start == end or begin == stop or not effort.allows(until[end] - until[start]):
            continue
        i, j, size = matcher.find_longest_match(start, end, begin, stop)
        if size:
            yield low + i, left + j, size
            waiting += ((start, i, begin, j), (i + size, end, j + size, stop))


def _joined(found: Iterator[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The stretches in order, those that touch each other as one."""
    at = came = size = 0
    for i, j, more in sorted(found):
        if (i, j) == (at + size, came + size):
            size += more
            continue
        if size:
            yield at, came, size
        at, came, size = i, j, more
    if size:
        yield at, came, size


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs whose second places rise, too (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        before.append(at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            at.append(number)
        else:
            tops[pile], at[pile] = place, number
    run: list[tuple[int, int]] = []
    number = at[-1] if at else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]
