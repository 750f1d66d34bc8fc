"""Agreement: finite verbs that do not fit their subject."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from beleg.language.words import Words


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A finite verb that does not agree with its subject; places among the words of the sentence.

    `subject` is where the subject begins and ends; None where the form fits no subject that could be meant. `verb` is
    where the verb stands.
    """

    subject: tuple[int, int] | None
    verb: int


class Agreement(Protocol):
    """What a language knows about agreement."""

    def disagreements(self, words: Words, own: Sequence[bool], persons: frozenset[str]) -> list[Disagreement]:
        """The verbs of a sentence that do not agree with their subject; only where both are beyond doubt.

        `own[i]` is False for a word inside quotation marks; `persons` are the surnames of the people the text names.
        """

    def only_several(self, verb: str) -> bool:
        """Whether a finite verb (lower case) only goes with a subject in the plural."""
