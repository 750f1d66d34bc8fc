"""Judging: what a person says of a sentence by its sources, before they know what the machine says of it."""

from enum import StrEnum


class Risk(StrEnum):
    """Why a person has to judge a sentence themselves before they see what the machine says of it."""

    QUOTATION = "quotation"
    """It holds somebody's words in quotation marks."""
    ACCUSATION = "accusation"
    """It names a person beside a word that accuses."""
    NUMBER = "number"
    """It has a number that stands in none of its passages exactly so."""


class Answer(StrEnum):
    """What a person answers to the question whether the sources say so."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"
    """The passages shown do not let them decide."""
