"""Review: what people still have to decide before a draft can be signed."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.dossier import Judgement, SourceEvent
from beleg.terms.finding import Finding
from beleg.terms.judging import Risk
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence
from beleg.terms.source_change import PassageChange


class SentenceState(StrEnum):
    """Where a sentence stands in the review."""

    SUPPORTED = "supported"
    """Supported by evidence; nothing to decide."""
    OPEN = "open"
    """Waits for a person."""
    CONFIRMED = "confirmed"
    """A person vouches for it, with a reason."""
    REOPENED = "reopened"
    """Changed since the last sign-off, or a passage it rested on did since it was confirmed; waits for a person."""
    NOTHING_TO_CHECK = "nothing_to_check"
    """Asserts nothing that could be checked: a headline of one word, a question."""
    TO_JUDGE = "to_judge"
    """Only in what one person is shown (`beleg.review.judging.masked`): they judge it themselves before they see
    more.
    """
    UNSAVED = "unsaved"
    """Only in what one person is shown of a text they have on the screen (`beleg.review.judging.masked_as_typed`): they
    see what was found in it when it is saved, and they are one of its authors."""

    @property
    def waits(self) -> bool:
        """Whether a person has to decide about the sentence."""
        return self in (SentenceState.OPEN, SentenceState.REOPENED)


class FindingState(StrEnum):
    """Where a finding stands in the review."""

    OPEN = "open"
    DISMISSED = "dismissed"
    ESCALATED = "escalated"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedFinding:
    """A finding with its key, where it stands, and the reason if somebody decided."""

    key: str
    finding: Finding
    state: FindingState
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Why a sentence has to be looked at again: a passage it rested on changed or vanished, or its source was taken
    back.

    `passages` are those it rested on, `changes` what became of them; empty where the source as a whole was taken back.
    `told` is the event that says so.
    """

    sentence: str
    """Key of the sentence."""
    text: str
    passages: tuple[Passage, ...]
    changes: tuple[PassageChange, ...]
    told: SourceEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedSentence:
    """A sentence with its key, where it stands, and the reason if somebody confirmed it.

    `touched` says why it was opened again, where a source is why.
    """

    key: str
    sentence: CheckedSentence
    state: SentenceState
    reason: str = ""
    by: str = ""
    touched: tuple[Touched, ...] = ()
    new_since_signed: bool = False
    """Whether the text signed last does not have these words; False before the first sign-off."""
    doubted: tuple[Judgement, ...] = ()
    """Who judged that the sources do not say so, where nobody has decided about it since: it is open because of
    that.
    """
    risks: tuple[Risk, ...] = ()
    """Why whoever wrote none of the text has to judge it before they see what the machine says; mostly empty."""
    evidence_key: str = ""
    """What its evidence is called now (`beleg.terms.revision.evidence_key`)."""
    to_read: bool = False
    """Whether it waits because a language model worded it and nobody has confirmed it against its passages yet."""


class Obstacle(StrEnum):
    """Why a draft cannot be signed by a given account, or not be published, now."""

    NO_DRAFT = "no_draft"
    NO_HEADLINE = "no_headline"
    """The text has no headline, and the page of an article prints no words that nobody signed."""
    NOT_CHECKED = "not_checked"
    """The current content has not been checked, or the sources changed since."""
    OPEN_FINDINGS = "open_findings"
    OPEN_SENTENCES = "open_sentences"
    OWN_TEXT = "own_text"
    """Four-eyes rule: the account wrote or changed some of the text."""
    OWN_DETAILS = "own_details"
    """Four-eyes rule: the account pasted a source, or corrected the details of one since the last publication."""
    OWN_NOTE = "own_note"
    """Four-eyes rule: words of the account stand in the correction note that goes out."""
    OWN_BYLINE = "own_byline"
    """Four-eyes rule: the account set the byline that goes out."""
    TO_JUDGE = "to_judge"
    """Signing only: the account has still to judge sentences by the sources alone (`beleg.review.judging`); voids
    nothing.
    """
    NOT_SIGNED = "not_signed"
    """Publishing only: no sign-off covers exactly the current state of the dossier."""
    NO_CORRECTION_NOTE = "no_correction_note"
    """The text was published and has changed since, and readers are not told yet what was corrected."""
    EMBARGO = "embargo"
    """Publishing only: an embargo has not ended yet."""
    WITHDRAWN = "withdrawn"
    """The article was withdrawn; the dossier publishes nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What has been decided about the current revision and what is open."""

    findings: tuple[ReviewedFinding, ...] = ()
    sentences: tuple[ReviewedSentence, ...] = ()
    open_findings: int = 0
    open_sentences: int = 0
    authors: tuple[str, ...] = ()
    """Ids of the accounts that wrote or changed any of the text as it stands, or of its correction note."""

    @property
    def to_judge(self) -> int:
        """How many sentences the person it is shown to still has to judge; 0 in what is not made for one person."""
        return sum(sentence.state is SentenceState.TO_JUDGE for sentence in self.sentences)
