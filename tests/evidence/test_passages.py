"""Which passages a sentence rests on, and how much of it they cover."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.words import Vocabulary, content_words
from beleg.language.de.german import GERMAN
from beleg.text.tokens import tokenize
from tests.evidence.readings import read_source

INDEX = SourceIndex(
    [
        read_source("Die Stadtverwaltung sperrt am Montag die Uferstraße. Grund ist ein Wasserrohrbruch."),
        read_source("Der Verkehrsclub kritisiert die Sperrung. Busse fahren über den Ring."),
    ],
    GERMAN,
)


def support(text: str) -> list[Place]:
    return list(INDEX.support(content_words(tokenize(text), GERMAN)).places)


def test_the_best_passage_comes_first_and_a_second_one_completes_it() -> None:
    assert support("Die Verwaltung sperrt am Montag die Uferstraße; Busse fahren.") == [
        Place(0, 0),
        Place(1, 1),
    ]


def test_compounds_and_derivations_match() -> None:
    vocabulary = Vocabulary(["stadtverwalt", "sperrung", "ring"])
    assert vocabulary.matches("verwalt") == {"stadtverwalt": 0.8}
    assert vocabulary.matches("sperr") == {"sperrung": 0.8}
    assert vocabulary.matches("ring") == {"ring": 1.0}
    assert vocabulary.matches("ungs") == {}


def test_nothing_is_covered_by_nothing() -> None:
    found = INDEX.support([])
    assert (found.places, found.coverage) == ((), 0.0)
    assert support("Kormorane brüten im Schilf.") == []


@given(
    st.lists(
        st.sampled_from("Stadtverwaltung sperrt Montag Uferstraße Busse Ring Kormoran 🦊 u\u0308ber".split())
    )
)
def test_coverage_is_a_share_and_more_of_the_same_text_never_lowers_it(words: list[str]) -> None:
    content = content_words(tokenize(" ".join(words)), GERMAN)
    found = INDEX.support(content)
    assert 0.0 <= found.coverage <= 1.0 + 1e-9
    assert len(found.covered) == len(content) or not content
    best = max(found.by_place.values(), default=0.0)
    assert found.coverage >= best - 1e-9
