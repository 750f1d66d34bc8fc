"""Counting words: what a language puts around its numbers, as its `quantities.toml` lists it."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Generic, TypeVar

from beleg.language.quantity import Bound, measures
from beleg.terms.token import Token

T = TypeVar("T")


class Phrases(Generic[T]):
    """Expressions, each as its words in lower case, with what they mean; found by their first word."""

    def __init__(self, meanings: Mapping[tuple[str, ...], T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for words, meaning in sorted(meanings.items(), key=lambda item: -len(item[0])):
            self._by_first[words[0]].append((words, meaning))

    def longest(self, tokens: Sequence[Token], at: int) -> tuple[T, int] | None:
        """The meaning of the longest expression that begins at `at`, and where to read on."""
        if at >= len(tokens):
            return None
        for words, meaning in self._by_first.get(tokens[at].text.lower(), ()):
            end = at + len(words)
            if end <= len(tokens) and all(
                tokens[number].text.lower() == word for number, word in enumerate(words[1:], start=at + 1)
            ):
                return meaning, end
        return None

    def word(self, word: str) -> T | None:
        """The meaning of an expression of a single word, lower case."""
        return next((meaning for words, meaning in self._by_first.get(word, ()) if len(words) == 1), None)

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which they begin."""
        return frozenset(self._by_first)


@dataclass(frozen=True, eq=False)
class CountingWords:
    """The words around numbers of one language.

    `units` stand after the number, `before` before it; both name a measure of `measures.toml`. `fixed` are expressions
    that hold their number themselves: value or first and last value, and measure. `adjectives` are endings of
    adjectives that hold a number, with a noun or a measure, and `adjective` finds them in a word. `words` are closed
    classes by name.
    """

    units: Phrases[str]
    before: Phrases[str]
    multipliers: Phrases[float]
    bounds: dict[tuple[str, ...], Bound]
    fractions: Phrases[float]
    fixed: dict[str, tuple[float, float, str]]
    adjectives: dict[str, tuple[str, str]]
    adjective: re.Pattern[str]
    words: dict[str, frozenset[str]]
    longest_bound: int

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which an expression of a number may begin, beside the numbers themselves and articles."""
        return (
            self.before.first_words
            | self.multipliers.first_words
            | self.fractions.first_words
            | self.words["half"]
            | self.words["every"]
        )

    def measured(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a unit or a multiplier stands at `at`: "Euro", "Millionen"."""
        word = tokens[at].text.lower() if at < len(tokens) else ""
        return word in self.units.first_words or word in self.multipliers.first_words

    @cached_property
    def articles(self) -> frozenset[str]:
        """The words for one that are an article as well; no number that stands for itself."""
        return frozenset(
            word for word in self.words["ones"] if word not in self.first_words and word not in self.fixed
        ) - {"one"}

    @cached_property
    def after_article(self) -> frozenset[str]:
        """The words that make a number of an article before them: a unit, a multiplier, a share."""
        return (
            self.units.first_words
            | self.multipliers.first_words
            | self.fractions.first_words
            | self.words["half"]
            | self.words["out_of"]
        )

    def bound_before(self, tokens: Sequence[Token], at: int) -> Bound:
        """How the words right before `at` limit what follows; the longest expression decides."""
        for length in range(min(self.longest_bound, at), 0, -1):
            bound = self.bounds.get(tuple(token.text.lower() for token in tokens[at - length : at]))
            if bound is not None:
                return bound
        return Bound.EXACT


def read_counting_words(package: str) -> CountingWords:
    """The `quantities.toml` of a language package. Raises `ValueError` for a measure nobody knows."""
    table = tomllib.loads(files(package).joinpath("quantities.toml").read_text("utf-8"))
    named = {*table["units"], *table["before"]}
    if unknown := named - set(measures()):
        raise ValueError(f"{package}: measures.toml does not have {', '.join(sorted(unknown))}.")
    bounds = {words: Bound(name) for name, text in table["bounds"].items() for words in _phrases(text)}
    return CountingWords(
        units=Phrases({words: name for name, text in table["units"].items() for words in _phrases(text)}),
        before=Phrases({words: name for name, text in table["before"].items() for words in _phrases(text)}),
        multipliers=Phrases(
            {words: float(value) for value, text in table["multipliers"].items() for words in _phrases(text)}
        ),
        bounds=bounds,
        fractions=Phrases(
            {words: float(parts) for parts, text in table["fractions"].items() for words in _phrases(text)}
        ),
        fixed={word: _fixed(text) for word, text in table["fixed"].items()},
        adjectives={
            ending: ("", meaning[1:]) if meaning.startswith("=") else (meaning, "")
            for ending, meaning in table["adjectives"].items()
        },
        adjective=re.compile(
            rf"(.+?)({'|'.join(sorted(map(re.escape, table['adjectives']), key=len, reverse=True))})(?:e[mnrs]?|s)?"
        ),
        words={name: frozenset(text.split()) for name, text in table["words"].items()},
        longest_bound=max(len(words) for words in bounds),
    )


@cache
def counting_words(language: str) -> CountingWords:
    """The words around numbers of a language by its code."""
    return read_counting_words(f"beleg.language.{language}")


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in text.split(",") if phrase.strip()]


def _fixed(text: str) -> tuple[float, float, str]:
    """ "15 minute" or "10-99": first value, last value, measure or empty."""
    match = re.fullmatch(r"([\d.]+)(?:-([\d.]+))?(?: (.+))?", text)
    if match is None:
        raise ValueError(f"{text!r}: not a number with a measure.")
    return float(match[1]), float(match[2] or match[1]), match[3] or ""
