"""Live review: several people at work on one text, each of whom sees at once what a check says of it."""

from dataclasses import dataclass

from beleg.language.registry import language_for
from beleg.newsroom import writing
from beleg.newsroom.resting_on import RestingOn
from beleg.review.assessment import assess
from beleg.review.merging import Conflict, merge
from beleg.review.replay import after
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked, Entry, Event, RevisionSaved
from beleg.terms.refusal import Error
from beleg.terms.review import Review
from beleg.terms.revision import Revision
from beleg.terms.role import Permission

_ATTEMPTS = 5
"""How often a text that others keep saving is put together anew before it is done while they wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A text as a person has it on the screen, and what a check of it says; nothing of it is in the record."""

    revision: Revision
    review: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A conflict with whose words stand at that place: an account's id."""

    conflict: Conflict
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMerged:
    """What became of a text that was saved: the current revision, and whether others' edits are in it as well."""

    revision: Revision
    merged: bool = False
    clashes: tuple[Clash, ...] = ()


class LiveReview(RestingOn):
    """The part of a newsroom's door that concerns work on one text by several; see `beleg.newsroom.house.Newsroom`."""

    def head(self, dossier_id: str) -> str:
        """Return the hash of the last entry of a dossier; empty if there is no such dossier. Cheap: nothing is replayed."""
        return self._store.head(dossier_id)

    def look(self, dossier_id: str, content: str, *, by: str) -> Looked:
        """Check a text that `by` has on the screen, as if it had been saved, and record nothing.

        It says exactly what saving and checking it would say. Raises Error for a text that cannot be kept.
        """
        dossier = self.dossier(dossier_id)
        content, sentences = writing.read_in(content, dossier.language)
        current = dossier.current
        if current is None or current.content != content:
            written = writing.by_person(dossier, content, sentences, by=by)
            dossier = _told(dossier, written, by=by, at=current.at if current else dossier.opened_at)
        if not _checked(dossier):
            dossier = _told(dossier, self._checked(dossier), by=by, at=dossier.opened_at)
        return Looked(revision=_current(dossier), review=assess(dossier))

    def save_merged(self, dossier_id: str, content: str, *, by: str, base: str) -> SavedMerged:
        """Save what `by` has changed since the revision with the hash `base`, and nothing of what others have; check it.

        `base` may be any revision there ever was (empty: none, the text began from nothing). What others have saved since
        stays, and stays theirs; where both changed the same sentence theirs stands and is told as a clash (see
        `beleg.review.merging`). Text and check are recorded together, or neither is; a text that is the current one
        makes no revision. Raises Error for a base that is unknown, and as `beleg.newsroom.writing.clean` does.
        """
        content = writing.clean(content)
        for attempt in range(_ATTEMPTS + 1):
            before = self.dossier(dossier_id)
            told, saved = self._merged(before, content, by=by, base=base)
            # The last time the others have to wait: their saving must not keep anybody from saving.
            check = self._checked(told) if attempt < _ATTEMPTS and not _checked(told) else None
            with self._acting(dossier_id, by, Permission.WRITE) as acting:
                if attempt == _ATTEMPTS:
                    before = acting.dossier
                    told, saved = self._merged(before, content, by=by, base=base)
                elif acting.dossier.head != before.head:
                    continue
                if told.revisions != before.revisions:
                    acting.append(_as_written(saved.revision))
                if check is not None:
                    acting.append(check)
                revision = acting.dossier.revisions[-1]
            if attempt == _ATTEMPTS:
                self._check_again(dossier_id, by=by)
            return SavedMerged(revision=revision, merged=saved.merged, clashes=saved.clashes)
        raise Error("The draft was changed by somebody else meanwhile; nothing was saved.")

    def _merged(self, dossier: Dossier, content: str, *, by: str, base: str) -> tuple[Dossier, SavedMerged]:
        """The dossier as it will be, with the revision it will have."""
        current = dossier.current
        theirs = current.content if current else ""
        merged = merge(_base(dossier, base), content, theirs, language_for(dossier.language))
        clashes = tuple(Clash(conflict=one, by=_whose(dossier, one)) for one in merged.conflicts)
        if current is None or merged.content != theirs:
            text, sentences = writing.read_in(merged.content, dossier.language)
            written = writing.by_person(dossier, text, sentences, by=by)
            dossier = _told(dossier, written, by=by, at=dossier.opened_at)
        revision = _current(dossier)
        return dossier, SavedMerged(revision=revision, merged=revision.content != content, clashes=clashes)

    def _checked(self, dossier: Dossier) -> DraftChecked:
        from beleg.newsroom.checking import checked

        return checked(dossier, self._shelf.sources(dossier))


def _checked(dossier: Dossier) -> bool:
    """Whether the newest check of exactly the current text is still good for the sources as they are."""
    return dossier.last_check is not None and not dossier.unchecked_sources and not dossier.check_outdated


def _told(dossier: Dossier, event: Event, *, by: str, at: str) -> Dossier:
    """The dossier as it would be after one more entry, which is in no record."""
    entry = Entry(dossier=dossier.id, position=0, at=at, by=by, event=event, previous=dossier.head, hash="")
    return after(dossier, entry)


def _base(dossier: Dossier, base: str) -> str:
    if not base:
        return ""
    known = next((one for one in reversed(dossier.revisions) if one.content_sha256 == base), None)
    if known is None:
        raise Error("The text this was edited from is no revision of this dossier; nothing was saved.")
    return known.content


def _whose(dossier: Dossier, conflict: Conflict) -> str:
    """Who has what stands at a place: who changed a sentence there last, or who saved last if it was cut."""
    current = _current(dossier)
    there = [one.changed_by for one in current.sentences if one.text in conflict.theirs]
    return there[0] if conflict.theirs and there else current.by


def _as_written(revision: Revision) -> RevisionSaved:
    return RevisionSaved(
        number=revision.number,
        content=revision.content,
        content_sha256=revision.content_sha256,
        sentences=revision.sentences,
    )


def _current(dossier: Dossier) -> Revision:
    if dossier.current is None:
        raise Error(f"{dossier.title}: there is no draft yet.")
    return dossier.current
