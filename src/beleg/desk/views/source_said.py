"""Source said: what is said of a source beside its text, as it is corrected at the desk."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from beleg.desk.views.draft import Names
from beleg.desk.wording import Wording, later
from beleg.review.describing import corrected, description
from beleg.terms.dossier import Dossier
from beleg.terms.events import SourceTakenIn
from beleg.terms.events_sources import SourceDescribed, SourceDescription
from beleg.terms.refusal import Error

_FIELDS = {
    "title": later("Title"),
    "publisher": later("Publisher"),
    "author": later("Author"),
    "published": later("Dated"),
    "language": later("Language"),
}
_DAY, _MINUTE = "%Y-%m-%d", "%Y-%m-%d %H:%M"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDescription:
    """What stands in the form: a date as `2026-03-02`, or `2026-03-02 14:30` in the time zone of the desk."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    reason: str = ""

    def said_of(self, source: SourceTakenIn) -> SourceDescription:
        """What it says of a source. A date that was left as it stood keeps its seconds and its zone. Raises Error for what is no date."""
        same_date = self.published.strip() == typed_moment(source.published)
        return SourceDescription(
            title=self.title,
            publisher=self.publisher,
            author=self.author,
            published=source.published if same_date else _moment(self.published.strip()),
            language=self.language,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """One correction: who made it, when and why, and what was changed, a sentence for each field."""

    by: str
    at: str
    reason: str
    changes: tuple[str, ...]


def typed(source: SourceTakenIn) -> TypedDescription:
    """The form as it stands before anybody has touched it."""
    said = description(source)
    return TypedDescription(
        title=said.title,
        publisher=said.publisher,
        author=said.author,
        published=typed_moment(said.published),
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


def typed_moment(published: str) -> str:
    """A moment (RFC 3339) as it is typed: a day where it is the beginning of one in UTC, else with the time in the desk's zone."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return ""
    if moment.utcoffset() == UTC.utcoffset(None) and moment.time() == time():
        return moment.strftime(_DAY)
    return moment.astimezone().strftime(_MINUTE)


def _moment(typed: str) -> str:
    """What was typed as RFC 3339: a day begins in UTC, as for a document that names no time. Raises Error if it is no date."""
    if not typed:
        return ""
    try:
        if len(typed) == len("2026-03-02"):
            return datetime.combine(date.fromisoformat(typed), time(), UTC).isoformat()
        return datetime.strptime(typed, _MINUTE).astimezone().isoformat()
    except (ValueError, OverflowError):
        raise Error(f"“{typed[:40]}” is no date.") from None


def _shown(name: str, value: str, words: Wording) -> str:
    if not value:
        return words.say("not known")
    return words.moment(value) if name == "published" else value
