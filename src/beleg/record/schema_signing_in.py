"""Schema of signing in: the tables of what people show to be who they are, beside the password of their account."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from beleg.record.schema import metadata

passkeys = Table(
    "passkeys",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("uses", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("used_at", Text, nullable=False),
)
"""Passkeys of accounts, by the id their authenticator gave them; see `beleg.record.passkeys`."""

passkey_questions = Table(
    "passkey_questions",
    metadata,
    Column("challenge", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.id"), nullable=False),
    Column("session", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("until", Integer, nullable=False),
)
"""What passkeys have been asked and have not answered yet. Lost, it costs another question."""

vouched = Table(
    "vouched",
    metadata,
    Column("issuer", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("account", Text, ForeignKey("accounts.id"), nullable=False),
    Column("since", Text, nullable=False),
)
"""Whom an issuer of accounts elsewhere vouches for; see `beleg.record.vouched`."""
