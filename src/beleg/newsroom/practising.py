"""Practising: trainings on copies of texts, in which faults are planted, and what the desks find."""

import secrets
from collections.abc import Sequence, Set
from dataclasses import replace

from beleg.drafting.planting import planted
from beleg.language.registry import language_for, language_read
from beleg.newsroom import example
from beleg.newsroom.acting import stamp
from beleg.newsroom.dossiers import Dossiers
from beleg.pipeline import check_draft
from beleg.reading import read
from beleg.record import trainings
from beleg.record.store import Act
from beleg.review.training import MOST_FAULTS, added, result, told
from beleg.terms.finding import Severity
from beleg.terms.refusal import Error
from beleg.terms.report import CheckedSentence, Verdict
from beleg.terms.role import Permission
from beleg.terms.source import Source
from beleg.terms.training import PREFIX, ClosedTraining, DeskSum, PracticeSource, Result, Training

EXAMPLE = "example"
"""What is named in place of a dossier to practise on the example story."""
_LONGEST_DESK = 60


class Practising(Dossiers):
    """The part of a newsroom's door that concerns trainings; see `beleg.newsroom.house.Newsroom`.

    A training is no dossier: it has no record, and every act on a dossier refuses its id.
    """

    def open_training(self, dossier_id: str, *, by: str, faults: int = 5, seed: str = "") -> Training:
        """Copy the current text of a dossier (or `EXAMPLE`) with its sources, and plant faults into true sentences of
        it.

        True are those that the machine finds supported. The same `seed` plants the same faults; without one they are
        drawn. Raises Error for a number of faults that is not 1 to `MOST_FAULTS`, if there is no text, if it rests on a
        source taken in as confidential, and if the text offers no sentence to plant one in.
        """
        if not 1 <= faults <= MOST_FAULTS:
            raise Error(f"A training has 1 to {MOST_FAULTS} faults.")
        title, language_code, content, sources = self._material(dossier_id)
        language = language_read(language_code)
        reading = read(content, language)
        text, found = planted(
            reading,
            language,
            _true(_checked(content, language_code, sources)),
            faults=faults,
            seed=seed or secrets.token_hex(8),
        )
        if not found:
            raise Error("No fault can be planted: no sentence of this text is supported by its sources.")
        held_up = _held_up(_checked(text, language_code, sources))
        training = Training(
            id=f"{PREFIX}{secrets.token_hex(8)}",
            title=title,
            language=language_code,
            content=text,
            sources=tuple(PracticeSource(label=source.label, text=source.text) for source in sources),
            planted=tuple(replace(fault, named=fault.now in held_up) for fault in found),
            opened_at=stamp(self._clock()),
        )
        with self._act(by, Permission.TRAIN) as act:
            trainings.keep(act.connection, training)
        return training

    def trainings(self) -> tuple[Training, ...]:
        """Return the trainings that are going on, the newest first; what is planted in them is for nobody's screen."""
        with self._store.reading() as connection:
            return trainings.going_on(connection)

    def closed_trainings(self) -> tuple[ClosedTraining, ...]:
        """Return the trainings that are over, the newest first, with what may be told of the desks."""
        with self._store.reading() as connection:
            return trainings.closed(connection)

    def training(self, training_id: str) -> Training:
        """Return a training that is going on. Raises Error if there is none of this id, or if it is over."""
        found = next((one for one in self.trainings() if one.id == training_id), None)
        if found is None:
            raise _over()
        return found

    def has_taken_part(self, training_id: str, *, by: str) -> bool:
        """Whether `by` has handed marks in for a training that is going on."""
        with self._store.reading() as connection:
            return trainings.has_taken_part(connection, training_id, by)

    def hand_in(self, training_id: str, marked: Set[int], *, by: str) -> Result:
        """Hand in which sentences (places from 0) `by` thinks are wrong, and return what came of it.

        It is added to the sums of their desk and kept in no other way. Raises Error if the training is over, and if
        they have handed in before.
        """
        with self._act(by, Permission.TRAIN) as act:
            training = _going_on(act, training_id)
            if trainings.has_taken_part(act.connection, training_id, by):
                raise Error("You have handed in your marks for this training already.")
            one = result(training, marked)
            desk = trainings.desk_of(act.connection, by)
            sums = {each.desk: each for each in trainings.sums(act.connection, training_id)}
            before = sums.get(desk) or DeskSum(desk=desk, people=0, planted=0, found=0, others_marked=0)
            trainings.replace_sums(act.connection, training_id, ({**sums, desk: added(before, one)}).values())
            trainings.note_part(act.connection, training_id, by)
        return one

    def close_training(self, training_id: str, *, by: str) -> ClosedTraining:
        """End a training: its copy goes, and of the results what may be told of the desks
        (`beleg.review.training.told`) stays.

        Raises Error if it is over already.
        """
        with self._act(by, Permission.TRAIN) as act:
            _going_on(act, training_id)
            left = told(trainings.sums(act.connection, training_id))
            trainings.replace_sums(act.connection, training_id, left)
            trainings.close(act.connection, training_id, stamp(self._clock()))
        self._store.sweep()
        return next(one for one in self.closed_trainings() if one.id == training_id)

    def desk_of(self, account_id: str) -> str:
        """Return the desk an account belongs to; empty if none is known."""
        with self._store.reading() as connection:
            return trainings.desk_of(connection, account_id)

    def set_desk(self, account_id: str, desk: str, *, by: str = "") -> None:
        """Say to which desk ("Lokales", "Politik") an account belongs; empty: to none. Who trains says it of
        themselves.

        Raises Error for an overlong name and for an unknown account.
        """
        desk = " ".join(desk.split())
        if len(desk) > _LONGEST_DESK:
            raise Error(f"The name of a desk must have at most {_LONGEST_DESK} characters.")
        by = by or account_id
        permission = Permission.TRAIN if by == account_id else Permission.ADMINISTER
        with self._act(by, permission) as act:
            act.account(account_id)
            trainings.set_desk(act.connection, account_id, desk)

    def _material(self, dossier_id: str) -> tuple[str, str, str, tuple[Source, ...]]:
        """Title, language, text and sources to practise on."""
        if dossier_id == EXAMPLE:
            from beleg.intake import take_in

            files = (take_in(example.source_file(name), name=name) for name in example.SOURCES)
            return (
                example.TITLE,
                "de",
                example.corrected_draft(),
                tuple(one for file in files for one in file),
            )
        dossier = self.dossier(dossier_id)
        if dossier.current is None:
            raise Error(f"{dossier.title}: there is no draft yet.")
        if any(source.confidential for source in dossier.standing_sources):
            raise Error(
                "A text with sources that are kept from language models outside the house is not copied for practice."
            )
        return dossier.title, dossier.language, dossier.current.content, self._standing(dossier_id)

    def _standing(self, dossier_id: str) -> tuple[Source, ...]:
        from beleg.newsroom.shelving import Shelf

        dossier = self.dossier(dossier_id)
        return tuple(Shelf(self._store).chosen(dossier, ()))


def _checked(content: str, language: str, sources: Sequence[Source]) -> tuple[CheckedSentence, ...]:
    draft = Source(text=content, language=language)
    return check_draft(draft, list(sources), language=language_for(language)).sentences


def _true(sentences: Sequence[CheckedSentence]) -> frozenset[int]:
    """The places of the sentences that a source supports and nothing was found in."""
    return frozenset(
        place
        for place, one in enumerate(sentences)
        if one.verdict is Verdict.SUPPORTED
        and not any(f.severity is not Severity.NOTICE for f in one.findings)
    )


def _held_up(sentences: Sequence[CheckedSentence]) -> frozenset[str]:
    """The words of the sentences that Beleg's own checks do not let pass."""
    return frozenset(
        one.text
        for one in sentences
        if one.verdict in (Verdict.DISTORTED, Verdict.UNSUPPORTED)
        or any(found.severity is not Severity.NOTICE for found in one.findings)
    )


def _going_on(act: Act, training_id: str) -> Training:
    found = next((one for one in trainings.going_on(act.connection) if one.id == training_id), None)
    if found is None:
        raise _over()
    return found


def _over() -> Error:
    return Error("This training is over, or there is none of this id.")
