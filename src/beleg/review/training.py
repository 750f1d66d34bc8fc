"""Training: what came of somebody's marks, and what may be told of a desk."""

from collections.abc import Iterable, Set

from beleg.terms.training import DeskSum, Result, Training

FEWEST_PEOPLE = 3
"""People of a desk who have to have taken part before anything is told of it; fewer would tell of persons."""
MOST_FAULTS = 12
"""Faults that are planted into one text at most."""


def result(training: Training, marked: Set[int]) -> Result:
    """Return what came of marking these sentences (places from 0) as wrong."""
    wrong = {fault.sentence for fault in training.planted}
    return Result(planted=len(wrong), found=len(wrong & marked), others_marked=len(marked - wrong))


def added(sums: DeskSum, one: Result) -> DeskSum:
    """Return the sums of a desk with one more person's result in them."""
    return DeskSum(
        desk=sums.desk,
        people=sums.people + 1,
        planted=sums.planted + one.planted,
        found=sums.found + one.found,
        others_marked=sums.others_marked + one.others_marked,
    )


def told(sums: Iterable[DeskSum]) -> tuple[DeskSum, ...]:
    """Return what may be told of the desks when a training is over, by their names.

    Desks with fewer than `FEWEST_PEOPLE` who took part, and people without a desk, are added up under no name, last. If
    these are together fewer as well, nothing of them is told. No total over all desks is told, from which they could be
    worked out.
    """
    known = sorted(sums, key=lambda one: one.desk)
    large = [one for one in known if one.desk and one.people >= FEWEST_PEOPLE]
    small = [one for one in known if one not in large]
    rest = DeskSum(
        desk="",
        people=sum(one.people for one in small),
        planted=sum(one.planted for one in small),
        found=sum(one.found for one in small),
        others_marked=sum(one.others_marked for one in small),
    )
    return (*large, rest) if rest.people >= FEWEST_PEOPLE else tuple(large)
