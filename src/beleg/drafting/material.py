"""Material: the passages of the sources under labels, as a writer is given them and cites them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from beleg.terms.passage import Passage
from beleg.terms.reading import Reading
from beleg.terms.source import Source

MOST_CHARACTERS: Final = 40_000
"""Characters of passages a writer is given: some twelve reports of 3 KB."""
_LONGEST_PASSAGE: Final = 600
"""Characters up to which sentences of one paragraph stay together."""


@dataclass(frozen=True, slots=True)
class Material:
    """Passages by label ("2.7": the seventh of the second source), in the order of the sources, and the sources' names.

    `left_out` says how many passages did not fit.
    """

    passages: Mapping[str, Passage]
    names: Mapping[str, str]
    """What to call the source of a label's first number: publisher, author and title as far as known."""
    left_out: int = 0

    @property
    def characters(self) -> int:
        """Characters of all passages together."""
        return sum(len(passage.text) for passage in self.passages.values())


def material(
    sources: Sequence[Source], readings: Sequence[Reading], *, most: int = MOST_CHARACTERS
) -> Material:
    """Cut sources into passages of whole sentences, none across paragraphs, and label them.

    `readings[i]` reads `sources[i].text`. Where all are longer than `most` characters together, each source gives its
    first passages in turn until that is reached, so that no source is left out for another's length.
    """
    cut = [_passages(source, reading) for source, reading in zip(sources, readings, strict=True)]
    taken = [0] * len(cut)
    room = most
    while True:
        fitting = [i for i, own in enumerate(cut) if taken[i] < len(own) and len(own[taken[i]].text) <= room]
        if not fitting:
            break
        index = min(fitting, key=lambda i: taken[i])
        room -= len(cut[index][taken[index]].text)
        taken[index] += 1
    labelled = {
        f"{number}.{place}": passage
        for number, (own, count) in enumerate(zip(cut, taken, strict=True), start=1)
        for place, passage in enumerate(own[:count], start=1)
    }
    names = {str(number): _name(source) for number, source in enumerate(sources, start=1)}
    return Material(labelled, names, left_out=sum(map(len, cut)) - len(labelled))


def _passages(source: Source, reading: Reading) -> list[Passage]:
    found: list[Passage] = []
    for block in reading.blocks:
        inside = [s for s in reading.sentences if block.start <= s.start and s.end <= block.end]
        start = end = -1
        for sentence in inside:
            if start >= 0 and sentence.end - start > _LONGEST_PASSAGE:
                found.append(Passage(source.id, start, end, source.text[start:end]))
                start = -1
            start, end = (sentence.start if start < 0 else start), sentence.end
        if start >= 0:
            found.append(Passage(source.id, start, end, source.text[start:end]))
    return found


def _name(source: Source) -> str:
    return (
        ", ".join(part for part in (source.publisher or source.author, source.title) if part) or source.name
    )
