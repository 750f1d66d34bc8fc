"""Spelling: words that are known nowhere."""

from typing import Protocol


class Spelling(Protocol):
    """What a language knows about the spelling of its words."""

    def knows(self, word: str) -> bool:
        """Whether a word in small letters is known, whole, inflected or as a compound; or is too short to tell."""

    def meant(self, word: str) -> tuple[str, ...]:
        """The known words that an unknown one in small letters can have been meant to be, likeliest first, at most
        three.

        Empty where there are none, and for a word that a larger dictionary has. Takes some milliseconds.
        """
