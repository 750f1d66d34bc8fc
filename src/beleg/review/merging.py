"""Merging: two people's edits of the same text put together, so that nobody's are overwritten.

A three-way merge by sentences. What stands between two sentences (the white space, and the mark of the block that the
second one begins) is merged on its own, so that who joins two paragraphs is not in the way of who rewrites a sentence
in one of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from beleg.language.language import Language
from beleg.review.aligning import Hunk, hunks
from beleg.review.sentence_units import Unit, following, joined, units


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A place that both people changed: `mine` and `theirs` are the words each has there, either empty if cut.

    `[start, end)` is where theirs stand in the merged text.
    """

    start: int
    end: int
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of two edits of a text."""

    content: str
    conflicts: tuple[Conflict, ...] = ()


def merge(
    base: str, mine: str, theirs: str, language: Language | None = None, *, one_hand: bool = False
) -> Merged:
    """Put the edits of two texts together that were both made from `base`.

    A sentence that only one of them changed, cut or wrote stands as that one has it; both additions at the same place
    stand, theirs first. Where both changed the same sentence in different ways, theirs stands and a conflict tells both
    (Khanna, Kunal, Pierce 2007 call it a three-way merge by hunks); no word of mine is lost: it stands in the merged
    text or in a conflict. `language` says where sentences end; None: as in English. `one_hand` says that theirs are
    earlier saves of the same person: then words that carry them on take their place. Time is about linear in the
    length.
    """
    if mine in (base, theirs):
        return Merged(theirs)
    if theirs == base:
        return Merged(mine)
    return _Merging(base, mine, theirs, language, one_hand).merged()


@dataclass(slots=True)
class _Region:
    """A stretch of the base with the hunks of both that overlap there."""

    start: int
    end: int
    mine: list[Hunk]
    theirs: list[Hunk]

    def takes(self, hunk: Hunk) -> bool:
        """Whether a hunk that begins at the start or later meets what is in the region."""
        if hunk.start == hunk.end or self.start == self.end:
            return self.start < hunk.start < self.end
        return hunk.start < self.end


@dataclass(frozen=True, slots=True)
class _Spot:
    """A conflict, while the units around it are still put together: theirs are `count` units from `first` on."""

    first: int
    count: int
    mine: str
    theirs: str


class _Merging:
    """One merge."""

    def __init__(self, base: str, mine: str, theirs: str, language: Language | None, one_hand: bool) -> None:
        self._one_hand = one_hand
        self._base = units(base, language)
        self._mine = units(mine, language)
        self._theirs = units(theirs, language)
        self._out: list[Unit] = []
        self._spots: list[_Spot] = []

    def merged(self) -> Merged:
        """Go through the base once and take, at each place, what became of it."""
        mine = hunks(self._base.words, self._mine.words)
        theirs = hunks(self._base.words, self._theirs.words)
        at, mine_at, theirs_at = 0, 0, 0
        for region in _regions(mine, theirs):
            for step in range(region.start - at):
                self._keep(at + step, mine_at + step, theirs_at + step)
            mine_at += region.start - at
            theirs_at += region.start - at
            mine_end = mine_at + _length(region, region.mine)
            theirs_end = theirs_at + _length(region, region.theirs)
            self._put(region, (mine_at, mine_end), (theirs_at, theirs_end))
            at, mine_at, theirs_at = region.end, mine_end, theirs_end
        for step in range(len(self._base.units) - at):
            self._keep(at + step, mine_at + step, theirs_at + step)
        tail = _either(self._base.tail, self._mine.tail, self._theirs.tail)
        content, places = joined(self._out, tail)
        return Merged(content, tuple(_conflict(spot, places) for spot in self._spots))

    def _keep(self, base: int, mine: int, theirs: int) -> None:
        """Put a sentence that nobody changed; what stands before it may have been changed by either."""
        self._out.append(
            self._beside(self._base.units[base], self._mine.units[mine], self._theirs.units[theirs])
        )

    def _beside(self, base: Unit, mine: Unit, theirs: Unit) -> Unit:
        """Their unit, after what becomes of what stood before it."""
        if mine.before == base.before:
            return theirs
        if theirs.before in (base.before, mine.before):
            return replace(theirs, before=mine.before, first=mine.first)
        return theirs

    def _put(self, region: _Region, mine: tuple[int, int], theirs: tuple[int, int]) -> None:
        """Put what became of a region that somebody changed."""
        was = self._base.units[region.start : region.end]
        my, their = self._mine.units[slice(*mine)], self._theirs.units[slice(*theirs)]
        if not region.theirs:
            self._out += self._headed(was, their, my)
        elif not region.mine or _same(my, their):
            self._out += self._headed(was, my, their)
        elif not was:
            self._out += _both(my, their, one_hand=self._one_hand)
        elif self._one_hand and _carries_on(was, their, my):
            self._out += self._headed(was, their, my)
        else:
            found = _Spot(len(self._out), len(their), _text(my), _text(their))
            self._spots.append(found)
            self._out += their

    def _headed(self, was: Sequence[Unit], untouched: Sequence[Unit], changed: Sequence[Unit]) -> list[Unit]:
        """The changed units of one, the first after what the other may have made of what stands before it."""
        if not (was and untouched and changed):
            return list(changed)
        return [self._beside(was[0], untouched[0], changed[0]), *changed[1:]]


def _regions(mine: Sequence[Hunk], theirs: Sequence[Hunk]) -> Iterator[_Region]:
    """The stretches that somebody changed, in order; hunks that overlap are in one. Insertions come before changes."""
    waiting = sorted(
        [(hunk.start, hunk.end, 0, hunk) for hunk in theirs]
        + [(hunk.start, hunk.end, 1, hunk) for hunk in mine],
        key=lambda one: one[:3],
    )
    region: _Region | None = None
    for _, _, whose, hunk in waiting:
        same_place = region is not None and region.start == region.end == hunk.start == hunk.end
        if region is None or not (same_place or region.takes(hunk)):
            if region is not None:
                yield region
            region = _Region(hunk.start, hunk.end, [], [])
        region.end = max(region.end, hunk.end)
        (region.mine if whose else region.theirs).append(hunk)
    if region is not None:
        yield region


def _length(region: _Region, own: Sequence[Hunk]) -> int:
    """How many units a region has in the text whose hunks these are."""
    return region.end - region.start + sum(hunk.put - (hunk.end - hunk.start) for hunk in own)


def _both(mine: Sequence[Unit], theirs: Sequence[Unit], *, one_hand: bool) -> list[Unit]:
    """Two additions at one place; of one hand only the longer where it carries the other on, as after a save that was
    sent twice.
    """
    my, their = _text(mine), _text(theirs)
    if my == their or (one_hand and my.startswith(their)):
        return list(mine)
    if one_hand and their.startswith(my):
        return list(theirs)
    if following(mine[0]) and not following(theirs[0]):
        return [*mine, *theirs]  # a sentence that goes on in the paragraph before stays in it
    return [*theirs, *mine]


def _carries_on(was: Sequence[Unit], theirs: Sequence[Unit], mine: Sequence[Unit]) -> bool:
    """Whether mine is theirs with more words behind; not where theirs only cut the end off, which mine would undo."""
    their = _text(theirs)
    return bool(their) and _text(mine).startswith(their) and not _text(was).startswith(their)


def _same(mine: Sequence[Unit], theirs: Sequence[Unit]) -> bool:
    return [unit.words for unit in mine] == [unit.words for unit in theirs]


def _text(found: Sequence[Unit]) -> str:
    """The words of some units as they stand in their text, without what stands before the first."""
    return "".join(unit.words if place == 0 else unit.before + unit.words for place, unit in enumerate(found))


def _either(base: str, mine: str, theirs: str) -> str:
    return mine if theirs == base else theirs


def _conflict(spot: _Spot, places: Sequence[tuple[int, int]]) -> Conflict:
    if spot.count:
        start, end = places[spot.first][0], places[spot.first + spot.count - 1][1]
    else:
        start = end = places[spot.first - 1][1] if spot.first else 0
    return Conflict(start=start, end=end, mine=spot.mine, theirs=spot.theirs)
