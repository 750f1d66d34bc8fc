"""Coverage: what "no findings" means, check by check: what was looked at, what was not and why, and what no check
sees.
"""

from dataclasses import dataclass
from enum import StrEnum

from beleg.checks.catalogue import check_named, title_in
from beleg.desk.wording import Wording, later
from beleg.terms.report import Coverage, Report, Verdict

_OF_SOURCES = frozenset(("hidden_text_in_source", "orders_in_source"))
"""Checks that look at the sources and not at the text."""
_FOREMOST = ("unsupported_sentence", "quotation_altered", "number_changed", "name_changed", "date_changed")
"""The checks whose counts say most about a text, in the order in which they are told."""

CANNOT_SEE = (
    later("Whether it is true: a source can be wrong, and a text that repeats it is supported."),
    later(
        "What is missing: the side nobody asked, the sentence before the quotation, the correction that came later."
    ),
    later("What is meant: it compares words, numbers, names, quotations and moods, and knows no irony."),
    later("Who acts, where neither article nor name shows it, and who “she” is beyond simple cases."),
    later("What happened outside: a text pasted in counts as a person's."),
    later("Pictures, tables, sound and video; any language but German and English."),
)
"""What no check sees, in short; the page on it says more."""


class Looked(StrEnum):
    """What became of a check."""

    LOOKED = "looked"
    NOTHING = "nothing"
    """It ran, and there was nothing of the kind in the text."""
    NOT_RUN = "not_run"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """What one check looked at: `what` is its title, `count` with `unit` how much; `why` it did not run, where it did
    not.
    """

    what: str
    looked: Looked
    count: int
    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Checks that look at the same kind of thing."""

    title: str
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """What a check of the text covers. Nothing is in it before the first one, and then `checked` says so."""

    checked: bool = False
    groups: tuple[CheckGroup, ...] = ()
    foremost: tuple[CheckLine, ...] = ()
    """A few lines that say most: sentences, quotations, numbers."""
    sentences: int = 0
    compared: int = 0
    """Sentences that could be held against a source; the others state nothing, or there was nothing to hold them
    against.
    """
    remarks: tuple[str, ...] = ()

    @property
    def ran(self) -> int:
        """How many checks looked for their fault, be there anything of the kind in the text or not."""
        return self._count(Looked.LOOKED) + self._count(Looked.NOTHING)

    @property
    def nothing(self) -> int:
        """How many of them found nothing of the kind they look at."""
        return self._count(Looked.NOTHING)

    @property
    def not_run(self) -> int:
        """How many checks did not run."""
        return self._count(Looked.NOT_RUN)

    def _count(self, looked: Looked) -> int:
        return sum(line.looked is looked for group in self.groups for line in group.lines)


def coverage_view(report: Report | None, words: Wording) -> CoverageView:
    """Lay out what a report covers; it tells nothing of what was found."""
    if report is None:
        return CoverageView()
    lines = {line.check: _line(line, words) for line in report.coverage}
    titles = group_titles(words)
    groups: dict[str, list[CheckLine]] = {title: [] for title in titles}
    for check, line in lines.items():
        groups[titles[group_of(check)]].append(line)
    return CoverageView(
        checked=True,
        groups=tuple(CheckGroup(title, tuple(found)) for title, found in groups.items() if found),
        foremost=tuple(
            lines[check] for check in _FOREMOST if check in lines and lines[check].looked is Looked.LOOKED
        ),
        sentences=len(report.sentences),
        compared=sum(sentence.verdict is not Verdict.NOT_CHECKABLE for sentence in report.sentences),
        remarks=report.remarks,
    )


def group_titles(words: Wording) -> tuple[str, str, str]:
    """What the groups of checks are called, by what they look at."""
    return (
        words.say("Compared with the sources"),
        words.say("In the text by itself"),
        words.say("In the sources themselves"),
    )


def group_of(check: str) -> int:
    """The place of a check's group among `group_titles`; one that is not known here compares with the sources as far as
    anybody can tell.
    """
    known = check_named(check)
    if check in _OF_SOURCES:
        return 2
    return 1 if known is not None and not known.needs_sources else 0


def _line(line: Coverage, words: Wording) -> CheckLine:
    check = check_named(line.check)
    unit = check.unit.in_language(words.language) if check else line.unit
    looked = Looked.NOT_RUN if line.not_checked else Looked.LOOKED if line.looked_at else Looked.NOTHING
    return CheckLine(title_in(line.check, words.language), looked, line.looked_at, unit, line.not_checked)
