"""Accusations: words that say of somebody that they broke the law or their duty, kept as data.

Each language package has an `accusations.toml` with one `[[accusation]]` for each group: `pattern` is a regular
expression for whole words (case does not matter), `found` and `clean` are words that must and must not be found. The
lists say nothing of who is accused; whether a person is named beside them is for `beleg.review.risks`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """A group of words that accuse."""

    pattern: re.Pattern[str]
    found: tuple[str, ...]
    clean: tuple[str, ...]


@cache
def accusations(language: str) -> tuple[Accusation, ...]:
    """All groups of a language; none for a language that has no list."""
    data = files("beleg.language").joinpath(language, "accusations.toml")
    if not language.isalpha() or not data.is_file():
        return ()
    return tuple(
        Accusation(
            pattern=re.compile(rf"\b(?:{entry['pattern']})\b", re.IGNORECASE),
            found=tuple(entry["found"]),
            clean=tuple(entry["clean"]),
        )
        for entry in tomllib.loads(data.read_text("utf-8"))["accusation"]
    )


@lru_cache(maxsize=4096)
def accuses(words: str, language: str) -> bool:
    """Whether one of the words accuses."""
    return any(group.pattern.search(words) for group in accusations(language))
