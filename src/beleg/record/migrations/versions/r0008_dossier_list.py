"""What lists show of dossiers, and in whose hands dossiers are.

The first is a projection of the record. It is empty here and filled when somebody asks for it; see
`beleg.record.dossier_list`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "dossier_list",
        sa.Column("dossier", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("updates", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("checked", sa.Boolean, nullable=False),
        sa.Column("findings", sa.Integer, nullable=False),
        sa.Column("sentences", sa.Integer, nullable=False),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("embargo", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("history", sa.Text, nullable=False),
    )
    op.create_table(
        "assignments",
        sa.Column("dossier", sa.Text, primary_key=True),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")
