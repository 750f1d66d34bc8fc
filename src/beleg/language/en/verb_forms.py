"""The base form behind an English verb form, as far as it is irregular: "rose", "risen" → "rise".

Regular forms share their stem with the base form anyway.
"""

from collections.abc import Mapping
from functools import cache

from beleg.language.word_lists import word_list


def infinitive(word: str) -> str:
    """The base form of an irregular verb form in lower case; empty for any other word."""
    return _forms().get(word, "")


def participle(word: str) -> bool:
    """Whether a word in lower case is a past participle, or looks like one ("…ed")."""
    return word.endswith("ed") or word in _participles()


@cache
def _participles() -> frozenset[str]:
    lines = word_list(__package__, "verbs.toml")["irregular"].strip().splitlines()
    return frozenset(line.split()[2] for line in lines)


@cache
def _forms() -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for line in word_list(__package__, "verbs.toml")["irregular"].strip().splitlines():
        base, *others = line.split()
        for form in others:
            forms.setdefault(form, base)
    return forms
