"""Finding: what a check reports."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.passage import Passage
from beleg.terms.span import Span


class Severity(StrEnum):
    """How bad it is. `error`: an editor would be angry had it been let through."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for a notice."""
        return {"error": 3, "warning": 2, "notice": 1}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check reports about the words at `[start, end)` of the draft.

    `message` is one sentence for a person. `values` are the words filled into the check's message, as pairs of
    name and words, so that a screen can say the same in its reader's language.
    """

    check: str
    severity: Severity
    start: int
    end: int
    message: str
    evidence: tuple[Passage, ...] = ()
    suggestion: str = ""
    """Words to put in place of the span; empty where none can be computed."""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def span(self) -> Span:
        """The words of the draft it is about."""
        return Span(self.start, self.end)

    @property
    def against(self) -> tuple[str, ...]:
        """The words held against those it flags: what is filled into its message, then its passages."""
        return (*(words for _, words in self.values), *(passage.text for passage in self.evidence))
