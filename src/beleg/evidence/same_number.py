"""Whether two numbers say the same: converted, rounded, limited by "rund", "knapp", "mehr als".

What newsrooms allow themselves: a rounded number is the exact one rounded to the digits written, or at most a
twentieth away; "gut" is a little more and "knapp" a little less than the number; "mehr als" and "weniger als" have a
direction, and in the wrong direction they are wrong.
"""

from dataclasses import replace

from beleg.language.quantity import ORDINAL, PERCENT, SCORE, TIMES, Bound, Quantity

ROUNDING = 0.05
"""How far an approximate number ("rund", "etwa") may lie from the exact one, as a share of it."""
COARSE = 0.1
"""The same for a number that is the exact one rounded to its written digits ("rund 700" for 665)."""
NEAR = 0.12
"""How far "gut" and "knapp" reach, as a share of the number."""
FAR = 0.35
"""How far "mehr als" and "weniger als" reach; what is further away is another number."""
POINTS_OF_FRACTION = 2.5
"""How far an approximate fraction ("rund ein Viertel") may lie from the exact share, in percentage points."""
_SAME = 1e-6


def agrees(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the draft may write `mine` where a source has `theirs`; what they count is not asked."""
    theirs = _in_unit_of(theirs, mine)
    if mine.unit != theirs.unit:
        return False
    if mine.unit == SCORE:
        # "3:1" and "1:3" are one result, told from either side.
        return sorted((mine.value, mine.upper)) == sorted((theirs.value, theirs.upper))
    if mine.unit == ORDINAL:
        return _equal(mine.value, theirs.value)
    if mine.is_range or theirs.is_range:
        return _ranges_agree(mine, theirs)
    if _equal(mine.value, theirs.value):
        return not _opposed(mine.bound, theirs.bound)
    if mine.bound is Bound.EXACT:
        return _rounded_to(mine, theirs)
    if mine.step < theirs.step and mine.measure == theirs.measure:
        return False  # nobody can round "etwa 30" to "etwa 31"
    return _within(mine, theirs)


def _in_unit_of(theirs: Quantity, mine: Quantity) -> Quantity:
    """A bare number takes the unit of the other: in "von 30 auf 40 Prozent" the first one has none of its own."""
    if theirs.unit or theirs.counted or mine.unit in ("", ORDINAL, SCORE, TIMES) or not mine.written:
        return theirs
    factor = mine.value / mine.written
    return replace(
        theirs,
        value=theirs.value * factor,
        upper=theirs.upper * factor,
        step=theirs.step * factor,
        unit=mine.unit,
        measure=mine.measure,
    )


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME * max(abs(one), abs(other), 1e-9)


def _opposed(mine: Bound, theirs: Bound) -> bool:
    """Whether two limits of the same number contradict each other; "mehr als 60" is wrong for exactly 60."""
    if (mine.upwards and theirs.downwards) or (mine.downwards and theirs.upwards):
        return True
    return theirs is Bound.EXACT and mine in (Bound.MORE, Bound.LESS)


def _ranges_agree(mine: Quantity, theirs: Quantity) -> bool:
    if mine.is_range and theirs.is_range:
        return _equal(mine.value, theirs.value) and _equal(mine.upper, theirs.upper)
    if mine.is_range:
        return mine.value <= theirs.value <= mine.upper
    if mine.bound.upwards:
        return _equal(mine.value, theirs.value)
    if mine.bound.downwards:
        return _equal(mine.value, theirs.upper)
    return mine.bound is Bound.ABOUT and theirs.value <= mine.value <= theirs.upper


def _rounded_to(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a number without "rund" is the other one in fewer digits: "2,2 Millionen" for 2.232.018."""
    difference = abs(mine.value - theirs.value)
    if mine.unit == PERCENT and "fraction" in (mine.measure, theirs.measure):
        return difference <= (1.0 if mine.measure == "fraction" else 0.7)
    if mine.measure != theirs.measure and theirs.bound is not Bound.EXACT:
        return difference <= ROUNDING * theirs.value
    if not (mine.rounded or theirs.rounded or mine.measure != theirs.measure):
        return False
    step = mine.step
    if not mine.rounded and mine.written:
        step = min(step, mine.value / mine.written)
    return difference <= step / 2 + _SAME * mine.value and difference <= ROUNDING * theirs.value


def _within(mine: Quantity, theirs: Quantity) -> bool:
    """Whether `theirs` lies where the words before `mine` say."""
    if mine.bound is Bound.ABOUT:
        difference = abs(mine.value - theirs.value)
        if mine.measure == "fraction":
            return difference <= POINTS_OF_FRACTION
        coarse = difference <= mine.step / 2 and difference <= COARSE * theirs.value
        return coarse or difference <= ROUNDING * max(mine.value, theirs.value)
    near = mine.bound in (Bound.WELL, Bound.BARELY)
    # "unter 12" for "unter 10" is true and yet another number.
    limits = (mine.bound.upwards and theirs.bound.upwards) or (
        mine.bound.downwards and theirs.bound.downwards
    )
    reach = (COARSE if limits else NEAR if near else FAR) * mine.value
    # A number that is itself rounded may be a little on the other side.
    slack = 0.0 if theirs.bound is Bound.EXACT and not theirs.rounded else 0.005 * mine.value
    beyond = theirs.value - mine.value if mine.bound.upwards else mine.value - theirs.value
    return -slack <= beyond <= reach
