"""English, behind the interface that reading, evidence and checks use."""

from collections.abc import Sequence
from functools import cached_property

from beleg.language.agreement import Agreement
from beleg.language.en import (
    dates,
    descriptions,
    mentions,
    names,
    noun_phrases,
    people,
    places,
    verb_forms,
)
from beleg.language.en.conjugation import conjugate
from beleg.language.en.numerals import NUMERALS
from beleg.language.en.retelling import RETELLING
from beleg.language.lexicon import Gender, Lexicon, read_lexicon
from beleg.language.mention import Known, Mention
from beleg.language.moment import Moment
from beleg.language.mood import ReportedVerb
from beleg.language.own_lists import OwnLists
from beleg.language.people import Somebody
from beleg.language.quantities import Quantities
from beleg.language.quantity import Quantity
from beleg.language.retelling import Retelling
from beleg.language.spelling import Spelling
from beleg.language.stems import stem
from beleg.language.words import Words
from beleg.terms.span import Span
from beleg.terms.token import Token

_QUANTITIES = Quantities(NUMERALS, dates.dates)


class English(OwnLists):
    """English (`beleg.language.language.Language`); word lists are read when first asked for."""

    code = "en"

    @cached_property
    def lexicon(self) -> Lexicon:
        """Cue verbs and closed classes."""
        return read_lexicon(__package__, conjugate)

    @property
    def agreement(self) -> Agreement | None:
        """None: English agreement is not judged."""
        return None

    @property
    def retelling(self) -> Retelling:
        """How a source's statements are told on."""
        return RETELLING

    @property
    def spelling(self) -> Spelling | None:
        """None: English words are not looked up."""
        return None

    def stem(self, word: str) -> str:
        """The stem of a word, lower case."""
        return stem(word, "english")

    def infinitive(self, word: str) -> str:
        """The infinitive of a verb form; empty for any other word."""
        return verb_forms.infinitive(word)

    def participle(self, word: str) -> bool:
        """Whether a word is a participle, or looks like one."""
        return verb_forms.participle(word)

    past_endings: tuple[str, ...] = ("ed",)

    @property
    def particles(self) -> frozenset[str]:
        """Parts of separable verbs: English has none."""
        return self.lexicon.separable

    def quantities(self, tokens: Sequence[Token]) -> list[Quantity]:
        """The numbers among the tokens of one sentence."""
        return _QUANTITIES.of(tokens)

    def dates(self, tokens: Sequence[Token]) -> list[Moment]:
        """The dates and times of day among the tokens of one sentence."""
        return dates.dates(tokens)

    def compares(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence compares or adds up numbers."""
        return _QUANTITIES.compares(tokens)

    def stretches(self, tokens: Sequence[Token]) -> list[Span]:
        """The stretches of a sentence between its marks and conjunctions."""
        return _QUANTITIES.stretches(tokens)

    def names(self, tokens: Sequence[Token]) -> list[Span]:
        """The proper names among the tokens of one sentence."""
        return names.names(tokens, self.function_words)

    def people(self, words: Words) -> list[Somebody]:
        """The persons named among the words of one sentence."""
        return people.people(words)

    def gender(self, first_name: str) -> Gender:
        """Whether women or men bear a first name."""
        return descriptions.gender(first_name)

    def noun_forms(self, noun: str) -> list[str]:
        """The nouns by which one whom this noun describes may be taken up again."""
        return descriptions.noun_forms(noun)

    def described(self, words: Sequence[str]) -> list[tuple[str, Gender]]:
        """The nouns that a definite description can be a form of."""
        return descriptions.described(words)

    def mentions(self, tokens: Sequence[Token]) -> list[Mention]:
        """The names of one sentence, with the single words that may be names."""
        return mentions.mentions(tokens, self.function_words)

    def known_name(self, word: str) -> Known | None:
        """The place or body that a word is known to name."""
        return places.known_name(word)

    def is_title(self, word: str) -> bool:
        """Whether the word stands before people's names."""
        return names.is_title(word)

    def reported_verbs(self, words: Words) -> list[ReportedVerb]:
        """None: English has no mood that reports."""
        return []

    def indicative_verbs(self, words: Words) -> list[int]:
        """None: English reports in the indicative."""
        return []

    def noun_phrase(self, words: Words, at: int, end: int) -> int:
        """Where the noun phrase that begins at `at` ends; `at` if none begins there."""
        return noun_phrases.noun_phrase(self.lexicon, words, at, end)


ENGLISH = English()
