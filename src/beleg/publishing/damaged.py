"""Damaged: a bundle that is not exactly what Beleg packs."""

from enum import StrEnum

from beleg.terms.refusal import Error


class Part(StrEnum):
    """Which promise of the format is broken."""

    ARCHIVE = "archive"
    """The bytes of the archive around the members."""
    MANIFEST = "manifest"
    """A member and what the manifest says of it."""
    MEMBER = "member"
    """A member on its own: not canonical JSON, not UTF-8, not in its layout."""


class Damaged(Error):  # noqa: N818  # a refusal is named for what is the matter
    """A bundle refused.

    `place` names where: a member ("page.html"), a byte counted from 0 in the whole bundle ("byte 812"), or both;
    "bundle" where it cannot be narrowed down. `part` says which promise is broken, `reason` how, in one English
    clause without a full stop.
    """

    def __init__(self, part: Part, place: str, reason: str) -> None:
        super().__init__(f"Bundle refused: {place}: {reason}.")
        self.part = part
        self.place = place
        self.reason = reason
