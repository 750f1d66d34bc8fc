"""Content: which content words a text has, whatever their inflection, and whether it has another text's.

Two words are taken for the same if their stems are equal, or if one stem begins or ends the other and has at least five
letters (compounds and derivations: "Verwaltung" in "Stadtverwaltung", "sperr-" in "Sperrung").
"""

from collections.abc import Iterable, Iterator

from beleg.language.language import Language
from beleg.terms.token import Token

PART = 5
"""Letters a stem must have to count as part of another."""


def content_stems(word: str, language: Language) -> tuple[str, ...]:
    """The stems of a word, one for each part of a hyphenated one; empty for function words, numbers and marks."""
    lower = word.lower()
    if not word[0].isalpha() or len(word) < 2 or lower in language.function_words:
        return ()
    parts = [part for part in lower.replace("‑", "-").split("-") if len(part) > 1] or [lower]
    return tuple(language.stem(part) for part in parts)


class Content:
    """The stems of a text. Building it is linear in the text, asking it constant."""

    def __init__(self, tokens: Iterable[Token], language: Language) -> None:
        self._language = language
        self._stems = {stem for token in tokens for stem in content_stems(token.text, language)}
        long = [stem for stem in self._stems if len(stem) >= PART]
        # Every beginning and end of a long stem is indexed: a stem is short, so this stays linear.
        self._heads = {stem[:length] for stem in long for length in range(PART, len(stem) + 1)}
        self._tails = {stem[-length:] for stem in long for length in range(PART, len(stem) + 1)}

    def has(self, stem: str) -> bool:
        """Whether the text has a word with this stem, or one that begins or ends with it, or that it begins or ends
        with.
        """
        if stem in self._stems or stem in self._heads or stem in self._tails:
            return True
        return any(part in self._stems for part in _parts(stem))

    def has_word(self, token: Token) -> bool:
        """Whether the text has any part of a word; True for a function word."""
        stems = content_stems(token.text, self._language)
        return not stems or any(self.has(stem) for stem in stems)


def _parts(stem: str) -> Iterator[str]:
    """The beginnings and ends of a stem that are long enough to be a word of their own."""
    for length in range(PART, len(stem)):
        yield stem[:length]
        yield stem[-length:]
