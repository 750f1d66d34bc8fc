"""Boosting: growing the trees of a judge from measured candidates and how good they were.

Gradient boosting for the squared error (Friedman 2001) on measures cut into quantiles; full trees of one depth, a
random part of the measures for each tree. The same rows and seed give the same trees.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleg.models.libraries import numpy
from beleg.reading.learned.trees import Tree, Trees

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

_BINS: Final = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How trees are grown: their number and depth, the share of each that counts, the least rows in a leaf."""

    trees: int = 300
    depth: int = 4
    rate: float = 0.05
    least: int = 20
    measures: float = 0.5
    rows: float = 0.8
    smoothing: float = 5.0
    seed: int = 1


def grow(rows: Sequence[Sequence[float]], goals: Sequence[float], growth: Growth) -> Trees:
    """Grow trees that say the goal of each row; no rows give a judge that always says 0."""
    if not rows:
        return Trees(0.0, ())
    np = numpy()
    table = np.asarray(rows, dtype=np.float64)
    goal = np.asarray(goals, dtype=np.float64)
    limits = [_limits(table[:, column]) for column in range(table.shape[1])]
    binned = np.stack(
        [np.searchsorted(limit, table[:, column], side="left") for column, limit in enumerate(limits)]
    )
    chance = np.random.default_rng(growth.seed)
    first = float(goal.mean())
    said = np.full(len(goal), first)
    trees = []
    for _ in range(growth.trees):
        columns = np.sort(
            chance.choice(table.shape[1], max(1, int(growth.measures * table.shape[1])), replace=False)
        )
        used = np.flatnonzero(chance.random(len(goal)) < growth.rows)
        if len(used) < 2 * growth.least:
            used = np.arange(len(goal))
        tree, node = _tree(binned, goal - said, columns, used, limits, growth)
        leaves = np.asarray(tree.leaves)
        said = said + leaves[node]
        trees.append(tree)
    return Trees(first, tuple(trees))


def _limits(values: "Numbers") -> "Numbers":
    """The places at which a measure is cut: between its quantiles."""
    np = numpy()
    distinct = np.unique(values)
    if len(distinct) > _BINS:
        distinct = np.unique(np.quantile(values, np.linspace(0, 1, _BINS)))
    between: Numbers = (distinct[1:] + distinct[:-1]) / 2
    return between


def _tree(
    binned: "Places",
    rest: "Numbers",
    columns: "Places",
    used: "Places",
    limits: "Sequence[Numbers]",
    growth: Growth,
) -> "tuple[Tree, Places]":
    """One tree for what the earlier ones left over, and the leaf of every row."""
    np = numpy()
    inner = 2**growth.depth - 1
    measure, limit = [0] * inner, [float("inf")] * inner
    node = np.zeros(binned.shape[1], dtype=np.int64)
    for level in range(growth.depth):
        begin, width = 2**level - 1, 2**level
        best_gain = np.full(width, 1e-9)
        local = node[used] - begin
        for column in columns:
            size = len(limits[column]) + 1
            if size < 2:
                continue
            key = local * size + binned[column][used]
            count = np.bincount(key, minlength=width * size).reshape(width, size).cumsum(axis=1)
            total = (
                np.bincount(key, weights=rest[used], minlength=width * size)
                .reshape(width, size)
                .cumsum(axis=1)
            )
            left, right = count[:, :-1], count[:, -1:] - count[:, :-1]
            sum_left, sum_right = total[:, :-1], total[:, -1:] - total[:, :-1]
            gain = (
                sum_left**2 / (left + growth.smoothing)
                + sum_right**2 / (right + growth.smoothing)
                - total[:, -1:] ** 2 / (count[:, -1:] + growth.smoothing)
            )
            gain[(left < growth.least) | (right < growth.least)] = -1.0
            at = gain.argmax(axis=1)
            for place in np.flatnonzero(gain[np.arange(width), at] > best_gain):
                best_gain[place] = gain[place, at[place]]
                measure[begin + place] = int(column)
                limit[begin + place] = float(limits[column][at[place]])
        went_right = np.zeros(len(node), dtype=bool)
        for place in range(width):
            here = node == begin + place
            cut = limit[begin + place]
            if cut != float("inf"):
                column = measure[begin + place]
                went_right |= here & (binned[column] > np.searchsorted(limits[column], cut, side="left"))
        node = 2 * node + 1 + went_right
    leaf = node - inner
    count = np.bincount(leaf[used], minlength=inner + 1)
    total = np.bincount(leaf[used], weights=rest[used], minlength=inner + 1)
    answers = growth.rate * total / (count + growth.smoothing)
    return Tree(tuple(measure), tuple(limit), tuple(float(each) for each in answers)), leaf
