"""The record, the bytes it speaks of, and the people.

The triggers make the database itself refuse to rewrite the record, whoever asks. They guard against mistakes;
somebody with the file and ill will can drop them, and is found out by the chain.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPLICATION_ID = 0x42454C47


def upgrade() -> None:
    """Make the tables and their guards."""
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("dossier", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False, unique=True),
        sa.Column("line", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "attachments",
        sa.Column("dossier", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.ForeignKeyConstraint(["dossier", "position"], ["events.dossier", "events.position"]),
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("login", sa.Text, nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("function", sa.Text, nullable=False),
        sa.Column("password", sa.Text, nullable=False),
    )
    for table in ("events", "attachments", "blobs"):
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
            )
    # An INSERT OR REPLACE deletes without asking the trigger above, hence these.
    op.execute(
        "CREATE TRIGGER events_follow BEFORE INSERT ON events WHEN "
        "EXISTS (SELECT 1 FROM events WHERE hash = NEW.hash) "
        "OR NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM events WHERE dossier = NEW.dossier) "
        "OR NEW.previous <> coalesce((SELECT hash FROM events WHERE dossier = NEW.dossier "
        "AND position = NEW.position - 1), printf('%064d', 0)) "
        "BEGIN SELECT RAISE(ABORT, 'the entry does not follow the last one'); END"
    )
    op.execute(
        "CREATE TRIGGER attachments_once BEFORE INSERT ON attachments WHEN EXISTS (SELECT 1 FROM attachments "
        "WHERE dossier = NEW.dossier AND position = NEW.position AND role = NEW.role) "
        "BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"
    )
    op.execute(
        "CREATE TRIGGER blobs_once BEFORE INSERT ON blobs WHEN EXISTS "
        "(SELECT 1 FROM blobs WHERE sha256 = NEW.sha256) BEGIN SELECT RAISE(IGNORE); END"
    )
    op.execute(f"PRAGMA application_id = {_APPLICATION_ID}")


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")
