"""What two versions have in common: complete, readable, and found with bounded work however a text repeats itself."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.text.same_parts import Effort, Run, once_in_both, runs

WORDS = st.lists(st.sampled_from("abcde"), max_size=30)


def same(one: str, other: str, effort: Effort | None = None) -> list[str]:
    here = one.split()
    return [" ".join(here[run.start : run.end]) for run in runs(here, other.split(), effort) if run.same]


@given(WORDS, WORDS, st.integers(0, 2_000))
def test_the_runs_are_both_versions_whatever_the_effort(one: list[str], other: list[str], steps: int) -> None:
    found = runs(one, other, Effort(steps))
    assert [part for run in found for part in one[run.start : run.end]] == one
    assert [part for run in found for part in other[run.other : run.until]] == other
    assert all(one[run.start : run.end] == other[run.other : run.until] for run in found if run.same)
    assert all(left.same != right.same for left, right in pairwise(found))


def test_the_longest_stretch_in_common_comes_first() -> None:
    assert same("der Rat tagt am Montag in Lüttenau", "am Montag tagt der Rat in Lüttenau") == [
        "der Rat",
        "in Lüttenau",
    ]
    assert runs(["a", "b"], ["a", "c", "b"]) == [
        Run(0, 1, 0, 1, same=True),
        Run(1, 1, 1, 2, same=False),
        Run(1, 2, 2, 3, same=True),
    ]


def test_a_long_text_with_words_that_repeat_is_cut_at_what_stands_once() -> None:
    def text(verb: str) -> list[str]:
        return [
            word
            for number in range(2_000)
            for word in f"Und die Zahl {number} {verb if number % 100 == 50 else 'steht'} in der Liste".split()
        ]

    effort = Effort()
    found = runs(text("steht"), text("fehlt"), effort)
    assert [run.end - run.start for run in found if not run.same] == [1] * 20
    assert effort.left > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b " * 20_000, "b a c " * 15_000),
        ("a " * 10_000 + "der " * 10_000, "der " * 10_000 + "a " * 10_000),
    ],
)
def test_nothing_but_words_that_repeat_takes_no_more_steps_than_allowed(one: str, other: str) -> None:
    effort = Effort(200_000)
    runs(one.split(), other.split(), effort)
    assert effort.left >= 0
    # A stretch that is small enough is compared in spite of its repetitions, until the effort is used up.
    small = Effort(5_000)
    found = runs(("x y " * 100).split(), ("y x z " * 100).split(), small)
    assert 0 <= small.left < 5_000
    assert len(found) >= 1


def test_what_the_effort_does_not_suffice_for_counts_as_different() -> None:
    assert same("a b c", "a b c", Effort(0)) == []
    assert runs(["a"], ["a"], Effort(0)) == [Run(0, 1, 0, 1, same=False)]


def test_parts_that_stand_once_in_both_keep_their_order() -> None:
    assert once_in_both("abcd", "dabc") == [(0, 1), (1, 2), (2, 3)]
    assert once_in_both("aab", "ab") == [(2, 1)]
    assert once_in_both("", "ab") == []
