"""Language: everything Beleg knows of one language, behind one interface."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from beleg.language.back_references import BackReferences
from beleg.language.houses import Houses
from beleg.language.lexicon import Lexicon
from beleg.language.mention import Known, Mention
from beleg.language.mood import ReportedVerb
from beleg.language.words import Words
from beleg.terms.span import Span
from beleg.terms.token import Token

PERCENT = "percent"
"""The unit of a share, in every language; other units keep their language's name."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, in digits or in words: "zwölf", "1.200.000", "rund 1,2 Millionen Euro", "30 Prozent".

    `value` is the number itself with its multiplier applied; `unit` is normalised ("euro", "percent"), empty where
    the number counts the noun that follows; `counted` is the stem of that noun, empty where there is none.
    `approximate` says whether the text hedges it ("rund", "etwa", "fast").
    """

    start: int
    end: int
    value: float
    unit: str = ""
    counted: str = ""
    approximate: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Language(Protocol):
    """What reading, evidence and checks ask of a language. Implementations are stateless and free of I/O."""

    def __hash__(self) -> int:
        """What was read in a language can be kept by it."""

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
        """The numbers among the tokens of one sentence."""

    def names(self, tokens: Sequence[Token]) -> list[Span]:
        """The proper names among the tokens of one sentence, longest first where they nest."""

    def mentions(self, tokens: Sequence[Token]) -> list[Mention]:
        """The names of one sentence in order, with the single words that may be names."""

    def known_name(self, word: str) -> Known | None:
        """The place or body that a word is known to name, in any of its forms; None if it is none of them."""

    def is_title(self, word: str) -> bool:
        """Whether the word stands before people's names: "Bürgermeisterin"."""

    @property
    def houses(self) -> Houses:
        """Which kind of body or circle of people a word speaks for: "Polizeisprecher" for the police."""

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
