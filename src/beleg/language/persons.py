"""Words about persons: frequent first names, and nouns that say what somebody is or does.

Each language package has them in its `first_names.toml` and `names.toml`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from beleg.language.first_names import first_names

_SHORTEST = 4
"""Letters a title must have for a longer word to end in it: "Bürgermeister" in "Oberbürgermeister"."""


@dataclass(frozen=True, slots=True)
class PersonWords:
    """First names as they are written; titles in lower case, as whole words and as endings."""

    first_names: frozenset[str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]

    def is_title(self, word: str) -> bool:
        """Whether a noun says what somebody is or does."""
        lower = word.casefold()
        return lower in self.titles or lower.endswith(self.title_endings)


@cache
def person_words(language: str) -> PersonWords:
    """The words of a language; empty for one that Beleg does not read."""
    data = files("beleg.language").joinpath(language, "names.toml")
    if not language.isalpha() or not data.is_file():
        return PersonWords(frozenset(), frozenset(), ())
    table = tomllib.loads(data.read_text("utf-8"))
    titles = frozenset(table["titles"].casefold().split())
    endings = tuple(sorted(title for title in titles if len(title) >= _SHORTEST))
    return PersonWords(frozenset(first_names(f"beleg.language.{language}")), titles, endings)
