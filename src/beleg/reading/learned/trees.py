"""Trees: a judge that adds up what many small decision trees say of a row of measures."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """A full binary tree: inner node `i` asks whether `row[measure[i]] <= limit[i]`, and goes on at `2i+1` or `2i+2`.

    `leaves[j]` is what node `len(measure) + j` answers; there is one leaf more than there are inner nodes.
    """

    measure: tuple[int, ...]
    limit: tuple[float, ...]
    leaves: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees above a first value (gradient boosting, Friedman 2001); satisfies `Judge`."""

    first: float
    trees: tuple[Tree, ...]

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """One value for each row."""
        return [self.first + sum(_answer(tree, row) for tree in self.trees) for row in rows]


def _answer(tree: Tree, row: Sequence[float]) -> float:
    measure, limit = tree.measure, tree.limit
    inner = len(measure)
    node = 0
    while node < inner:
        node = 2 * node + (1 if row[measure[node]] <= limit[node] else 2)
    return tree.leaves[node - inner]
