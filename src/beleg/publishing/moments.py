"""Moments: when something happened, in the words of a page."""

from datetime import UTC, datetime

from babel.dates import format_datetime

from beleg.publishing.labels import Labels
from beleg.terms.refusal import Error


def in_words(moment: str, pattern: str, labels: Labels) -> str:
    """Return a moment (RFC 3339) in words, in UTC; `pattern` is one of CLDR's.

    Raises `Error` for anything that is no moment with a time zone.
    """
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        raise Error(f"{moment!r} is not a moment.") from None
    if at.tzinfo is None:
        raise Error(f"The moment {moment!r} has no time zone.")
    return format_datetime(at.astimezone(UTC), pattern, locale=labels.locale)
