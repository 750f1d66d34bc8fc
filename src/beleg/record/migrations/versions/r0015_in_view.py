"""Whether evidence was in view and not only in a pane that was shown, and what is open in a dossier for whom.

Of what was shown before nobody knows whether it was in view. The list of the dossiers is built again when somebody asks
for it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column(
        "evidence_shown", sa.Column("in_view", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.add_column("dossier_list", sa.Column("shown", sa.Text, nullable=False, server_default="[]"))


def downgrade() -> None:
    """Refuse: an older version would take a pane that was shown for evidence that was in view."""
    raise NotImplementedError("There is no way back to a version that does not tell the two apart.")
