"""Gone out: which entry of each dossier speaks of what stands at its address now."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from beleg.record.schema import attachments, events

_PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneOut:
    """The last publication of a dossier, or its withdrawal."""

    dossier: str
    position: int
    at: str
    """RFC 3339."""
    withdrawn: bool


def gone_out(connection: Connection) -> tuple[GoneOut, ...]:
    """Return every dossier that has published anything, the newest act first."""
    last = (
        select(attachments.c.dossier, func.max(attachments.c.position).label("position"))
        .where(attachments.c.role == _PAGE)
        .group_by(attachments.c.dossier)
        .subquery()
    )
    lines = select(events.c.dossier, events.c.position, events.c.line).join(
        last, (events.c.dossier == last.c.dossier) & (events.c.position == last.c.position)
    )
    found = []
    for dossier, position, line in connection.execute(lines):
        entry = json.loads(line)
        withdrawn = entry["event"]["type"] == "withdrawn"
        found.append(GoneOut(dossier=dossier, position=position, at=entry["at"], withdrawn=withdrawn))
    return tuple(sorted(found, key=lambda each: (each.at, each.dossier), reverse=True))


def continuing(connection: Connection, dossier: str) -> tuple[str, ...]:
    """Return the ids of the dossiers that were opened to continue the article of `dossier`, in the order they were.

    What opens a dossier says so in its line; it is looked for there as it stands, so that nothing has to be replayed.
    """
    said = f'"updates":{json.dumps(dossier)}'.encode()
    first = select(events.c.dossier).where(events.c.position == 1, func.instr(events.c.line, said) > 0)
    return tuple(connection.scalars(first.order_by(text("rowid"))))
