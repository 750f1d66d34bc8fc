"""Entry words: what each event of the record says to a person, the same on the desk's page and in the review report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from beleg.checks.catalogue import title_in
from beleg.terms.erasure import NameErased
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
from beleg.terms.judging import Answer
from beleg.terms.revision import Origin
from beleg.terms.source_change import SourceChanged, SourceRetracted
from beleg.terms.wording import Wording

DISMISSED = Wording(de="Befund verworfen: {check}", en="Finding dismissed: {check}")
ESCALATED = Wording(de="Befund weitergegeben: {check}", en="Finding escalated: {check}")
CONFIRMED = Wording(de="Satz bestätigt", en="Sentence confirmed")
_OPENED = Wording(de="Dossier angelegt: {title}", en="Dossier opened: {title}")
_TAKEN_IN = Wording(de="Quelle aufgenommen: {source}", en="Source taken in: {source}")
_SAVED = Wording(
    de="Fassung {number} gespeichert, Sätze: {count}", en="Revision {number} saved, sentences: {count}"
)
_HELPED = Wording(
    de="Fassung {number} gespeichert, Sätze: {count}, davon von der Maschine: {machine}",
    en="Revision {number} saved, sentences: {count}, put there by the machine: {machine}",
)
_CHECKED = Wording(
    de="Fassung {number} geprüft, Befunde: {count} (Beleg {version})",
    en="Revision {number} checked, findings: {count} (Beleg {version})",
)
_SIGNED = {
    Identification.NOT_ASKED: Wording(de="Fassung {number} freigegeben", en="Revision {number} signed"),
    Identification.PASSWORD: Wording(
        de="Fassung {number} freigegeben, das Passwort noch einmal eingegeben",
        en="Revision {number} signed, the password given again",
    ),
    Identification.PASSKEY: Wording(
        de="Fassung {number} freigegeben, mit einem Passkey", en="Revision {number} signed, with a passkey"
    ),
}
_PUBLISHED = Wording(de="Fassung {number} veröffentlicht", en="Revision {number} published")
_PUBLISHED_AT = Wording(
    de="Fassung {number} unter {address} veröffentlicht", en="Revision {number} published at {address}"
)
_JUDGED = {
    Answer.YES: Wording(
        de="Satz beurteilt: steht so in der Quelle", en="Sentence judged: the source says so"
    ),
    Answer.NO: Wording(
        de="Satz beurteilt: steht nicht so in der Quelle", en="Sentence judged: the source does not say so"
    ),
    Answer.CANNOT_TELL: Wording(de="Satz beurteilt: nicht zu entscheiden", en="Sentence judged: cannot tell"),
}
_NOTED = Wording(de="Korrekturhinweis geschrieben", en="Correction note written")
_BYLINE = Wording(de="Autorenzeile von Hand gesetzt: {names}", en="Byline set by hand: {names}")
_BYLINE_WITHOUT = Wording(
    de="Autorenzeile von Hand gesetzt: {names}; nicht genannt: {left_out}",
    en="Byline set by hand: {names}; not named: {left_out}",
)
_BYLINE_BY_WORDS = Wording(
    de="Autorenzeile wieder nach den Wörtern des Textes", en="Byline by the words of the text again"
)
_EMBARGO = Wording(de="Sperrfrist gesetzt bis {until}", en="Embargo set until {until}")
_LIFTED = Wording(de="Sperrfrist aufgehoben", en="Embargo lifted")
_WITHDRAWN = Wording(de="Artikel zurückgezogen", en="Article withdrawn")
_CHANGED = Wording(
    de="Quelle geändert: {source}, Stellen: {count}", en="Source changed: {source}, passages: {count}"
)
_ADDED_TO = Wording(de="Quelle ergänzt: {source}", en="Source added to: {source}")
_RETRACTED = Wording(
    de="Quelle vom Herausgeber zurückgezogen: {source}", en="Source retracted by its publisher: {source}"
)
_WRONG = Wording(de="Quelle für falsch befunden: {source}", en="Source found wrong: {source}")
_DESCRIBED = Wording(
    de="Angaben zu einer Quelle berichtigt: {source}", en="Details of a source corrected: {source}"
)
_GENERATED = Wording(
    de="Fassung {number} von {model} geschrieben, gestrichen: {count}",
    en="Revision {number} written by {model}, struck: {count}",
)
_NAME = Wording(
    de="Der Name einer Person gelöscht; an seiner Stelle steht ihre Funktion",
    en="A person's name erased; their function stands in its place",
)
_STYLE = Wording(de="Hausstil festgelegt", en="House style set")
_KEY = Wording(de="Schlüssel der Redaktion eingeführt: {name}", en="Newsroom's key introduced: {name}")


class Says(Protocol):
    """Words for one reader: the language, and how numbers and moments are written in it."""

    @property
    def language(self) -> str:
        """BCP 47 code."""

    def __call__(self, wording: Wording, **values: str | int) -> str:
        """The words with the values filled in."""

    def name(self, account: str, /) -> str:
        """What to call an account."""

    def moment(self, at: str, /) -> str:
        """A moment (RFC 3339) in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What happened, in one sentence; the words it happened to, the reason given for it, and the hash it binds to."""

    what: str
    words: str = ""
    """Of a finding, a sentence, passages, a note, an account, a key; empty where the event is about none."""
    reason: str = ""
    hash: str = ""
    """SHA-256 in hex; empty where the event names none of its own."""


def labels(entries: Iterable[Entry]) -> dict[str, str]:
    """What to call the sources that these entries took in, by id: the title, or the name of the file."""
    taken = (entry.event for entry in entries)
    return {event.source: event.title or event.name for event in taken if isinstance(event, SourceTakenIn)}


def told(event: Event, sources: Mapping[str, str], say: Says) -> Told:
    """What an event says; `sources` are the labels of the record's sources by id, its id's beginning stands for one
    without.
    """

    def label(source: str) -> str:
        return sources.get(source) or f"{source[:12]}…"

    match event:
        case DossierOpened():
            return Told(what=say(_OPENED, title=event.title))
        case SourceTakenIn():
            named = ": ".join(part for part in (event.publisher, event.title) if part) or event.name
            return Told(what=say(_TAKEN_IN, source=named))
        case RevisionSaved():
            return Told(what=_saved(event, say), hash=event.content_sha256)
        case DraftChecked():
            count = len(event.report.findings)
            return Told(what=say(_CHECKED, number=event.number, count=count, version=event.beleg))
        case FindingDismissed():
            what = say(DISMISSED, check=title_in(event.check, say.language))
            return Told(what=what, words=event.words, reason=event.reason)
        case FindingEscalated():
            what = say(ESCALATED, check=title_in(event.check, say.language))
            return Told(what=what, words=event.words, reason=event.reason)
        case SentenceConfirmed():
            return Told(what=say(CONFIRMED), words=event.text, reason=event.reason)
        case SentenceJudged():
            return Told(what=say(_JUDGED[event.answer]), words=event.text)
        case SignedOff():
            what = say(_SIGNED[event.identified_by], number=event.number)
            return Told(what=what, hash=event.content_sha256)
        case Published():
            wording = _PUBLISHED_AT if event.address else _PUBLISHED
            return Told(what=say(wording, number=event.number, address=event.address), hash=event.page_sha256)
        case CorrectionNoted():
            return Told(what=say(_NOTED), words=event.note)
        case BylineSet():
            return Told(what=_byline(event, say))
        case EmbargoSet():
            wording = _EMBARGO if event.until else _LIFTED
            return Told(what=say(wording, until=say.moment(event.until)), reason=event.reason)
        case Withdrawn():
            return Told(what=say(_WITHDRAWN), words=event.note_readers, reason=event.reason)
        case SourceChanged():
            wording = _CHANGED if event.passages else _ADDED_TO
            what = say(wording, source=label(event.source), count=len(event.passages))
            return Told(what=what, words=" / ".join(one.passage.text for one in event.passages))
        case SourceRetracted():
            wording = _RETRACTED if event.by_publisher else _WRONG
            return Told(what=say(wording, source=label(event.source)), reason=event.reason)
        case SourceDescribed():
            return Told(what=say(_DESCRIBED, source=label(event.source)), reason=event.reason)
        case NameErased():
            return Told(what=say(_NAME), words=event.account)
        case KeyIntroduced():
            return Told(what=say(_KEY, name=event.name), words=event.public_key)
        case HouseStyleSet():
            return Told(what=say(_STYLE), hash=event.style.name)
        case DraftGenerated():
            what = say(_GENERATED, number=event.number, model=event.model, count=len(event.struck))
            return Told(what=what, words=" / ".join(one.text for one in event.struck))


def _saved(event: RevisionSaved, say: Says) -> str:
    machine = sum(1 for sentence in event.sentences if sentence.origin is not Origin.PERSON)
    wording = _HELPED if machine else _SAVED
    return say(wording, number=event.number, count=len(event.sentences), machine=machine)


def _byline(event: BylineSet, say: Says) -> str:
    names = ", ".join((*(say.name(account) for account in event.named), *filter(None, (event.body,))))
    if not names:
        return say(_BYLINE_BY_WORDS)
    left_out = ", ".join(say.name(account) for account in event.left_out)
    return say(_BYLINE_WITHOUT if left_out else _BYLINE, names=names, left_out=left_out)
