"""The word lists of the languages: nothing stands in one of them twice."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import pytest

from beleg.language.loaded_terms import loaded_terms
from beleg.language.opposites import opposites
from beleg.language.synonyms import synonyms
from beleg.language.word_lists import word_list

LANGUAGES = ("de", "en")
ENTRY_A_LINE = frozenset(("opposites.toml", "houses.toml", "places.toml", "synonyms.toml", "verbs.toml"))
"""Lists whose entries may have several words: one a line, where the list has lines."""
NOT_WORDS = frozenset(("accusations.toml", "loaded_terms.toml", "set_phrases.toml", "source_words.toml"))
"""Lists of patterns and explanations."""
PARADIGMS = frozenset(("irregular", "messages"))
"""Forms of a verb by person, of which several are alike; and sentences."""


def _lists(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        here = f"{path}.{name}" if path else name
        if not isinstance(value, dict):
            yield here, value
        elif name not in PARADIGMS:
            yield from _lists(value, here)


def _entries(file: str, value: object) -> list[str]:
    if isinstance(value, list):
        return [str(entry) for entry in value]
    if not isinstance(value, str):
        return []
    if file == "quantities.toml":
        return [phrase.strip() for phrase in value.split(",")] if "," in value else []
    if file in ENTRY_A_LINE and "\n" in value.strip():
        return [line for line in value.splitlines() if line]
    return value.split()


def _files(language: str) -> list[str]:
    names = sorted(file.name for file in files(f"beleg.language.{language}").iterdir())
    return [name for name in names if name.endswith(".toml") and name not in NOT_WORDS]


def _repeated(entries: Iterable[object]) -> list[object]:
    return [entry for entry, count in Counter(entries).items() if count > 1]


@pytest.mark.parametrize(
    ("language", "file"), [(language, file) for language in LANGUAGES for file in _files(language)]
)
def test_no_list_has_an_entry_twice(language: str, file: str) -> None:
    table = tomllib.loads(files(f"beleg.language.{language}").joinpath(file).read_text("utf-8"))
    lists = [(name, _entries(file, value)) for name, value in _lists(table)]
    assert any(entries for _, entries in lists)
    assert {name: found for name, entries in lists if (found := _repeated(entries))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["units", "bounds"])
def test_words_around_a_number_mean_one_thing(language: str, section: str) -> None:
    meanings = word_list(f"beleg.language.{language}", "quantities.toml")[section]
    phrases = [phrase.strip() for text in meanings.values() for phrase in text.split(",")]
    assert phrases
    assert _repeated(phrases) == []


def test_a_group_of_synonyms_has_two_words_or_more_and_each_once() -> None:
    groups = [
        line.split()
        for line in word_list("beleg.language.de", "synonyms.toml")["groups"].strip().splitlines()
    ]
    assert [group for group in groups if len(group) < 2 or _repeated(group)] == []


def test_no_synonyms_are_opposites() -> None:
    opposed = opposites("de").of
    assert {
        (stem, other)
        for stem, others in synonyms("de").items()
        for other in others & opposed.get(stem, frozenset())
    } == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_opposites_are_paired_twice(language: str) -> None:
    pairs = [
        line.split()
        for line in word_list(f"beleg.language.{language}", "opposites.toml")["pairs"].strip().splitlines()
    ]
    assert [pair for pair in pairs if len(set(pair)) != 2] == []
    assert _repeated(frozenset(pair) for pair in pairs) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_doubt_is_a_share_as_well(language: str) -> None:
    markers = word_list(f"beleg.language.{language}", "markers.toml")
    assert set(markers["doubt"]["words"].split()) & set(markers["some"]["words"].split()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_loaded_term_lists_an_alternative_twice(language: str) -> None:
    found = [term.pattern.pattern for term in loaded_terms(language)]
    assert found
    assert [pattern for pattern in found if re.search(r"(?<!\w)(\w+)(?:\|\w+)*\|\1(?!\w)", pattern)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_name_stands_in_one_list(language: str) -> None:
    lists = word_list(f"beleg.language.{language}", "first_names.toml")
    assert set(lists) == {"women", "men", "either"}
    assert _repeated(name for names in lists.values() for name in names.split()) == []
