"""Which name stands in the same slot of draft and passage.

German sets an article before most nouns and none before the names of places and people. A capitalised word right after
the same preposition in both texts ("neben Japan", "neben Norwegen"), a genitive without an article after the same noun
("Widerstand Chinas", "Widerstand Russlands"), or a designation of letters and digits after the same word ("Bundesstraße
B27") is therefore a name; two different ones in the same slot are a swap. (Duden, Die Grammatik, on the article with
proper names.)
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from beleg.language.language import Language
from beleg.terms.span import Span
from beleg.terms.token import Token

_DESIGNATION = re.compile(r"[A-ZÄÖÜ]+[-‑]?\d+[a-z]?")
_LONG_ENOUGH = 3


def bare_names(tokens: Sequence[Token], language: Language) -> Iterator[tuple[str, Token]]:
    """The names without an article, each with its slot: the word before it and how it stands there."""
    for before, token in pairwise(tokens):
        word = token.text
        if _DESIGNATION.fullmatch(word):
            yield f"{before.text.casefold()} designation", token
        elif not word[0].isupper() or len(word) < _LONG_ENOUGH or word.lower() in language.function_words:
            continue
        elif before.text.lower() in language.lexicon.prepositions and before.text[0].islower():
            yield f"{before.text.casefold()} bare", token
        elif before.text[0].isupper() and word.endswith("s") and len(word) > 4:
            yield f"{language.stem(before.text)} genitive", token


def swapped(draft: Sequence[Token], passage: Sequence[Token], language: Language) -> list[tuple[Span, Token]]:
    """The names of the draft in whose slot the passage has another that the draft does not have anywhere.

    Only slots that occur once in the passage are compared, and only names the passage does not have anywhere.
    """
    theirs: dict[str, list[Token]] = {}
    for slot, token in bare_names(passage, language):
        theirs.setdefault(slot, []).append(token)
    words_there = {_plain(token.text) for token in passage}
    words_here = {_plain(token.text) for token in draft}
    found = []
    for slot, token in bare_names(draft, language):
        others = theirs.get(slot, [])
        if (
            len(others) == 1
            and _plain(token.text) not in words_there
            and _plain(others[0].text) not in words_here
        ):
            found.append((Span(token.start, token.end), others[0]))
    return found


def _plain(word: str) -> str:
    folded = word.casefold()
    return folded[:-1] if len(folded) > 4 and folded.endswith("s") else folded
