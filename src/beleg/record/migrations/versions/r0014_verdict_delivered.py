"""Whom the verdict on a sentence was sent, apart from on whose screen its evidence stood.

What was kept before stood on a screen.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "evidence_shown", sa.Column("on_screen", sa.Boolean, nullable=False, server_default=sa.true())
    )


def downgrade() -> None:
    """Refuse: an older version would take what was only sent for what was on the screen."""
    raise NotImplementedError("There is no way back to a version that does not tell the two apart.")
