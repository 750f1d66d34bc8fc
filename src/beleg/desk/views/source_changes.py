"""Source changes: what became of a dossier's sources, and which sentences have to be looked at because of it."""

from dataclasses import dataclass

from beleg.desk.views.draft import DraftView, Names
from beleg.desk.views.evidence import Words, differing
from beleg.desk.wording import Wording
from beleg.publishing.source_list import source_words
from beleg.terms.dossier import Dossier, SourceEvent
from beleg.terms.review import Touched
from beleg.terms.source_change import PassageChange, SourceRetracted


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageChangeView:
    """A passage as it was and what stands there now, with the words marked that differ; `now` is empty where nothing
    does.
    """

    was: tuple[Words, ...]
    now: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToLookAt:
    """A sentence that has to be looked at; `anchor` is its place on the page, empty where only the published text has
    it.
    """

    anchor: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChangeView:
    """A source that changed or was taken back: what happened, when, who recorded it, and what it did."""

    source: str
    label: str
    what: str
    reason: str
    at: str
    by: str
    changes: tuple[PassageChangeView, ...]
    sentences: tuple[ToLookAt, ...]


def source_changes(
    dossier: Dossier, draft: DraftView | None, looks: tuple[Touched, ...], names: Names, words: Wording
) -> tuple[SourceChangeView, ...]:
    """What became of the sources, the latest first.

    `looks` is what has to be looked at in the published text; what waits in the current one the draft says.
    """
    labels = {source.source: source_words(source) for source in dossier.sources}
    return tuple(
        SourceChangeView(
            source=told.event.source,
            label=labels.get(told.event.source, told.event.source[:12]),
            what=what_happened(told, words),
            reason=told.event.reason if isinstance(told.event, SourceRetracted) else "",
            at=told.at,
            by=names.name(told.by),
            changes=() if isinstance(told.event, SourceRetracted) else _views(told.event.passages),
            sentences=_to_look_at(told, draft, looks),
        )
        for told in reversed(dossier.source_events)
    )


def touched_views(
    touched: tuple[Touched, ...], words: Wording
) -> tuple[tuple[str, tuple[PassageChangeView, ...]], ...]:
    """Why a sentence was opened again: what happened, and what became of the passages it rested on."""
    return tuple(
        (
            what_happened(one.told, words),
            _views(one.changes)
            or tuple(PassageChangeView(was=(Words(passage.text),), now=()) for passage in one.passages),
        )
        for one in touched
    )


def what_happened(told: SourceEvent, words: Wording) -> str:
    """What became of a source, in a few words."""
    event = told.event
    if isinstance(event, SourceRetracted):
        return words.say("retracted by its publisher") if event.by_publisher else words.say("found wrong")
    return words.say("changed by its publisher") if event.passages else words.say("added to by its publisher")


def _views(changes: tuple[PassageChange, ...]) -> tuple[PassageChangeView, ...]:
    return tuple(
        PassageChangeView(
            was=differing(one.passage.text, one.now.text if one.now else ""),
            now=differing(one.now.text, one.passage.text) if one.now else (),
        )
        for one in changes
    )


def _to_look_at(
    told: SourceEvent, draft: DraftView | None, looks: tuple[Touched, ...]
) -> tuple[ToLookAt, ...]:
    found: dict[str, ToLookAt] = {}
    for row in draft.rows if draft else ():
        if row.reviewed and any(one.told == told for one in row.reviewed.touched):
            found.setdefault(row.key, ToLookAt(anchor=row.anchor, text=row.text))
    for one in looks:
        if one.told == told:
            found.setdefault(one.sentence, ToLookAt(anchor="", text=one.text))
    return tuple(found.values())
