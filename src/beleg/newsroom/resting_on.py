"""Resting on: the sources of a text, the check against them, and what becomes of a text when a source does not hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from beleg.evidence.revised import revised
from beleg.language.registry import language_for
from beleg.newsroom.acting import Acting
from beleg.newsroom.checks_apart import HERE, Checks
from beleg.newsroom.settings import Settings
from beleg.newsroom.shelving import Shelf, refuse_unfit
from beleg.record.resting import Resting
from beleg.record.store import RecordStore
from beleg.review import retracting
from beleg.review.deciding import reason_given
from beleg.review.describing import describe
from beleg.review.reopening import needing_a_look
from beleg.terms.affected import AffectedSentence, HeldSource, Standing
from beleg.terms.events import SourceTakenIn
from beleg.terms.events_sources import SourceDescription
from beleg.terms.evidence import ReadSource
from beleg.terms.refusal import Error
from beleg.terms.report import Report
from beleg.terms.review import Touched
from beleg.terms.role import Permission
from beleg.terms.source import Source
from beleg.terms.source_change import SourceChanged, VersionChange
from beleg.text.overlaps import Overlaps

_ATTEMPTS = 5
"""How often a dossier that others are changing is checked again before that is left to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallout:
    """What a source that changed or was taken back does: where it was held, and which sentences rested on what is gone.

    `changed` is the event, where it was a change; None where the source was taken back. `also` are sources that are
    worth a look too: copies of the same agency message, and other versions.
    """

    held: tuple[HeldSource, ...]
    affected: tuple[AffectedSentence, ...]
    changed: SourceChanged | None = None
    also: tuple[HeldSource, ...] = ()


