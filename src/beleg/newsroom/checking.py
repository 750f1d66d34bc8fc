"""Checking: the current text of a dossier against its sources, as the record keeps it."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from threading import Lock
from typing import Generic, TypeVar

from beleg import __version__, kept
from beleg.language.registry import language_for
from beleg.newsroom.checks_apart import HERE, Checks
from beleg.pipeline import check_draft
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked
from beleg.terms.house_style import HouseStyle
from beleg.terms.quotation import Quotation
from beleg.terms.report import Report
from beleg.terms.source import Source
from beleg.terms.source_change import SourceRetracted
from beleg.terms.wording import Wording
from beleg.text.written import written

_T = TypeVar("_T")
_RETRACTED = Wording(
    de="Zurückgezogen, nicht verglichen: {source} ({reason}).",
    en="Retracted, not compared: {source} ({reason}).",
)
_REPLACED = Wording(
    de="Durch eine neuere Fassung ersetzt, nicht verglichen: {source}.",
    en="Replaced by a newer version, not compared: {source}.",
)


class _Remembered(Generic[_T]):
    """What was worked out for the last so many values it was asked for."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._found: OrderedDict[Hashable, _T] = OrderedDict()

    def of(self, given: Hashable, work_out: Callable[[], _T]) -> _T:
        """What was worked out for this before, or is now."""
        with self._lock:
            if given in self._found:
                self._found.move_to_end(given)
                return self._found[given]
        found = work_out()
        self.keep(given, found)
        return found

    def keep(self, given: Hashable, found: _T) -> None:
        """Have it remembered."""
        with self._lock:
            self._found[given] = found
            self._found.move_to_end(given)
            while len(self._found) > self._most:
                self._found.popitem(last=False)


_REPORTS: _Remembered[tuple[Report, tuple[Quotation, ...]]] = _Remembered(16)
"""A text that was looked at while somebody typed is saved as it stands there, and checked for the record."""
_QUOTATIONS: _Remembered[tuple[Quotation, ...]] = _Remembered(64)
"""A page says who speaks in a text; it was read when the text was checked, and no page waits for that."""


def checked(
    dossier: Dossier, sources: Sequence[Source], *, style: HouseStyle, checks: Checks = HERE
) -> DraftChecked:
    """Run the checks over the current text, with the house style in force, and return the event that keeps what they
    found.

    `checks` says where the text is compared.

    Raises Error if there is no draft.
    """
    current = dossier.draft
    return DraftChecked(
        number=current.number,
        content_sha256=current.content_sha256,
        beleg=__version__,
        report=_report(dossier, sources, style, checks, units=False),
        house_style=style.name,
    )


def explained(dossier: Dossier, sources: Sequence[Source], *, style: HouseStyle) -> Report:
    """The report on the current text with every sentence's units, which the record does not keep.

    Raises Error if there is no draft.
    """
    return _report(dossier, sources, style, HERE, units=True)


def quotations(content: str, language: str, checks: Checks) -> tuple[Quotation, ...]:
    """Return the quotations in the words of a draft (`beleg.text.written`); `checks` says where it is read."""
    return _QUOTATIONS.of((content, language), lambda: checks.work_out(_quotations, content, language))


def _quotations(content: str, language: str) -> tuple[Quotation, ...]:
    text = written(content)
    return kept.READINGS.reading(text.words, language, laid_out=text.laid_out).quotations


def _report(
    dossier: Dossier, sources: Sequence[Source], style: HouseStyle, checks: Checks, *, units: bool
) -> Report:
    draft = Source(text=dossier.draft.content, title=dossier.title, language=dossier.language)
    standing = frozenset(source.source for source in dossier.standing_sources)
    compared = [source for source in sources if source.id in standing]
    given = draft, tuple(compared), dossier.language, style, units
    report, said = _REPORTS.of(given, lambda: checks.work_out(_compared, *given))
    if checks.for_the_record:  # no page shows what somebody has only typed so far
        _QUOTATIONS.keep((draft.text, dossier.language), said)
    left_out = tuple(_remark(dossier, source) for source in sources if source.id not in standing)
    return replace(report, remarks=(*report.remarks, *left_out))


def _compared(
    draft: Source, sources: Sequence[Source], language: str, style: HouseStyle, units: bool
) -> tuple[Report, tuple[Quotation, ...]]:
    """The report on a draft, and its quotations: it was read for that anyway."""
    report = check_draft(draft, sources, language=language_for(language), units=units, style=style)
    return report, _quotations(draft.text, language)


def _remark(dossier: Dossier, source: Source) -> str:
    """Why a source of the dossier is not compared with the text any more."""
    label = ("source", source.label)
    told = dossier.retracted.get(source.id)
    if told is not None and isinstance(told.event, SourceRetracted):
        reason = " ".join(told.event.reason.split()).rstrip(".")
        return _RETRACTED.in_language(dossier.language, (label, ("reason", reason)))
    return _REPLACED.in_language(dossier.language, (label,))
