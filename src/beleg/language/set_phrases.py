"""Phrases of a language, kept as data: patterns for set phrases that a check looks for.

Each language package has a `set_phrases.toml`; a table is the name of a list, its `patterns` are regular expressions
(case does not matter), and `cases` are words that must and must not be found.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PhraseList:
    """A list of phrases: their patterns, and words they must find (`found`) and must not (`clean`)."""

    name: str
    patterns: tuple[str, ...]
    found: tuple[str, ...]
    clean: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """One pattern for all; made when it is first asked for, for hardly a process needs all lists."""
        return _any_of(self.patterns)


@cache
def phrase_lists(language: str) -> dict[str, PhraseList]:
    """All phrase lists of a language by name; empty for a language that has none."""
    package = files("beleg.language").joinpath(language, "set_phrases.toml")
    if not language.isalpha() or not package.is_file():
        return {}
    return {
        name: PhraseList(
            name,
            tuple(table["patterns"]),
            tuple(table["found"]),
            tuple(table["clean"]),
        )
        for name, table in tomllib.loads(package.read_text("utf-8")).items()
    }


def set_phrases(name: str, language: str) -> re.Pattern[str]:
    """The pattern of a phrase list; in a language without one, the German and English patterns together."""
    if name in phrase_lists(language):
        return phrase_lists(language)[name].pattern
    return _any_of(tuple(each for code in ("de", "en") for each in phrase_lists(code)[name].patterns))


@lru_cache(maxsize=512)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
