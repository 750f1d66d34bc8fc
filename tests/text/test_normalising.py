"""Typographic normalising, and the way back to the unaltered text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.terms.span import Span
from beleg.text.normalising import normalise

TYPOGRAPHY = st.lists(
    st.sampled_from([*"aüßÄ1 \n\r\t.,„“”»«‚‘’'\"–—-…[]()", "u\u0308", "\u00a0", "\u00ad", "\u200b", "🦊"]),
    max_size=60,
).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("„Nein“", "»Nein«"),
        ("„Nein“", '"Nein"'),
        ("„Sie sagt ‚nein‘“", "“Sie sagt ›nein‹”"),
        ("Er – sie", "Er — sie"),
        ("5\u00a0Euro", "5 Euro"),
        ("zwei\n\nZeilen", "zwei Zeilen"),
        ("Brü\u00adcke", "Brücke"),
        ("Bru\u0308cke", "Brücke"),
        ("wir […] gehen", "wir [...] gehen"),
        ("wir (…) gehen", "wir [...] gehen"),
        ("geht’s", "geht's"),
        ("Ach …", "Ach ..."),
    ],
)
def test_typography_does_not_matter(one: str, other: str) -> None:
    assert normalise(one).text == normalise(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("nicht", "Nicht"), ("Das ist gut.", "Das ist gut!"), ("ist nicht gut", "ist gut"), ("Maße", "Masse")],
)
def test_everything_else_does(one: str, other: str) -> None:
    assert normalise(one).text != normalise(other).text


@given(TYPOGRAPHY, st.data())
def test_a_stretch_leads_back_to_the_words_it_stands_for(text: str, data: st.DataObject) -> None:
    normalised = normalise(text)
    if not normalised.text:
        return
    start = data.draw(st.integers(0, len(normalised.text) - 1))
    end = data.draw(st.integers(start + 1, len(normalised.text)))
    original = normalised.original(Span(start, end))
    assert 0 <= original.start < original.end <= len(text)
    # Pieces are replaced whole, so the original may say more at the edges, never less.
    wanted = [c for c in unicodedata.normalize("NFC", normalised.text[start:end]) if c.isalnum()]
    given_back = [c for c in unicodedata.normalize("NFC", original.of(text)) if c.isalnum()]
    assert wanted == given_back


@given(st.text(max_size=200))
def test_any_text_can_be_normalised_and_keeps_its_letters(text: str) -> None:
    def letters(words: str) -> list[str]:
        return [c for c in unicodedata.normalize("NFC", words) if c.isalnum()]

    assert letters(normalise(text).text) == letters(text)


def test_the_empty_text_stays_empty() -> None:
    assert normalise("").text == ""
