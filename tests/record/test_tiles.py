"""The paths of tiles, as the specification counts them."""

from collections import Counter

import pytest

from beleg.record.tiles import WIDTH, Tile, tiles


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 0, 256), "tile/0/000"),
        (Tile(0, 7, 3), "tile/0/007.p/3"),
        (Tile(1, 1234067, 256), "tile/1/x001/x234/067"),
        (Tile(2, 1000, 255), "tile/2/x001/000.p/255"),
        (Tile(None, 999, 256), "tile/entries/999"),
        (Tile(None, 1000000, 1), "tile/entries/x001/x000/000.p/1"),
    ],
)
def test_a_tile_lies_where_the_specification_says(tile: Tile, path: str) -> None:
    assert tile.path == path


def test_the_example_of_the_specification() -> None:
    """A tree of 70,000: 273 full tiles and one of 112; one full and one of 17; one of 1."""
    found = [tile for tile in tiles(70_000) if tile.level is not None]
    full = Counter(tile.level for tile in found if tile.width == WIDTH)
    assert full == {0: 273, 1: 1}
    assert [(tile.level, tile.width) for tile in found if tile.width < WIDTH] == [(0, 112), (1, 17), (2, 1)]
    bundles = [tile for tile in tiles(70_000) if tile.level is None]
    assert [tile.width for tile in bundles] == [256] * 273 + [112]


def test_256_leaves_are_a_full_tile_and_a_partial_one_above() -> None:
    assert [tile.path for tile in tiles(256)] == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]
    assert list(tiles(0)) == []
