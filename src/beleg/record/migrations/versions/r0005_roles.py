"""Roles of accounts, and what was denied to whom.

The triggers guard the denials as they guard the record: against mistakes, not against ill will with the file at hand.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every account the role that may do all that every account could do before, and make the table."""
    op.add_column("accounts", sa.Column("role", sa.Text, nullable=False, server_default="duty_editor"))
    op.create_table(
        "denials",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("account", sa.Text, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("permission", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
    )
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER denials_no_{act.lower()} BEFORE {act} ON denials "
            f"BEGIN SELECT RAISE(ABORT, 'what was denied is kept as it is'); END"
        )
    # An INSERT OR REPLACE deletes without asking the trigger above, hence this one.
    op.execute(
        "CREATE TRIGGER denials_once BEFORE INSERT ON denials WHEN EXISTS "
        "(SELECT 1 FROM denials WHERE number = NEW.number) "
        "BEGIN SELECT RAISE(ABORT, 'what was denied is kept as it is'); END"
    )


def downgrade() -> None:
    """Refuse: an older version would let everybody do everything again."""
    raise NotImplementedError("There is no way back to a version that knows no roles.")
