"""Nearby: the places of the sources where the numbers and dates of a sentence are looked for."""

from beleg.evidence.passages import Place, SourceIndex, Support

CONTRADICTS = 0.4
"""Coverage from which another number of a passage contradicts the draft's."""
RELATED = 0.35
"""Coverage from which a sentence of a source is about the same thing as the draft's sentence."""


def close(index: SourceIndex, support: Support) -> list[Place]:
    """The passages, those that cover the sentence just as well, and the sentences around them."""
    best = max(support.by_place.values(), default=0.0)
    as_good = (place for place, coverage in support.by_place.items() if coverage >= best - 1e-9)
    places = [*support.places, *as_good]
    for place in tuple(places):
        last = len(index.sources[place.source].reading.sentences) - 1
        places += [
            Place(place.source, position)
            for position in (place.sentence - 1, place.sentence + 1)
            if 0 <= position <= last
        ]
    return list(dict.fromkeys(places))


def about_it(places: list[Place], support: Support) -> list[Place]:
    """Those that speak of the same thing; beside them stand other years and other sums."""
    return [place for place in places if support.by_place.get(place, 0.0) >= CONTRADICTS]


def related(support: Support) -> list[Place]:
    """Every sentence about the same thing, the best first."""
    found = [place for place, coverage in support.by_place.items() if coverage >= RELATED]
    return sorted(found, key=lambda place: (-support.by_place[place], place.source, place.sentence))
