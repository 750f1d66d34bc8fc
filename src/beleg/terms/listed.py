"""Listed: a dossier as the lists of the newsroom show it, and in whose hands it is."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """How far a dossier has come, from the empty folder to the article that is out."""

    EMPTY = "empty"
    """There is no text yet."""
    DRAFT = "draft"
    """Nobody has decided anything about the text, and something is open."""
    IN_REVIEW = "in_review"
    """Something is decided, something is open."""
    UNTOUCHED = "untouched"
    """Nothing is open in a first version, and nobody has judged, decided or changed anything in it yet."""
    WAITING = "waiting"
    """Nothing stands in the way of a signature but that somebody has to give it."""
    SIGNED = "signed"
    """A signature is in force; what it covers has not gone out."""
    CHANGED = "changed"
    """The last signature is void."""
    PUBLISHED = "published"
    """The text as it stands is out."""
    NEEDS_A_LOOK = "needs_a_look"
    """It is out, and a source of it changed or was taken back since."""
    WITHDRAWN = "withdrawn"
    """It was out; a tombstone stands in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOut:
    """One act by which an article went out, was corrected or withdrawn. Moments are RFC 3339."""

    version: int
    at: str
    by: str
    signed_by: str
    """Account id of who signed what went out; empty of a withdrawal, and where nobody had."""
    note: str
    """What readers were told: of a correction, or in place of the article. Empty where nothing was corrected."""
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFor:
    """What is open in a text as one account may see it (`beleg.review.judging.masked`)."""

    account: str
    """Its id; empty: any account that has written and judged nothing."""
    findings: int
    sentences: int
    to_judge: int
    """Sentences it has to judge before it sees what was found in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A dossier as lists show it: what follows from its record up to one entry. Moments are RFC 3339."""

    dossier: str
    position: int
    """Place of the last entry that was looked at."""
    title: str
    language: str
    updates: str
    """Id of the dossier whose article it continues; empty if it continues none."""
    stage: Stage
    checked: bool
    """Whether exactly its current text was checked; where not, nothing is known of what is open."""
    findings: int
    """How many are open; a notice never is."""
    sentences: int
    """How many wait for a person without an open finding that leads to them."""
    sources: int
    embargo: str
    """When the embargo ends, past or not; empty if there is none."""
    changed_at: str
    """When somebody last did something in it; a check alone changes nothing."""
    changed_by: str
    """Account id of who that was."""
    headline: str
    """Of the text that is out; empty if none is or ever was."""
    address: str
    """Where it stands on the web; empty where not known."""
    history: tuple[WentOut, ...] = ()
    """Oldest first."""
    shown: tuple[OpenFor, ...] = ()
    """What is open for whom, where somebody has something to judge; empty where everybody sees the same."""

    def open_for(self, account: str) -> OpenFor:
        """Return what is open as the account with this id may see it."""
        by_account = {one.account: one for one in self.shown}
        everything = OpenFor(account=account, findings=self.findings, sentences=self.sentences, to_judge=0)
        return by_account.get(account) or by_account.get("") or everything


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """In whose hands a dossier is, and by when it is to be done. It stands beside the record, which tells what was
    done.

    Moments are RFC 3339 in UTC.
    """

    dossier: str
    account: str
    """Account id of who has it; empty if nobody does."""
    due: str
    """By when; empty if nothing was said."""
    by: str
    """Account id of who gave it so."""
    at: str
