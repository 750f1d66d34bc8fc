"""Clause words: the words and endings by which a clause shows when something is, who does it to whom, and what is
measured.
"""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from beleg.language.registry import language_for
from beleg.language.word_lists import word_list


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWords:
    """The clause words of one language, in lower case; each may be empty in a language that has no such word."""

    past: frozenset[str] = frozenset()
    """Auxiliaries in the indicative that tell with a participle what has happened."""
    future: frozenset[str] = frozenset()
    """Auxiliaries that tell with an infinitive what will be."""
    modals: frozenset[str] = frozenset()
    """Infinitives of verbs of which the past says nothing of another verb."""
    weak_past: frozenset[str] = frozenset()
    """Endings of weak verbs in the past, behind the stem."""
    copulas: tuple[frozenset[str], ...] = ()
    """Forms between who holds an office and the office; of one time each, for offices change hands."""
    aimed: frozenset[str] = frozenset()
    """Prepositions before the one an act is aimed at."""
    met_with: frozenset[str] = frozenset()
    """Prepositions before one who is acted on: "ging auf den Wirt los"."""
    acting_too: frozenset[str] = frozenset()
    """Prepositions before one who acts as well."""
    causing: frozenset[str] = frozenset()
    """Prepositions before what something is done by in the passive, which need not be somebody who can speak."""
    way_from: frozenset[str] = frozenset()
    """Prepositions before where a way begins."""
    way_to: frozenset[str] = frozenset()
    """Prepositions before where a way ends."""
    where: frozenset[str] = frozenset()
    """Prepositions before the place where somebody is, comes from or goes."""
    measured_against: frozenset[str] = frozenset()
    """Words before what something is measured against."""
    degrees: frozenset[str] = frozenset()
    """Words that say which of two is more."""
    comparative_endings: tuple[str, ...] = ()
    nobody: frozenset[str] = frozenset()
    """Pronouns for nobody and nothing."""
    joining: frozenset[str] = frozenset()
    """Words between two of a list."""
    introducing: frozenset[str] = frozenset()
    """Articles before somebody whom the text has not named yet."""
    before_several: frozenset[str] = frozenset()
    """Articles and words of number before several."""
    several_endings: tuple[str, ...] = ()
    """Endings of nouns for several people."""
    single_endings: tuple[str, ...] = ()
    """Longer ones of nouns for one."""
    thing_endings: tuple[str, ...] = ()
    """Endings of nouns that name an act or a state rather than somebody."""
    attribute_endings: tuple[str, ...] = ()
    """Endings of attributes: "dünn besiedelten Gegend" tells of no settling."""
    passing: frozenset[str] = frozenset()
    """Stems of attributes of a title that do not say which office it is."""
    turning_beginnings: frozenset[str] = frozenset()
    """Beginnings that turn a name into that of the opposite: "Antarktis" is not in the "Arktis"."""


@cache
def clause_words(language: str) -> ClauseWords:
    """The clause words of a language, from `clause_words.toml` of its package; none of a language Beleg does not
    read.
    """
    known = language_for(language)
    if known is None:
        return ClauseWords()
    data = word_list(f"beleg.language.{language}", "clause_words.toml")
    read: dict[str, Any] = {}
    for name in {one.name for one in fields(ClauseWords)} - {"copulas", "passing"}:
        read[name] = (tuple if name.endswith("_endings") else frozenset)(data[name].split())
    return ClauseWords(
        copulas=tuple(frozenset(forms.split()) for forms in data["copulas"]),
        passing=frozenset(known.stem(word) for word in data["passing"].split()),
        **read,
    )
