"""Loaded terms: words that take sides, each with a neutral alternative and the reason, kept as data.

Each language package has a `loaded_terms.toml` with one `[[term]]` for each: `pattern` is a regular expression for
whole words (case does not matter), `instead` what could stand there, `why_de` and `why_en` the reason, `severity`
`warning` or `notice`. `context` is a pattern some word of the text must match for the term to count; empty where it
always does. `found` and `clean` are words that must and must not be found.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from beleg.terms.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedTerm:
    """A term that takes sides. `context` is None where the term counts in every text."""

    pattern: re.Pattern[str]
    instead: str
    why_de: str
    why_en: str
    severity: Severity
    context: re.Pattern[str] | None
    found: tuple[str, ...]
    clean: tuple[str, ...]


@cache
def loaded_terms(language: str) -> tuple[LoadedTerm, ...]:
    """All terms of a language; none for a language that has no list."""
    data = files("beleg.language").joinpath(language, "loaded_terms.toml")
    if not language.isalpha() or not data.is_file():
        return ()
    return tuple(
        LoadedTerm(
            pattern=re.compile(rf"\b(?:{entry['pattern']})\b", re.IGNORECASE),
            instead=entry["instead"],
            why_de=entry["why_de"],
            why_en=entry["why_en"],
            severity=Severity(entry["severity"]),
            context=re.compile(entry["context"], re.IGNORECASE) if "context" in entry else None,
            found=tuple(entry["found"]),
            clean=tuple(entry.get("clean", ())),
        )
        for entry in tomllib.loads(data.read_text("utf-8"))["term"]
    )
