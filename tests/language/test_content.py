"""Which words a text has, whatever their inflection."""

from hypothesis import given
from hypothesis import strategies as st

from beleg.language.content import Content, content_stems
from beleg.language.registry import language_for
from beleg.text.tokens import tokenize

GERMAN = language_for("de")
assert GERMAN is not None


def _has(text: str, word: str) -> bool:
    assert GERMAN is not None
    return Content(tokenize(text), GERMAN).has_word(tokenize(word)[0])


def test_inflection_and_compounds_are_the_same_word() -> None:
    assert _has("Die Brücken bleiben gesperrt.", "Brücke")
    assert _has("Die Stadtverwaltung schweigt.", "Verwaltung")
    assert _has("Die Verwaltung schweigt.", "Stadtverwaltung")
    assert _has("Der Grünen-Chef schweigt.", "Grünen-Vorstand")


def test_other_words_and_short_parts_are_not() -> None:
    assert not _has("Die Brücken bleiben gesperrt.", "Fähre")
    assert not _has("Der Rat tagt.", "Ratte")


def test_function_words_numbers_and_marks_have_no_content() -> None:
    assert GERMAN is not None
    assert [content_stems(token.text, GERMAN) for token in tokenize("und 12 , !")] == [(), (), (), ()]


@given(st.text(max_size=60))
def test_a_text_has_its_own_words(text: str) -> None:
    assert GERMAN is not None
    tokens = tokenize(text)
    content = Content(tokens, GERMAN)
    assert all(content.has_word(token) for token in tokens)
