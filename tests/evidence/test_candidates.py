"""The best sentences are found without a look at all."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.evidence.candidates import CANDIDATES, OFTEN, WORTH_A_LOOK, WordPlaces, candidates

PLACES = st.lists(st.integers(0, 400), max_size=150, unique=True)
WORDS = st.lists(st.tuples(PLACES, PLACES, st.floats(0.5, 9.0)), min_size=1, max_size=10)


@given(WORDS)
def test_none_of_the_best_and_none_worth_a_look_is_left_out(
    drawn: list[tuple[list[int], list[int], float]],
) -> None:
    words = [WordPlaces.of([(word, 1.0), (part, 0.8)], adding=False) for word, part, _ in drawn]
    weights = [weight for _, _, weight in drawn]
    whole = {
        at: sum(word.at(at) * weight for word, weight in zip(words, weights, strict=True))
        for at in {at for word, part, _ in drawn for at in (*word, *part)}
    }
    found = candidates(words, weights)
    assert all(abs(value - whole[at]) < 1e-6 for at, value in found.items())
    best = sorted(whole.values(), reverse=True)[:CANDIDATES]
    least = min(WORTH_A_LOOK * sum(weights), best[-1]) if len(whole) > CANDIDATES else 0.0
    assert {at for at, value in whole.items() if value > least + 1e-6} <= found.keys()


def test_the_best_match_of_a_word_counts_and_the_parts_of_a_compound_add_up() -> None:
    alone = WordPlaces.of([([1, 2], 1.0), ([2, 3], 0.8)], adding=False)
    assert [alone.at(place) for place in (1, 2, 3, 4)] == [1.0, 1.0, 0.8, 0.0]
    compound = WordPlaces.of([([1, 2], 0.5), ([2, 3], 0.5)], adding=True)
    assert [compound.at(place) for place in (1, 2, 3)] == [0.5, 1.0, 0.5]


def test_a_frequent_word_leads_to_further_sentences_only_while_few_are_known() -> None:
    frequent = WordPlaces.of([(range(1000, 1000 + OFTEN + 1), 1.0)], adding=False)
    few = WordPlaces.of([([1, 1000], 1.0)], adding=False)
    many = WordPlaces.of([(range(900, 1100), 1.0)], adding=False)
    assert 1150 in candidates([few, frequent], [2.0, 1.9])
    found = candidates([many, frequent], [2.0, 1.9])
    assert 1150 not in found
    assert abs(found[1050] - 3.9) < 1e-6
