"""Live review: several people at work on one text, each of whom sees at once what a check says of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from logging import getLogger

from beleg.language.registry import language_for
from beleg.newsroom import writing
from beleg.newsroom.acting import Acting
from beleg.newsroom.checks_apart import Checks
from beleg.newsroom.resting_on import RestingOn
from beleg.review.assessment import assess
from beleg.review.judging import masked, masked_as_typed
from beleg.review.merging import Conflict, Merged, merge
from beleg.review.replay import after
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked, Entry, Event, RevisionSaved
from beleg.terms.quotation import Quotation
from beleg.terms.refusal import Error
from beleg.terms.review import Review
from beleg.terms.revision import Revision
from beleg.terms.role import Permission

_LOG = getLogger("beleg.newsroom")
_ATTEMPTS = 5
"""How often a text that others keep saving is put together anew before it is done while they wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A text as a person has it on the screen, and what they may see of a check of it; nothing of it is in the
    record.
    """

    revision: Revision
    review: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A conflict with whose words stand at that place: an account's id."""

    conflict: Conflict
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMerged:
    """What became of a text that was saved: the current revision with what its writer may see of a check of it.

    `merged` says that others' edits are in it as well, `others` whose: the accounts that have saved since.
    """

    revision: Revision
    review: Review
    merged: bool = False
    others: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()


class LiveReview(RestingOn):
    """The part of a newsroom's door that concerns work on one text by several; see `beleg.newsroom.house.Newsroom`."""

    def head(self, dossier_id: str) -> str:
        """Return the hash of the last entry of a dossier; empty if there is no such dossier. Cheap: nothing is
        replayed.
        """
        return self._store.head(dossier_id)

    def look(self, dossier_id: str, content: str, *, by: str) -> Looked:
        """Check a text that `by` has on the screen, as if it had been saved, and record nothing.

        It says exactly what saving and checking it would say, as far as `by` may see that before it is saved
        (`beleg.review.judging.masked_as_typed`). Raises Error for a text that cannot be kept.
        """
        dossier = recorded = self.dossier(dossier_id)
        checks = self._checks.for_a_look(by)
        content, sentences = checks.work_out(writing.read_in, content, dossier.language)
        current = dossier.current
        if current is None or current.content != content:
            written = writing.by_person(dossier, content, sentences, by=by)
            dossier = _told(dossier, written, by=by, at=current.at if current else dossier.opened_at)
        if not _checked(dossier):
            dossier = _told(dossier, self._checked(dossier, checks), by=by, at=dossier.opened_at)
        seen = masked_as_typed(assess(dossier), self._replayed.review(recorded), recorded, by)
        return Looked(revision=dossier.draft, review=seen)

    def save_merged(self, dossier_id: str, content: str, *, by: str, base: str) -> SavedMerged:
        """Save what `by` has changed since the revision with the hash `base`, and nothing of what others have; check
        it.

        `base` may be any revision there ever was (empty: none, the text began from nothing). What others have saved
        since stays, and stays theirs; where both changed the same sentence theirs stands and is told as a clash (see
        `beleg.review.merging`). Text and check are recorded together; where the check fails, the text alone. A text
        that is the current one makes no revision. Raises Error for a base that is unknown, and as
        `beleg.newsroom.writing.clean` does.
        """
        content = writing.clean(content)
        for _ in range(_ATTEMPTS):
            before = self.dossier(dossier_id)
            told, merged = self._merged(before, content, by=by, base=base)
            check = self._check_of(told)
            with self._acting(dossier_id, by, Permission.WRITE) as acting:
                if acting.entries[-1].hash != before.head:
                    continue
                revision = _record(acting, before, told)
                if check is not None:
                    acting.append(check)
            return self._saved(told, check, revision, merged, content, by=by, base=base)
        # Others save all the time; now they have to wait for this one, and the check for them.
        with self._acting(dossier_id, by, Permission.WRITE) as acting:
            before = acting.dossier
            told, merged = self._merged(before, content, by=by, base=base)
            revision = _record(acting, before, told)
        self._check_again(dossier_id, by=by)
        check = self._check_of(told)
        return self._saved(told, check, revision, merged, content, by=by, base=base)

    def quotations(self, dossier: Dossier) -> tuple[Quotation, ...]:
        """Return who says what in the current text, as the reader made it out; its places are those in the words of the
        text (`beleg.text.written`). Raises Error if there is none."""
        from beleg.newsroom.checking import quotations

        return quotations(dossier.draft.content, dossier.language, self._checks)

    def _saved(
        self,
        told: Dossier,
        check: DraftChecked | None,
        revision: Revision,
        merged: Merged,
        content: str,
        *,
        by: str,
        base: str,
    ) -> SavedMerged:
        now = told if check is None else _told(told, check, by=revision.by, at=revision.at)
        since, merged_in = _since(told, base), revision.content != content
        return SavedMerged(
            revision=revision,
            review=masked(assess(now), now, by),
            merged=merged_in,
            others=tuple(dict.fromkeys(one.by for one in since if one.by != by)) if merged_in else (),
            clashes=tuple(Clash(conflict=one, by=_whose(told, since, one, by)) for one in merged.conflicts),
        )

    def _merged(self, dossier: Dossier, content: str, *, by: str, base: str) -> tuple[Dossier, Merged]:
        """The dossier as it will be, and how its text came about."""
        current = dossier.current
        theirs = current.content if current else ""
        merged = merge(
            _base(dossier, base),
            content,
            theirs,
            language_for(dossier.language),
            one_hand=all(revision.by == by for revision in _since(dossier, base)),
        )
        if current is None or merged.content != theirs:
            text, sentences = self._checks.work_out(writing.read_in, merged.content, dossier.language)
            written = writing.by_person(dossier, text, sentences, by=by)
            dossier = _told(dossier, written, by=by, at=dossier.opened_at)
        return dossier, merged

    def _check_of(self, dossier: Dossier) -> DraftChecked | None:
        """A check of the current text where it needs one; None as well where it fails: nobody's edit is lost over
        that.
        """
        if _checked(dossier):
            return None
        try:
            return self._checked(dossier, self._checks)
        except Exception as why:
            # Its words may hold a source's: its kind has to do.
            _LOG.error("A text that is saved could not be checked: %s", type(why).__name__)
            return None

    def _checked(self, dossier: Dossier, checks: Checks) -> DraftChecked:
        from beleg.newsroom.checking import checked

        sources = self._shelf.sources(dossier)
        return checked(dossier, sources, style=self.style(), checks=checks)


