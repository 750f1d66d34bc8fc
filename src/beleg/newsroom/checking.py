"""Checking: the current text of a dossier against its sources, as the record keeps it."""

from collections.abc import Sequence

from beleg import __version__
from beleg.language.registry import language_for
from beleg.pipeline import check_draft
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked
from beleg.terms.refusal import Error
from beleg.terms.report import Report
from beleg.terms.revision import Revision
from beleg.terms.source import Source


def checked(dossier: Dossier, sources: Sequence[Source]) -> DraftChecked:
    """Run the checks over the current text and return the event that keeps what they found.

    Raises Error if there is no draft.
    """
    current = _current(dossier)
    return DraftChecked(
        number=current.number,
        content_sha256=current.content_sha256,
        beleg=__version__,
        report=_report(dossier, sources, units=False),
    )


def explained(dossier: Dossier, sources: Sequence[Source]) -> Report:
    """The report on the current text with every sentence's units, which the record does not keep.

    Raises Error if there is no draft.
    """
    return _report(dossier, sources, units=True)


def _report(dossier: Dossier, sources: Sequence[Source], *, units: bool) -> Report:
    draft = Source(text=_current(dossier).content, title=dossier.title, language=dossier.language)
    return check_draft(draft, sources, language=language_for(dossier.language), units=units)


def _current(dossier: Dossier) -> Revision:
    if dossier.current is None:
        raise Error(f"{dossier.title}: there is no draft yet.")
    return dossier.current
