"""Mention: a name where it stands in a sentence, with what can be told of its bearer."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.span import Span


class Bearer(StrEnum):
    """What a name stands for."""

    PERSON = "person"
    PLACE = "place"
    BODY = "body"
    """A party, firm, authority or the like."""
    UNKNOWN = "unknown"

    def may_be(self, other: "Bearer") -> bool:
        """Whether the two can be of one kind."""
        return self is other or Bearer.UNKNOWN in (self, other)


@dataclass(frozen=True, slots=True)
class Known:
    """A word known as the name of a place or body.

    `key` is the same for all words that name it ("Frankreich", "französischen", "Franzosen"); `capital_of` the key of
    the country whose capital it is, for which it can stand ("Moskau" for Russia); else empty.
    """

    key: str
    bearer: Bearer
    capital_of: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at the tokens `[start, end)` of a sentence.

    `parts` are its words in small letters without the ending of the genitive, `known` the keys of places and bodies
    among them. `certain` is False where the capital may as well be a common noun's. `tail` is the rest of a compound
    that begins with the name ("Modellen" in "US-Modellen"); empty where the name stands alone.
    """

    start: int
    end: int
    span: Span
    parts: tuple[str, ...]
    bearer: Bearer
    certain: bool
    known: frozenset[str] = frozenset()
    tail: str = ""
    adjective: bool = False
    """Whether it is made into an adjective: "französische", "Berliner"."""
    kind: str = ""
    """The kind of place whose compound it is: "see" for "Auensee"; empty for other names."""


def plain(word: str) -> str:
    """A part of a name in small letters without the ending of the genitive."""
    folded = word.casefold().rstrip("'’")
    if folded.endswith(("'s", "’s")):
        return folded[:-2]
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded
