"""Opinion: what a second judge, a language model, says of a sentence that words could not decide."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a second judge can answer."""

    SUPPORTED = "supported"
    """The passages say it, in other words."""
    NOT_SUPPORTED = "not_supported"
    """They do not say it, or say something else."""
    CANNOT_SAY = "cannot_say"
    """It does not know, or its answer cannot be believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """The answer of a second judge. It stands beside the verdict and never replaces it.

    `judge` is the name of the model, `reason` its reason in a sentence, `words` the words of a passage it relies on;
    the last two are empty where it gave none.
    """

    judge: str
    answer: Answer
    reason: str = ""
    words: str = ""
