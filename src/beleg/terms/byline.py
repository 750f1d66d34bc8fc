"""Byline: whom an article names as having written it, where a person has said so."""

from dataclasses import dataclass

from beleg.terms.events_byline import BylineSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """A byline as it was set by hand, with who and when."""

    event: BylineSet
    by: str
    at: str
    position: int = 0
    """Place of its entry in the record."""
