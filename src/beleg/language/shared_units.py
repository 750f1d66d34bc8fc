"""Shared units: a number whose unit stands with another number: "von 44 auf 67 Millionen Euro", "45 statt 25 Cent"."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from beleg.language.quantity import Quantity, measures
from beleg.terms.token import Token

_BETWEEN = 3
"""Words between the two numbers at most: "statt wie bisher"."""
_MULTIPLIED = 1000
"""Below this a number takes over a multiplier as well: "44 auf 67 Millionen", but not "900.000 auf 1,2 Millionen"."""


def with_shared_units(
    found: Sequence[Quantity], tokens: Sequence[Token], joints: Collection[str]
) -> list[Quantity]:
    """The numbers of a sentence; a bare one that is joined to a measured one takes its unit, and its multiplier if that
    follows.
    """
    quantities = list(found)
    for at in range(len(quantities) - 2, -1, -1):
        one, other = quantities[at], quantities[at + 1]
        if _bare(one) == _bare(other) or not _joined(one, other, tokens, joints):
            continue
        if _bare(one) and other.measure in measures():
            factor = measures()[other.measure].factor
            quantities[at] = _in_unit(one, other, factor * _multiplier(one, other, factor))
        elif _bare(other) and one.measure in measures():
            quantities[at + 1] = _in_unit(other, one, measures()[one.measure].factor)
    return quantities


def _bare(quantity: Quantity) -> bool:
    return not (quantity.unit or quantity.counted or quantity.measure)


def _joined(one: Quantity, other: Quantity, tokens: Sequence[Token], joints: Collection[str]) -> bool:
    between = [token.text for token in tokens if one.end <= token.start and token.end <= other.start]
    return (
        0 < len(between) <= _BETWEEN
        and between[0].lower() in joints
        and all(word.islower() for word in between)
    )


def _in_unit(quantity: Quantity, like: Quantity, factor: float) -> Quantity:
    return replace(
        quantity,
        value=quantity.value * factor,
        upper=quantity.upper * factor,
        step=quantity.step * factor,
        unit=like.unit,
        measure=like.measure,
        rounded=quantity.rounded or factor >= _MULTIPLIED,
    )


def _multiplier(one: Quantity, other: Quantity, factor: float) -> float:
    """What the multiplier of the other number makes of a number below a thousand: a million, or 1."""
    in_units = other.value / factor
    if not other.rounded or one.rounded or one.upper >= _MULTIPLIED:
        return 1.0
    return next((power for power in (1e12, 1e9, 1e6, 1e3) if in_units >= power), 1.0)
