"""Schema: the tables of a newsroom's database as `beleg.record.migrations` makes them.

Those of what people sign in with stand in `beleg.record.schema_signing_in`.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA = "0015"
"""The newest migration; a database at this one is opened without loading Alembic."""

APPLICATION_ID = 0x42454C47
"""Stands in the header of the file ("BELG"), so that a foreign SQLite database is not taken for a newsroom."""

metadata = MetaData()

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("raw", LargeBinary, nullable=False),
)
"""Bytes under their SHA-256: raw sources, their texts, published pages and bundles."""

events = Table(
    "events",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Column("line", LargeBinary, nullable=False),
)
"""The record. `line` is the entry in canonical JSON; the other columns repeat what ties it into its chain."""

attachments = Table(
    "attachments",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("sha256", Text, ForeignKey("blobs.sha256"), nullable=False),
    ForeignKeyConstraint(["dossier", "position"], ["events.dossier", "events.position"]),
)
"""Which bytes belong to which entry; `role` is one of `beleg.record.store.Role`."""

accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("function", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("sessions_after", Integer, nullable=False),
    Column("role", Text, nullable=False),
)
"""The people, outside the record, so that a name can be erased without breaking it.

`sessions_after` counts microseconds since 1970 in UTC: a session begun then or before is over."""

denials = Table(
    "denials",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("account", Text, ForeignKey("accounts.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("permission", Text, nullable=False),
    Column("dossier", Text, nullable=False),
)
"""What was denied to whom, from 1 in the order it happened; see `beleg.record.denials`. Nothing in it is ever
changed.
"""

former_names = Table(
    "former_names",
    metadata,
    Column("account", Text, ForeignKey("accounts.id"), primary_key=True),
    Column("name", Text, primary_key=True),
)
"""The names that accounts had before they were renamed: somebody may have written them into a text or a reason."""

projections = Table(
    "projections",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)
"""Which version of the code built a projection; one that another version built is dropped and built again."""

held_sources = Table(
    "held_sources",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("same_origin_as", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("standing", Text, nullable=False),
)
"""Which dossier holds which source, and whether a text may rest on it; a projection, see
`beleg.record.evidence_index`.
"""

evidence_texts = Table(
    "evidence_texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier", Text, nullable=False),
    Column("published_at", Text, nullable=False),
    Column("content_sha256", Text, nullable=False),
    Column("headline", Text, nullable=False),
)
"""The texts of a dossier that rest on sources: the current one (`published_at` empty) and the one that is out; a
projection.
"""

evidence_sentences = Table(
    "evidence_sentences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("words", Text, nullable=False),
)
"""The sentences of these texts, in their order; a projection."""

evidence_passages = Table(
    "evidence_passages",
    metadata,
    Column("held", Integer, primary_key=True),
    Column("sentence", Integer, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
)
"""Which sentence rests on which stretch of which source; a projection."""

watched_addresses = Table(
    "watched_addresses",
    metadata,
    Column("address", Text, primary_key=True),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("compared", Text, nullable=False),
    Column("not_before", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("missing", Integer, nullable=False),
    Column("missing_since", Text, nullable=False),
)
"""What was last seen at the address of a source; see `beleg.record.watched`. Lost, it costs one fetch of everything."""

evidence_shown = Table(
    "evidence_shown",
    metadata,
    Column("account", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("sentence", Text, primary_key=True),
    Column("evidence", Text, primary_key=True),
    Column("with_verdict", Boolean, nullable=False),
    Column("on_screen", Boolean, nullable=False),
    Column("in_view", Boolean, nullable=False),
)
"""On whose screen the evidence of which sentence has been, and to whom the verdict on it was sent; see
`beleg.record.evidence_shown`. Lost, it costs looking again.
"""

account_desks = Table(
    "account_desks",
    metadata,
    Column("account", Text, primary_key=True),
    Column("desk", Text, nullable=False),
)
"""To which desk of the newsroom an account belongs."""

trainings = Table(
    "trainings",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("closed_at", Text, nullable=False),
    Column("faults", Integer, nullable=False),
    Column("salt", Text, nullable=False),
    Column("copy", Text, nullable=False),
)
"""Copies of texts with planted faults; `closed_at` is empty while one goes on, `salt` and `copy` when it is over."""

training_taken = Table(
    "training_taken",
    metadata,
    Column("mark", Text, primary_key=True),
    Column("training", Text, nullable=False),
)
"""Who has taken part in a training that goes on, as a hash with its salt: without name or result."""

training_sums = Table(
    "training_sums",
    metadata,
    Column("training", Text, primary_key=True),
    Column("desk", Text, primary_key=True),
    Column("people", Integer, nullable=False),
    Column("planted", Integer, nullable=False),
    Column("found", Integer, nullable=False),
    Column("others_marked", Integer, nullable=False),
)
"""What the desks found in a training, added up."""

log_leaves = Table(
    "log_leaves",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("dossier", Text, nullable=False),
    Column("position", Integer, nullable=False),
    ForeignKeyConstraint(["dossier", "position"], ["events.dossier", "events.position"]),
    UniqueConstraint("dossier", "position"),
)
"""Which entry is which leaf of the log, from 0; see `beleg.record.log`."""

log_nodes = Table(
    "log_nodes",
    metadata,
    Column("level", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
)
"""The hashes of the log's tree; a projection, built from the entries."""

timestamps = Table(
    "timestamps",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("checkpoint", LargeBinary, nullable=False),
    Column("token", LargeBinary, nullable=False),
)
"""Checkpoints of the log with what a timestamp authority answered to them (RFC 3161), from 0 in the order they came."""

dossier_list = Table(
    "dossier_list",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("updates", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("checked", Boolean, nullable=False),
    Column("findings", Integer, nullable=False),
    Column("sentences", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("embargo", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("history", Text, nullable=False),
    Column("shown", Text, nullable=False),
)
"""What lists show of every dossier; a projection, see `beleg.record.dossier_list`."""

assignments = Table(
    "assignments",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""In whose hands dossiers are, and by when they are to be done; see `beleg.terms.listed.Assignment`."""
