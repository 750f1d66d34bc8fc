"""Replay: the state of a dossier, told from its entries and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from beleg.review.describing import described
from beleg.terms.byline import Byline
from beleg.terms.dossier import (
    Correction,
    Decision,
    Described,
    Dossier,
    Embargo,
    Erasure,
    Generation,
    Judgement,
    Publication,
    SignOff,
    SourceEvent,
    Withdrawal,
)
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
    FindingDismissed,
    FindingEscalated,
    KeyIntroduced,
    NameErased,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.events_byline import BylineSet
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.generation import DraftGenerated
from beleg.terms.refusal import Error
from beleg.terms.revision import Revision
from beleg.terms.source_change import SourceChanged, SourceRetracted


def replay(entries: Iterable[Entry]) -> Dossier:
    """Return the state of the dossier that these entries, from its first on, tell.

    Linear in the number of entries. Hashes are not looked at here (see `beleg.record.chain`). Raises Error if
    there are no entries, if the first does not open the dossier or a later one does again, or if an entry belongs
    to another dossier.
    """
    rest = iter(entries)
    first = next(rest, None)
    if first is None:
        raise Error("There are no entries to replay.")
    return _continued(_opened(first), rest)


def after(dossier: Dossier, *entries: Entry) -> Dossier:
    """Return the state of `dossier` after more entries; raises Error as `replay` does."""
    return _continued(dossier, entries)


@dataclass(slots=True)
class _Told:
    """What has been told so far, in lists that grow: a frozen dossier for every entry would copy all of it each
    time.
    """

    id: str
    head: str
    sources: list[SourceTakenIn]
    revisions: list[Revision]
    checks: list[DraftChecked]
    sources_at_checks: list[int]
    decisions: list[Decision]
    sign_offs: list[SignOff]
    publications: list[Publication]
    corrections: list[Correction]
    embargoes: list[Embargo]
    withdrawal: Withdrawal | None
    erasures: list[Erasure]
    source_events: list[SourceEvent]
    descriptions: list[Described]
    pasted_by: list[str]
    generations: list[Generation]
    judgements: list[Judgement]
    bylines: list[Byline]

    def tell(self, entry: Entry) -> None:
        """Take in what one more entry tells."""
        if entry.dossier != self.id:
            raise Error(f"Entry {entry.position} belongs to another dossier ({entry.dossier[:60]}).")
        self.head = entry.hash
        event, by, at, position = entry.event, entry.by, entry.at, entry.position
        match event:
            case SourceTakenIn():
                self.sources.append(event)
                if event.pasted:
                    self.pasted_by.append(by)
            case RevisionSaved():
                self.revisions.append(_revision(event, by, at))
            case DraftChecked():
                self.checks.append(event)
                self.sources_at_checks.append(len(self.sources))
            case FindingDismissed() | FindingEscalated() | SentenceConfirmed():
                self.decisions.append(Decision(event=event, by=by, at=at, position=position))
            case SignedOff():
                known = len(self.sources)
                self.sign_offs.append(SignOff(event=event, by=by, at=at, position=position, sources=known))
            case Published():
                self.publications.append(Publication(event=event, by=by, at=at, position=position))
            case CorrectionNoted():
                self.corrections.append(Correction(event=event, by=by, at=at, position=position))
            case EmbargoSet():
                self.embargoes.append(Embargo(event=event, by=by, at=at, position=position))
            case Withdrawn():
                self.withdrawal = Withdrawal(event=event, by=by, at=at, position=position)
            case NameErased():
                self.erasures.append(Erasure(event=event, by=by, at=at, position=position))
            case SourceChanged() | SourceRetracted():
                checks = len(self.checks)
                self.source_events.append(
                    SourceEvent(event=event, by=by, at=at, position=position, checks=checks)
                )
            case SourceDescribed():
                self.sources = [
                    described(one, event.now) if one.source == event.source else one for one in self.sources
                ]
                checks = len(self.checks)
                self.descriptions.append(
                    Described(event=event, by=by, at=at, position=position, checks=checks)
                )
            case DraftGenerated():
                self.generations.append(Generation(event=event, by=by, at=at, position=position))
            case SentenceJudged():
                self.judgements.append(Judgement(event=event, by=by, at=at, position=position))
            case BylineSet():
                self.bylines.append(Byline(event=event, by=by, at=at, position=position))
            case DossierOpened():
                raise Error(f"Entry {position} opens the dossier a second time.")
            case KeyIntroduced():
                raise Error(
                    f"Entry {position} introduces a key; that belongs into the newsroom's own stream."
                )
            case HouseStyleSet():
                raise Error(f"Entry {position} sets the house style; that belongs into a chain of its own.")


def _continued(dossier: Dossier, entries: Iterable[Entry]) -> Dossier:
    told = _Told(
        id=dossier.id,
        head=dossier.head,
        sources=list(dossier.sources),
        revisions=list(dossier.revisions),
        checks=list(dossier.checks),
        sources_at_checks=list(dossier.sources_at_checks),
        decisions=list(dossier.decisions),
        sign_offs=list(dossier.sign_offs),
        publications=list(dossier.publications),
        corrections=list(dossier.corrections),
        embargoes=list(dossier.embargoes),
        withdrawal=dossier.withdrawal,
        erasures=list(dossier.erasures),
        source_events=list(dossier.source_events),
        descriptions=list(dossier.descriptions),
        pasted_by=list(dossier.pasted_by),
        generations=list(dossier.generations),
        judgements=list(dossier.judgements),
        bylines=list(dossier.bylines),
    )
    for entry in entries:
        told.tell(entry)
    return replace(
        dossier,
        head=told.head,
        sources=tuple(told.sources),
        revisions=tuple(told.revisions),
        checks=tuple(told.checks),
        sources_at_checks=tuple(told.sources_at_checks),
        decisions=tuple(told.decisions),
        sign_offs=tuple(told.sign_offs),
        publications=tuple(told.publications),
        corrections=tuple(told.corrections),
        embargoes=tuple(told.embargoes),
        withdrawal=told.withdrawal,
        erasures=tuple(told.erasures),
        source_events=tuple(told.source_events),
        descriptions=tuple(told.descriptions),
        pasted_by=tuple(told.pasted_by),
        generations=tuple(told.generations),
        judgements=tuple(told.judgements),
        bylines=tuple(told.bylines),
    )


def _opened(entry: Entry) -> Dossier:
    if not isinstance(entry.event, DossierOpened):
        raise Error("The first entry does not open the dossier.")
    return Dossier(
        id=entry.dossier,
        title=entry.event.title,
        language=entry.event.language,
        opened_by=entry.by,
        opened_at=entry.at,
        updates=entry.event.updates,
        original_by=entry.event.original_by,
        head=entry.hash,
    )


def _revision(event: RevisionSaved, by: str, at: str) -> Revision:
    return Revision(
        number=event.number,
        content=event.content,
        content_sha256=event.content_sha256,
        sentences=event.sentences,
        by=by,
        at=at,
    )
