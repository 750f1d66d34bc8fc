"""Phrases of a language, kept as data: patterns for set phrases that a check looks for.

Each language package has a `set_phrases.toml`; a table is the name of a list, its `patterns` are regular expressions
(case does not matter), and `cases` are words that must and must not be found.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PhraseList:
    """A list of phrases: one pattern for all, and words it must find (`found`) and must not (`clean`)."""

    name: str
    pattern: re.Pattern[str]
    found: tuple[str, ...]
    clean: tuple[str, ...]


@cache
def phrase_lists(language: str) -> dict[str, PhraseList]:
    """All phrase lists of a language by name; empty for a language that has none."""
    package = files("beleg.language").joinpath(language, "set_phrases.toml")
    if not language.isalpha() or not package.is_file():
        return {}
    return {
        name: PhraseList(
            name,
            re.compile("|".join(f"(?:{pattern})" for pattern in table["patterns"]), re.IGNORECASE),
            tuple(table["found"]),
            tuple(table["clean"]),
        )
        for name, table in tomllib.loads(package.read_text("utf-8")).items()
    }


def set_phrases(name: str, language: str) -> re.Pattern[str]:
    """The pattern of a phrase list; in a language without one, the German and English patterns together."""
    if name in phrase_lists(language):
        return phrase_lists(language)[name].pattern
    both = (phrase_lists(code)[name].pattern.pattern for code in ("de", "en"))
    return re.compile("|".join(both), re.IGNORECASE)
