"""Runs of words that two texts share."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.text.runs import Run, Runs

WORDS = st.lists(st.sampled_from("abcd"), max_size=60)


def test_the_longest_run_is_found_from_both_sides() -> None:
    runs = Runs([["x", *"abcdefgh", "y"]], shortest=4)
    assert list(runs.common(["q", *"abcdefgh", "r"])) == [Run(1, 0, 1, 8)]


def test_a_shorter_run_is_none() -> None:
    assert list(Runs([list("abcdefgh")], shortest=5).common(list("zabcdz"))) == []


def test_nothing_in_nothing() -> None:
    assert list(Runs([], shortest=3).common([])) == []
    assert list(Runs([[]], shortest=3).common(["a"])) == []


@given(WORDS, WORDS, st.integers(2, 8))
def test_every_run_stands_in_both_and_none_overlap(one: list[str], other: list[str], shortest: int) -> None:
    done = 0
    for run in Runs([other], shortest).common(one):
        assert run.length >= shortest
        assert one[run.here : run.here + run.length] == other[run.there : run.there + run.length]
        assert run.here >= done
        done = run.here + run.length


@given(WORDS, st.integers(2, 8))
def test_a_text_shares_all_of_itself(words: list[str], shortest: int) -> None:
    found = list(Runs([words], shortest).common(words))
    if len(words) >= 2 * shortest:
        assert sum(run.length for run in found) >= len(words) // 2
