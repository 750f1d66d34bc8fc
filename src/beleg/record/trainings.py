"""Trainings: copies of texts with planted faults, kept beside the record, and what desks found in them.

Nothing of a training is an entry of the record: it is in no chain and no log, and nothing that goes out is made from
it. Who has taken part is kept as a hash that only the training's own salt explains; closing the training deletes both,
with the copy.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from beleg.record.schema import account_desks, training_sums, training_taken, trainings
from beleg.terms.refusal import Error
from beleg.terms.training import ClosedTraining, DeskSum, FaultKind, PlantedFault, PracticeSource, Training


def keep(connection: Connection, training: Training) -> None:
    """Keep a training that begins."""
    copy = {
        "content": training.content,
        "sources": [asdict(source) for source in training.sources],
        "planted": [asdict(fault) for fault in training.planted],
    }
    row = {
        "id": training.id,
        "title": training.title,
        "language": training.language,
        "opened_at": training.opened_at,
        "closed_at": "",
        "faults": len(training.planted),
        "salt": secrets.token_hex(16),
        "copy": json.dumps(copy, ensure_ascii=False),
    }
    connection.execute(insert(trainings), row)


def going_on(connection: Connection) -> tuple[Training, ...]:
    """The trainings that are going on, the newest first."""
    rows = connection.execute(
        select(trainings).where(trainings.c.closed_at == "").order_by(trainings.c.opened_at.desc())
    )
    return tuple(
        _training(row.id, row.title, row.language, row.opened_at, json.loads(row.copy)) for row in rows
    )


def closed(connection: Connection) -> tuple[ClosedTraining, ...]:
    """The trainings that are over, the newest first, with what may be told of the desks."""
    rows = connection.execute(
        select(trainings).where(trainings.c.closed_at != "").order_by(trainings.c.opened_at.desc())
    )
    return tuple(
        ClosedTraining(
            id=row.id,
            title=row.title,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            faults=row.faults,
            sums=sums(connection, row.id),
        )
        for row in rows.all()
    )


def sums(connection: Connection, training_id: str) -> tuple[DeskSum, ...]:
    """What the desks found in a training so far, added up; the one without a name last."""
    rows = connection.execute(select(training_sums).where(training_sums.c.training == training_id))
    found = [
        DeskSum(desk=r.desk, people=r.people, planted=r.planted, found=r.found, others_marked=r.others_marked)
        for r in rows
    ]
    return tuple(sorted(found, key=lambda one: (not one.desk, one.desk)))


def replace_sums(connection: Connection, training_id: str, found: Iterable[DeskSum]) -> None:
    """Keep these sums of a training, and no others."""
    connection.execute(delete(training_sums).where(training_sums.c.training == training_id))
    for one in found:
        connection.execute(insert(training_sums), {"training": training_id, **asdict(one)})


def has_taken_part(connection: Connection, training_id: str, account: str) -> bool:
    """Whether an account has handed its marks in."""
    mark = training_taken.c.mark == _mark(connection, training_id, account)
    return connection.scalar(select(training_taken.c.mark).where(mark)) is not None


def note_part(connection: Connection, training_id: str, account: str) -> None:
    """Keep that an account has handed its marks in, and nothing of what it marked."""
    mark = _mark(connection, training_id, account)
    connection.execute(insert(training_taken), {"training": training_id, "mark": mark})


def close(connection: Connection, training_id: str, at: str) -> None:
    """End a training: the copy, the salt and the marks of who took part are deleted."""
    connection.execute(delete(training_taken).where(training_taken.c.training == training_id))
    connection.execute(
        update(trainings).where(trainings.c.id == training_id).values(closed_at=at, salt="", copy="")
    )


def desk_of(connection: Connection, account: str) -> str:
    """The desk an account belongs to; empty if none is known."""
    found = connection.scalar(select(account_desks.c.desk).where(account_desks.c.account == account))
    return found or ""


def set_desk(connection: Connection, account: str, desk: str) -> None:
    """Say to which desk an account belongs; empty takes it out of any."""
    connection.execute(delete(account_desks).where(account_desks.c.account == account))
    if desk:
        connection.execute(insert(account_desks), {"account": account, "desk": desk})


def _mark(connection: Connection, training_id: str, account: str) -> str:
    salt = connection.scalar(select(trainings.c.salt).where(trainings.c.id == training_id))
    if not salt:
        raise Error("This training is over, or there is none of this id.")
    return sha256(f"{salt}/{account}".encode()).hexdigest()


def _training(
    training_id: str, title: str, language: str, opened_at: str, copy: dict[str, list[dict[str, str]]]
) -> Training:
    return Training(
        id=training_id,
        title=title,
        language=language,
        content=str(copy["content"]),
        sources=tuple(PracticeSource(**source) for source in copy["sources"]),
        planted=tuple(_fault(fault) for fault in copy["planted"]),
        opened_at=opened_at,
    )


def _fault(fault: dict[str, str]) -> PlantedFault:
    return PlantedFault(
        kind=FaultKind(fault["kind"]),
        sentence=int(fault["sentence"]),
        was=fault["was"],
        now=fault["now"],
        named=bool(fault["named"]),
    )
