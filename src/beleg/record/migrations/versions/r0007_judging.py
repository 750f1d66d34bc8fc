"""Whose screen has shown the evidence of which sentence; trainings; and to which desk an account belongs.

None of it is part of the record. What was shown to whom is kept without a time, and goes with the name of the account.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "evidence_shown",
        sa.Column("account", sa.Text, primary_key=True),
        sa.Column("dossier", sa.Text, primary_key=True),
        sa.Column("sentence", sa.Text, primary_key=True),
        sa.Column("evidence", sa.Text, primary_key=True),
        sa.Column("with_verdict", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "account_desks",
        sa.Column("account", sa.Text, primary_key=True),
        sa.Column("desk", sa.Text, nullable=False),
    )
    op.create_table(
        "trainings",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("opened_at", sa.Text, nullable=False),
        sa.Column("closed_at", sa.Text, nullable=False),
        sa.Column("faults", sa.Integer, nullable=False),
        sa.Column("salt", sa.Text, nullable=False),
        sa.Column("copy", sa.Text, nullable=False),
    )
    op.create_table(
        "training_taken",
        sa.Column("mark", sa.Text, primary_key=True),
        sa.Column("training", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "training_sums",
        sa.Column("training", sa.Text, primary_key=True),
        sa.Column("desk", sa.Text, primary_key=True),
        sa.Column("people", sa.Integer, nullable=False),
        sa.Column("planted", sa.Integer, nullable=False),
        sa.Column("found", sa.Integer, nullable=False),
        sa.Column("others_marked", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")
