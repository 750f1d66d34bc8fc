"""What a check is. One file, one check: write a class like the others here, and it is found, tested and documented."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.house_style import NO_STYLE, HouseStyle
from beleg.terms.passage import Passage
from beleg.terms.source import Source
from beleg.terms.span import Span
from beleg.terms.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An example of a check: a draft, its sources, and exactly the words that must be flagged (none: clean).

    Cases are the check's tests and the examples on its documentation page.
    """

    draft: str
    sources: tuple[str | Source, ...] = ()
    """Texts, or sources where a check asks for more than their words."""
    flagged: tuple[str, ...] = ()
    language: str = "de"
    style: HouseStyle = NO_STYLE
    """House style, where the check goes by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInSources(Wording):
    """A message that no source has it. The sentence is unsupported then; after any other message of a check that
    compares with sources, some source has it otherwise and the sentence is distorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTheSources(Wording):
    """A message about the sources or their use, by a check that compares with them: it says nothing against the
    sentence.
    """


class Check(Protocol):
    """One check. `id` is permanent, names the fault and is the name of its file.

    The docstring of the class has three headings: "What it does", "Why it matters", "What it cannot see". `messages`
    holds a wording for each way the check can report; the first one is the usual one. What a finding means for its
    sentence lies in the kind of its wording: `Wording`, `NotInSources` or `OfTheSources`.
    """

    @property
    def id(self) -> str:
        """The permanent id."""

    @property
    def title(self) -> Wording:
        """What it looks for, in a few words."""

    @property
    def messages(self) -> Mapping[str, Wording]:
        """What it says, by the way it can report."""

    @property
    def severity(self) -> Severity:
        """How bad its findings are, unless one says otherwise."""

    @property
    def needs_sources(self) -> bool:
        """Whether it compares with sources."""

    @property
    def unit(self) -> Wording:
        """What it looks at, in the plural: quotations, sentences."""

    @property
    def cases(self) -> tuple[Case, ...]:
        """Its examples, flagged and clean."""

    def looked_at(self, examination: Examination) -> int:
        """How many things of the draft the check applies to."""

    def run(self, examination: Examination) -> Iterator[Finding]:
        """The findings in the draft."""


def report(
    check: Check,
    span: Span,
    *,
    message: str = "",
    severity: Severity | None = None,
    evidence: tuple[Passage, ...] = (),
    suggestion: str = "",
    **values: str,
) -> Finding:
    """A finding of `check` about the words at `span`, with its message in English.

    `message` names one of the check's wordings (the first one if empty); `values` fill it. Whoever shows the
    finding words it anew in the reader's language: `beleg.checks.catalogue.message_in`.
    """
    chosen = message or next(iter(check.messages))
    filled = (("message", chosen), *values.items())
    return Finding(
        check=check.id,
        severity=severity or check.severity,
        start=span.start,
        end=span.end,
        message=check.messages[chosen].in_language("en", filled),
        evidence=evidence,
        suggestion=suggestion,
        values=filled,
    )
