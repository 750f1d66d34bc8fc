"""Output: one of the forms in which something went out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One of the forms in which something went out."""

    target: str
    """Name of the target it was made for."""
    sha256: str
    """SHA-256 of its bytes."""
