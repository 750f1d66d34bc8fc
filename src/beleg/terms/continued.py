"""Continued: the published article that another one carries on with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """A published article that another one continues, as it stood when that other one went out."""

    dossier: str
    """Id of its dossier."""
    address: str
    """Where its page stands on the web; empty where not known."""
    headline: str
    """Its headline; empty if it has been withdrawn, because a withdrawn claim is not repeated."""
    page_sha256: str
    """SHA-256 of its page."""
