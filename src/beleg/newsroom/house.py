"""House: the newsroom, and the only door to it for terminal and desk.

Every act of a person is one method. It is stored whole or not at all, and the rules about who may do what are
asked in the transaction that stores it, so that no entrance and no second process can slip past one.
"""

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from beleg.drafting.progress import UNWATCHED, Progress, StoppedError
from beleg.drafting.proposal import DraftingModel
from beleg.language.registry import language_read
from beleg.model_draft import ModelDraft
from beleg.newsroom import generating, writing
from beleg.newsroom.acting import stamp
from beleg.newsroom.checks_apart import HERE, Checks
from beleg.newsroom.erasing import Erasing
from beleg.newsroom.feeding import Feeding
from beleg.newsroom.headlining import headline_offered
from beleg.newsroom.judging import Judging
from beleg.newsroom.listing import Listing
from beleg.newsroom.logbook import Logbook
from beleg.newsroom.offering import Offering
from beleg.newsroom.practising import Practising
from beleg.newsroom.refused import Refused
from beleg.record.founding import found
from beleg.record.store import RecordStore
from beleg.review import deciding, releasing
from beleg.review.finding_history import escalated_by
from beleg.terms.account import WATCHING, Account
from beleg.terms.brief import Brief
from beleg.terms.dossier import Dossier
from beleg.terms.events import DossierOpened
from beleg.terms.price import Price
from beleg.terms.refusal import Error
from beleg.terms.review import Review
from beleg.terms.revision import Revision
from beleg.terms.role import Permission
from beleg.terms.source import Source

if TYPE_CHECKING:
    from beleg.newsroom.sightings import Sighting

__all__ = ["Newsroom", "Refused"]

_LONGEST_TITLE = 300


def _now() -> datetime:
    return datetime.now(UTC)


