"""Retracting: what may be recorded of a source that changed or was taken back, and the event it becomes."""

from beleg.review.deciding import reason_given
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.source_change import SourceChanged, SourceRetracted, VersionChange


def retraction(dossier: Dossier, source: str, reason: str, *, by_publisher: bool) -> SourceRetracted:
    """Return the event of a source being taken back by its publisher, or found wrong by a person.

    Raises Error if the dossier has no such source, if it was taken back already, and without a reason.
    """
    _refuse_unknown(dossier, source)
    if source in dossier.retracted:
        raise Error("The source has been retracted already.")
    return SourceRetracted(source=source, by_publisher=by_publisher, reason=reason_given(reason))


def change(dossier: Dossier, source: str, new: str, how: VersionChange) -> SourceChanged:
    """Return the event of a newer version, which the dossier has already, counting from now on in the place of a
    source.

    Raises Error if the dossier lacks one of the two, if they are one, if the older one does not count any more, and if
    the newer one was taken back.
    """
    _refuse_unknown(dossier, source)
    _refuse_unknown(dossier, new)
    if source == new or how.same:
        raise Error("The two versions of the source say the same.")
    if all(source != standing.source for standing in dossier.standing_sources):
        raise Error("The source does not count any more: it was retracted, or replaced by a newer version.")
    if new in dossier.retracted:
        raise Error("The newer version of the source was retracted.")
    return SourceChanged(source=source, new=new, passages=how.passages, added=how.added)


def _refuse_unknown(dossier: Dossier, source: str) -> None:
    if all(source != taken.source for taken in dossier.sources):
        raise Error(f"There is no source {source[:70]} in this dossier.")