class RestingOn(Settings):
    """The part of a newsroom's door that concerns what texts rest on; see `beleg.newsroom.house.Newsroom`."""

    def __init__(self, store: RecordStore, clock: Callable[[], datetime], checks: Checks = HERE) -> None:
        """Use `Newsroom.open`."""
        super().__init__(store, clock)
        self._checks = checks
        self._shelf = Shelf(store)

    def take_in(
        self,
        dossier_id: str,
        sources: Sequence[Source],
        *,
        by: str,
        confidential: bool = False,
        pasted: bool = False,
    ) -> tuple[SourceTakenIn, ...]:
        """Take sources into a dossier, with their bytes, all or none; return what the record says of each.

        A source the dossier has already (same bytes, same item) is not taken in again. One that is the same agency copy
        as an earlier one is marked as sharing its origin. Raises Error for a source without text, with bytes that do
        not give its hash, or with a time that has no time zone. What is `confidential` goes to no language model
        outside this machine. Whoever takes in what they `pasted`, text and details, signs no text of the dossier.
        """
        for source in sources:
            refuse_unfit(source)
        with self._acting(dossier_id, by, Permission.TAKE_IN, programs_too=True) as acting:
            return self._shelf.put(acting, sources, confidential=confidential, pasted=pasted)

    def source(self, dossier_id: str, source_id: str) -> Source:
        """Return one source of a dossier as it was taken in, its bytes included."""
        return self._shelf.source(self.dossier(dossier_id), source_id)

    def sources(self, dossier_id: str) -> tuple[Source, ...]:
        """Return all sources of a dossier in the order they were taken in, without their bytes (see `source`)."""
        return self._shelf.sources(self.dossier(dossier_id))

    def check(self, dossier_id: str, *, by: str) -> Report:
        """Check the current text against all sources, keep the report in the record, and return it.

        A report that says exactly what the last one said is not kept twice. Raises Error if there is no draft,
        or if text or sources were changed while it was checked.
        """
        from beleg.newsroom.checking import checked

        before = self.dossier(dossier_id)
        event = checked(before, self._shelf.sources(before), style=self.style(), checks=self._checks)
        with self._acting(dossier_id, by, Permission.CHECK, programs_too=True) as acting:
            now = acting.dossier
            changed = now.sources != before.sources or now.source_events != before.source_events
            if now.current != before.current or changed:
                raise Error("The text or its sources were changed by somebody else meanwhile; check again.")
            if now.last_check != event or now.unchecked_sources or now.check_outdated:
                acting.append(event)
        return event.report

    def describe_source(
        self, dossier_id: str, source_id: str, now: SourceDescription, reason: str, *, by: str
    ) -> None:
        """Correct what is said of a source of this dossier: title, publisher, author, date, language; check its text
        again.

        What was said before stays in the record. Raises Error as `beleg.review.describing.describe` does.
        """
        with self._acting(dossier_id, by, Permission.TAKE_IN) as acting:
            acting.append(describe(acting.dossier, source_id, now, reason))
        self._check_again(dossier_id, by=by)

    # When a source does not hold

    def held(self, source_id: str = "", *, address: str = "") -> tuple[HeldSource, ...]:
        """Return where a source, or all sources of an address, are held, dossier by dossier; all if none is named."""
        with self._store.resting() as resting:
            return resting.held(source_id, address=address)

    def affected(self, source_id: str) -> tuple[AffectedSentence, ...]:
        """Return every sentence of every dossier and published article that rests on a source."""
        with self._store.resting() as resting:
            return resting.affected(source_id)

    def compare(self, dossier_id: str, source_id: str, new: Source) -> VersionChange:
        """Return how `new`, as the newer version of a source of the dossier, differs from it."""
        older = self.source(dossier_id, source_id)
        return revised(_read(older), _read(new))

    def change_source(self, dossier_id: str, source_id: str, new: Source, *, by: str) -> Fallout:
        """Take in the newer version of a source, which counts from now on in its place, and check the text again.

        Sentences that rested on a passage that changed or vanished open again. Raises Error if the two say the same,
        and as `beleg.review.retracting.change` does.
        """
        refuse_unfit(new)
        how = self.compare(dossier_id, source_id, new)
        with self._acting(dossier_id, by, Permission.TAKE_IN, programs_too=True) as acting:
            held = self._held_in(dossier_id, source_id)
            resting = tuple(s for s in self.affected(source_id) if s.dossier == dossier_id)
            self._shelf.put(acting, [new], newer_version_of=source_id)
            event = retracting.change(acting.dossier, source_id, new.id, how)
            acting.append(event)
        self._check_again(dossier_id, by=by)
        return Fallout(held=held, affected=_touching(resting, event), changed=event)

    def retract_source(self, source_id: str, reason: str, *, by: str, by_publisher: bool = False) -> Fallout:
        """Take a source back in every dossier that holds it, or the same text under another id, and check their texts
        again.

        Nothing rests on it any more, and what did opens again. Where it was taken back already nothing is recorded. It
        is one act: the source falls everywhere or nowhere, and who takes it in again later takes in a source that was
        taken back. Raises Error without a reason, if no dossier holds the source, and if all have taken it back.
        """
        reason = reason_given(reason)
        with self._act(by, Permission.RETRACT_SOURCE, programs_too=True) as act:
            resting = Resting(act.connection)
            named = resting.held(source_id)
            if not named:
                raise Error(f"There is no source {source_id[:70]} in this newsroom.")
            found = resting.held(text_sha256=named[0].text_sha256)
            holding = tuple(held for held in found if held.standing is not Standing.RETRACTED)
            if not holding:
                raise Error("The source has been retracted already.")
            ids = dict.fromkeys(held.source for held in found)
            affected = tuple(sentence for each in ids for sentence in resting.affected(each))
            also = tuple(copy for each in ids for copy in resting.copies(each) if copy.source not in ids)
            files = {each.partition(".")[0] for each in ids}
            also += tuple(
                other
                for address in dict.fromkeys(held.address for held in found if held.address)
                for other in resting.held(address=address)
                if other.source.partition(".")[0] not in files
            )
            moment = self._clock()
            for held in holding:
                acting = Acting(act, held.dossier, by=by, moment=moment)
                acting.append(
                    retracting.retraction(acting.dossier, held.source, reason, by_publisher=by_publisher)
                )
        for dossier_id in dict.fromkeys(held.dossier for held in holding):
            self._check_again(dossier_id, by=by)
        standing = tuple(dict.fromkeys(one for one in also if one.standing is not Standing.RETRACTED))
        return Fallout(held=holding, affected=_once(affected), also=standing)

    def check_outdated(self, *, by: str) -> None:
        """Check the texts again whose sources have changed since their last check, because somebody was interrupted."""
        fallen = dict.fromkeys(held.dossier for held in self.held() if held.standing is not Standing.STANDING)
        for dossier_id in fallen:
            if self.dossier(dossier_id).check_outdated:
                self._check_again(dossier_id, by=by)

    def needing_a_look(self, dossier_id: str) -> tuple[Touched, ...]:
        """Return what of the published article has to be looked at, because a source changed or was taken back
        since.
        """
        return needing_a_look(self.dossier(dossier_id))

    def suggested_note(self, dossier_id: str) -> str:
        """Return a first wording for a correction note, for a person to edit; empty if there is nothing to look at."""
        from beleg.publishing.suggested_note import suggested_note

        dossier = self.dossier(dossier_id)
        return suggested_note(needing_a_look(dossier), dossier)

    def _held_in(self, dossier_id: str, source_id: str) -> tuple[HeldSource, ...]:
        return tuple(held for held in self.held(source_id) if held.dossier == dossier_id)

    def _check_again(self, dossier_id: str, *, by: str) -> None:
        """Check the text of a dossier, if there is one that had been checked; what others are writing they check
        themselves.
        """
        for _ in range(_ATTEMPTS):
            dossier = self.dossier(dossier_id)
            if dossier.current is None or not dossier.checks:
                return
            try:
                self.check(dossier_id, by=by)
            except Error:
                continue  # somebody changed it meanwhile: no check stands then, and nothing can be signed without one
            return


def _read(source: Source) -> ReadSource:
    from beleg.reading import read

    return ReadSource(source, read(source.text, language_for(source.language)))


def _touching(resting: Iterable[AffectedSentence], event: SourceChanged) -> tuple[AffectedSentence, ...]:
    """The sentences that rest on a passage that changed or vanished."""
    gone = Overlaps((one.passage.span, one) for one in event.passages)
    return tuple(
        sentence
        for sentence in resting
        if any(next(gone.at(passage.span), None) is not None for passage in sentence.passages)
    )


def _once(affected: Iterable[AffectedSentence]) -> tuple[AffectedSentence, ...]:
    found: dict[tuple[str, str], AffectedSentence] = {}
    for sentence in affected:
        found.setdefault((sentence.dossier, sentence.sentence), sentence)
    return tuple(found.values())
