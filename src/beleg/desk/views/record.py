"""Record: the entries of a dossier as a person reads them."""

from collections.abc import Mapping
from dataclasses import dataclass

from beleg.checks.catalogue import title_in
from beleg.desk.views.draft import Names
from beleg.desk.views.judging import judged_words
from beleg.desk.views.source_said import corrections_in_words
from beleg.desk.wording import Wording
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
    Event,
    FindingDismissed,
    FindingEscalated,
    KeyIntroduced,
    NameErased,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.events_byline import BylineSet
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.events_style import HouseStyleSet
from beleg.terms.generation import DraftGenerated
from beleg.terms.identification import Identification
from beleg.terms.revision import Origin
from beleg.terms.source_change import SourceChanged, SourceRetracted


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


def lines(
    entries: tuple[Entry, ...], record: tuple[Entry, ...], names: Names, words: Wording
) -> tuple[Line, ...]:
    """The entries in their order, oldest first; `record` is the whole of it, in which sources have their names."""
    labels = {
        told.event.source: told.event.title or told.event.name
        for told in record
        if isinstance(told.event, SourceTakenIn)
    }
    return tuple(
        Line(
            position=entry.position,
            at=entry.at,
            by=names.name(entry.by),
            what=_what(entry.event, labels, words),
            about=_about(entry.event, names, words),
            revision=entry.event.number if isinstance(entry.event, RevisionSaved) else 0,
            hash=entry.hash,
        )
        for entry in entries
    )


def _what(event: Event, labels: Mapping[str, str], words: Wording) -> str:
    if isinstance(event, DossierOpened):
        return words.say("Dossier opened: %(title)s", title=event.title)
    if isinstance(event, SourceTakenIn):
        label = ": ".join(part for part in (event.publisher, event.title) if part) or event.name
        return words.say("Source taken in: %(label)s", label=label)
    if isinstance(event, RevisionSaved):
        return _saved(event, words)
    if isinstance(event, DraftChecked):
        return _checked(event, words)
    if isinstance(event, FindingDismissed):
        return words.say("Finding dismissed (%(check)s)", check=title_in(event.check, words.language))
    if isinstance(event, FindingEscalated):
        return words.say("Finding escalated (%(check)s)", check=title_in(event.check, words.language))
    if isinstance(event, SentenceConfirmed):
        return words.say("Sentence confirmed")
    if isinstance(event, SentenceJudged):
        return judged_words(event, words)
    if isinstance(event, SignedOff):
        return _signed(event, words)
    if isinstance(event, SourceChanged):
        return _changed(event, labels, words)
    if isinstance(event, SourceRetracted):
        if event.by_publisher:
            return words.say(
                "Source retracted by its publisher: %(source)s", source=_label(event.source, labels)
            )
        return words.say("Source found wrong: %(source)s", source=_label(event.source, labels))
    if isinstance(event, SourceDescribed):
        return words.say("Details of a source corrected: %(source)s", source=_label(event.source, labels))
    if isinstance(event, CorrectionNoted):
        return words.say("Correction note written")
    if isinstance(event, BylineSet):
        return (
            words.say("Byline set by hand")
            if event.named or event.body
            else words.say("Byline left to the words again")
        )
    if isinstance(event, EmbargoSet):
        return _embargo(event, words)
    if isinstance(event, Withdrawn):
        return words.say("Article withdrawn")
    if isinstance(event, KeyIntroduced):
        return words.say("The newsroom began to sign with another key")
    if isinstance(event, HouseStyleSet):
        return words.say("House style set")
    if isinstance(event, NameErased):
        return words.say("A person's name erased; their function stands in its place")
    if isinstance(event, DraftGenerated):
        return words.say(
            "Revision %(revision)s written by %(model)s",
            revision=words.number(event.number),
            model=event.model,
        )
    return _published(event, words)


def _label(source: str, labels: Mapping[str, str]) -> str:
    return labels.get(source) or source[:12]


