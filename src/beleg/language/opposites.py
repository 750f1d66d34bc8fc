"""Opposites: which words say the opposite of a word, as stems."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from beleg.language.registry import language_for
from beleg.language.word_lists import word_list


@dataclass(frozen=True, slots=True)
class Opposites:
    """The opposites of one language.

    `of` has for each stem the stems of its opposites, `beside` for a word of direction ("rise") the stems of the words
    that point the same way ("grow"). `denying` are beginnings that turn a word into its opposite ("unchanged"),
    `lacking` endings of words that say what is not there ("arbeitslos"); `denial_first` says that a word of denial
    stands before the word it denies ("does not open").
    """

    of: Mapping[str, frozenset[str]]
    beside: Mapping[str, frozenset[str]]
    denying: tuple[str, ...]
    lacking: tuple[str, ...]
    denial_first: bool


@cache
def opposites(language: str) -> Opposites:
    """The opposites of a language, from `opposites.toml` of its package."""
    known = language_for(language)
    if known is None:
        return Opposites({}, {}, (), (), denial_first=False)
    data = word_list(f"beleg.language.{language}", "opposites.toml")
    found: dict[str, set[str]] = defaultdict(set)
    beside: dict[str, set[str]] = defaultdict(set)
    for line in data["pairs"].strip().splitlines():
        one, other = (known.stem(word) for word in line.split())
        found[one].add(other)
        found[other].add(one)
    for direction in data.get("directions", []):
        upwards, downwards = ({known.stem(word) for word in words.split()} for words in direction)
        for ours, theirs in ((upwards, downwards), (downwards, upwards)):
            for stem in ours:
                found[stem] |= theirs
                beside[stem] |= ours
    return Opposites(
        of={stem: frozenset(others) for stem, others in found.items()},
        beside={stem: frozenset(others) for stem, others in beside.items()},
        denying=tuple(data.get("denying", "").split()),
        lacking=tuple(data.get("lacking", "").split()),
        denial_first=data.get("denial_first", False),
    )
