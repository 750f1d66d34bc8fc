"""Quoted words are compared exactly, and typography is the only thing that does not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.evidence.quoted_words import QuotableText, QuotedWords, nearest
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.span import Span
from tests.evidence.readings import read_source

SOURCE = read_source(
    "Die Sitzung war lang. „Wir bauen die Halle – und zwar in diesem Jahr“, sagte Rätin Eva Lorenz. „Das ist“, "
    "fügte sie hinzu, „ein Versprechen.“ Danach ging sie."
)
TEXT = QuotableText(SOURCE)


@pytest.mark.parametrize(
    "words",
    [
        "Wir bauen die Halle – und zwar in diesem Jahr",
        "Wir bauen die Halle - und zwar in diesem Jahr.",
        "wir bauen die Halle",
        "die Halle — und zwar",
        "Wir bauen […] in diesem Jahr",
        "Wir bauen [sie] – und zwar in diesem Jahr",
        "Das ist ein Versprechen.",
        "ein\u00a0Versprechen",
    ],
)
def test_the_same_words_are_found(words: str) -> None:
    assert list(TEXT.places(QuotedWords.of(words)))


@pytest.mark.parametrize(
    "words",
    [
        "Wir bauen eine Halle",
        "Wir bauen die Halle in diesem Jahr",
        "Wir bauen die Hall",
        "ir bauen die Halle",
        "Wir Bauen die Halle",
        "in diesem Jahr […] Wir bauen",
        "Das ist kein Versprechen.",
        "",
        "…",
    ],
)
def test_other_words_are_not(words: str) -> None:
    assert not list(TEXT.places(QuotedWords.of(words)))


def test_a_place_slices_back_to_the_words() -> None:
    (place,) = TEXT.places(QuotedWords.of("die Halle - und zwar"))
    assert place.text == "die Halle – und zwar"
    assert SOURCE.source.text[place.start : place.end] == place.text


def test_the_nearest_passage_and_the_words_that_differ() -> None:
    draft = "Wir bauen die Halle – und zwar in diesem Herbst"
    quotation = Quotation(kind=QuotationKind.DIRECT, quote=(Span(0, len(draft)),))
    window = Span(0, len(SOURCE.source.text))
    found = nearest(quotation, draft, [(SOURCE, window)])
    assert found is not None
    assert found.passage.text == "Wir bauen die Halle – und zwar in diesem Jahr"
    assert [span.of(draft) for span in found.differing] == ["Herbst"]


@given(st.data())
def test_every_run_of_words_of_a_source_is_found_in_it(data: st.DataObject) -> None:
    words = SOURCE.source.text.split()
    start = data.draw(st.integers(0, len(words) - 2))
    end = data.draw(st.integers(start + 2, len(words)))
    assert list(TEXT.places(QuotedWords.of(" ".join(words[start:end]))))


@given(st.text(max_size=80))
def test_any_words_can_be_looked_for(words: str) -> None:
    for place in TEXT.places(QuotedWords.of(words)):
        assert SOURCE.source.text[place.start : place.end] == place.text
