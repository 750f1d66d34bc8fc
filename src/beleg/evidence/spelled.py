"""Spelled words: which words some texts have, as they are spelled, and in which sentences.

The lowest layer of the index. A text has far fewer words than tokens, so whatever is to be known of a word (its stem,
the place it names) is worked out once for each spelling and led back to the sentences from here; only what depends on
the words around a word looks at sentences itself. Each table is made when it is first asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from beleg.language.language import Language
from beleg.language.mention import Known, plain
from beleg.terms.token import Token


class SpelledWords:
    """The words of sentences, given as their tokens. A sentence goes by its number; numbers are told in ascending
    order.
    """

    def __init__(self, sentences: Iterable[Sequence[Token]], language: Language) -> None:
        self._language = language
        where: dict[str, list[int]] = defaultdict(list)
        for number, tokens in enumerate(sentences):
            for word in {token.text for token in tokens}:
                where[word].append(number)
        self.where = dict(where)
        """For each word as it is spelled the sentences that have it."""

    def having(self, words: Iterable[str]) -> list[int]:
        """The sentences that have any of these words."""
        found = [self.where[word] for word in dict.fromkeys(words)]
        return found[0] if len(found) == 1 else sorted(set[int]().union(*found))

    @cached_property
    def by_stem(self) -> dict[str, list[str]]:
        """For each stem the words that have it."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.where:
            if word[0].isalpha():
                found[self._language.stem(word)].append(word)
        return dict(found)

    @cached_property
    def by_part(self) -> dict[str, list[str]]:
        """For each possible part of a name (`beleg.language.mention.plain`) the words that have it, alone or in a
        compound.
        """
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.where:
            for part in parts(word):
                found[plain(part)].append(word)
        return dict(found)

    @cached_property
    def capital_stems(self) -> frozenset[str]:
        """The stems of the words that are written with a capital, and of such parts of compounds."""
        return frozenset(
            self._language.stem(part) for word in self.where for part in parts(word) if part[0].isupper()
        )

    @cached_property
    def known_names(self) -> frozenset[Known]:
        """The known places and bodies among the words and the parts of compounds."""
        return frozenset(
            known for word in self.where for part in parts(word) if (known := self._language.known_name(part))
        )


def parts(word: str) -> tuple[str, ...]:
    """A word, and the parts of a compound with hyphens; none of a number or a mark."""
    if not word[0].isalpha():
        return ()
    return (word, *(part for part in word.split("-") if part)) if "-" in word else (word,)
