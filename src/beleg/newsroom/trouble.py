"""Trouble: what a step of a verification found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where a step does not hold, and why in one English clause."""

    place: str
    reason: str = ""


def first_difference(member: str, found: bytes, expected: bytes) -> str:
    """Say at which byte a member begins to be another than the one expected."""
    pairs = zip(found, expected, strict=False)
    first = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(found), len(expected)))
    return f"{member}, byte {first} of this member"
