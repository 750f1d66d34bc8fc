"""Projections: tables that follow from the record alone, and can be thrown away and built again."""

from collections.abc import Callable

from sqlalchemy import Connection

from beleg.record.dossier_list import DossierList
from beleg.record.evidence_index import EvidenceIndex
from beleg.record.log import Log

PROJECTIONS: tuple[tuple[str, Callable[[Connection], object]], ...] = (
    ("the tree of the log", lambda connection: Log(connection).rebuild()),
    ("which sentence rests on which passage", lambda connection: EvidenceIndex(connection).rebuild()),
    ("the list of the dossiers", lambda connection: DossierList(connection).rebuild()),
)
"""What each holds, in words, and what builds it again over a connection that may write."""


def rebuild(connection: Connection) -> tuple[str, ...]:
    """Drop every projection and build it again from the record; return what each holds."""
    for _, build in PROJECTIONS:
        build(connection)
    return tuple(name for name, _ in PROJECTIONS)
