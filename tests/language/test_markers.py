"""Word lists of markers and opposites."""

import pytest

from beleg.language.markers import markers
from beleg.language.opposites import opposites
from beleg.language.registry import language_for
from beleg.language.words import Words
from beleg.terms.clause import Marker
from beleg.text.tokens import tokenize


def _found(text: str, language: str = "de") -> list[tuple[Marker, str]]:
    words = Words.of(tokenize(text))
    return [(one.marker, " ".join(words.low[one.start : one.end])) for one in markers(language).find(words)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er kam angeblich nicht.", [(Marker.DOUBT, "angeblich"), (Marker.DENIAL, "nicht")]),
        ("Dem Vernehmen nach kommt er.", [(Marker.DOUBT, "dem vernehmen nach")]),
        ("Nicht nur er kam.", []),
        ("Noch immer regnet es.", []),
        ("Jede zweite Straße ist zu.", []),
        ("Ein vollständiger Umbau", [(Marker.ALL, "vollständiger")]),
        ("Deshalb kam er.", [(Marker.CAUSE, "deshalb")]),
    ],
)
def test_german_markers(text: str, found: list[tuple[Marker, str]]) -> None:
    assert _found(text) == found


def test_english_markers() -> None:
    assert _found("He reportedly did not come because of the rain.", "en") == [
        (Marker.DOUBT, "reportedly"),
        (Marker.DENIAL, "not"),
        (Marker.CAUSE, "because of"),
    ]


@pytest.mark.parametrize(("language", "one", "other"), [("de", "steigen", "sinken"), ("en", "rise", "fall")])
def test_opposites_hold_both_ways(language: str, one: str, other: str) -> None:
    known = language_for(language)
    assert known is not None
    assert known.stem(other) in opposites(language).of[known.stem(one)]
    assert known.stem(one) in opposites(language).of[known.stem(other)]


def test_no_word_is_its_own_opposite() -> None:
    for language in ("de", "en"):
        assert all(stem not in others for stem, others in opposites(language).of.items())


def test_words_of_one_direction_stand_against_all_of_the_other() -> None:
    known = language_for("en")
    assert known is not None
    for word in ("fall", "shrank", "down"):
        assert known.stem(word) in opposites("en").of[known.stem("growth")]
    assert known.stem("up") in opposites("en").beside[known.stem("growth")]
