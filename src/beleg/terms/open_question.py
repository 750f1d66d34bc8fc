"""Open question: what the sources of a story leave for a person to find out."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.passage import Passage


class Matter(StrEnum):
    """Why a question is open, the most pressing first."""

    CONTRADICTION = "contradiction"
    """Two sources contradict each other."""
    UNHEARD = "unheard"
    """A person is named beside an accusation, and no source has a word of theirs."""
    UNANSWERED = "unanswered"
    """Somebody was asked and gave no answer."""
    LEFT_OPEN = "left_open"
    """A source says that something is not known, not decided or still to come."""
    HEDGED = "hedged"
    """It is told with a reservation, and nowhere without one."""
    SINGLE_ORIGIN = "single_origin"
    """One origin alone reports it."""
    SPEAKER_UNKNOWN = "speaker_unknown"
    """Somebody is quoted, and no source says who that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question with the passages it comes from, at least one; `words` are the words in them that raise it."""

    matter: Matter
    question: str
    passages: tuple[Passage, ...]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestions:
    """What sources leave open, by matter, and how far they were read.

    `sources` are the ids of the sources that were read, `not_read` says in one sentence each which were not, and why.
    `left_out` counts, for a matter with very many questions, those that are not listed.
    """

    language: str
    questions: tuple[OpenQuestion, ...]
    sources: tuple[str, ...]
    origins: int
    not_read: tuple[str, ...] = ()
    left_out: tuple[tuple[Matter, int], ...] = ()
