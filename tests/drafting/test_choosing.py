"""Choosing and copies: the arithmetic, without any language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.drafting.choosing import Candidate, Place, choose, word_weights
from beleg.drafting.copies import originals

STEMS = (
    (("rat", "brücke", "abriss"), ("brücke", "sperrung", "montag"), ("wetter", "regen", "sonne")),
    (("brücke", "abriss", "kosten"), ("brücke", "abriss", "rat")),
)


def alone(stems: tuple[tuple[tuple[str, ...], ...], ...]) -> list[Candidate]:
    return [Candidate(s, range(i, i + 1)) for s, source in enumerate(stems) for i in range(len(source))]


def test_a_words_weight_is_its_share_of_all_words() -> None:
    weights = word_weights(STEMS)
    assert sum(weights.values()) == pytest.approx(1)
    assert weights["brücke"] == pytest.approx(4 / 15)
    assert weights["wetter"] == pytest.approx(1 / 15)


def test_the_central_sentence_comes_first_and_nothing_is_said_twice() -> None:
    assert choose(alone(STEMS), STEMS, 1) == {Place(0, 0)}
    chosen = choose(alone(STEMS), STEMS, 5)
    # Place(1, 1) has the same words as Place(0, 0), and Place(1, 0) half of them.
    assert chosen == {Place(0, 0), Place(0, 1), Place(0, 2)}


def test_what_belongs_together_is_taken_together_or_not_at_all() -> None:
    stems = ((("a", "b"), ("c", "d")), (("e",),))
    together = [Candidate(0, range(2)), Candidate(1, range(1))]
    assert choose(together, stems, 1) == {Place(1, 0)}
    assert choose(together, stems, 3) == {Place(0, 0), Place(0, 1), Place(1, 0)}


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=5)


@given(st.lists(st.lists(WORDS, max_size=6), max_size=4), st.integers(1, 8))
def test_never_more_than_asked_for_and_always_the_same(stems: list[list[list[str]]], most: int) -> None:
    candidates = [Candidate(s, range(i, i + 1)) for s, source in enumerate(stems) for i in range(len(source))]
    chosen = choose(candidates, stems, most)
    assert len(chosen) <= most
    assert chosen == choose(candidates, stems, most)
    assert all(stems[place.source][place.sentence] for place in chosen)


def test_a_copy_a_cut_copy_and_a_report_of_its_own() -> None:
    story = [f"wort{number}" for number in range(60)]
    cut = story[:30]
    own = [f"eigen{number}" for number in range(50)] + story[:8]
    assert originals([story, cut, own, [], []]) == (0, 2, 3, 4)
