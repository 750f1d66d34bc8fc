"""Own lists: what every language reads from files of the same names in its package."""

from functools import cached_property

from beleg.language.back_references import BackReferences, read_back_references
from beleg.language.houses import Houses, read_houses
from beleg.language.segmentation import segment
from beleg.language.word_lists import word_list
from beleg.terms.span import Span


class OwnLists:
    """The part of a language (`beleg.language.language.Language`) that is its word lists; each is read when first asked
    for.
    """

    code: str

    @property
    def _package(self) -> str:
        return f"beleg.language.{self.code}"

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Lower-case words that carry no content of their own."""
        return frozenset(word_list(self._package, "words.toml")["function_words"].split())

    @cached_property
    def negations(self) -> frozenset[str]:
        """Lower-case words that deny."""
        return frozenset(word_list(self._package, "words.toml")["negations"].split())

    @cached_property
    def back_references(self) -> BackReferences:
        """Words that lean on what was said before."""
        return read_back_references(self._package)

    @cached_property
    def houses(self) -> Houses:
        """Which kind of body or circle a word speaks for."""
        return read_houses(self._package)

    def sentences(self, text: str) -> list[Span]:
        """Sentences of one paragraph."""
        return segment(text, self.code)
