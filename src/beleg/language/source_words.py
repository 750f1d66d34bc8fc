"""Source words: what sources put around their text in the languages Beleg knows (by-lines, closing lines).

Each language package has a `source_words.toml`; one beside this file has the words of languages without a package.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """The words of all languages together: what language a source is in is not known before its by-line is off.

    Words are in lower case; `notes` and `credits` are regular expressions, for a whole line and a whole paragraph.
    """

    by: tuple[str, ...]
    by_in_wires: tuple[str, ...]
    by_role: tuple[str, ...]
    between_names: frozenset[str]
    the_end: tuple[str, ...]
    joining: tuple[str, ...]
    notes: tuple[str, ...]
    credits: tuple[str, ...]
    time_lines: frozenset[str]
    in_time_lines: frozenset[str]


@cache
def source_words() -> SourceWords:
    """The lists of every `source_words.toml`; a language package that has one needs no entry anywhere."""
    tables = [tomllib.loads(text) for text in _texts()]

    def words(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word for table in tables for word in table[name].split()))

    def patterns(name: str) -> tuple[str, ...]:
        return tuple(pattern for table in tables for pattern in table[name])

    return SourceWords(
        by=words("by"),
        by_in_wires=words("by_in_wires"),
        by_role=words("by_role"),
        between_names=frozenset(words("between_names")),
        the_end=words("the_end"),
        joining=words("joining"),
        notes=patterns("notes"),
        credits=patterns("credits"),
        time_lines=frozenset(words("time_lines")),
        in_time_lines=frozenset(words("in_time_lines")),
    )


def _texts() -> Iterator[str]:
    here = files("beleg.language")
    for folder in (
        here,
        *sorted((each for each in here.iterdir() if each.is_dir()), key=lambda each: each.name),
    ):
        data = folder.joinpath("source_words.toml")
        if data.is_file():
            yield data.read_text("utf-8")
