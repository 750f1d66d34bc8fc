"""Checking: the current text of a dossier against its sources, as the record keeps it."""

from collections.abc import Sequence

from beleg import __version__
from beleg.language.registry import language_for
from beleg.pipeline import check_draft
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked
from beleg.terms.refusal import Error
from beleg.terms.source import Source


def checked(dossier: Dossier, sources: Sequence[Source]) -> DraftChecked:
    """Run the checks over the current text and return the event that keeps what they found.

    Raises Error if there is no draft.
    """
    current = dossier.current
    if current is None:
        raise Error(f"{dossier.title}: there is no draft yet.")
    draft = Source(text=current.content, title=dossier.title, language=dossier.language)
    return DraftChecked(
        number=current.number,
        content_sha256=current.content_sha256,
        beleg=__version__,
        report=check_draft(draft, sources, language=language_for(dossier.language)),
    )
