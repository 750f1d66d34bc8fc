"""Planting: the words of a language that faults for practice are made of, kept as data in its `planting.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from beleg.language.word_lists import word_list


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantingWords:
    """What faults are made of in one language; all words in lower case."""

    negation: str
    not_before: frozenset[str]
    """Words before which the negation is not simply left out."""
    hedges: frozenset[str]
    quoted: Mapping[str, str]
    """For a word of a quotation one that says something else in its place."""
    indicative: Mapping[str, str]
    """For a verb in the mood of reported speech its form in the indicative."""


@cache
def planting_words(language: str) -> PlantingWords | None:
    """The words of a language; None for one that has none."""
    package = f"beleg.language.{language}"
    if not language.isalpha() or not files("beleg.language").joinpath(language, "planting.toml").is_file():
        return None
    data = word_list(package, "planting.toml")
    return PlantingWords(
        negation=data["negation"],
        not_before=frozenset(data["not_before"].split()),
        hedges=frozenset(data["hedges"].split()),
        quoted=data["quoted"],
        indicative=data["indicative"],
    )
