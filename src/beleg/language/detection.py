"""Detection: which of the languages Beleg reads a text is in, by its function words."""

import re
from functools import cache, lru_cache
from typing import Final

from beleg.language.word_lists import word_list
from beleg.language.words import composed

_WORD: Final = re.compile(r"[^\W\d_]+")
_READ_AT_MOST: Final = 10_000
_SHORT: Final = 20
# Running German and English have 35 to 50 function words in a hundred; their relatives share only a few.
_SHARE: Final = 0.2
_SHARE_OF_SHORT: Final = 0.1


@lru_cache(maxsize=4_096)
def detect(text: str) -> str:
    """The code of the text's language: "de" or "en"; empty if it is neither, or too short or mixed to tell.

    Counts function words that belong to one of the two languages alone, in the first 10,000 characters.
    """
    words = _WORD.findall(composed(text[:_READ_AT_MOST]).lower())
    if not words:
        return ""
    shares = sorted(
        ((sum(map(own.__contains__, words)) / len(words), code) for code, own in _own_words().items()),
        reverse=True,
    )
    (best, code), (second, _) = shares
    needed = _SHARE_OF_SHORT if len(words) < _SHORT else _SHARE
    return code if best >= needed and best > 2 * second else ""


@cache
def _own_words() -> dict[str, frozenset[str]]:
    # The lists alone: a text in one language needs nothing else of the other.
    german, english = (
        frozenset(word_list(f"beleg.language.{code}", "words.toml")["function_words"].split())
        for code in ("de", "en")
    )
    return {"de": german - english, "en": english - german}
