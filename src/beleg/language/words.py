"""Words: the tokens of a sentence as a language looks at them."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from beleg.terms.span import Span
from beleg.terms.token import Token


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence with their lower-case forms in Unicode's composed form (NFC).

    `low[i]` belongs to `tokens[i]`; a decomposed "ü" is looked up like a composed one, while the spans count the
    code points of the text as it stands.
    """

    tokens: Sequence[Token]
    low: Sequence[str]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Words":
        """The words for these tokens."""
        return cls(tokens, [composed(token.text).lower() for token in tokens])

    def __len__(self) -> int:
        return len(self.tokens)

    def capitalised(self, at: int) -> bool:
        """Whether the token at `at` begins with a capital letter."""
        return self.tokens[at].text[0].isupper()

    def is_word(self, at: int) -> bool:
        """Whether the token at `at` begins with a letter or digit."""
        return self.tokens[at].text[0].isalnum()

    def span(self, start: int, end: int) -> Span:
        """The stretch of the text from token `start` to before token `end`; `start < end`."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)


Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases of one or more lower-case words, by their first word."""


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """Index phrases, their words divided by blanks, by their first word."""
    index: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        index[words[0]] = (*index.get(words[0], ()), words)
    return index


def starts_with(low: Sequence[str], at: int, phrases: Phrases) -> int:
    """The length in words of the first of these phrases that begins at `at`; 0 if none does."""
    for phrase in phrases.get(low[at], ()):
        if tuple(low[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def composed(word: str) -> str:
    """The word in Unicode's composed form (NFC)."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)
