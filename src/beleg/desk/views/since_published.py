"""Since publication: what of a published text is another by now."""

from beleg.terms.dossier import Dossier


def revised_from(dossier: Dossier) -> int:
    """Number of the revision published last, where the words are others by now; 0 where they are not, or nothing is
    published.
    """
    if not dossier.publications or dossier.current is None:
        return 0
    number = dossier.publications[-1].event.number
    published = next((one for one in dossier.revisions if one.number == number), None)
    return number if published and published.content != dossier.current.content else 0
