"""Dossier: an article in the making, as the record tells it."""

from dataclasses import dataclass

from beleg.terms.byline import Byline
from beleg.terms.events import (
    CorrectionNoted,
    DraftChecked,
    EmbargoSet,
    FindingDismissed,
    FindingEscalated,
    NameErased,
    Published,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.generation import DraftGenerated
from beleg.terms.refusal import Error
from beleg.terms.revision import Revision
from beleg.terms.source_change import SourceChanged, SourceRetracted


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, with who and when."""

    event: FindingDismissed | FindingEscalated | SentenceConfirmed
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record: what came before what is decided by this, never by the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person said of a sentence before they saw what the machine says, with who and when."""

    event: SentenceJudged
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A signature under one exact content, with who and when. `beleg.review.signing` says whether it is in force."""

    event: SignedOff
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""
    sources: int = 0
    """How many sources had been taken in when it was given: those the signer could know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A publication, with who and when."""

    event: Published
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction note, with who wrote it and when."""

    event: CorrectionNoted
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """An embargo as it was set, moved or lifted, with who and when."""

    event: EmbargoSet
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The withdrawal of a published article, with who and when."""

    event: Withdrawn
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """That a person's name was erased from what is kept of the dossier, with who saw to it and when."""

    event: NameErased
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """A draft that a language model wrote to order, with who ordered it and when."""

    event: DraftGenerated
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEvent:
    """That a source changed or was taken back, with who recorded it and when."""

    event: SourceChanged | SourceRetracted
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""
    checks: int = 0
    """How many checks there were before it: those that rested on the source as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """That somebody corrected what is said of a source, with who and when."""

    event: SourceDescribed
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""
    checks: int = 0
    """How many checks there were before it: those that went by what was said until then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The state of one dossier: a replay of its entries (`beleg.review.replay`)."""

    id: str
    title: str
    language: str
    opened_by: str
    opened_at: str
    sources: tuple[SourceTakenIn, ...] = ()
    """As they were taken in, with what was corrected of what is said of them (`descriptions`)."""
    revisions: tuple[Revision, ...] = ()
    checks: tuple[DraftChecked, ...] = ()
    sources_at_checks: tuple[int, ...] = ()
    """For each of `checks`, how many sources had been taken in before it."""
    decisions: tuple[Decision, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    publications: tuple[Publication, ...] = ()
    updates: str = ""
    """Id of the dossier whose article this one continues; empty if it continues none."""
    original_by: tuple[str, ...] = ()
    """Ids of the accounts that wrote the text of which this is a translation; empty if it is none."""
    corrections: tuple[Correction, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    withdrawal: Withdrawal | None = None
    """None while the article stands, or before there is one."""
    erasures: tuple[Erasure, ...] = ()
    source_events: tuple[SourceEvent, ...] = ()
    """What became of its sources since they were taken in."""
    descriptions: tuple[Described, ...] = ()
    """What was corrected of what is said of its sources."""
    pasted_by: tuple[str, ...] = ()
    """Ids of the accounts that took in a source as typed or pasted text, in the order they did."""
    generations: tuple[Generation, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    """What people said of sentences by the sources alone; see `beleg.review.doubts` for what a no does."""
    bylines: tuple[Byline, ...] = ()
    """As they were set by hand; the last one counts (`beleg.review.byline`)."""
    head: str = ""
    """Hash of the last entry replayed."""

    @property
    def current(self) -> Revision | None:
        """The newest revision; None before the first draft."""
        return self.revisions[-1] if self.revisions else None

    @property
    def draft(self) -> Revision:
        """The newest revision. Raises Error before the first draft."""
        if not self.revisions:
            raise Error(f"{self.title}: there is no draft yet.")
        return self.revisions[-1]

    @property
    def changed_at(self) -> str:
        """When somebody last did something about text, review or publication; when it was opened, if nobody has."""
        written, decided = [one.at for one in self.revisions], [one.at for one in self.decisions]
        gone_out = [one.at for one in self.sign_offs] + [one.at for one in self.publications]
        gone_out += [one.at for one in self.corrections] + [one.at for one in self.embargoes]
        gone_out += [one.at for one in self.source_events]
        gone_out += [one.at for one in self.descriptions]
        gone_out += [one.at for one in self.bylines]
        if self.withdrawal:
            gone_out.append(self.withdrawal.at)
        return max((self.opened_at, *written, *decided, *gone_out))

    @property
    def noted_corrections(self) -> tuple[Correction, ...]:
        """The correction notes since the last publication; the last one counts, and goes out with the next."""
        last = self.publications[-1].position if self.publications else 0
        return tuple(one for one in self.corrections if one.position > last)

    @property
    def told_corrections(self) -> tuple[str, ...]:
        """The correction notes that readers see with the next publication, oldest first: the earlier ones, and its
        own.
        """
        earlier = (publication.event.note for publication in self.publications)
        return tuple(
            note for note in (*earlier, *(one.event.note for one in self.noted_corrections[-1:])) if note
        )

    @property
    def embargo(self) -> str:
        """When the embargo ends (RFC 3339), past or not; empty if none was set or the last one was lifted."""
        return self.embargoes[-1].event.until if self.embargoes else ""

    @property
    def last_check(self) -> DraftChecked | None:
        """The newest check of exactly the current content; None if there is none."""
        current = self.current
        if current is None:
            return None
        return next((c for c in reversed(self.checks) if c.content_sha256 == current.content_sha256), None)

    def sign_off_of(self, publication: Publication) -> SignOff | None:
        """The signature a publication went out under: the last one before it. None if there is none before it."""
        before = (s for s in reversed(self.sign_offs) if s.position < publication.position)
        return next(before, None)

    @property
    def unchecked_sources(self) -> tuple[SourceTakenIn, ...]:
        """The sources that the newest check of exactly the current content has not seen; all if there is none."""
        checked = zip(reversed(self.checks), reversed(self.sources_at_checks), strict=True)
        last = self.last_check
        return next((self.sources[count:] for check, count in checked if check is last), self.sources)

    @property
    def check_outdated(self) -> bool:
        """Whether a source changed, was taken back or described anew since the newest check of exactly the current
        content.

        False without such a check.
        """
        last = self.last_check
        checks = [one.checks for one in self.source_events[-1:]]
        checks += [one.checks for one in self.descriptions[-1:]]
        since = max(checks, default=0)
        if last is None or not since:
            return False
        place = next(n for n in range(len(self.checks) - 1, -1, -1) if self.checks[n] is last)
        return since > place

    @property
    def retracted(self) -> dict[str, SourceEvent]:
        """The sources that were taken back or found wrong, by id, each with the first event that says so."""
        said: dict[str, SourceEvent] = {}
        for one in self.source_events:
            if isinstance(one.event, SourceRetracted):
                said.setdefault(one.event.source, one)
        return said

    @property
    def replaced(self) -> dict[str, str]:
        """The sources that a newer version stands for, by id, each with the id of that version.

        A version that was taken back stands for none: what it had replaced counts again. So does a version its
        publisher went back to.
        """
        newer: dict[str, str] = {}
        for one in self.source_events:
            if isinstance(one.event, SourceChanged):
                newer.pop(one.event.new, None)
                newer[one.event.source] = one.event.new
        retracted = self.retracted
        return {older: new for older, new in newer.items() if new not in retracted}

    @property
    def standing_sources(self) -> tuple[SourceTakenIn, ...]:
        """The sources that a text may rest on: neither taken back nor replaced by a newer version."""
        out = self.retracted.keys() | self.replaced.keys()
        return tuple(source for source in self.sources if source.source not in out)
