"""Progress: what whoever waits for a language model is told meanwhile, and by which it can be stopped."""

from enum import StrEnum
from typing import Final, Protocol

from beleg.drafting.proposal import NoProposalError


class Phase(StrEnum):
    """What is being done."""

    READING = "reading"
    """The sources are read and their passages chosen."""
    WRITING = "writing"
    """The model writes; its words arrive and are checked by nobody yet."""
    CHECKING = "checking"
    """What it wrote is held against the sources."""


class Progress(Protocol):
    """Somebody who watches a model at work. The methods are called from other threads than the watcher's."""

    def phase(self, phase: Phase, round: int) -> None:
        """Something begins. `round` counts from 1; in the second the model mends what was struck."""

    def wrote(self, sentence: str) -> None:
        """A headline or sentence the model has written; nobody has checked it."""

    def received(self, pieces: int) -> None:
        """So many pieces of its answer have come; most endpoints send one token in each."""

    @property
    def stopped(self) -> bool:
        """Whether nobody wants the answer any more; what waits for it then raises StoppedError."""


class StoppedError(NoProposalError):
    """The model was stopped by whoever had asked it."""

    def __init__(self) -> None:
        super().__init__("The language model was stopped; nothing of it was kept.")


class _Unwatched:
    stopped = False

    def phase(self, phase: Phase, round: int) -> None:
        """Nobody is told."""

    def wrote(self, sentence: str) -> None:
        """Nobody is told."""

    def received(self, pieces: int) -> None:
        """Nobody is told."""


UNWATCHED: Final[Progress] = _Unwatched()
"""Nobody watches, and nothing is stopped."""
