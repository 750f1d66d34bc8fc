"""The log: one hash tree over all entries, built over those that are there in the order they were stored.

What a leaf is and how the tree is hashed is written down here once more, because this step must go on doing what it
did when it was released, whatever becomes of the code.
"""

import json
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and their guards, and build the tree."""
    op.create_table(
        "log_leaves",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["dossier", "position"], ["events.dossier", "events.position"]),
        sa.UniqueConstraint("dossier", "position"),
    )
    op.create_table(
        "log_nodes",
        sa.Column("level", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "timestamps",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("checkpoint", sa.LargeBinary, nullable=False),
        sa.Column("token", sa.LargeBinary, nullable=False),
    )
    _build(op.get_bind())
    for table in ("log_leaves", "timestamps"):
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
            )
    # Numbered from 0 without a gap; an INSERT OR REPLACE deletes without asking the triggers above, hence these.
    op.execute(
        "CREATE TRIGGER log_leaves_follow BEFORE INSERT ON log_leaves "
        "WHEN NEW.number <> (SELECT coalesce(max(number) + 1, 0) FROM log_leaves) "
        "BEGIN SELECT RAISE(ABORT, 'the entry does not follow the last one'); END"
    )
    op.execute(
        "CREATE TRIGGER timestamps_follow BEFORE INSERT ON timestamps "
        "WHEN NEW.number <> (SELECT coalesce(max(number) + 1, 0) FROM timestamps) "
        "BEGIN SELECT RAISE(ABORT, 'the entry does not follow the last one'); END"
    )
    op.execute(
        "CREATE TRIGGER log_leaves_once BEFORE INSERT ON log_leaves WHEN EXISTS (SELECT 1 FROM log_leaves "
        "WHERE dossier = NEW.dossier AND position = NEW.position) "
        "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
    )


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")


_LEAF = sa.text("INSERT INTO log_leaves (number, dossier, position) VALUES (:number, :dossier, :position)")
_NODE = sa.text("INSERT INTO log_nodes (level, position, hash) VALUES (:level, :position, :hash)")
_BATCH = 5_000


def _build(connection: sa.Connection) -> None:
    frontier: list[bytes] = []  # the hashes of the perfect subtrees so far, the largest first
    entries = connection.execute(sa.text("SELECT dossier, position, line FROM events ORDER BY rowid"))
    number = 0
    while rows := entries.fetchmany(_BATCH):
        leaves: list[dict[str, object]] = []
        nodes: list[dict[str, object]] = []
        for dossier, position, line in rows:
            leaves.append({"number": number, "dossier": dossier, "position": position})
            named = {"dossier": dossier, "entry": sha256(line).hexdigest(), "position": position}
            content = json.dumps(named, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            level, place, found = 0, number, sha256(b"\x00" + content.encode("utf-8")).digest()
            nodes.append({"level": level, "position": place, "hash": found})
            while place & 1:
                found = sha256(b"\x01" + frontier.pop() + found).digest()
                level, place = level + 1, place >> 1
                nodes.append({"level": level, "position": place, "hash": found})
            frontier.append(found)
            number += 1
        connection.execute(_LEAF, leaves)
        connection.execute(_NODE, nodes)
