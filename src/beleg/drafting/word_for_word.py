"""Word for word: which sentences of a language model may stand unread, because a source has exactly these words.

This is the one place that says so. The checks compare what can be compared, and a model can still write what none of
them sees. So a model's own wording is never taken for checked: it stays in the draft as a sentence that a person has to
read against its passage (`beleg.terms.revision.SentenceOrigin.to_read`). What a source has word for word asserts
nothing of the model's.
"""

from collections import defaultdict
from collections.abc import Sequence

from beleg.drafting.standing import unit_of
from beleg.language.datelines import after_dateline
from beleg.language.language import Language
from beleg.terms.reading import Reading
from beleg.text.normalising import normalise


class WordForWord:
    """The sentences of sources, asked which sentences of a text are among them and keep their sense there."""

    def __init__(self, readings: Sequence[Reading], language: Language) -> None:
        """`readings` read the sources. Building it is linear in them."""
        self._readings = readings
        self._language = language
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, reading in enumerate(readings):
            if reading.language == language.code:
                for at, sentence in enumerate(reading.sentences):
                    # A wire's dateline is no part of what it says.
                    for words in {sentence.text, sentence.text[after_dateline(sentence.text) :]}:
                        self._places[_alike(words)].append((number, at))

    def of(self, text: Reading) -> tuple[bool, ...]:
        """Whether each sentence of a text stands in a source, whole and word for word, and is told here as it is there.

        Typography does not count (`beleg.text.normalising`). What leans on its neighbours ("Sie …", "Dabei …"), belongs
        to a quotation of several sentences or has its speaker in the next one must have the same neighbours here; what
        makes no sense outside its source (`beleg.drafting.standing.units`) is not among them.
        """
        found = [self._places.get(_alike(sentence.text), []) for sentence in text.sentences]
        return tuple(any(self._stands(place, at, found) for place in found[at]) for at in range(len(found)))

    def _stands(self, place: tuple[int, int], at: int, found: Sequence[Sequence[tuple[int, int]]]) -> bool:
        number, there = place
        unit = unit_of(there, self._readings[number], self._language)
        if unit is None:
            return False
        moved = at - there
        inside = unit.start + moved >= 0 and unit.stop + moved <= len(found)
        return inside and all((number, one) in found[one + moved] for one in unit)


def _alike(words: str) -> str:
    return normalise(words).text.strip()
