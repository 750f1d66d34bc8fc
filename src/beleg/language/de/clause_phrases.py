"""Clause phrases: the noun phrases of a German clause, and whether one of them is its object, told from the words
alone.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from beleg.language.word_lists import word_list


@cache
def data() -> Mapping[str, frozenset[str]]:
    """The word lists of `indirect_speech.toml`."""
    lists = word_list(__package__, "indirect_speech.toml")
    return {name: frozenset(words.split()) for name, words in lists.items()}


def is_noun_phrase(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the words `[start, end)` of a sentence may be one noun with its article, adjectives, genitive or place:
    "die Bauern in den Tälern".
    """
    lists = data()
    at, nouns, open_phrase = start, 0, True
    while at < end:
        word, low = words[at], words[at].lower()
        named = word[0].isupper() and (at > 0 or low not in lists["determiners"] | lists["adverbs"])
        if named:
            nouns, open_phrase = nouns + 1, False
        elif low in lists["prepositions"] | lists["contracted"] | {"und", "oder"}:
            if not nouns:
                return False
            open_phrase = True
        elif low in lists["determiners"] | lists["more_determiners"]:
            if not open_phrase and low not in lists["genitive_determiners"]:
                return False
            open_phrase = True
        elif not (open_phrase and (low[0].isdigit() or low.endswith(("e", "en", "er", "es", "em")))):
            return False
        at += 1
    return nouns > 0 and not open_phrase


def has_object(words: Sequence[str], start: int, end: int, *, shared: bool = False) -> bool:
    """Whether the words `[start, end)` of a sentence hold "sich", an accusative, or two noun phrases without a
    preposition.

    Times and measures ("den ganzen Tag", "drei Meter") are no objects. `shared`: the subject stands before, so that one
    phrase is enough.
    """
    lists = data()
    phrases, case, free = 0, "", True
    for at in range(start, end):
        word, low = words[at], words[at].lower()
        if low in {"sich", "ihn", "mich"} and free:
            return True
        if low in lists["prepositions"] | lists["contracted"] | {"als", "wie"}:
            free = False
        elif low in lists["determiners"] | lists["more_determiners"] and (at == 0 or word.islower()):
            case = low
        elif word[0].isupper() and (at or low not in lists["adverbs"]):
            measure = word in lists["times_and_measures"]
            several = case in {"den", "diesen"} and low.endswith("n")
            if free and not measure and case in {"den", "einen", "keinen", "diesen", "jeden"} and not several:
                return True
            joined = at > start and words[at - 1][0].isupper() and not case
            oblique = several or (case in {"dem", "des", "einem", "eines", "der"} and phrases)
            phrases += free and not measure and not joined and not oblique
            case, free = "", True
        elif low in {"er", "sie", "es", "man", "niemand"}:
            phrases += 1
    return phrases >= (1 if shared else 2)
