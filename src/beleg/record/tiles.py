"""Tiles: a log as files that never change, for anyone to fetch and to verify (C2SP tlog-tiles).

A hash tile holds up to 256 hashes of every eighth level of the tree, an entry bundle the content of up to 256 leaves.
One with fewer is partial: it lies under a name of its own with its width and stays as it is when a wider one comes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from beleg.record.log import Log

WIDTH = 256
"""Hashes in a full tile, leaves in a full bundle."""

HEIGHT = 8
"""Levels of the tree between two levels of tiles: 2**8 is the width."""

CHECKPOINT = "checkpoint"
"""The name of the file with the signed checkpoint, the only one that changes."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile of a tree. `level` counts levels of tiles; it is None for a bundle of entries."""

    level: int | None
    number: int
    width: int

    @property
    def path(self) -> str:
        """Where the tile lies below the root of the log."""
        partial = "" if self.width == WIDTH else f".p/{self.width}"
        return f"{self.place}{partial}"

    @property
    def place(self) -> str:
        """Where the full tile lies that this one is, or becomes."""
        groups = [f"{self.number % 1000:03}"]
        rest = self.number // 1000
        while rest:
            groups.append(f"x{rest % 1000:03}")
            rest //= 1000
        level = "entries" if self.level is None else str(self.level)
        return f"tile/{level}/{'/'.join(reversed(groups))}"


def tiles(size: int) -> Iterator[Tile]:
    """Yield the tiles of a tree of `size`, bundles first, then level by level; each level from the left."""
    yield from _row(None, size)
    level = 0
    while count := size >> (HEIGHT * level):
        yield from _row(level, count)
        level += 1


def content(tile: Tile, log: Log) -> bytes:
    """Return the bytes of a tile."""
    start = tile.number * WIDTH
    stop = start + tile.width
    if tile.level is None:
        return b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in log.leaves(start, stop))
    return b"".join(log.nodes(tile.level * HEIGHT, start, stop))


def _row(level: int | None, count: int) -> Iterator[Tile]:
    full, width = divmod(count, WIDTH)
    for number in range(full):
        yield Tile(level, number, WIDTH)
    if width:
        yield Tile(level, full, width)
