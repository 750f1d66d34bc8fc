"""Aligning: which sentences of two versions of a text are the same, and what was put in the place of the others."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch `[start, end)` of the older version in whose place the newer one has `put` sentences."""

    start: int
    end: int
    put: int


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What was changed from one version to the other, in order.

    Where as many sentences stand as stood there before, each counts as changed on its own.
    """
    found: list[Hunk] = []
    at = came = 0
    for i, j in (*_same(old, new), (len(old), len(new))):
        gone, put = i - at, j - came
        if gone and gone == put:
            found += [Hunk(place, place + 1, 1) for place in range(at, i)]
        elif gone or put:
            found.append(Hunk(at, i, put))
        at, came = i + 1, j + 1
    return found


def _same(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of sentences that stand in both, in the order of both.

    What both begin and end with, then whatever stands exactly once in both in the same order (patience diff, Bram Cohen),
    and again between these. A sentence that is repeated and has lost its neighbours counts as changed: a
    merge must be sure rather than short.
    """
    found: list[tuple[int, int]] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        low, high, left, right = waiting.pop()
        while low < high and left < right and old[low] == new[left]:
            found.append((low, left))
            low, left = low + 1, left + 1
        while low < high and left < right and old[high - 1] == new[right - 1]:
            high, right = high - 1, right - 1
            found.append((high, right))
        if low == high or left == right:
            continue
        i, j = low, left
        for up, right_up in (
            *_rising(list(_once(old[low:high], new[left:right]))),
            (high - low, right - left),
        ):
            upper, right_upper = low + up, left + right_up
            if (upper, right_upper) == (high, right) and (i, j) == (low, left):
                break  # nothing stands once in both: whatever is left was changed
            waiting.append((i, upper, j, right_upper))
            if upper < high:
                found.append((upper, right_upper))
            i, j = upper + 1, right_upper + 1
    return sorted(found)


def _once(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places of the sentences that stand exactly once in both, in the order of the older one."""
    often_old, often_new = Counter(old), Counter(new)
    there = {words: place for place, words in enumerate(new)}
    for place, words in enumerate(old):
        if often_old[words] == often_new[words] == 1:
            yield place, there[words]


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
