"""At which words a number can begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.language import counting
from beleg.language.counting import Counting
from beleg.language.de.dates import dates
from beleg.language.de.german import GERMAN
from beleg.language.de.numerals import NUMERALS
from beleg.language.en.numerals import NUMERALS as ENGLISH
from beleg.language.number_beginnings import begins_none, may_count
from beleg.text.tokens import tokenize

_WORDS = (
    "ein eine Tag Euro drei zwölf halbe Stunde Million Dutzend Drittel Hälfte der die dritte achten achte jeder fünfte von zehn "
    "12 1,5 30 Prozent 10-12 sechsmal dreifach beide mal Haus Rat sperrt Montag 2010 zweitägig 34-jährige rund und Mio. ."
).split()


@pytest.mark.parametrize("text", ["Der Rat sperrt die Uferstraße.", "Ein Sprecher lehnte das ab."])
def test_most_sentences_hold_no_number(text: str) -> None:
    assert not may_count(tokenize(text), NUMERALS.words, NUMERALS)


@pytest.mark.parametrize(
    "text",
    [
        "ein Drittel",
        "eine Stunde",
        "dreimal",
        "jeder zehnte",
        "Hälfte",
        "beide",
        "achte",
        "zweitägig",
        "12",
    ],
)
def test_where_one_may_begin(text: str) -> None:
    assert not begins_none(tokenize(text), 0, NUMERALS.words, NUMERALS)


@pytest.mark.parametrize("text", ["one of them", "a day", "threefold", "half", "21st", "both"])
def test_where_one_may_begin_in_english(text: str) -> None:
    assert not begins_none(tokenize(text), 0, ENGLISH.words, ENGLISH)


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12))
def test_no_number_is_lost_by_looking_only_where_one_may_begin(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    with pytest.MonkeyPatch.context() as everywhere:
        everywhere.setattr(counting, "begins_none", lambda *_: False)
        dated = [date.span for date in dates(tokens)]
        looked_at_each = Counting(tokens, NUMERALS.words, NUMERALS, dated).quantities()
    assert GERMAN.quantities(tokens) == looked_at_each
