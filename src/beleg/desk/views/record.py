"""Record: the entries of a dossier as a person reads them."""

from dataclasses import dataclass

from beleg.desk.views.draft import Names
from beleg.desk.views.source_said import corrections_in_words
from beleg.desk.wording import Wording
from beleg.publishing.entry_words import Told, labels, told
from beleg.terms.events import Entry, Event, RevisionSaved
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.wording import Wording as InBoth


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An entry of the record: its place, when, who, what in one sentence, the words it is about, its hash.

    `revision` is the number of the revision it made; 0 if it made none.
    """

    position: int
    at: str
    by: str
    what: str
    about: str
    revision: int
    hash: str


@dataclass(frozen=True, slots=True)
class _Says:
    """Says what an entry says as this desk writes numbers and moments."""

    words: Wording
    names: Names

    @property
    def language(self) -> str:
        return self.words.language

    def __call__(self, wording: InBoth, **values: str | int) -> str:
        filled = tuple(
            (name, self.words.number(value) if isinstance(value, int) else value)
            for name, value in values.items()
        )
        return wording.in_language(self.words.language, filled)

    def name(self, account: str) -> str:
        return self.names.name(account)

    def moment(self, at: str) -> str:
        return self.words.moment(at, "long")


def lines(
    entries: tuple[Entry, ...], record: tuple[Entry, ...], names: Names, words: Wording
) -> tuple[Line, ...]:
    """The entries in their order, oldest first; `record` is the whole of it, in which sources have their names."""
    sources, say = labels(record), _Says(words, names)
    return tuple(
        _line(entry, told(entry.event, sources, say), names.name(entry.by), words) for entry in entries
    )


def _line(entry: Entry, happened: Told, by: str, words: Wording) -> Line:
    return Line(
        position=entry.position,
        at=entry.at,
        by=by,
        what=happened.what,
        about=_about(entry.event, happened, words),
        revision=entry.event.number if isinstance(entry.event, RevisionSaved) else 0,
        hash=entry.hash,
    )


def _about(event: Event, happened: Told, words: Wording) -> str:
    """The words it is about and the reason given; where there are none, the hash that a signature or a page binds
    to.
    """
    if isinstance(event, RevisionSaved):
        return ""  # its text is a link away
    corrected = "; ".join(corrections_in_words(event, words)) if isinstance(event, SourceDescribed) else ""
    said = [part for part in (happened.words, corrected, happened.reason) if part]
    return " — ".join(said) or happened.hash
