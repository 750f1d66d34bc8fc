"""What came of marks, and what may be told of a desk."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.review.training import FEWEST_PEOPLE, added, result, told
from beleg.terms.training import DeskSum, FaultKind, PlantedFault, Result, Training


def _training(*places: int) -> Training:
    faults = tuple(
        PlantedFault(kind=FaultKind.NUMBER, sentence=place, was=f"{place}", now=f"{place}!")
        for place in places
    )
    return Training(
        id="t-1", title="Übung", language="de", content="", sources=(), planted=faults, opened_at=""
    )


def _sum(desk: str, people: int) -> DeskSum:
    return DeskSum(desk=desk, people=people, planted=5 * people, found=2 * people, others_marked=people)


def test_marks_are_counted_against_what_was_planted() -> None:
    assert result(_training(1, 4, 7), frozenset({1, 2, 7, 99})) == Result(planted=3, found=2, others_marked=2)
    assert result(_training(1), frozenset()) == Result(planted=1, found=0, others_marked=0)


def test_a_result_is_added_to_the_sums_of_a_desk() -> None:
    assert added(_sum("Lokales", 2), Result(planted=5, found=2, others_marked=1)) == _sum("Lokales", 3)


def test_a_desk_is_told_from_three_people_on_and_smaller_ones_only_together() -> None:
    assert told([_sum("Sport", 3), _sum("Lokales", 4)]) == (_sum("Lokales", 4), _sum("Sport", 3))
    assert told([_sum("Sport", 2), _sum("Lokales", 4), _sum("", 1)]) == (_sum("Lokales", 4), _sum("", 3))
    assert told([_sum("Sport", 2), _sum("Lokales", 4)]) == (_sum("Lokales", 4),)
    assert told([_sum("", 5)]) == (_sum("", 5),)
    assert told([_sum("Sport", 1)]) == told([]) == ()


@given(st.dictionaries(st.sampled_from(["", "Lokales", "Sport", "Politik", "Kultur"]), st.integers(1, 5)))
def test_nothing_told_is_of_fewer_than_three(people: dict[str, int]) -> None:
    before = [_sum(desk, count) for desk, count in people.items()]
    after = told(before)
    assert all(one.people >= FEWEST_PEOPLE for one in after)
    assert sum(one.people for one in after) <= sum(one.people for one in before)
    assert all(one in before for one in after if one.desk)
