"""Trees: a judge that adds up what many small decision trees say of a row of measures."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf


@dataclass(frozen=True, slots=True)
class Tree:
    """A full binary tree: inner node `i` asks whether `row[measure[i]] <= limit[i]`, and goes on at `2i+1` or `2i+2`.

    `leaves[j]` is what node `len(measure) + j` answers; there is one leaf more than there are inner nodes.
    """

    measure: tuple[int, ...]
    limit: tuple[float, ...]
    leaves: tuple[float, ...]


_Node = float | tuple[int, float, "_Node", "_Node"]
"""What a tree answers, or which measure is asked for, its limit, and how it goes on up to the limit and above it."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees above a first value (gradient boosting, Friedman 2001); satisfies `Judge`."""

    first: float
    trees: tuple[Tree, ...]
    _roots: tuple[_Node, ...] = field(init=False, repr=False, compare=False)
    """The same trees as nodes in nodes, which answer faster."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_roots", tuple(_node(tree, 0) for tree in self.trees))

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """One value for each row."""
        return [self._value(row) for row in rows]

    def _value(self, row: Sequence[float]) -> float:
        total = 0.0
        for root in self._roots:
            node = root
            while isinstance(node, tuple):
                measure, limit, low, high = node
                node = high if row[measure] > limit else low
            total += node
        return self.first + total


def _node(tree: Tree, number: int) -> _Node:
    """A node of a tree with all below it; a question that every row answers the same way is left out."""
    inner = len(tree.measure)
    if number >= inner:
        return tree.leaves[number - inner]
    low = _node(tree, 2 * number + 1)
    if tree.limit[number] == inf:
        return low
    return tree.measure[number], tree.limit[number], low, _node(tree, 2 * number + 2)
