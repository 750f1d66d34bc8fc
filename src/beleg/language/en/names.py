"""English proper names: runs of capitalised words that are not merely the first word of a sentence."""

import re
from collections.abc import Sequence

from beleg.terms.span import Span
from beleg.terms.token import Token

_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady President Minister Mayor Chancellor Senator Governor Judge "
    "Chief Chairman Chairwoman Director Spokesman Spokeswoman Spokesperson Councillor Secretary Prime".split()
)
_PLAIN = frozenset(
    "I January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday".split()
)
_CODE = re.compile(r"Q[1-4]|[1-4]Q|H[12]|[12]H|FY|YoY|QoQ|MoM|YTD")
"""Codes of business reports for a quarter, a half, a financial year, and one period beside another."""
_PARTICLES = frozenset(("of", "de", "van", "von", "der", "al", "bin", "da", "la"))


def is_title(word: str) -> bool:
    """Whether the word is a title or function that stands before a person's name."""
    return word.rstrip(".") in _TITLES


def is_plain(word: str) -> bool:
    """Whether the word has a capital without being a name: months, weekdays, "I", the codes of quarters."""
    return word in _PLAIN or _CODE.fullmatch(word) is not None


def names(tokens: Sequence[Token], known_words: frozenset[str] = frozenset()) -> list[Span]:
    """The proper names among the tokens of one sentence, in order; titles, months and weekdays are not part of one.

    `known_words` are lower-case words that open a sentence without being a name; a single capitalised word at the
    start of a sentence is taken for a name only if it is none of these and another capitalised word follows.
    """
    found: list[Span] = []
    run: list[int] = []

    def close() -> None:
        while run and is_title(tokens[run[0]].text):
            run.pop(0)
        while run and tokens[run[-1]].text in _PARTICLES:
            run.pop()
        if run and not (len(run) == 1 and run[0] == 0):
            found.append(Span(tokens[run[0]].start, tokens[run[-1]].end))
        run.clear()

    for index, token in enumerate(tokens):
        word = token.text
        capital = word[0].isalpha() and word[0].isupper() and not is_plain(word)
        if capital and not (word.lower() in known_words and index == 0):
            run.append(index)
        elif not (run and word in _PARTICLES):
            close()
        else:
            run.append(index)
    close()
    return found
