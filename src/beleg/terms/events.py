"""Events: what the record holds. State is a replay of these; see `beleg.review`.

Every event is data about one dossier. Who did it and when stand in the entry around it. Of the people of the newsroom
an event holds account ids only; names that a source, a text or a reason mentions stand in it as they are.
"""

from dataclasses import dataclass

from beleg.terms.continued import Continued
from beleg.terms.erasure import NameErased
from beleg.terms.events_byline import BylineSet
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.generation import DraftGenerated
from beleg.terms.identification import Identification
from beleg.terms.output import Output
from beleg.terms.report import Report
from beleg.terms.revision import SentenceOrigin
from beleg.terms.sight import Sight
from beleg.terms.source_change import SourceChanged, SourceRetracted

__all__ = ["NameErased", "Output", "SentenceJudged"]  # what is defined elsewhere and belongs to the events


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierOpened:
    """A dossier was opened for an article in the making."""

    title: str
    """Working title; it goes into the record, and onto no page."""
    language: str
    """BCP 47 code of the language the article is written in."""
    updates: str = ""
    """Id of the dossier whose published article this one continues; empty if it continues none."""
    original_by: tuple[str, ...] = ()
    """Ids of the accounts that wrote the text of which the dossier is a translation: they count as its authors, too.
    Empty if it is none.
    """


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
    newer_version_of: str = ""
    """Id of the source of the dossier of which this is a newer version; empty if it is of none."""
    confidential: bool = False
    """Whether its words must not leave the newsroom: no passage of it goes to a language model elsewhere."""
    hidden: tuple[str, ...] = ()
    """Running text of the document that none of its readers sees, as it was found when the source was taken in."""
    pasted: bool = False
    """Whether whoever took it in typed or pasted its text and its details; false for a file, for what was fetched from
    an address, and in records older than the field."""


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
    house_style: str = ""
    """Name (SHA-256 in hex) of the house style it was checked with; empty where that is Beleg's own."""


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
    evidence_seen: str = ""
    """Key of the evidence the sentence had (`beleg.terms.revision.evidence_key`): with other evidence the sentence is
    open again. Empty in records older than the key, and such a confirmation holds with any."""
    sight: Sight = Sight.NOT_KNOWN
    """How much was known of that evidence on the person's screen. The newsroom's own word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff:
    """A person other than the authors signed exactly this content."""

    number: int
    """The revision that was signed."""
    content_sha256: str
    """Hash of its content: what the signature binds to."""
    identified_by: Identification = Identification.NOT_ASKED
    """What who signed gave once more to show that it is they: `password` or `passkey`. The newsroom's own word, which
    nobody else can verify; empty in older records, and where nothing was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The signed content went out: as a page, and in the other forms that `outputs` lists."""

    number: int
    """The revision that went out."""
    content_sha256: str
    """Hash of its content."""
    page_sha256: str
    """SHA-256 of the bytes of the page."""
    address: str
    """Where the page stands on the web; empty where not known."""
    disclosure: str
    """The disclosure as the page prints it, with the signer's account id in braces for name and function; empty where
    it prints none."""
    version: int = 0
    """Counts the publications of the dossier from 1; 0 in records that are older than the count."""
    note: str = ""
    """The correction note that readers see with it; empty if nothing was corrected."""
    outputs: tuple[Output, ...] = ()
    """In which other forms it went out."""
    continues: Continued | None = None
    """The article it continues; None if it continues none."""
    house_note: str = ""
    """The sentence the house prints after the disclosure; empty if it prints none."""
    guidelines: str = ""
    """Address of the house's published rules, as the page links them; empty if it links none."""
    figures: int = 0
    """How the figures behind the disclosure are told: 1: every sentence is counted once; 0, in older records: by what
    was found and decided, so that one sentence could be counted twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionNoted:
    """A note was written that tells readers what the next version corrects. Who signs has seen it."""

    note: str
    """As readers will see it; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbargoSet:
    """An embargo was set, moved or lifted: before it ends, nothing of the dossier leaves the newsroom."""

    until: str
    """When it ends, RFC 3339 in UTC; empty where it was lifted."""
    reason: str
    """Whose embargo it is, or why it was moved or lifted; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """The published article was withdrawn; a tombstone stands in its place, and the dossier publishes nothing more."""

    version: int
    """One more than that of the last publication."""
    reason: str
    """Why, for the record; never empty."""
    note_newsroom: str
    """What other newsrooms that received the article are told; never empty."""
    note_short: str
    """The same in a line, for feeds and alerts; never empty."""
    note_readers: str
    """What readers find at the address; never empty."""
    page_sha256: str
    """SHA-256 of the tombstone."""
    address: str
    """Where the page of the last publication stands; empty where not known."""
    first_published: str
    """When the article first went out, RFC 3339."""
    language: str
    """BCP 47 code of the language the article was written in."""
    outputs: tuple[Output, ...] = ()
    """In which other forms the withdrawal went out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyIntroduced:
    """The newsroom began to sign with this key; the only event of the newsroom's own stream."""

    name: str
    """Name of the key and origin of the log: the same for every key of a newsroom."""
    public_key: str
    """The public key (Ed25519, 32 bytes), in hex."""
    replaces: str
    """The public key it takes the place of, in hex; empty for the first."""
    signature: str
    """Signature with the key itself over the statement that introduces it, in hex; see `beleg.record.keys`."""
    signature_of_replaced: str
    """Signature with the key it replaces over the same statement, in hex; empty for the first."""


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
    | CorrectionNoted
    | EmbargoSet
    | Withdrawn
    | KeyIntroduced
    | SourceChanged
    | SourceRetracted
    | NameErased
    | DraftGenerated
    | SentenceJudged
    | HouseStyleSet
    | SourceDescribed
    | BylineSet
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
