"""Releasing: what a person may decide about an article's way to its readers, and the event it becomes."""

from datetime import UTC, datetime

from beleg.review.signing import under_embargo
from beleg.terms.dossier import Dossier
from beleg.terms.events import CorrectionNoted, EmbargoSet, Withdrawn
from beleg.terms.refusal import Error

LONGEST_NOTE = 2000
"""Characters a correction note, a note of a withdrawal or a reason may have."""
LONGEST_SHORT_NOTE = 280
"""Characters the short note of a withdrawal may have: one line of an alert or a feed."""


def correction(dossier: Dossier, note: str) -> CorrectionNoted:
    """Return the event of telling readers what the next version corrects.

    Raises Error without a note, for one that is too long, if nothing has been published yet, or if the article was
    withdrawn.
    """
    refuse_unpublished(dossier)
    return CorrectionNoted(note=worded(note, "The correction note is missing."))


def embargo(dossier: Dossier, until: datetime, reason: str, *, at: str) -> EmbargoSet:
    """Return the event of setting an embargo at the moment `at`, or of moving the one there is.

    Raises Error without a reason, for a moment without a time zone, for one that is past, for the one that holds
    already, or if the article was withdrawn.
    """
    _refuse_withdrawn(dossier)
    if until.tzinfo is None:
        raise Error("The end of an embargo needs a time zone.")
    try:
        end = until.astimezone(UTC)
    except OverflowError:
        raise Error("The end of an embargo lies beyond the calendar.") from None
    if end <= datetime.fromisoformat(at):
        raise Error("The end of the embargo is past; nothing was set.")
    if under_embargo(dossier, at) and datetime.fromisoformat(dossier.embargo) == end:
        raise Error("The embargo ends at this moment already.")
    return EmbargoSet(
        until=end.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), reason=worded(reason, "The reason is missing.")
    )


def ends_earlier(dossier: Dossier, until: datetime, *, at: str) -> bool:
    """Whether an embargo set now until then would let the article out before the one that holds does."""
    return under_embargo(dossier, at) and until < datetime.fromisoformat(dossier.embargo)


def lifting(dossier: Dossier, reason: str, *, at: str) -> EmbargoSet:
    """Return the event of lifting the embargo at the moment `at`.

    Raises Error without a reason, or if there is no embargo that has still to end.
    """
    if not under_embargo(dossier, at):
        raise Error("There is no embargo to lift.")
    return EmbargoSet(until="", reason=worded(reason, "The reason is missing."))


def withdrawal(
    dossier: Dossier, reason: str, *, note_newsroom: str, note_short: str, note_readers: str
) -> Withdrawn:
    """Return the event of withdrawing the published article, still without the hashes of what goes out with it.

    One person suffices: a withdrawal waits for nobody. Raises Error without a reason or one of the notes, for
    one that is too long, if nothing has been published, or if it was withdrawn before.
    """
    refuse_unpublished(dossier)
    return Withdrawn(
        version=version_after(dossier),
        reason=worded(reason, "The reason is missing."),
        note_newsroom=worded(note_newsroom, "The note to newsrooms is missing."),
        note_short=worded(" ".join(note_short.split()), "The short note is missing.", LONGEST_SHORT_NOTE),
        note_readers=worded(note_readers, "The note to readers is missing."),
        page_sha256="",
        address=dossier.publications[-1].event.address,
        first_published=dossier.publications[0].at,
        language=dossier.language,
    )


def version_after(dossier: Dossier) -> int:
    """Return the version that the next publication or the withdrawal has; the first publication has 1."""
    return len(dossier.publications) + 1


def refuse_unpublished(dossier: Dossier) -> None:
    """Raise Error unless the dossier's article is published and was not withdrawn."""
    _refuse_withdrawn(dossier)
    if not dossier.publications:
        raise Error("The dossier has not been published.")


def worded(words: str, missing: str, longest: int = LONGEST_NOTE) -> str:
    """Return a note or a reason as it is kept, without white space around it.

    Raises Error, saying `missing`, if there are no words; if there are too many; or if they hold a character that is
    none.
    """
    words = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not words:
        raise Error(missing)
    if len(words) > longest:
        raise Error(f"This has {len(words)} characters; at most {longest} can be kept of it.")
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        raise Error("The text holds a character that is none (a NUL or a lone surrogate).")
    return words


def _refuse_withdrawn(dossier: Dossier) -> None:
    if dossier.withdrawal is not None:
        raise Error("The article was withdrawn; this dossier publishes nothing more.")