def _embargo(event: EmbargoSet, words: Wording) -> str:
    if not event.until:
        return words.say("Embargo lifted")
    return words.say("Embargo set until %(until)s", until=words.moment(event.until, "long"))


def _saved(event: RevisionSaved, words: Wording) -> str:
    machine = sum(1 for sentence in event.sentences if sentence.origin is not Origin.PERSON)
    saved = words.count(
        "Revision %(revision)s saved, %(num)s sentence",
        "Revision %(revision)s saved, %(num)s sentences",
        len(event.sentences),
        revision=words.number(event.number),
    )
    if not machine:
        return saved
    helped = words.count(
        "%(num)s of them put there by the machine", "%(num)s of them put there by the machine", machine
    )
    return f"{saved}, {helped}"


def _signed(event: SignedOff, words: Wording) -> str:
    revision = words.number(event.number)
    if event.identified_by is Identification.PASSWORD:
        return words.say("Revision %(revision)s signed, the password given again", revision=revision)
    if event.identified_by is Identification.PASSKEY:
        return words.say("Revision %(revision)s signed, with a passkey", revision=revision)
    return words.say("Revision %(revision)s signed", revision=revision)


def _changed(event: SourceChanged, labels: Mapping[str, str], words: Wording) -> str:
    source = _label(event.source, labels)
    if not event.passages:
        return words.say("Source added to: %(source)s", source=source)
    return words.count(
        "Source changed: %(source)s, %(num)s passage",
        "Source changed: %(source)s, %(num)s passages",
        len(event.passages),
        source=source,
    )


def _checked(event: DraftChecked, words: Wording) -> str:
    return words.count(
        "Revision %(revision)s checked, %(num)s finding (Beleg %(version)s)",
        "Revision %(revision)s checked, %(num)s findings (Beleg %(version)s)",
        len(event.report.findings),
        revision=words.number(event.number),
        version=event.beleg,
    )


def _published(event: Published, words: Wording) -> str:
    number = words.number(event.number)
    if event.address:
        return words.say(
            "Revision %(revision)s published at %(address)s", revision=number, address=event.address
        )
    return words.say("Revision %(revision)s published", revision=number)


def _about(event: Event, names: Names, words: Wording) -> str:
    """The words and the reason a decision hangs on; what a source had; the note for readers; the hash a signature or a page binds to."""
    if isinstance(event, FindingDismissed | FindingEscalated):
        return f"{event.words} — {event.reason}"
    if isinstance(event, SentenceConfirmed):
        return f"{event.text} — {event.reason}"
    if isinstance(event, SentenceJudged):
        return event.text
    if isinstance(event, SignedOff):
        return event.content_sha256
    if isinstance(event, SourceChanged):
        return " / ".join(one.passage.text for one in event.passages)
    if isinstance(event, SourceRetracted):
        return event.reason
    if isinstance(event, SourceDescribed):
        return f"{'; '.join(corrections_in_words(event, words))} — {event.reason}"
    if isinstance(event, CorrectionNoted):
        return event.note
    if isinstance(event, BylineSet):
        return _byline(event, names, words)
    if isinstance(event, EmbargoSet):
        return event.reason
    if isinstance(event, Withdrawn):
        return f"{event.note_readers} — {event.reason}"
    if isinstance(event, HouseStyleSet):
        return event.style.name
    if isinstance(event, KeyIntroduced):
        return event.public_key
    if isinstance(event, DraftGenerated):
        return " / ".join(one.text for one in event.struck)
    if isinstance(event, NameErased):
        return event.account
    return event.page_sha256 if isinstance(event, Published) else ""


def _byline(event: BylineSet, names: Names, words: Wording) -> str:
    named = ", ".join((*(names.name(account) for account in event.named), *filter(None, (event.body,))))
    left_out = ", ".join(names.name(account) for account in event.left_out)
    return (
        words.say("%(named)s; not named: %(left_out)s", named=named, left_out=left_out) if left_out else named
    )
