"""Revised: what changed between two versions of a source, passage by passage.

Passages are sentences. One that moved is unchanged, and so is one that differs in typography, white space or the
dateline before it only; lines that only tell when the text was written or changed are not compared at all.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beleg.language.datelines import after_dateline, only_tells_time
from beleg.terms.evidence import ReadSource
from beleg.terms.passage import Passage
from beleg.terms.source_change import PassageChange, VersionChange
from beleg.text.normalising import normalise

ALIKE = 0.4
"""From which share of words in common (Dice's coefficient over the different words) one passage stands in another's
place.
"""
_MOST_PLACES = 50
"""A word that stands in more of the new passages than this is not asked where another passage could have gone: it would
be in all of them, and the time would no longer be linear."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of a version: where it lies, and what it is compared by."""

    passage: Passage
    said: str

    @property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.said.lower()))


def revised(older: ReadSource, newer: ReadSource) -> VersionChange:
    """Compare two versions of a source; time is linear in their lengths."""
    old, new = _told(older), _told(newer)
    still, before = {one.said for one in new}, {one.said for one in old}
    gone = [one for one in old if one.said not in still]
    come = [one for one in new if one.said not in before]
    places = _places(gone, come)
    replacing = set(places) - {None}
    return VersionChange(
        passages=tuple(
            PassageChange(one.passage, None if place is None else come[place].passage)
            for one, place in zip(gone, places, strict=True)
        ),
        added=tuple(one.passage for place, one in enumerate(come) if place not in replacing),
        kept=len(old) - len(gone),
    )


def _told(version: ReadSource) -> list[_Told]:
    told = []
    for sentence in version.reading.sentences:
        said = normalise(sentence.text[after_dateline(sentence.text) :]).text.strip()
        if _WORD.search(said) and not only_tells_time(sentence.text):
            told.append(_Told(version.passage(sentence.span), said))
    return told


def _places(gone: Sequence[_Told], come: Sequence[_Told]) -> list[int | None]:
    """For each passage that is gone, which of those that have come stands in its place."""
    words = [one.words for one in come]
    having: dict[str, list[int]] = defaultdict(list)
    for place, mine in enumerate(words):
        for word in mine:
            having[word].append(place)
    return [_place(one.words, words, having) for one in gone]


def _place(mine: frozenset[str], words: Sequence[frozenset[str]], having: dict[str, list[int]]) -> int | None:
    shared: Counter[int] = Counter()
    for word in mine:
        shared.update(_telling(having.get(word, ())))
    alike = {
        place: 2 * len(mine & words[place]) / (len(mine) + len(words[place]))
        for place, _ in shared.most_common(_MOST_PLACES)
    }
    best = max(sorted(alike), key=lambda place: alike[place], default=None)
    return best if best is not None and alike[best] >= ALIKE else None


def _telling(places: Sequence[int]) -> Iterable[int]:
    return places if len(places) <= _MOST_PLACES else ()
