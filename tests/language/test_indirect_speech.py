"""Statements in indirect speech: two hundred cases by hand, and what holds of all of them."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.language.de.indirect_speech import in_indirect_speech
from beleg.language.lexicon import Gender

LEFT_ALONE = "-"


class _Case(NamedTuple):
    statement: str
    speaker: Gender
    turned: str


def _cases() -> list[_Case]:
    data = tomllib.loads(Path(__file__).with_name("indirect_speech_cases.toml").read_text(encoding="utf-8"))
    lines = [(group, line) for group in data["group"] for line in group["cases"].strip().splitlines()]
    pairs = [(group, *line.split(" | ")) for group, line in lines]
    return [_Case(statement, Gender(group["speaker"]), turned) for group, statement, turned in pairs]


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.statement)
def test_a_statement_is_reported_as_the_grammar_has_it(case: _Case) -> None:
    turned = in_indirect_speech(case.statement, case.speaker)
    assert (turned or LEFT_ALONE) == case.turned


def test_there_are_two_hundred_cases_and_no_two_are_the_same() -> None:
    assert len(CASES) >= 200
    assert len({case.statement for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.turned != LEFT_ALONE], ids=lambda case: case.statement
)
def test_no_word_is_lost_but_verbs_and_pronouns(case: _Case) -> None:
    before, after = Counter(case.statement.lower().rstrip(".").split()), Counter(case.turned.lower().split())
    assert sum((before - after).values()) <= 6
    nouns = [word.rstrip(".,") for word in case.statement.split()[1:] if word[0].isupper()]
    assert all(noun in case.turned for noun in nouns)


@given(st.text(max_size=80))
def test_any_text_is_turned_or_left_alone(text: str) -> None:
    turned = in_indirect_speech(text, Gender.FEMALE)
    assert turned is None or turned.strip()


@given(
    st.lists(
        st.sampled_from(
            "der die Rat Stadt hat wird , und dass nicht zahlen gezahlt zu ich konnte ab .".split()
        ),
        max_size=14,
    )
)
def test_any_order_of_words_is_turned_or_left_alone(words: list[str]) -> None:
    in_indirect_speech(" ".join(words), Gender.MALE)


@given(
    st.lists(
        st.sampled_from(
            "Die Kliniken Preise Stadt Kinder steigen warnen gehen bleibt zahlt , und doch zu Fuß voll schließen Betten sparen".split()
        ),
        min_size=3,
        max_size=9,
    )
)
def test_no_clause_keeps_a_present_that_is_not_marked(words: list[str]) -> None:
    """ "Die Preise würden steigen, die Kliniken warnen" would make the second clause the newsroom's own."""
    turned = in_indirect_speech(" ".join(words).replace(" ,", ",") + ".")
    if turned is not None:
        left = {"bleibt", "zahlt"} & set(turned.split())
        assert not left, turned
        assert {"würde", "würden", "bleibe", "zahle"} & {word.strip(",").lower() for word in turned.split()}
