"""Whose screen has shown the evidence of which sentence.

It is no part of the record. What was shown to whom is kept without a time, and goes with the name of the account.
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


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")
