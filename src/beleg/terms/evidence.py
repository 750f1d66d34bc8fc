"""Evidence: what the sources have to say about each sentence of a draft, before anybody judges it."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.clause import ClauseEvidence, Marker
from beleg.terms.house_style import NO_STYLE, HouseStyle
from beleg.terms.passage import Passage
from beleg.terms.quotation import Quotation
from beleg.terms.reading import Reading, Sentence
from beleg.terms.source import Source
from beleg.terms.span import Span


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source together with its reading."""

    source: Source
    reading: Reading

    def passage(self, span: Span) -> Passage:
        """The passage of this source at `span`."""
        return Passage(self.source.id, span.start, span.end, span.of(self.source.text))


class SameSpeaker(StrEnum):
    """Whether two sets of words name the same speaker."""

    YES = "yes"
    NO = "no"
    UNLIKELY = "unlikely"
    """The words name different houses or circles that the sources never bring together; a person must look."""
    OPEN = "open"
    """That cannot be decided."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A place of a source that makes a statement, and the words that name who says it there.

    `speaker` is empty where nobody is named, or where the source says it itself. `carried` is True if the speaker
    stands in a sentence before ("Sie sei …"), which reading can get wrong.
    """

    passage: Passage
    speaker: str
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Reversal:
    """A passage that denies the saying a draft reports ("wollte nicht bestätigen, dass"), or affirms the one it denies.

    `denied_here` is True where it is the draft that denies.
    """

    passage: Passage
    denied_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationEvidence:
    """What the sources have of one quotation of the draft.

    `words` is what stands in the draft. For direct speech `exact` lists every place that has the same words after
    typographic normalising; `nearest` is the most similar passage where no place has them, and `differing` the spans of
    the draft that differ from it. `said_by` are the places of the sources that say the same. `same_speaker` says
    whether the draft's speaker is theirs; NO only if every place names another. `reversal` is where the sources deny
    that it was said, or the draft does.
    """

    quotation: Quotation
    words: str
    exact: tuple[Passage, ...] = ()
    nearest: Passage | None = None
    differing: tuple[Span, ...] = ()
    said_by: tuple[Saying, ...] = ()
    same_speaker: SameSpeaker = SameSpeaker.OPEN
    reversal: Reversal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityEvidence:
    """What the sources have of one number of the draft, at `span`.

    `same` is a passage with the same number of the same thing, `contrary` one in the evidence of the sentence that
    counts the same thing differently, and `contrary_words` are its words ("zwölf Lastwagen"). `own_count` is True where
    neither is there and the writer may have counted or worked it out: "drei Gründe", the sum of two numbers.
    """

    span: Span
    words: str
    same: Passage | None = None
    contrary: Passage | None = None
    contrary_words: str = ""
    own_count: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEvidence:
    """What the sources have of one date or time of day of the draft, at `span`.

    `same` is a passage that has it or agrees with it, `contrary` one in the evidence of the sentence that has another
    date of the same kind there, and `contrary_words` are its words ("10. März"). `open` is True where neither is there
    and nobody can say: "gestern", and no day to tell it from.
    """

    span: Span
    words: str
    same: Passage | None = None
    contrary: Passage | None = None
    contrary_words: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEvidence:
    """What the sources have of one name of the draft, at `span`.

    `named` says whether any source has the name. `instead` is a name that stands in its place in the evidence,
    `passage` where; both empty where there is none. `certain` is False where a person must look whether the two names
    may stand for the same, or whether it is a name at all.
    """

    span: Span
    words: str
    named: bool
    instead: str = ""
    passage: Passage | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What a draft has at `span` as `passage` has it, and a passage of another source (`other`) about the same thing
    otherwise.

    `other_words` are the number or date there; empty where one of the two passages denies what the other says.
    """

    span: Span
    words: str
    passage: Passage
    other: Passage
    other_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceEvidence:
    """What the sources say about one sentence of the draft.

    `passages` are the passages it rests on, best first. `coverage` is the share of its content words, weighted by how
    rare they are in the sources, that these passages have (0 to 1). `missing` are the words no passage has. `claims`
    says whether it asserts anything that could be checked. `clauses` are its clauses beside the clauses of the sources
    that report the same; `in_passages` are all markers of the passages, told where there are clauses or own markers to
    compare with. `own_marks` are its own markers outside direct speech, each with the span of its clause and its words.
    `disagreeing` is where another source has otherwise what a passage has.
    """

    sentence: Sentence
    claims: bool
    passages: tuple[Passage, ...] = ()
    coverage: float = 0.0
    missing: tuple[Span, ...] = ()
    quotations: tuple[QuotationEvidence, ...] = ()
    quantities: tuple[QuantityEvidence, ...] = ()
    dates: tuple[DateEvidence, ...] = ()
    names: tuple[NameEvidence, ...] = ()
    clauses: tuple[ClauseEvidence, ...] = ()
    own_marks: tuple[tuple[Marker, Span, str], ...] = ()
    in_passages: frozenset[Marker] = frozenset()
    disagreeing: tuple[Disagreement, ...] = ()

    @property
    def altered(self) -> tuple[Span, ...]:
        """The words of its quotations that the sources have almost, but not exactly; empty where there are none."""
        return tuple(part for found in self.quotations if found.nearest for part in found.quotation.quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A stretch of the draft of `words` words that stands in a source word for word, outside quotation marks."""

    span: Span
    words: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Superseded:
    """A source of which a newer version is among the sources, and that version."""

    older: Source
    newer: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """A draft laid out for the checks: its reading, its sources, and the evidence sentence by sentence.

    `sentences` is as long as `reading.sentences` and in its order; it is empty where there are no sources that could be
    compared, and then only checks of the article alone run. `copies` are stretches it took over word for word,
    `superseded` the sources that have a newer version. `several` are the places where it names several media, and
    `origins` is the number of origins its evidence has; None where it names no more than one.
    """

    reading: Reading
    sources: tuple[ReadSource, ...] = ()
    sentences: tuple[SentenceEvidence, ...] = ()
    copies: tuple[Copy, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    style: HouseStyle = NO_STYLE
    """What the house has settled for itself."""
    several: tuple[Span, ...] = ()
    origins: int | None = None
