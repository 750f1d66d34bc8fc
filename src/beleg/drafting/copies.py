"""Copies: which sources only repeat another one, so that nothing is weighed twice."""

from collections.abc import Sequence

_SHINGLE = 4
"""Stems in a row that make one shingle."""
_SAME_COPY = 0.5
"""Containment from which two sources are one copy; shared agency text reaches 0.8, two reports of one event 0.05."""


def originals(stems: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The indices of the sources that are not copies of an earlier one, given the stems of each source.

    Two are copies where the shorter shares at least half of its shingles with the other: containment of Broder,
    "On the resemblance and containment of documents" (1997), which also holds where one was cut. A source
    without any shingle is never a copy.
    """
    kept: list[int] = []
    shingles = [_shingles(words) for words in stems]
    for index, own in enumerate(shingles):
        if not any(_containment(own, shingles[earlier]) >= _SAME_COPY for earlier in kept):
            kept.append(index)
    return tuple(kept)


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _containment(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0
