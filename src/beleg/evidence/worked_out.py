"""Worked out: numbers that a writer may have reckoned from the numbers of the passages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations

from beleg.evidence.passages import Place
from beleg.evidence.same_number import agrees
from beleg.language.quantity import PERCENT, TIMES, Bound, Quantity

MOST_OPERANDS = 24
"""Numbers of the passages that are tried with one another; a sentence with more is a table."""
_WHOLE = 100.0
_EXACT = 1e-6


def computes(
    mine: Quantity,
    own: Sequence[Quantity],
    close: Sequence[tuple[Place, Quantity]],
    matching: Callable[[str, str], bool],
    *,
    compared: bool,
    small: int,
) -> bool:
    """Whether a number of the draft is a sum, a difference, a share or a multiple of numbers in the passages.

    Both operands count the same thing or stand in one sentence. A difference, and any small number, is only taken
    for one where the draft compares (`compared`): among small numbers, every second one is the sum of two others.
    """
    operands = [(place, other) for place, other in close if not other.is_range and not other.indefinite][
        :MOST_OPERANDS
    ]
    if mine.unit in (PERCENT, TIMES):
        return any(agrees(mine, result) for result in _quotients(mine, own, operands, matching))
    if any(_comes_to(mine, result) for result in _parts_of_totals(mine, operands)):
        return True
    if mine.value <= small and not mine.unit and not compared:
        return False
    return any(_comes_to(mine, result) for result in _sums(mine, operands, matching, compared=compared))


def _comes_to(mine: Quantity, result: Quantity) -> bool:
    """Whether a calculation gives the draft's number: exactly, or about where the draft says about."""
    if mine.bound is Bound.EXACT:
        return abs(mine.value - result.value) <= _EXACT * max(mine.value, 1.0)
    return mine.bound in (Bound.ABOUT, Bound.WELL, Bound.BARELY) and agrees(mine, result)


def _sums(
    mine: Quantity,
    operands: Sequence[tuple[Place, Quantity]],
    matching: Callable[[str, str], bool],
    *,
    compared: bool,
) -> Iterator[Quantity]:
    alike = [(place, other) for place, other in operands if other.unit == mine.unit]
    for (here, one), (there, other) in combinations(alike, 2):
        same_noun = bool(one.counted and other.counted) and matching(one.counted, other.counted)
        if here != there and not (same_noun or (compared and one.unit and one.measure == other.measure)):
            continue
        yield replace(one, value=one.value + other.value, upper=one.value + other.value, measure=mine.measure)
        if compared:
            difference = abs(one.value - other.value)
            yield replace(one, value=difference, upper=difference, measure=mine.measure)
    for place in dict.fromkeys(place for place, _ in alike):
        of_one = [other for here, other in alike if here == place]
        total = sum(other.value for other in of_one)
        if len(of_one) > 2:
            yield replace(of_one[0], value=total, upper=total, measure=mine.measure)


def _quotients(
    mine: Quantity,
    own: Sequence[Quantity],
    operands: Sequence[tuple[Place, Quantity]],
    matching: Callable[[str, str], bool],
) -> Iterator[Quantity]:
    """Shares and multiples of two counts; the whole is named in the draft, or both stand in one sentence."""
    if any(other.unit == mine.unit for _, other in operands):
        # The passages have a share of their own: what the draft has instead is no other calculation.
        return
    for (here, part), (there, whole) in permutations(operands, 2):
        if part.unit != whole.unit or part.unit in (PERCENT, TIMES) or not whole.value:
            continue
        named = any(agrees(other, whole) for other in own[:MOST_OPERANDS] if other is not mine)
        same_noun = bool(part.counted and whole.counted) and matching(part.counted, whole.counted)
        if not named and not (here == there and same_noun):
            continue
        if mine.unit == PERCENT and part.value > whole.value:
            continue
        share = part.value / whole.value * (_WHOLE if mine.unit == PERCENT else 1.0)
        yield replace(part, value=share, upper=share, unit=mine.unit, measure=mine.unit, rounded=True)


def _parts_of_totals(mine: Quantity, operands: Sequence[tuple[Place, Quantity]]) -> Iterator[Quantity]:
    """What a share of the passages comes to, taken of a total in the passages."""
    for _, share in operands:
        if share.unit == PERCENT:
            for _, total in operands:
                if total.unit == mine.unit and total.unit != PERCENT:
                    value = total.value * share.value / _WHOLE
                    yield replace(total, value=value, upper=value, measure=mine.measure, rounded=False)
