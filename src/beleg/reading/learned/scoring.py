"""Scoring: how well quotations match annotated ones, as the literature on quotation attribution counts.

Per pair, token precision and recall of the quoted words and of each of the four roles, averaged over all quotations
(`messages`), over all role values (`roles`) and over both (`joint`); F1 of the averages (Petersen-Frey and Biemann
2024). Pairs are made greedily by their overlap here; the best assignment differs in a few texts of a hundred.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from beleg.reading.learned.page import Attributed
from beleg.reading.learned.selecting import overlap


@dataclass(frozen=True, slots=True)
class Score:
    """F1 in hundredths."""

    messages: float
    roles: float
    joint: float


Found = Sequence[Attributed]


def score(pairs: Iterable[tuple[Found, Found]]) -> Score:
    """The score of what was found against what was annotated, text by text."""
    messages: tuple[list[float], list[float]] = ([], [])
    roles: tuple[list[float], list[float]] = ([], [])
    for found, annotated in pairs:
        for one, other in matched(found, annotated):
            _add(messages, one.words if one else (), other.words if other else ())
            for role in range(4):
                _add(roles, one.roles[role] if one else (), other.roles[role] if other else ())
    return Score(_f1(*messages), _f1(*roles), _f1(messages[0] + roles[0], messages[1] + roles[1]))


def _add(values: tuple[list[float], list[float]], ours: Sequence[int], theirs: Sequence[int]) -> None:
    shared = len(frozenset(ours) & frozenset(theirs))
    if ours:
        values[0].append(shared / len(ours))
    if theirs:
        values[1].append(shared / len(theirs))


def _f1(precisions: Sequence[float], recalls: Sequence[float]) -> float:
    precision = sum(precisions) / len(precisions) if precisions else 0.0
    recall = sum(recalls) / len(recalls) if recalls else 0.0
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def matched(found: Found, annotated: Found) -> Iterator[tuple[Attributed | None, Attributed | None]]:
    """Pairs of what was found and what was annotated, the most alike first, then what is left over on either side."""
    ours, theirs = [frozenset(one.words) for one in found], [frozenset(one.words) for one in annotated]
    gains = [
        (overlap(a, b) + 1e-4 * (found[i].kind is annotated[j].kind), i, j)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if a & b
    ]
    left, right = set(range(len(ours))), set(range(len(theirs)))
    for _, i, j in sorted(gains, key=lambda gain: (-gain[0], gain[1], gain[2])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield found[i], annotated[j]
    yield from ((found[i], None) for i in sorted(left))
    yield from ((None, annotated[j]) for j in sorted(right))
