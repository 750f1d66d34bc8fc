"""Dossier: an article in the making, as the record tells it."""

from dataclasses import dataclass

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
from beleg.terms.revision import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, with who and when."""

    event: FindingDismissed | FindingEscalated | SentenceConfirmed
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record: what came before what is decided by this, never by the clock."""


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
class Dossier:
    """The state of one dossier: a replay of its entries (`beleg.review.replay`)."""

    id: str
    title: str
    language: str
    opened_by: str
    opened_at: str
    sources: tuple[SourceTakenIn, ...] = ()
    revisions: tuple[Revision, ...] = ()
    checks: tuple[DraftChecked, ...] = ()
    sources_at_checks: tuple[int, ...] = ()
    """For each of `checks`, how many sources had been taken in before it."""
    decisions: tuple[Decision, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    publications: tuple[Publication, ...] = ()
    updates: str = ""
    """Id of the dossier whose article this one continues; empty if it continues none."""
    corrections: tuple[Correction, ...] = ()
    embargoes: tuple[Embargo, ...] = ()
    withdrawal: Withdrawal | None = None
    """None while the article stands, or before there is one."""
    erasures: tuple[Erasure, ...] = ()
    head: str = ""
    """Hash of the last entry replayed."""

    @property
    def current(self) -> Revision | None:
        """The newest revision; None before the first draft."""
        return self.revisions[-1] if self.revisions else None

    @property
    def changed_at(self) -> str:
        """When somebody last did something about text, review or publication; when it was opened, if nobody has."""
        written, decided = [one.at for one in self.revisions], [one.at for one in self.decisions]
        gone_out = [one.at for one in self.sign_offs] + [one.at for one in self.publications]
        gone_out += [one.at for one in self.corrections] + [one.at for one in self.embargoes]
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
        """The correction notes that readers see with the next publication, oldest first: the earlier ones, and its own."""
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
