"""Sightings: what was seen at the address of a source."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.newsroom.resting_on import Fallout
from beleg.terms.affected import AffectedSentence


class Outcome(StrEnum):
    """What a look at an address gave."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    """The publisher changed it; the newer version was taken in."""
    RETRACTED = "retracted"
    """The publisher took it back."""
    MISSING = "missing"
    """There is nothing, or something quite different; that it was taken back is only believed after some time."""
    NOT_COMPARED = "not compared"
    """What stands there cannot be held against the source: another format, or a feed that has moved on."""
    DISALLOWED = "disallowed"
    """The site does not want it to be fetched by programs."""
    BUSY = "busy"
    """The server asks to be left alone for a while."""
    FAILED = "failed"
    """It could not be fetched or read."""
    PUT_OFF = "put off"
    """It was not asked, because it could not be fetched lately or its server asked for a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One address, what was seen there, and what that did; `says` is why, in a few words, or empty."""

    address: str
    outcome: Outcome
    says: str = ""
    fallouts: tuple[Fallout, ...] = ()

    @property
    def affected(self) -> tuple[AffectedSentence, ...]:
        """The sentences that rested on what changed or was taken back."""
        return tuple(dict.fromkeys(one for fallout in self.fallouts for one in fallout.affected))
