"""Stems: Snowball's stemmers, one word at a time."""

import threading
from functools import lru_cache

import Stemmer

from beleg.language.words import composed

_local = threading.local()


@lru_cache(maxsize=65_536)
def stem(word: str, algorithm: str) -> str:
    """The stem of a word in lower case by the Snowball `algorithm` ("german", "english").

    A word that differs only in case, in the way its umlauts are encoded or in inflection keeps its stem, as far as
    the stemmer goes. Safe in threads: a stemmer itself is not, so each thread has its own.
    """
    stemmers: dict[str, Stemmer.Stemmer] = _local.__dict__.setdefault("stemmers", {})
    if algorithm not in stemmers:
        stemmers[algorithm] = Stemmer.Stemmer(algorithm)
    found: str = stemmers[algorithm].stemWord(composed(word).lower())
    return found
