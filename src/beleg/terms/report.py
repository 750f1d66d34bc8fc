"""Report: a draft, its sentences with their verdicts, and what the checks found."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.finding import Finding, Severity
from beleg.terms.opinion import Opinion
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind
from beleg.terms.span import Span
from beleg.terms.unit import Unit


class Verdict(StrEnum):
    """What the evidence says of a sentence."""

    SUPPORTED = "supported"
    DISTORTED = "distorted"
    """A source speaks of it, and says something else."""
    UNSUPPORTED = "unsupported"
    """No source says it; a person has to."""
    NOT_CHECKABLE = "not_checkable"
    """It asserts nothing, or there is nothing to check it against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedSentence:
    """A sentence of the draft with its verdict, the passages it rests on and the findings that touch it.

    `decided_by` are the ids of the checks whose findings its verdict rests on; empty where none stood against it.
    `units` are what it says, one by one, each with what the sources have of it. `opinion` is a second judge's, None
    where none was asked. The record of a newsroom keeps verdict, evidence and findings, and leaves these three out.
    """

    start: int
    end: int
    text: str
    verdict: Verdict
    block: BlockKind = BlockKind.PARAGRAPH
    evidence: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    decided_by: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    opinion: Opinion | None = None

    @property
    def span(self) -> Span:
        """Where the sentence lies in the draft."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one check looked at.

    `looked_at` counts the things of the draft the check applies to (`unit` names them: quotations, sentences,
    headings). `not_checked` says in one sentence why it did not run; empty if it ran.
    """

    check: str
    looked_at: int = 0
    unit: str = ""
    not_checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found in a draft, and what was and was not checked.

    "No findings" alone never means "checked": `coverage` has a line for every check, and `remarks` say what
    about the whole input could not be checked (no sources, a language that Beleg does not read, an empty text).
    """

    language: str
    sentences: tuple[CheckedSentence, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    remarks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """The ids of the sources it was checked against."""

    def worst(self) -> Severity | None:
        """The highest severity found; None where nothing was found."""
        return max((finding.severity for finding in self.findings), key=lambda s: s.rank, default=None)

    @property
    def compared(self) -> bool:
        """Whether any sentence could be held against a source; where none could, the draft has not passed."""
        return any(sentence.verdict is not Verdict.NOT_CHECKABLE for sentence in self.sentences)
