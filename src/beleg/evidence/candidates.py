"""Candidates: which sentences of the sources can cover much of a sentence of the draft, without a look at all that
share a word with it.

The words are gone through from the rarest to the most frequent. As soon as what is left of them weighs less than enough
sentences already have, no further sentence can catch up: the rest is only looked up for those found so far (MaxScore;
Turtle & Flood, "Query evaluation: strategies and optimizations", Information Processing & Management 31, 1995). So what
a sentence of the draft costs hardly depends on how many sources there are.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

CANDIDATES = 50
"""Sentences, best first, among which further passages are looked for."""
WORTH_A_LOOK = 0.3
"""Coverage from which every sentence of the sources is told to whoever looks for the same thing elsewhere."""
OFTEN = 200
"""Sentences a word may stand in before it no longer leads to further ones."""
ENOUGH_PLACES = 100
"""Sentences found by rarer words from which on such a word leads to no further ones."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """The sentences that have a content word or a part of it, by their numbers, each with how well (0 to 1).

    `rare` has them for the stems that few sentences have; `often` for each of the others all its sentences and how
    well it matches. In a word of several parts (`adding`) what each part matches adds up, else the best match counts.
    """

    rare: Mapping[int, float]
    often: tuple[tuple[frozenset[int], float], ...]
    adding: bool

    @classmethod
    def of(cls, matches: Sequence[tuple[Sequence[int], float]], *, adding: bool) -> "WordPlaces":
        """The places of a word from those of the stems that match it, each with how well, the best match first."""
        rare: dict[int, float] = {}
        for places, quality in matches:
            if len(places) > OFTEN:
                continue
            for at in places:
                known = rare.get(at)
                if known is None:
                    rare[at] = quality
                elif adding:
                    rare[at] = min(1.0, known + quality)
        often = ((frozenset(places), quality) for places, quality in matches if len(places) > OFTEN)
        return cls(rare, tuple(often), adding)

    def at(self, place: int) -> float:
        """How well a sentence has the word."""
        value = self.rare.get(place, 0.0)
        for places, quality in self.often:
            if place in places:
                value = min(1.0, value + quality) if self.adding else max(value, quality)
        return value

    def frequent(self, known: Mapping[int, float]) -> dict[int, float]:
        """The sentences with a frequent stem of the word; once enough are `known`, such a stem leads to none but
        these.
        """
        few = len(known) < ENOUGH_PLACES
        return {
            at: self.at(at) for places, _ in self.often for at in (places if few else known.keys() & places)
        }

    def among(self, known: Mapping[int, float]) -> Collection[int]:
        """Those of the known sentences that have the word."""
        found = known.keys() & self.rare.keys()
        for places, _ in self.often:
            found |= known.keys() & places
        return found


def candidates(words: Sequence[WordPlaces], weights: Sequence[float]) -> dict[int, float]:
    """The sentences that have most of the words, each with the weight of those it has, up to rounding.

    At least the best `CANDIDATES`, and all from `WORTH_A_LOOK` of the whole weight.
    """
    whole = rest = sum(weights)
    enough = WORTH_A_LOOK * whole
    found: dict[int, float] = {}
    last: float | None = None
    closed = False
    for number in sorted(range(len(words)), key=lambda at: -weights[at]):
        word, weight = words[number], weights[number]
        if last is None and rest < enough and len(found) > CANDIDATES:
            last = _of_the_last(found)
        if not closed and last is not None and min(enough, last) > rest + _ROUNDING:
            closed = True
        if closed:
            for at in word.among(found):
                found[at] += word.at(at) * weight
        else:
            frequent = word.frequent(found) if word.often else {}
            so_far = found.get
            for at, value in word.rare.items():
                if at not in frequent:
                    found[at] = so_far(at, 0.0) + value * weight
            for at, value in frequent.items():
                found[at] = so_far(at, 0.0) + value * weight
        rest -= weight
    if len(found) <= CANDIDATES:
        return found
    least = min(enough, _of_the_last(found)) - _ROUNDING
    return {at: value for at, value in found.items() if value >= least}


def _of_the_last(found: Mapping[int, float]) -> float:
    """The weight that the last of the best candidates has."""
    return sorted(found.values(), reverse=True)[CANDIDATES - 1]
