"""What happened when: every entry of a record in a line of the review report."""

from beleg.checks.catalogue import title_in
from beleg.publishing.document import Section, Table
from beleg.publishing.review_report_words import Say
from beleg.publishing.source_list import source_words
from beleg.terms.erasure import NameErased
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
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
from beleg.terms.judging import Answer
from beleg.terms.source_change import SourceChanged, SourceRetracted
from beleg.terms.wording import Wording

_COURSE = Wording(de="Was wann geschah", en="What happened when")
_POSITION, _WHEN, _WHO, _WHAT = (
    Wording(de="Nr.", en="No."),
    Wording(de="Wann", en="When"),
    Wording(de="Wer", en="Who"),
    Wording(de="Was", en="What"),
)
_OPENED = Wording(de="Dossier eröffnet: {title}", en="Dossier opened: {title}")
_TAKEN_IN = Wording(de="Quelle aufgenommen: {title}", en="Source taken in: {title}")
_SAVED = Wording(
    de="Fassung {number} gespeichert, {count} Sätze, SHA-256 {hash}…",
    en="Revision {number} saved, {count} sentences, SHA-256 {hash}…",
)
_CHECKED = Wording(
    de="Fassung {number} geprüft, Befunde: {count}", en="Revision {number} checked, findings: {count}"
)
_SIGNED = Wording(
    de="Fassung {number} freigegeben, SHA-256 {hash}…", en="Revision {number} signed off, SHA-256 {hash}…"
)
_PUBLISHED = Wording(
    de="Fassung {number} veröffentlicht, SHA-256 der Seite {hash}… {address}",
    en="Revision {number} published, SHA-256 of the page {hash}… {address}",
)
_DISMISSED = Wording(de="Befund verworfen: {check}", en="Finding dismissed: {check}")
_ESCALATED = Wording(de="Befund weitergegeben: {check}", en="Finding passed on: {check}")
_CONFIRMED = Wording(de="Satz bestätigt", en="Sentence confirmed")
_JUDGED = {
    Answer.YES: Wording(
        de="Satz beurteilt: steht so in der Quelle", en="Sentence judged: the source says so"
    ),
    Answer.NO: Wording(
        de="Satz beurteilt: steht nicht so in der Quelle", en="Sentence judged: the source does not say so"
    ),
    Answer.CANNOT_TELL: Wording(de="Satz beurteilt: nicht zu entscheiden", en="Sentence judged: cannot tell"),
}
_NOTED = Wording(de="Korrekturhinweis geschrieben: {note}", en="Correction note written: {note}")
_BYLINE = Wording(
    de="Autorenzeile von Hand gesetzt: {names}; nicht genannt: {left_out}",
    en="Byline set by hand: {names}; not named: {left_out}",
)
_BYLINE_BY_WORDS = Wording(
    de="Autorenzeile wieder nach den Wörtern des Textes", en="Byline by the words of the text again"
)
_EMBARGO = Wording(de="Sperrfrist bis {until}: {reason}", en="Embargo until {until}: {reason}")
_LIFTED = Wording(de="Sperrfrist aufgehoben: {reason}", en="Embargo lifted: {reason}")
_WITHDRAWN = Wording(de="Artikel zurückgezogen: {reason}", en="Article withdrawn: {reason}")
_CHANGED = Wording(
    de="Quelle geändert, Stellen: {count}: {source}…", en="Source changed, passages: {count}: {source}…"
)
_TAKEN_BACK = Wording(
    de="Quelle von ihrem Herausgeber zurückgezogen: {source}… ({reason})",
    en="Source taken back by its publisher: {source}… ({reason})",
)
_WRONG = Wording(
    de="Quelle für falsch befunden: {source}… ({reason})", en="Source found wrong: {source}… ({reason})"
)
_DESCRIBED = Wording(
    de="Angaben zur Quelle berichtigt: {source}… ({reason})",
    en="What is said of a source corrected: {source}… ({reason})",
)
_GENERATED = Wording(
    de="Revision {number} von {model} geschrieben, gestrichen: {count}",
    en="Revision {number} written by {model}, struck: {count}",
)
_NAME = Wording(de="Name gelöscht: Konto {account}", en="Name erased: account {account}")
_STYLE = Wording(de="Hausstil gesetzt", en="House style set")
_KEY = Wording(de="Schlüssel der Redaktion eingeführt: {name}", en="Newsroom's key introduced: {name}")


def course(entries: tuple[Entry, ...], say: Say) -> Section:
    """Every entry of the record in a line."""
    rows = tuple(
        (str(entry.position), say.moment(entry.at), say.name(entry.by), _act(entry, say)) for entry in entries
    )
    return Section(say(_COURSE), (Table((say(_POSITION), say(_WHEN), say(_WHO), say(_WHAT)), rows),))


def _act(entry: Entry, say: Say) -> str:
    match entry.event:
        case DossierOpened(title=title):
            return say(_OPENED, title=title)
        case SourceTakenIn() as source:
            return say(_TAKEN_IN, title=source_words(source))
        case RevisionSaved(number=number, sentences=sentences, content_sha256=digest):
            return say(_SAVED, number=number, count=len(sentences), hash=digest[:12])
        case DraftChecked(number=number, report=report):
            return say(_CHECKED, number=number, count=len(report.findings))
        case FindingDismissed(check=check):
            return say(_DISMISSED, check=title_in(check, say.language))
        case FindingEscalated(check=check):
            return say(_ESCALATED, check=title_in(check, say.language))
        case SentenceConfirmed():
            return say(_CONFIRMED)
        case SentenceJudged(answer=answer):
            return say(_JUDGED[answer])
        case SignedOff(number=number, content_sha256=digest):
            return say(_SIGNED, number=number, hash=digest[:12])
        case Published(number=number, page_sha256=digest, address=address):
            return say(_PUBLISHED, number=number, hash=digest[:12], address=address).rstrip()
        case CorrectionNoted(note=note):
            return say(_NOTED, note=note)
        case BylineSet(named=named, body=body, left_out=left_out):
            names = ", ".join((*(say.name(account) for account in named), *filter(None, (body,))))
            not_named = ", ".join(say.name(account) for account in left_out) or "–"
            return say(_BYLINE, names=names, left_out=not_named) if names else say(_BYLINE_BY_WORDS)
        case EmbargoSet(until=until, reason=reason):
            wording = _EMBARGO if until else _LIFTED
            return say(wording, until=say.moment(until), reason=reason)
        case Withdrawn(reason=reason):
            return say(_WITHDRAWN, reason=reason)
        case SourceChanged(source=source_id, passages=passages):
            return say(_CHANGED, count=len(passages), source=source_id[:12])
        case SourceRetracted(source=source_id, by_publisher=by_publisher, reason=reason):
            return say(_TAKEN_BACK if by_publisher else _WRONG, source=source_id[:12], reason=reason)
        case SourceDescribed(source=source_id, reason=reason):
            return say(_DESCRIBED, source=source_id[:12], reason=reason)
        case NameErased(account=account):
            return say(_NAME, account=account)
        case KeyIntroduced(name=name):
            return say(_KEY, name=name)
        case HouseStyleSet():
            return say(_STYLE)
        case DraftGenerated(number=number, model=model, struck=struck):
            return say(_GENERATED, number=number, model=model, count=len(struck))
