"""Training: a copy of a text with planted faults, for practice; it is no dossier and can become none."""

from dataclasses import dataclass
from enum import StrEnum

PREFIX = "t-"
"""How the id of every training begins: whatever acts on a dossier refuses it by that."""


class FaultKind(StrEnum):
    """What was done to a true sentence."""

    NUMBER = "number"
    """A number was altered."""
    NAME = "name"
    """A person was exchanged for another of the same text."""
    NEGATION = "negation"
    """A negation was dropped."""
    QUOTATION = "quotation"
    """A word of a quotation was exchanged or dropped."""
    ATTRIBUTION = "attribution"
    """What somebody said is told as a fact."""
    RESERVATION = "reservation"
    """A reservation was dropped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedFault:
    """A sentence into which a fault was planted.

    `sentence` counts the sentences of the text from 0; `was` is the true one, `now` the one with the fault. `named`
    says whether Beleg's own checks held the sentence up: practice is fair only if one sees what the machine would have
    seen.
    """

    kind: FaultKind
    sentence: int
    was: str
    now: str
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSource:
    """A source of a training: what it is called, and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """A training that is going on: a text with planted faults, and the sources to hold it against."""

    id: str
    title: str
    language: str
    content: str
    sources: tuple[PracticeSource, ...]
    planted: tuple[PlantedFault, ...]
    opened_at: str
    """RFC 3339 in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of one person's marks; it is shown to them and kept nowhere."""

    planted: int
    found: int
    """How many sentences with a planted fault were marked."""
    others_marked: int
    """How many sentences without one were marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSum:
    """The results of everybody of one desk who took part, added up. `desk` is empty for all smaller desks together."""

    desk: str
    people: int
    planted: int
    """Planted faults times people: what could have been found."""
    found: int
    others_marked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedTraining:
    """A training that is over: its copy is deleted, and what each desk found is left."""

    id: str
    title: str
    opened_at: str
    closed_at: str
    faults: int
    sums: tuple[DeskSum, ...]
