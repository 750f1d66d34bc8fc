"""The names that accounts had before they were given another one.

What was renamed before this step keeps no former name.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "former_names",
        sa.Column("account", sa.Text, sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
    )


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")
