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


def test_among_many_places_those_that_could_matter_are_all_told() -> None:
    """Of 120 sentences the sixty that cover a good part are told, and none of those that share a word."""
    half = "Die Werft Lindenau baut Fähren aus Stahl."
    sources = [read_source(f"Die Werft {name} lag still.") for name in map(_name, range(60))]
    sources += [read_source(half) for _ in range(60)]
    words = content_words(tokenize("Die Werft Lindenau baut Fähren für Norwegen."), GERMAN)
    support = SourceIndex(sources, GERMAN).support(words)
    assert support.by_place.keys() == {Place(number, 0) for number in range(60, 120)}
    assert support.places == (Place(60, 0),)


def _name(number: int) -> str:
    return "".join(chr(ord("A") + int(digit)) for digit in f"{number:03}").title()


def test_an_answer_does_not_depend_on_what_was_asked_before() -> None:
    sources = [read_source(f"Der Rat sperrt die Brücke {_name(n)} am Ring.") for n in range(300)]
    asked = [
        content_words(tokenize(text), GERMAN)
        for text in ("Der Rat sperrt den Ring.", "Die Brücke am Ring ist gesperrt.")
    ]
    index = SourceIndex(sources, GERMAN)
    index.support(asked[0])
    assert index.support(asked[1]) == SourceIndex(sources, GERMAN).support(asked[1])
