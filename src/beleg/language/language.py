"""Language: everything Beleg knows of one language, behind one interface."""

from collections.abc import Sequence
from typing import Protocol

from beleg.language.agreement import Agreement
from beleg.language.back_references import BackReferences
from beleg.language.houses import Houses
from beleg.language.lexicon import Gender, Lexicon
from beleg.language.mention import Known, Mention
from beleg.language.moment import Moment
from beleg.language.mood import ReportedVerb
from beleg.language.people import Somebody
from beleg.language.quantity import Quantity
from beleg.language.retelling import Retelling
from beleg.language.spelling import Spelling
from beleg.language.words import Words
from beleg.terms.span import Span
from beleg.terms.token import Token


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

    @property
    def agreement(self) -> Agreement | None:
        """Which verb fits which subject; None in a language that Beleg cannot tell it in."""

    @property
    def spelling(self) -> Spelling | None:
        """Which words exist; None in a language whose words Beleg does not know."""

    @property
    def retelling(self) -> Retelling:
        """How a source's statements are told on as its statements."""

    def sentences(self, text: str) -> list[Span]:
        """Sentences of one paragraph, without the white space between them."""

    def stem(self, word: str) -> str:
        """The stem of a word, lower case: the same for its inflected forms as far as a stemmer goes."""

    def infinitive(self, word: str) -> str:
        """The infinitive of a verb form in lower case; empty for a word that is no known form of a verb."""

    def participle(self, word: str) -> bool:
        """Whether a word in lower case is a participle, or looks like one."""

    @property
    def past_endings(self) -> tuple[str, ...]:
        """Endings of regular verbs in the past."""

    @property
    def particles(self) -> frozenset[str]:
        """Parts of verbs that stand at the end of a main clause ("lehnte … ab"); empty where there are none."""

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

    def people(self, words: Words) -> list[Somebody]:
        """The persons named among the words of one sentence, in order."""

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

    def gender(self, first_name: str) -> Gender:
        """Whether women or men bear a first name; unknown where both do, and for words that are none."""

    def noun_forms(self, noun: str) -> list[str]:
        """The lower-case nouns by which one whom this lower-case noun describes may be taken up again.

        "umweltministerin" by "ministerin" as well, "abgeordneter" by "abgeordnete".
        """

    def described(self, words: Sequence[str]) -> list[tuple[str, Gender]]:
        """The nouns that a definite description in lower case can be a form of, with the gender it then has.

        "dem experten" is "experte", a man; empty for words that are no article with one noun.
        """

    def reported_verbs(self, words: Words) -> list[ReportedVerb]:
        """The verbs of a sentence in the mood of reported speech (German Konjunktiv), in order."""

    def indicative_verbs(self, words: Words) -> list[int]:
        """The places of verbs whose form says that nobody's words are reported (German present indicative)."""

    def noun_phrase(self, words: Words, at: int, end: int) -> int:
        """Where the noun phrase that begins at word `at` ends, at most at `end`; `at` if none begins there."""
