"""Moments: when something happened, as pages and other targets say it."""

from datetime import UTC, datetime

from babel.dates import format_datetime

from beleg.publishing.labels import Labels
from beleg.terms.refusal import Error


def moment(words: str) -> datetime:
    """Return the moment that RFC 3339 words name, in UTC. Raises `Error` if they name none or lack a time zone."""
    try:
        found = datetime.fromisoformat(words)
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Error(f"{words!r} is not a moment.") from None
    raise Error(f"The moment {words!r} has no time zone.")


def in_words(words: str, pattern: str, labels: Labels) -> str:
    """Return a moment (RFC 3339) in words, in UTC; `pattern` is one of CLDR's. Raises `Error` as `moment`."""
    return format_datetime(moment(words), pattern, locale=labels.locale)


def to_the_second(words: str) -> str:
    """Return a moment in UTC without fractions of a second, the one form every receiver reads: `2026-11-23T10:08:00Z`.

    Raises `Error` as `moment`.
    """
    return moment(words).strftime("%Y-%m-%dT%H:%M:%SZ")
