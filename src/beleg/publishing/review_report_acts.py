"""What happened when: every entry of a record in a line of the review report."""

from beleg.publishing.document import Section, Table
from beleg.publishing.entry_words import Told, labels, told
from beleg.publishing.review_report_words import Say
from beleg.publishing.words import shown
from beleg.terms.events import Entry
from beleg.terms.wording import Wording

_COURSE = Wording(de="Was wann geschah", en="What happened when")
_POSITION, _WHEN, _WHO, _WHAT = (
    Wording(de="Nr.", en="No."),
    Wording(de="Wann", en="When"),
    Wording(de="Wer", en="Who"),
    Wording(de="Was", en="What"),
)


def course(entries: tuple[Entry, ...], say: Say) -> Section:
    """Every entry of the record in a line."""
    sources = labels(entries)
    rows = tuple(
        (
            str(entry.position),
            say.moment(entry.at),
            say.name(entry.by),
            _line(told(entry.event, sources, say)),
        )
        for entry in entries
    )
    return Section(say(_COURSE), (Table((say(_POSITION), say(_WHEN), say(_WHO), say(_WHAT)), rows),))


def _line(happened: Told) -> str:
    """What happened, to which words and why, and the beginning of the hash."""
    why = " — ".join(shown(part) for part in (happened.words, happened.reason) if part)
    line = f"{happened.what}: {why}" if why else happened.what
    return f"{line}, SHA-256 {happened.hash[:12]}…" if happened.hash else line