class Newsroom(Offering, Judging, Practising, Erasing, Feeding, Listing, Logbook):
    """A newsroom in a folder: its people, its dossiers, its record. Safe for several threads and processes.

    `by` is always the id of an account; an unknown or closed one, like an unknown dossier, source, finding or
    sentence, raises Error. Use it as a context manager or close it.
    """

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        create: bool = True,
        clock: Callable[[], datetime] = _now,
        checks: Checks = HERE,
    ) -> Self:
        """Open the newsroom in `folder`, founding it there first if `create` says so.

        `clock` gives the present moment with a time zone. `checks` says where texts are read and compared:
        here, or in a process of their own (`beleg.newsroom.checks_apart.ChecksApart`), which whoever began it
        closes. Raises Error where the folder holds no newsroom (and none is to be founded), cannot be written, or
        was written by a newer version of Beleg, and if its first key cannot be made.
        """
        store = RecordStore.open(folder, create=create)
        try:
            found(store, at=stamp(clock()))
        except Error:
            store.close()
            raise
        return cls(store, clock, checks)

    def close(self) -> None:
        """Let go of the folder."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Dossiers

    def open_dossier(self, title: str, language: str, *, by: str, updates: str = "") -> Dossier:
        """Open a dossier for an article in `language` ("de", "en"; a region in it is dropped).

        `updates` is the id of the dossier whose published article it continues; page and data will link to that
        article. Raises Error for an empty or overlong title, for a language that Beleg does not read, and for an
        article to continue that is not published or was withdrawn.
        """
        title = " ".join(title.split())
        if not title or len(title) > _LONGEST_TITLE:
            raise Error(f"The title of a dossier must have 1 to {_LONGEST_TITLE} characters.")
        known = language_read(language)
        dossier_id = f"d-{secrets.token_hex(8)}"
        with self._acting(dossier_id, by, Permission.OPEN_DOSSIER, new=True) as acting:
            if updates:
                releasing.refuse_unpublished(acting.other(updates))
            acting.append(DossierOpened(title=title, language=known.code, updates=updates))
        return self.dossier(dossier_id)

    # The draft

    def save(self, dossier_id: str, content: str, *, by: str, base: str = "") -> Revision:
        r"""Save the text as the next revision and return it; the current content again makes no new one.

        `base` is the hash of the content it was edited from; if the draft has changed since, Error is raised and
        nothing is stored (empty: whatever there is, is followed by this). Line ends become "\n". Raises Error
        for a text that cannot be kept; see `beleg.newsroom.writing.clean`.
        """
        content, sentences = writing.read_in(content, self.dossier(dossier_id).language)
        while True:
            # Where the words come from takes a moment to tell in a long text: nobody has to wait for that.
            before = self.dossier(dossier_id)
            written = writing.by_person(before, content, sentences, by=by)
            with self._acting(dossier_id, by, Permission.WRITE) as acting:
                dossier = acting.dossier
                current = dossier.current
                if base and (current is None or current.content_sha256 != base):
                    raise Error("The draft was changed by somebody else meanwhile; nothing was saved.")
                if current is not None and current.content == content:
                    return current
                if dossier.revisions == before.revisions:
                    acting.append(written)
                    return acting.dossier.draft

    def draft(
        self, dossier_id: str, *, by: str, source_ids: Sequence[str] = (), sentences: int = 12
    ) -> Revision:
        """Have the machine write about `sentences` sentences from the chosen sources (none named: from all).

        It becomes the next revision; earlier ones stay in the record. Who orders it counts as an author. Raises Error
        if there are no sources, if a chosen one was taken back or replaced by a newer version, or if the draft was
        changed while the machine was writing.
        """
        before = self.dossier(dossier_id)
        self.permit(by, Permission.DRAFT, dossier_id=dossier_id)
        chosen = self._shelf.chosen(before, source_ids)
        written = writing.machine_draft(before, chosen, sentences=sentences, by=by)
        with self._acting(dossier_id, by, Permission.DRAFT) as acting:
            if acting.dossier.revisions != before.revisions:
                raise Error("The draft was changed by somebody else meanwhile; the machine's was not kept.")
            if before.current is None or before.current.content != written.content:
                acting.append(written)
            return acting.dossier.draft

    def generate(
        self,
        dossier_id: str,
        model: DraftingModel,
        brief: Brief,
        *,
        by: str,
        source_ids: Sequence[str] = (),
        progress: Progress = UNWATCHED,
        price: Price | None = None,
    ) -> ModelDraft:
        """Have a language model write to `brief` from the chosen sources (none named: from all).

        What the sources bear out becomes the next revision. Where the model is on another machine, sources taken in as
        confidential are left out. Who orders it counts as an author. `progress` is told what is being done, `price` is
        what the vendor charges, if known. Returns what was struck as well. Raises Error if there are no sources to
        send, if nothing is borne out, or if the draft was changed meanwhile, and
        `beleg.drafting.proposal.NoProposalError` as the model does.
        """
        before = self.dossier(dossier_id)
        self.permit(by, Permission.DRAFT, dossier_id=dossier_id)  # before anything leaves the house
        outside = not model.on_this_machine
        given = self.sources_for_model(dossier_id, outside=outside, source_ids=source_ids)
        made, written, generated = generating.generated(
            before, given, model, brief, by=by, progress=progress, price=price
        )
        with self._acting(dossier_id, by, Permission.DRAFT) as acting:
            if acting.dossier.revisions != before.revisions:
                raise Error("The draft was changed by somebody else meanwhile; the model's was not kept.")
            if progress.stopped:
                raise StoppedError
            acting.append(written)
            acting.append(generated)
        return made

    def put_headline(self, dossier_id: str, words: str, *, by: str, base: str) -> Revision:
        """Put a headline over the draft that the machine offers for it (`beleg.headlines`), and record it as the
        machine's.

        `base` is the hash of the content it was offered for. Raises Error where the draft has changed since, and for
        words that the machine does not offer: those are a person's, and are saved as such.
        """
        dossier = self.dossier(dossier_id)
        self.permit(by, Permission.DRAFT, dossier_id=dossier_id)
        written = headline_offered(dossier, self._shelf.chosen(dossier, ()), words, by=by)
        with self._acting(dossier_id, by, Permission.DRAFT) as acting:
            current = acting.dossier.current
            if (
                current is None
                or current.content_sha256 != base
                or acting.dossier.revisions != dossier.revisions
            ):
                raise Error("The draft was changed by somebody else meanwhile; nothing was saved.")
            if current.content != written.content:
                acting.append(written)
            return acting.dossier.draft

    def sources_for_model(
        self, dossier_id: str, *, outside: bool, source_ids: Sequence[str] = ()
    ) -> tuple[Source, ...]:
        """Return the sources whose passages a language model is given: none that is confidential if it is `outside`.

        `source_ids` are those chosen; none named, all are. Raises Error where a chosen one does not stand any more.
        """
        dossier = self.dossier(dossier_id)
        kept_back = {event.source for event in dossier.sources if event.confidential and outside}
        return tuple(s for s in self._shelf.chosen(dossier, source_ids) if s.id not in kept_back)

    # Review

    def review(self, dossier_id: str) -> Review:
        """Return what is decided and what is open about the current text."""
        return self._replayed.review(self.dossier(dossier_id))

    def dismiss(self, dossier_id: str, finding_key: str, reason: str, *, by: str) -> None:
        """Dismiss a finding here, with a reason; see `beleg.review.deciding` for what is refused."""
        with self._acting(dossier_id, by, Permission.READ) as acting:
            escalated = bool(escalated_by(acting.dossier, finding_key))
            acting.require(Permission.DECIDE_ESCALATED if escalated else Permission.DECIDE)
            acting.append(deciding.dismissal(acting.dossier, finding_key, reason, by=by))

    def escalate(self, dossier_id: str, finding_key: str, reason: str, *, by: str) -> None:
        """Pass a finding on, with a reason; it stays open until somebody else dismisses it or it is fixed."""
        with self._acting(dossier_id, by, Permission.ESCALATE) as acting:
            acting.append(deciding.escalation(acting.dossier, finding_key, reason))

    def confirm(
        self,
        dossier_id: str,
        sentence_key: str,
        reason: str,
        *,
        by: str,
        evidence: str | None = None,
        in_view: bool = False,
    ) -> None:
        """Vouch for a sentence that waits for a person, with a reason.

        `evidence` is the key of the evidence that was shown to who confirms it (None: whatever it has), `in_view`
        whether their screen says that all of it was in view; see `beleg.review.deciding.confirmation` for what is
        refused.
        """
        with self._acting(dossier_id, by, Permission.READ) as acting:
            escalated = deciding.waits_for_others(acting.dossier, sentence_key)
            acting.require(Permission.DECIDE_ESCALATED if escalated else Permission.CONFIRM)
            event = deciding.confirmation(acting.dossier, sentence_key, reason, by=by, evidence=evidence)
            seen = acting.sight(event.sentence, event.evidence_seen, told=in_view)
            acting.append(replace(event, sight=seen))

    # Watching

    def watching_account(self) -> Account:
        """Return the account in whose name a program records what it saw of the sources; made where there is none yet.

        Nobody can sign in with it, and it decides, writes and signs nothing. Raises Error if it was closed: then
        nothing is watched in its name any more.
        """
        known = next((person for person in self.accounts() if person.login == WATCHING), None)
        if known is None:
            return self._people.add_program(WATCHING, "Beleg", "Quellenbeobachtung (Programm)")
        if known.closed:
            raise Error(f"{WATCHING}: this account is closed; name another one with --as LOGIN.")
        return known

    def watch(self, *, by: str) -> "Iterator[Sighting]":
        """Fetch every source that has an address again and record what became of it; see
        `beleg.newsroom.watching.Watch`.
        """
        from beleg.newsroom.watching import Watch
        from beleg.record.watched import WatchedAddresses

        return Watch(self, WatchedAddresses(self._store), by=by, now=self._clock).once()
