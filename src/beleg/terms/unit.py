"""Unit: one thing a sentence of a draft says, and what the sources have of it."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.passage import Passage
from beleg.terms.span import Span


class UnitKind(StrEnum):
    """What kind of thing it is."""

    CONTENT = "content"
    """The sentence as a whole: how much of its content its passages have."""
    WORD = "word"
    """A word of its content that no passage has."""
    QUOTATION = "quotation"
    """Words or content given as somebody's."""
    SPEAKER = "speaker"
    """Who is said to have said it."""
    NUMBER = "number"
    """A number, with what it counts."""
    DATE = "date"
    """A date or a time of day."""
    NAME = "name"
    """The name of a person, place or body."""
    CLAUSE = "clause"
    """A clause: who vouches for it, and with which reservation, denial or limit."""


class Outcome(StrEnum):
    """What comparing it with the sources gave."""

    FOUND = "found"
    """A source has it so."""
    DIFFERENT = "different"
    """A source has something else there."""
    NOWHERE = "nowhere"
    """No source has it."""
    OPEN = "open"
    """That cannot be decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of a sentence: the words at `[start, end)` of the draft, and what the sources have of them.

    `passage` is the place of the sources that decided, None where none did. `values` are what was compared, as pairs
    of name and words; a name can stand several times. By kind:

    - content: `coverage` and `enough`, shares of 1 with two decimals; `asserts` = "nothing" where there is nothing to
      compare
    - quotation: `kind` (a kind of quotation), `places` (how many have it word for word), `differing` (each word that
      differs)
    - speaker: `here` and `there` (each one the sources name), `carried` = "yes" where the source names them in a
      sentence before, `doubtful` = "yes" where a person must look whether they are another
    - number, date: `instead` (the words of the source), `own_count` = "yes" where the writer may have counted or worked
      it out
    - name: `instead`, as for a number, `doubtful` = "yes" where a person must look whether it is a change, or a name at
      all
    - clause: `here_attributed` and `there_attributed` (who says it; empty where unnamed), `here_` and `there_` with
      each marker (the word that sets it), `opposite`, `acting_here`, `acting_there`, `broader` = "yes" where only the
      source limits
    """

    kind: UnitKind
    start: int
    end: int
    text: str
    outcome: Outcome
    passage: Passage | None = None
    values: tuple[tuple[str, str], ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands in the draft."""
        return Span(self.start, self.end)

    def value(self, name: str) -> str:
        """The first value of this name; empty where there is none."""
        return next((words for given, words in self.values if given == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of this name, in order."""
        return tuple(words for given, words in self.values if given == name)

    def has(self, name: str) -> bool:
        """Whether there is a value of this name."""
        return any(given == name for given, _ in self.values)
