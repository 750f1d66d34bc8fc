"""Whom an issuer of accounts elsewhere vouches for, by what it never gives to somebody else.

Who signed in through an issuer before this step is known by it the next time they do.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "vouched",
        sa.Column("issuer", sa.Text, primary_key=True),
        sa.Column("subject", sa.Text, primary_key=True),
        sa.Column("account", sa.Text, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("since", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")
