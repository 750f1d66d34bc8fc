"""People: the persons a sentence names, and which pronoun can stand for each."""

from dataclasses import dataclass

from beleg.language.lexicon import Gender


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person named at the words `[start, end)` of a sentence, title included.

    `surname` is the last word of the name; `gender` is UNKNOWN where neither first name nor title says it.
    """

    start: int
    end: int
    surname: str
    gender: Gender
