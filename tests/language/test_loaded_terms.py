"""Every loaded term finds the words it says it finds, and only those."""

import pytest

from beleg.language.loaded_terms import LoadedTerm, loaded_terms
from beleg.terms.finding import Severity

TERMS = [
    pytest.param(term, id=f"{code}-{term.found[0]}") for code in ("de", "en") for term in loaded_terms(code)
]


@pytest.mark.parametrize("term", TERMS)
def test_the_term_finds_its_words(term: LoadedTerm) -> None:
    assert [words for words in term.found if not term.pattern.search(words)] == []
    assert [words for words in term.clean if term.pattern.search(words)] == []
    assert term.found
    assert term.clean


@pytest.mark.parametrize("term", TERMS)
def test_the_term_says_why_and_what_instead(term: LoadedTerm) -> None:
    assert term.instead
    assert term.why_de.endswith(".")
    assert term.why_en.endswith(".")
    assert term.severity is not Severity.ERROR


def test_a_language_without_a_list_has_no_terms() -> None:
    assert loaded_terms("fi") == ()
    assert loaded_terms("") == ()
