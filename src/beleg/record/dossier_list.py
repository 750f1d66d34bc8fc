"""Dossier list: what lists show of every dossier, so that none has to be replayed to be listed.

It follows from the entries, dossier by dossier, and is brought up to date when somebody asks for it: a dossier that was
not touched since costs nothing, and whoever writes does not wait for it. It can be dropped and built again (`rebuild`).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, Row

from beleg.record.canonical import decode
from beleg.record.own_streams import OWN_STREAMS
from beleg.review.assessment import assess
from beleg.review.authorship import text_authors
from beleg.review.judging import masked
from beleg.review.open_things import waiting_alone
from beleg.review.replay import replay
from beleg.review.signing import sign_off_in_force
from beleg.review.stage import stage
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked, Entry
from beleg.terms.listed import Listed, OpenFor, Stage, WentOut
from beleg.terms.reading import BlockKind
from beleg.terms.review import Review
from beleg.text.blocks import blocks

VERSION = 2
"""Goes up with every change of what stands in the list, so that it is built again where an older version of Beleg built
it.
"""

_NAME = "dossiers"
_COLUMNS = tuple(field.name for field in fields(Listed))
_PUT = (
    f"INSERT INTO dossier_list ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)}) "  # noqa: S608
    f"ON CONFLICT (dossier) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS[1:])} "
    "WHERE excluded.position >= dossier_list.position"
)
_OUTDATED = (
    "SELECT e.dossier FROM events e LEFT JOIN dossier_list l ON l.dossier = e.dossier WHERE e.position = 1 "
    "AND e.dossier NOT IN (?, ?) AND (l.position IS NULL OR l.position < "
    "(SELECT max(position) FROM events WHERE dossier = e.dossier)) ORDER BY e.rowid"
)


class DossierList:
    """The list over one connection; what it reads is as true as the connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def current(self) -> bool:
        """Whether this version of the code built the list."""
        version = self._connection.exec_driver_sql("SELECT version FROM projections WHERE name = ?", (_NAME,))
        return version.scalar() == VERSION

    def outdated(self) -> tuple[str, ...]:
        """Return the ids of the dossiers that have gone on since they were listed, or never were; in the order they
        were opened.
        """
        return tuple(self._connection.exec_driver_sql(_OUTDATED, OWN_STREAMS).scalars())

    def all(self) -> tuple[Listed, ...]:
        """Return every dossier as it was listed last, in no order."""
        rows = self._connection.exec_driver_sql(f"SELECT {', '.join(_COLUMNS)} FROM dossier_list")  # noqa: S608
        return tuple(_read(row) for row in rows)

    def put(self, found: Iterable[Listed]) -> None:
        """List these dossiers as they are now; one that was listed later meanwhile stays as it is."""
        written = [_written(one) for one in found]
        if written:
            self._connection.exec_driver_sql(_PUT, written)

    def drop(self) -> None:
        """Empty the list; it is this version's from now on."""
        self._connection.exec_driver_sql("DELETE FROM dossier_list")
        self._connection.exec_driver_sql(
            "INSERT OR REPLACE INTO projections (name, version) VALUES (?, ?)", (_NAME, VERSION)
        )

    def rebuild(self) -> int:
        """Drop the list and build it again from the entries; return how many dossiers there are."""
        self.drop()
        opened = self.outdated()
        for dossier in opened:
            lines = self._connection.exec_driver_sql(
                "SELECT line FROM events WHERE dossier = ? ORDER BY position", (dossier,)
            )
            self.put([listed([decode(line) for (line,) in lines.all()])])
        return len(opened)


def listed(entries: Sequence[Entry]) -> Listed:
    """Return what lists show of the dossier that these entries, all that it has, tell of."""
    dossier = replay(entries)
    review = assess(dossier)
    changed = next(entry for entry in reversed(entries) if not isinstance(entry.event, DraftChecked))
    last = dossier.publications[-1].event if dossier.publications else None
    return Listed(
        dossier=dossier.id,
        position=entries[-1].position,
        title=dossier.title,
        language=dossier.language,
        updates=dossier.updates,
        stage=stage(dossier, review, sign_off_in_force(dossier)),
        checked=dossier.last_check is not None,
        findings=review.open_findings,
        sentences=len(waiting_alone(review)),
        sources=len(dossier.sources),
        embargo=dossier.embargo,
        changed_at=changed.at,
        changed_by=changed.by,
        headline=_headline(dossier, last.number) if last else "",
        address=last.address if last else "",
        history=_history(dossier),
        shown=_shown(dossier, review),
    )


def _shown(dossier: Dossier, review: Review) -> tuple[OpenFor, ...]:
    """What is open for whoever has written and judged nothing, and for each of those who have; empty where nothing is
    to judge.
    """
    if not any(one.risks for one in review.sentences):
        return ()
    known = sorted({*text_authors(dossier), *(one.by for one in dossier.judgements)})
    all_of_it = len(waiting_alone(review))
    return tuple(
        OpenFor(
            account=account,
            findings=each.open_findings,
            sentences=all_of_it if each is review else len(waiting_alone(each)),
            to_judge=each.to_judge,
        )
        for account in ("", *known)
        for each in (masked(review, dossier, account),)
    )


def _headline(dossier: Dossier, number: int) -> str:
    content = next(revision.content for revision in dossier.revisions if revision.number == number)
    found = next((block for block in blocks(content) if block.kind is BlockKind.HEADLINE), None)
    return " ".join(content[found.start : found.end].split()) if found else ""


def _history(dossier: Dossier) -> tuple[WentOut, ...]:
    went = []
    for version, out in enumerate(dossier.publications, start=1):
        signed = dossier.sign_off_of(out)
        went.append(
            WentOut(
                version=version,
                at=out.at,
                by=out.by,
                signed_by=signed.by if signed else "",
                note=out.event.note,
            )
        )
    if gone := dossier.withdrawal:
        went.append(
            WentOut(
                version=len(went) + 1,
                at=gone.at,
                by=gone.by,
                signed_by="",
                note=gone.event.note_readers,
                withdrawn=True,
            )
        )
    return tuple(went)


def _written(one: Listed) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(one, name) for name in _COLUMNS}
    return values | {
        "stage": one.stage.value,
        "history": json.dumps([asdict(act) for act in one.history], ensure_ascii=False),
        "shown": json.dumps([asdict(each) for each in one.shown]),
    }


def _read(row: "Row[Any]") -> Listed:
    values = dict(row._mapping)
    values["stage"] = Stage(values["stage"])
    values["checked"] = bool(values["checked"])
    values["history"] = tuple(WentOut(**act) for act in json.loads(values["history"]))
    values["shown"] = tuple(OpenFor(**each) for each in json.loads(values["shown"]))
    return Listed(**values)
