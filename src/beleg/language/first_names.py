"""First names: the frequent ones of a language, and whether women or men bear them."""

from collections.abc import Mapping
from functools import cache

from beleg.language.lexicon import Gender
from beleg.language.word_lists import word_list


@cache
def first_names(package: str) -> Mapping[str, Gender]:
    """The names in `first_names.toml` of a language package, as they are written; unknown where women and men bear
    one.
    """
    lists = word_list(package, "first_names.toml")
    return {
        name: gender
        for who, gender in (("women", Gender.FEMALE), ("men", Gender.MALE), ("either", Gender.UNKNOWN))
        for name in lists[who].split()
    }
