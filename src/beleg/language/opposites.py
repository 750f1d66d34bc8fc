"""Opposites: which words say the opposite of a word, as stems."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from beleg.language.lexicon import word_list
from beleg.language.registry import language_for


@cache
def opposites(language: str) -> Mapping[str, frozenset[str]]:
    """For each stem the stems of its opposites, from `opposites.toml` of a language's package."""
    known = language_for(language)
    found: dict[str, set[str]] = defaultdict(set)
    if known is None:
        return {}
    for line in word_list(f"beleg.language.{language}", "opposites.toml")["pairs"].strip().splitlines():
        one, other = (known.stem(word) for word in line.split())
        found[one].add(other)
        found[other].add(one)
    return {stem: frozenset(others) for stem, others in found.items()}
