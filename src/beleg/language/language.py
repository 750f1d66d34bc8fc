"""Language: everything Beleg knows of one language, behind one interface."""

from collections.abc import Sequence
from typing import Protocol

from beleg.language.back_references import BackReferences
from beleg.language.lexicon import Lexicon
from beleg.language.moment import Moment
from beleg.language.mood import ReportedVerb
from beleg.language.quantity import Quantity
from beleg.language.words import Words
from beleg.terms.span import Span
from beleg.terms.token import Token


class Language(Protocol):
    """What reading, evidence and checks ask of a language. Implementations are stateless and free of I/O."""

    @property
    def code(self) -> str:
        """BCP 47 code: `de`."""

    @property
    def function_words(self) -> frozenset[str]:
        """Lower-case words that carry no content of their own."""

    @property
    def negations(self) -> frozenset[str]:
        """Lower-case words that deny: "nicht", "kein"."""

    def sentences(self, text: str) -> list[Span]:
        """Sentences of one paragraph, without the white space between them."""

    def stem(self, word: str) -> str:
        """The stem of a word, lower case: the same for its inflected forms as far as a stemmer goes."""

    def quantities(self, tokens: Sequence[Token]) -> list[Quantity]:
        """The numbers among the tokens of one sentence; what belongs to a date is none."""

    def dates(self, tokens: Sequence[Token]) -> list[Moment]:
        """The dates and times of day among the tokens of one sentence, in order."""

    def compares(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence says how two numbers differ, or what they add up to: "sieben mehr als", "insgesamt"."""

    def stretches(self, tokens: Sequence[Token]) -> list[Span]:
        """The stretches of a sentence between its marks and conjunctions: what stands near one another."""

    def names(self, tokens: Sequence[Token]) -> list[Span]:
        """The proper names among the tokens of one sentence, longest first where they nest."""

    @property
    def lexicon(self) -> Lexicon:
        """Cue verbs and closed classes, as far as reading asks for them."""

    @property
    def back_references(self) -> BackReferences:
        """Words by which a sentence leans on the one before it."""

    def reported_verbs(self, words: Words) -> list[ReportedVerb]:
        """The verbs of a sentence in the mood of reported speech (German Konjunktiv), in order."""

    def noun_phrase(self, words: Words, at: int, end: int) -> int:
        """Where the noun phrase that begins at word `at` ends, at most at `end`; `at` if none begins there."""
