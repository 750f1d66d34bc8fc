"""Describing: what people may correct of what is said of a source, and the event it becomes."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime

from beleg.review.deciding import reason_given
from beleg.terms.dossier import Dossier
from beleg.terms.events import Entry, SourceTakenIn
from beleg.terms.events_sources import SourceDescribed, SourceDescription
from beleg.terms.refusal import Error

LONGEST = 500
"""Characters that title, publisher and author may have."""
_LONGEST_CODE = 35
"""Characters of a language code (RFC 5646, section 4.4.1)."""


def description(source: SourceTakenIn) -> SourceDescription:
    """Return what is said of a source of a dossier now."""
    return SourceDescription(
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=source.published,
        language=source.language,
    )


def describe(dossier: Dossier, source: str, now: SourceDescription, reason: str) -> SourceDescribed:
    """Return the event of a person correcting what is said of a source.

    Raises Error if the dossier has no such source, without a reason, if nothing would be changed, and for words that
    are too long, a date without a time zone and a code that is none of a language.
    """
    taken = next((one for one in dossier.sources if one.source == source), None)
    if taken is None:
        raise Error(f"There is no source {source[:70]} in this dossier.")
    before, now = description(taken), _kept(now)
    if now == before:
        raise Error("This is what is said of the source already; nothing was changed.")
    return SourceDescribed(source=source, before=before, now=now, reason=reason_given(reason))


def described(source: SourceTakenIn, now: SourceDescription) -> SourceTakenIn:
    """Return the source as it counts from here on."""
    return replace(
        source,
        title=now.title,
        publisher=now.publisher,
        author=now.author,
        published=now.published,
        language=now.language,
    )


def corrected(event: SourceDescribed) -> tuple[tuple[str, str, str], ...]:
    """Return what was changed: the name of each field of the description, what stood there, and what stands there
    now.
    """
    names = (field.name for field in fields(SourceDescription))
    pairs = ((name, getattr(event.before, name), getattr(event.now, name)) for name in names)
    return tuple((name, before, now) for name, before, now in pairs if before != now)


def unfounded(entries: Iterable[Entry]) -> int:
    """Return the position of the first entry that corrects what was not said of a source of the dossier before; 0 if
    none does.
    """
    said: dict[str, SourceDescription] = {}
    for entry in entries:
        event = entry.event
        if isinstance(event, SourceTakenIn):
            said[event.source] = description(event)
        elif isinstance(event, SourceDescribed):
            if said.get(event.source) != event.before:
                return entry.position
            said[event.source] = event.now
    return 0


def _kept(said: SourceDescription) -> SourceDescription:
    title, publisher, author = (" ".join(each.split()) for each in (said.title, said.publisher, said.author))
    if max(map(len, (title, publisher, author))) > LONGEST:
        raise Error(f"Title, publisher and author of a source may have {LONGEST} characters each.")
    language = said.language.strip().lower()
    if language and not (
        len(language) <= _LONGEST_CODE and language.replace("-", "a").isalnum() and language.isascii()
    ):
        raise Error(f"“{language[:40]}” is no code of a language.")
    if said.published and not _has_zone(said.published):
        raise Error(f"“{said.published[:40]}” is no moment with a time zone.")
    return replace(said, title=title, publisher=publisher, author=author, language=language)


def _has_zone(moment: str) -> bool:
    try:
        return datetime.fromisoformat(moment).tzinfo is not None
    except ValueError:
        return False
