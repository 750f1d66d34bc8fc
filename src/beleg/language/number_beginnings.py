"""Number beginnings: at which words of a sentence a number can begin; most words say that none begins with them."""

from collections.abc import Sequence
from functools import lru_cache

from beleg.language.counting_words import CountingWords
from beleg.language.number_words import number_inside
from beleg.language.numeral import Numerals
from beleg.terms.token import Token


def may_count(tokens: Sequence[Token], words: CountingWords, numerals: Numerals) -> bool:
    """Whether any word of a sentence may begin a number."""
    return not all(begins_none(tokens, at, words, numerals) for at in range(len(tokens)))


def begins_none(tokens: Sequence[Token], at: int, words: CountingWords, numerals: Numerals) -> bool:
    """Whether no number can begin at a word."""
    word = tokens[at].text
    if _is_idle(word, words, numerals):
        return True
    if word.lower() not in words.articles:
        return False
    # "Ein" is a number only before a unit, a multiplier, a share.
    return at + 1 >= len(tokens) or tokens[at + 1].text.lower() not in words.after_article


@lru_cache(maxsize=65_536)
def _is_idle(word: str, words: CountingWords, numerals: Numerals) -> bool:
    """Whether no number begins with a word, whatever stands around it."""
    low = word.lower()
    if low[0].isdigit() or low in words.first_words or low in words.words["ones"]:
        return False
    return not numerals.may_begin(low) and number_inside(Token(0, len(word), word), words, numerals) is None
