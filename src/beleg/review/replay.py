"""Replay: the state of a dossier, told from its entries and nothing else."""

from collections.abc import Iterable
from dataclasses import replace

from beleg.terms.dossier import Decision, Dossier, Publication, SignOff, SourceEvent
from beleg.terms.events import (
    DossierOpened,
    DraftChecked,
    Entry,
    FindingDismissed,
    FindingEscalated,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceChanged,
    SourceRetracted,
    SourceTakenIn,
)
from beleg.terms.refusal import Error
from beleg.terms.revision import Revision


def replay(entries: Iterable[Entry]) -> Dossier:
    """Return the state of the dossier that these entries, from its first on, tell.

    Hashes are not looked at here (see `beleg.record.chain`). Raises Error if there are no entries, if the first
    does not open the dossier or a later one does again, or if an entry belongs to another dossier.
    """
    dossier: Dossier | None = None
    for entry in entries:
        dossier = _opened(entry) if dossier is None else after(dossier, entry)
    if dossier is None:
        raise Error("There are no entries to replay.")
    return dossier


def after(dossier: Dossier, entry: Entry) -> Dossier:
    """Return the state of `dossier` after one more entry; raises Error as `replay` does."""
    if entry.dossier != dossier.id:
        raise Error(f"Entry {entry.position} belongs to another dossier ({entry.dossier[:60]}).")
    dossier = replace(dossier, head=entry.hash)
    event, by, at, position = entry.event, entry.by, entry.at, entry.position
    match event:
        case SourceTakenIn():
            return replace(dossier, sources=(*dossier.sources, event))
        case RevisionSaved():
            return replace(dossier, revisions=(*dossier.revisions, _revision(event, by, at)))
        case DraftChecked():
            seen = (*dossier.sources_at_checks, len(dossier.sources))
            return replace(dossier, checks=(*dossier.checks, event), sources_at_checks=seen)
        case FindingDismissed() | FindingEscalated() | SentenceConfirmed():
            decision = Decision(event=event, by=by, at=at, position=position)
            return replace(dossier, decisions=(*dossier.decisions, decision))
        case SignedOff():
            known = len(dossier.sources)
            sign_off = SignOff(event=event, by=by, at=at, position=position, sources=known)
            return replace(dossier, sign_offs=(*dossier.sign_offs, sign_off))
        case Published():
            publication = Publication(event=event, by=by, at=at, position=position)
            return replace(dossier, publications=(*dossier.publications, publication))
        case SourceChanged() | SourceRetracted():
            before = len(dossier.checks)
            told = SourceEvent(event=event, by=by, at=at, position=position, checks=before)
            return replace(dossier, source_events=(*dossier.source_events, told))
        case DossierOpened():
            raise Error(f"Entry {position} opens the dossier a second time.")


def _opened(entry: Entry) -> Dossier:
    if not isinstance(entry.event, DossierOpened):
        raise Error("The first entry does not open the dossier.")
    return Dossier(
        id=entry.dossier,
        title=entry.event.title,
        language=entry.event.language,
        opened_by=entry.by,
        opened_at=entry.at,
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
