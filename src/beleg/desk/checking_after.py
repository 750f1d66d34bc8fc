"""Checking after: the check of a text that stands in the record already, and what to say when it fails."""

from logging import getLogger

from beleg.newsroom.house import Newsroom
from beleg.terms.refusal import Error

_LOG = getLogger("beleg.desk")
UNCHECKED = "unchecked"
"""What a page says (`beleg.desk.rendering.SAID`) of a text that was kept and could not be checked."""


def check_kept(newsroom: Newsroom, dossier_id: str, *, by: str) -> bool:
    """Check a text that was kept a moment ago; whether it could be checked.

    A check that fails takes nothing back. So it raises nothing: whoever calls this has done what they were asked, and a
    refusal, which says that nothing was done, would be untrue. Somebody else may have changed text or sources
    meanwhile.
    """
    try:
        newsroom.check(dossier_id, by=by)
    except Error as refusal:
        _LOG.info("A text that was kept could not be checked: %s", refusal)
        return False
    except Exception as why:  # a fault of ours; the text stands all the same
        # Its words may hold a source's: its kind has to do.
        _LOG.error("The check of a text that was kept failed: %s", type(why).__name__)
        return False
    return True
