"""Source said: what is said of a source beside its text, as it is corrected at the desk."""

from dataclasses import dataclass
from datetime import datetime

from beleg.desk.typed_dates import TypedDate, read_date
from beleg.desk.views.draft import Names
from beleg.desk.wording import Wording, later
from beleg.review.describing import corrected, description
from beleg.terms.dossier import Dossier
from beleg.terms.events import SourceTakenIn
from beleg.terms.events_sources import SourceDescribed, SourceDescription

_FIELDS = {
    "title": later("Title"),
    "publisher": later("Publisher"),
    "author": later("Author"),
    "published": later("Dated"),
    "language": later("Language"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDescription:
    """What stands in the form; its date is one that `typed_dates` reads."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    reason: str = ""

    def said_of(self, source: SourceTakenIn) -> SourceDescription:
        """What it says of a source. A date that was left as it stood keeps its seconds and its zone. Raises Error for
        what is no date.
        """
        read = read_date(self.published) if self.published.strip() else None
        same_date = read == _dated(source)
        return SourceDescription(
            title=self.title,
            publisher=self.publisher,
            author=self.author,
            published=source.published if same_date else read.moment.isoformat() if read else "",
            language=self.language,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """One correction: who made it, when and why, and what was changed, a sentence for each field."""

    by: str
    at: str
    reason: str
    changes: tuple[str, ...]


def typed(source: SourceTakenIn, language: str) -> TypedDescription:
    """The form in a language of the desk as it stands before anybody has touched it."""
    said, dated = description(source), _dated(source)
    return TypedDescription(
        title=said.title,
        publisher=said.publisher,
        author=said.author,
        published=dated.written(language) if dated else "",
        language=said.language,
    )


def said_before(dossier: Dossier, source: str, names: Names, words: Wording) -> tuple[SaidBefore, ...]:
    """What was corrected of a source, the latest first."""
    return tuple(
        SaidBefore(
            by=names.name(one.by),
            at=one.at,
            reason=one.event.reason,
            changes=corrections_in_words(one.event, words),
        )
        for one in reversed(dossier.descriptions)
        if one.event.source == source
    )


def corrections_in_words(event: SourceDescribed, words: Wording) -> tuple[str, ...]:
    """What was changed: the field, what stood there, and what stands there now."""
    return tuple(
        words.say(
            "%(field)s: %(before)s → %(now)s",
            field=words.say(_FIELDS[name]),
            before=_shown(name, before, words),
            now=_shown(name, now, words),
        )
        for name, before, now in corrected(event)
    )


def _dated(source: SourceTakenIn) -> TypedDate | None:
    try:
        return TypedDate.of(datetime.fromisoformat(source.published))
    except ValueError:
        return None


def _shown(name: str, value: str, words: Wording) -> str:
    if not value:
        return words.say("not known")
    return words.dated(value) if name == "published" else value