def _checked(dossier: Dossier) -> bool:
    """Whether the newest check of exactly the current text is still good for the sources as they are."""
    return dossier.last_check is not None and not dossier.unchecked_sources and not dossier.check_outdated


def _told(dossier: Dossier, event: Event, *, by: str, at: str) -> Dossier:
    """The dossier as it would be after one more entry, which is in no record."""
    entry = Entry(dossier=dossier.id, position=0, at=at, by=by, event=event, previous=dossier.head, hash="")
    return after(dossier, entry)


def _since(dossier: Dossier, base: str) -> tuple[Revision, ...]:
    """The revisions saved after the one an edit started from, the last that had this hash."""
    started = [at for at, revision in enumerate(dossier.revisions) if revision.content_sha256 == base]
    return dossier.revisions[started[-1] + 1 :] if started else dossier.revisions


def _base(dossier: Dossier, base: str) -> str:
    if not base:
        return ""
    known = next((one for one in reversed(dossier.revisions) if one.content_sha256 == base), None)
    if known is None:
        raise Error("The text this was edited from is no revision of this dossier; nothing was saved.")
    return known.content


def _whose(told: Dossier, since: Sequence[Revision], conflict: Conflict, by: str) -> str:
    """Who has what stands at a place where `by` has something else: who changed a sentence there last, or who cut it.

    `since` are the revisions saved after the one that `by` had started from.
    """
    there = [one.changed_by for one in told.draft.sentences if one.text in conflict.theirs]
    if not conflict.theirs or not there:
        there = [revision.by for revision in reversed(since)]
    return next((who for who in there if who != by), by)


def _record(acting: Acting, before: Dossier, told: Dossier) -> Revision:
    """Record the revision that the dossier has by what is told and had not before; return its current one."""
    revision = told.draft
    if told.revisions == before.revisions:
        return revision
    acting.append(
        RevisionSaved(
            number=revision.number,
            content=revision.content,
            content_sha256=revision.content_sha256,
            sentences=revision.sentences,
        )
    )
    return replace(revision, at=acting.at)
