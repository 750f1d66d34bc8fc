"""Training: a text to practise on, sentence by sentence without a finding, and what came of somebody's marks."""

from collections.abc import Set
from dataclasses import dataclass

from beleg.checks.catalogue import title_in
from beleg.desk.wording import Wording
from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.training import DeskSum, FaultKind, Training

_FOUND_BY = {
    FaultKind.NUMBER: "number_changed",
    FaultKind.NAME: "name_changed",
    FaultKind.NEGATION: "negation_flipped",
    FaultKind.QUOTATION: "quotation_altered",
    FaultKind.ATTRIBUTION: "attribution_lost",
    FaultKind.RESERVATION: "hedge_lost",
}
"""The check that looks for such a fault: a fault that was planted is called as one that was found."""


@dataclass(frozen=True, slots=True)
class PracticeSentence:
    """A sentence to be marked or not; `place` counts from 0."""

    place: int
    text: str


@dataclass(frozen=True, slots=True)
class PracticePart:
    """A headline, subhead, paragraph or list item with its sentences."""

    kind: str
    sentences: tuple[PracticeSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """A planted fault, with whether the person marked its sentence and whether Beleg's checks held it up."""

    kind: str
    was: str
    now: str
    found: bool
    named: bool


def practice_parts(training: Training) -> tuple[PracticePart, ...]:
    """The text of a training in its paragraphs."""
    reading = read(training.content, language_for(training.language))
    parts = (
        PracticePart(
            block.kind.value,
            tuple(
                PracticeSentence(place, sentence.text)
                for place, sentence in enumerate(reading.sentences)
                if block.start <= sentence.start < block.end
            ),
        )
        for block in reading.blocks
    )
    return tuple(part for part in parts if part.sentences)


def solved(training: Training, marked: Set[int], words: Wording) -> tuple[Solved, ...]:
    """The planted faults in the order of the text."""
    return tuple(
        Solved(
            kind=title_in(_FOUND_BY[fault.kind], words.language),
            was=fault.was,
            now=fault.now,
            found=fault.sentence in marked,
            named=fault.named,
        )
        for fault in training.planted
    )


def desk_words(one: DeskSum, words: Wording) -> str:
    """What a desk is called; those too small to be told of alone are called so together."""
    return one.desk or words.say("All smaller desks together")
