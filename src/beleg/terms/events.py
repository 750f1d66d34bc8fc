"""Events: what the record holds. State is a replay of these; see `beleg.review`.

Every event is data about one dossier. Who did it and when stand in the entry around it. Of the people of the newsroom
an event holds account ids only; names that a source, a text or a reason mentions stand in it as they are.
"""

from dataclasses import dataclass

from beleg.terms.report import Report
from beleg.terms.revision import SentenceOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierOpened:
    """A dossier was opened for an article in the making."""

    title: str
    """Working title; it goes into the record, and onto no page."""
    language: str
    """BCP 47 code of the language the article is written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTakenIn:
    """A source was taken in; its raw bytes lie in the newsroom under `sha256`."""

    source: str
    """Id of the source: the hash, and `.n` for the n-th further item."""
    sha256: str
    """SHA-256 of the raw bytes, in hex."""
    item: int
    """Which item of the raw bytes, from 0."""
    text_sha256: str
    """SHA-256 of the plain text (UTF-8) that spans of this source count in."""
    name: str
    """File name or address."""
    title: str
    """Headline, subject or title; empty where the source has none."""
    publisher: str
    """Who published it; empty where the source does not say."""
    author: str
    """Who wrote it; empty where the source does not say."""
    published: str
    """RFC 3339, or empty where the source does not say."""
    captured: str
    """RFC 3339: when it was fetched or handed over."""
    address: str
    """Where it was fetched from; empty for a file."""
    media_type: str
    """Media type of the format it was read as."""
    language: str
    """BCP 47 code; empty where unknown."""
    same_origin_as: str = ""
    """Id of an earlier source of the dossier that is the same agency copy; empty if none is."""
    hidden: tuple[str, ...] = ()
    """Running text of the document that none of its readers sees, as it was found when the source was taken in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionSaved:
    """A state of the draft was saved."""

    number: int
    """Counts from 1 within the dossier."""
    content: str
    """The whole text in Beleg's Markdown."""
    content_sha256: str
    """SHA-256 of its exact UTF-8 bytes, in hex."""
    sentences: tuple[SentenceOrigin, ...]
    """Where each sentence comes from, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftChecked:
    """The checks ran over a revision; `report` is what they found and what they looked at."""

    number: int
    """The revision that was checked."""
    content_sha256: str
    """Hash of its content."""
    beleg: str
    """Version of Beleg that checked."""
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDismissed:
    """A person decided that a finding needs no change here, and said why."""

    finding: str
    """Key of the finding."""
    check: str
    """Id of its check."""
    words: str
    """The words it flags."""
    reason: str
    """Why, in the words of who decided; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEscalated:
    """A person passed a finding on; it stays open until it is fixed or somebody else dismisses it."""

    finding: str
    """Key of the finding."""
    check: str
    """Id of its check."""
    words: str
    """The words it flags."""
    reason: str
    """Why, in the words of who decided; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceConfirmed:
    """A person vouches for a sentence the machine could not support, and said why."""

    sentence: str
    """Key of the sentence."""
    text: str
    """Its exact words."""
    reason: str
    """What the person vouches with; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff:
    """A person other than the authors signed exactly this content."""

    number: int
    """The revision that was signed."""
    content_sha256: str
    """Hash of its content: what the signature binds to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The signed content went out as a page."""

    number: int
    """The revision that went out."""
    content_sha256: str
    """Hash of its content."""
    page_sha256: str
    """SHA-256 of the bytes of the page."""
    address: str
    """Where the page stands on the web; empty where not known."""
    disclosure: str
    """The disclosure as the page prints it, with the signer's account id in braces for name and function."""


Event = (
    DossierOpened
    | SourceTakenIn
    | RevisionSaved
    | DraftChecked
    | FindingDismissed
    | FindingEscalated
    | SentenceConfirmed
    | SignedOff
    | Published
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the record: an event with who, when, and its place in its dossier's chain.

    `hash` is the SHA-256 over the canonical JSON (RFC 8785) of everything else in the entry, `previous` the hash
    of the entry before it in the same dossier (64 zeros for the first), so that no entry can be changed, dropped
    or moved unnoticed. `at` is RFC 3339 in UTC with microseconds.
    """

    dossier: str
    position: int
    at: str
    by: str
    event: Event
    previous: str
    hash: str
