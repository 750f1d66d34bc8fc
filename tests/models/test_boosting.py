from math import inf

from hypothesis import given
from hypothesis import strategies as st

from beleg.models.boosting import Growth, grow
from beleg.reading.learned.trees import Tree, Trees

SMALL = Growth(trees=60, depth=2, rate=0.2, least=2, measures=1.0, rows=1.0, smoothing=1.0)


def test_trees_learn_what_two_measures_say_together() -> None:
    rows = [[float(a), float(b), 0.5] for a in range(8) for b in range(8)]
    goals = [float(a > 3 and b > 3) for a, b, _ in rows]
    judge = grow(rows, goals, SMALL)
    for row, goal, said in zip(rows, goals, judge.values(rows), strict=True):
        assert abs(said - goal) < 0.2, row


def test_no_rows_give_a_judge_that_says_nothing_is_good() -> None:
    assert grow([], [], SMALL).values([[1.0], [2.0]]) == [0.0, 0.0]


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5), st.floats(0, 1)), min_size=1, max_size=30))
def test_a_judge_stays_within_what_it_was_taught(examples: list[tuple[float, float, float]]) -> None:
    rows = [[a, b] for a, b, _ in examples]
    goals = [goal for *_, goal in examples]
    judge = grow(rows, goals, SMALL)
    assert all(min(goals) - 0.5 <= said <= max(goals) + 0.5 for said in judge.values(rows))
    assert grow(rows, goals, SMALL) == judge


def test_a_question_without_a_limit_is_always_answered_the_same_way() -> None:
    tree = Tree((0, 1, 1), (2.0, inf, 5.0), (0.1, 0.2, 0.3, 0.4))
    rows = [[2.0, 9.0], [2.5, 5.0], [2.5, 5.5]]
    assert Trees(1.0, (tree, tree)).values(rows) == [1.2, 1.6, 1.8]
