"""Versions: which sources have been replaced by a newer one of the same publisher."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from beleg.evidence.origins import same_origin
from beleg.terms.evidence import ReadSource, Superseded
from beleg.terms.source import Source


def superseded(sources: Sequence[ReadSource]) -> tuple[Superseded, ...]:
    """The sources of which a newer version is among the sources, each with the newest.

    Two versions have the same address, or the same publisher and mostly the same text (`beleg.evidence.origins`), and
    different dates. Only sources of one publisher or address are compared with each other.
    """
    by_house: dict[str, list[Source]] = defaultdict(list)
    for one in sources:
        for house in {one.source.publisher.casefold(), one.source.address} - {""}:
            by_house[house].append(one.source)
    newest: dict[str, tuple[Source, Source]] = {}
    for published in by_house.values():
        for older, newer in _versions(published):
            known = newest.get(older.id)
            if known is None or _dated(newer) > _dated(known[1]):
                newest[older.id] = older, newer
    return tuple(Superseded(older, newer) for older, newer in newest.values())


def _versions(sources: Sequence[Source]) -> Iterator[tuple[Source, Source]]:
    dated = sorted((source for source in sources if _known(source)), key=_dated)
    if len(dated) < 2:
        return
    same_text = set(same_origin(dated))
    for place, older in enumerate(dated):
        for newer in dated[place + 1 :]:
            related = (newer.id, older.id) in same_text or (older.address and older.address == newer.address)
            if related and _dated(newer) > _dated(older) and newer.text != older.text:
                yield older, newer


def _known(source: Source) -> bool:
    return (source.published or source.captured) is not None


def _dated(source: Source) -> datetime:
    found = source.published or source.captured
    assert found is not None
    return found
