"""Identification: how a newsroom made sure once more of who acts, right before an act that binds."""

from enum import StrEnum


class Identification(StrEnum):
    """What somebody gave, besides being signed in, to show that it is they.

    It is the newsroom's own word: nobody who was not there can verify it.
    """

    NOT_ASKED = ""
    """Nothing was asked for, or the record is older than the question."""
    PASSWORD = "password"  # noqa: S105  # what it is called, not one
    """The password of the account."""
    PASSKEY = "passkey"
    """A passkey of the account, which had verified its owner (WebAuthn)."""
