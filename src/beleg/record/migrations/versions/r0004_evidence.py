"""Which sentences rest on which passages of which source, and what was seen at the addresses of sources.

The first are a projection of the record. They are empty here and filled when the record is opened, because a projection
is rebuilt whenever the code that makes it changes; see `beleg.record.evidence_index`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "projections",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
    )
    op.create_table(
        "held_sources",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("text_sha256", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("same_origin_as", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
        sa.UniqueConstraint("dossier", "source"),
    )
    for column in ("source", "text_sha256", "address", "same_origin_as"):
        op.create_index(f"held_sources_{column}", "held_sources", [column])
    op.create_table(
        "evidence_texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("published_at", sa.Text, nullable=False),
        sa.Column("content_sha256", sa.Text, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
    )
    op.create_index("evidence_texts_dossier", "evidence_texts", ["dossier"])
    op.create_table(
        "evidence_sentences",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    op.create_index("evidence_sentences_text", "evidence_sentences", ["text", "key"])
    op.create_table(
        "evidence_passages",
        sa.Column("held", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sentence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("end", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("evidence_passages_sentence", "evidence_passages", ["sentence"])
    op.create_table(
        "watched_addresses",
        sa.Column("address", sa.Text, primary_key=True),
        sa.Column("etag", sa.Text, nullable=False),
        sa.Column("last_modified", sa.Text, nullable=False),
        sa.Column("compared", sa.Text, nullable=False),
        sa.Column("not_before", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("missing", sa.Integer, nullable=False),
        sa.Column("missing_since", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Refuse: the record is never taken apart."""
    raise NotImplementedError("The record is append-only; there is no way back.")
