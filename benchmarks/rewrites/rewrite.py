"""Rewrite: a sentence made from an article, with what was done to it; Generator: what makes one kind of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.rewrites.material import Article


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A sentence made from `original`, words of the article. `was` and `now` are the words exchanged; `now` may be
    empty.
    """

    original: str
    sentence: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """What makes rewrites of one kind.

    `make` gives every rewrite it can of one article, in the order of its text; where it has a choice of words it asks
    the dice. `named_by` are the checks whose finding names the fault; empty for a faithful rewrite.
    """

    kind: str
    language: str
    make: Callable[[Article, Random], Iterator[Rewrite]]
    named_by: frozenset[str] = frozenset()

    @property
    def faithful(self) -> bool:
        """Whether its sentences say what the article says."""
        return not self.named_by
