"""Retelling: how a language tells on what somebody else has stated."""

from datetime import date
from typing import Protocol


class Retelling(Protocol):
    """What a draft needs to tell a source's statements on as that source's. Every method gives whole sentences."""

    def attributed(self, statement: str, to: str, *, medium: bool) -> str | None:
        """The statement as one that `to` made, a `medium` or somebody who issued it; None where it cannot be turned.

        `statement` is one sentence that its source asserts itself, without quotation marks, ending with a full stop.
        """

    def going_on(self, statement: str) -> str | None:
        """The statement as the next one of whoever was named in the sentence before; None where the grammar cannot say
        so.
        """

    def quoted(self, statement: str, of: str, *, medium: bool) -> str:
        """The statement word for word in quotation marks, with whose words it is."""

    def dated(self, statement: str, day: date | None) -> str | None:
        """The statement with words that point to its day ("heute") replaced by what they meant on `day`.

        None where there is such a word that cannot be replaced, or no day.
        """

    def bids(self, sentence: str) -> bool:
        """Whether a sentence asks its reader to do something without a finite verb ("Jetzt gratis testen und
        lesen.").
        """

    def speaks_of(self, sentence: str, who: str) -> bool:
        """Whether the sentence begins with the name of `who`, a company or medium, and so speaks of itself."""
