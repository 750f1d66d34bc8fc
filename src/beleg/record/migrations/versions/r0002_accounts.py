"""Accounts that can be closed, and the moment up to which the sessions of an account have ended."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; every account there is stays open, and its sessions go on."""
    op.add_column("accounts", sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("accounts", sa.Column("sessions_after", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    """Refuse: an older version would let closed accounts in again."""
    raise NotImplementedError("There is no way back to a version that knows no closed accounts.")
