"""The scorer of the quotations benchmark, on quotations made up for it."""

from collections.abc import Collection

import pytest

from beleg.terms.quotation import QuotationKind
from beleg.terms.span import Span
from beleg.text.tokens import tokenize
from benchmarks.quotations import Attribution, attributions, score


def one(
    words: Collection[int], speaker: Collection[int] = (), kind: QuotationKind = QuotationKind.DIRECT
) -> Attribution:
    return Attribution(
        kind, "speech", frozenset(words), (frozenset(), frozenset(), frozenset(), frozenset(speaker))
    )


def test_equal_attributions_score_full() -> None:
    gold = [[one({1, 2, 3}, {0}), one({5, 6})], []]
    scores = score(gold, gold)
    assert {scores.messages, scores.roles, scores.joint} == {(100.0, 100.0, 100.0)}
    assert scores.kind_right == 100


def test_what_is_left_over_counts_once_on_its_side() -> None:
    scores = score([[one({1, 2}), one({9})]], [[one({1, 2, 3, 4})]])
    assert scores.messages[:2] == (50, 50)


def test_the_best_matching_overall_is_taken() -> None:
    # Greedy would give the first prediction the second annotation and leave the rest without overlap.
    ours = [one({1, 2, 3, 4, 5, 6}), one({4, 5, 6})]
    theirs = [one({4, 5, 6, 7}), one({1, 2, 3})]
    scores = score([ours], [theirs])
    assert scores.messages[0] == pytest.approx(100 * (0.5 + 1) / 2)
    assert scores.messages[1] == pytest.approx(100 * (1 + 0.75) / 2)


def test_roles_without_words_are_not_counted() -> None:
    scores = score([[one({1}, {0}), one({5})]], [[one({1}, {0, 2}), one({5})]])
    assert scores.roles == pytest.approx((100, 50, 200 / 3))


def test_direct_words_count_with_their_marks() -> None:
    text = "Kern sagte: „Es reicht.“"
    tokens = [Span(token.start, token.end) for token in tokenize(text)]
    (read,) = attributions(text, tokens)
    assert sorted(read.words) == [3, 4, 5, 6, 7]
    assert sorted(read.roles[3]) == [0]
