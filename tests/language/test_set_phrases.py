"""Every list of set phrases finds the words it says it finds, and only those."""

import pytest

from beleg.language.set_phrases import PhraseList, phrase_lists, set_phrases

LISTS = [
    pytest.param(phrases, id=f"{code}-{phrases.name}")
    for code in ("de", "en")
    for phrases in phrase_lists(code).values()
]


@pytest.mark.parametrize("phrases", LISTS)
def test_the_list_finds_its_cases(phrases: PhraseList) -> None:
    assert [words for words in phrases.found if not phrases.pattern.search(words)] == []
    assert [words for words in phrases.clean if phrases.pattern.search(words)] == []
    assert len(phrases.found) >= 3
    assert len(phrases.clean) >= 3


def test_both_languages_have_the_same_lists() -> None:
    assert set(phrase_lists("de")) == set(phrase_lists("en"))


def test_a_language_without_lists_uses_all_of_them() -> None:
    assert phrase_lists("fi") == {}
    pattern = set_phrases("typed_disclosure", "")
    assert pattern.search("This story was written using artificial intelligence.")
    assert pattern.search("Dieser Artikel wurde unter Einsatz von KI erstellt.")
