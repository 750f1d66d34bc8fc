"""Aligning: which sentences of two versions of a text are the same, and what was put in the place of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.text.same_parts import Effort, once_in_both


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

    What both begin and end with, then whatever stands exactly once in both in the same order (patience diff, Bram
    Cohen), and again between these. A sentence that is repeated and has lost its neighbours counts as changed: a merge
    must be sure rather than short. So does what lies beyond the work that may be spent on it.
    """
    effort = Effort()
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
        if low == high or left == right or not effort.allows(high - low + right - left):
            continue
        i, j = low, left
        for up, right_up in (*once_in_both(old[low:high], new[left:right]), (high - low, right - left)):
            upper, right_upper = low + up, left + right_up
            if (upper, right_upper) == (high, right) and (i, j) == (low, left):
                break  # nothing stands once in both: whatever is left was changed
            waiting.append((i, upper, j, right_upper))
            if upper < high:
                found.append((upper, right_upper))
            i, j = upper + 1, right_upper + 1
    return sorted(found)
