"""Sources: the list of a dossier's sources, with those that share an origin standing together."""

from dataclasses import dataclass

from beleg.terms.dossier import Dossier
from beleg.terms.events import SourceTakenIn


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """Sources that count as one origin: `first`, and the copies of the same agency message."""

    first: SourceTakenIn
    copies: tuple[SourceTakenIn, ...]

    @property
    def sources(self) -> tuple[SourceTakenIn, ...]:
        """All of the group, the earliest first."""
        return (self.first, *self.copies)


def origin_groups(dossier: Dossier) -> tuple[OriginGroup, ...]:
    """The sources in the order they were taken in, copies moved to the one they are a copy of."""
    of = {source.source: source.same_origin_as for source in dossier.sources}

    def root(source: str) -> str:
        seen: set[str] = set()
        while of.get(source) and source not in seen:
            seen.add(source)
            source = of[source]
        return source

    return tuple(
        OriginGroup(
            first=first,
            copies=tuple(s for s in dossier.sources if s is not first and root(s.source) == first.source),
        )
        for first in dossier.sources
        if root(first.source) == first.source
    )
