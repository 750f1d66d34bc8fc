"""The sections of the review report on the course of things: every decision, every act, every source."""

from beleg.checks.catalogue import title_in
from beleg.publishing.document import Block, Card, Fact, Section, Table, Text
from beleg.publishing.review_report_words import Say
from beleg.publishing.source_list import source_words
from beleg.publishing.words import shown
from beleg.review.disclosing import compared
from beleg.terms.dossier import Dossier
from beleg.terms.events import (
    DossierOpened,
    DraftChecked,
    Entry,
    FindingDismissed,
    FindingEscalated,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
)
from beleg.terms.review import Review
from beleg.terms.wording import Wording

_DECISIONS = Wording(
    de="Alle Entscheidungen, auch zu früheren Fassungen", en="All decisions, those on earlier texts included"
)
_NO_DECISION = Wording(
    de="Niemand hat einen Befund verworfen oder weitergegeben oder einen Satz bestätigt.",
    en="Nobody dismissed or passed on a finding or confirmed a sentence.",
)
_DISMISSED = Wording(de="Befund verworfen: {check}", en="Finding dismissed: {check}")
_ESCALATED = Wording(de="Befund weitergegeben: {check}", en="Finding passed on: {check}")
_CONFIRMED = Wording(de="Satz bestätigt", en="Sentence confirmed")
_PRESENT = Wording(de="betrifft den jetzigen Text", en="concerns the present text")
_EARLIER = Wording(de="betrifft eine frühere Fassung", en="concerns an earlier text")
_BY, _AT, _REASON = (
    Wording(de="Von", en="By"),
    Wording(de="Am", en="On"),
    Wording(de="Begründung", en="Reason"),
)
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
_SOURCES = Wording(de="Die Quellen", en="The sources")
_NO_SOURCE = Wording(de="Es lagen keine Quellen vor.", en="There were no sources.")
_COMPARED = Wording(de="mit dem Text verglichen", en="compared with the text")
_NOT_COMPARED = Wording(de="nicht verglichen", en="not compared")
_SAME = Wording(de="Gleicher Ursprung wie", en="Same origin as")
_PUBLISHER, _AUTHOR, _DATED, _CAPTURED, _ADDRESS, _RAW, _TEXT = (
    Wording(de="Herausgeber", en="Publisher"),
    Wording(de="Verfasser", en="Author"),
    Wording(de="Veröffentlicht", en="Published"),
    Wording(de="Aufgenommen", en="Taken in"),
    Wording(de="Adresse", en="Address"),
    Wording(de="SHA-256 der Bytes", en="SHA-256 of the bytes"),
    Wording(de="SHA-256 des Textes", en="SHA-256 of the text"),
)


def decisions(dossier: Dossier, review: Review, say: Say) -> Section:
    """Everything that people decided, in the order of the record, with their reasons."""
    present = {found.key for found in review.findings} | {sentence.key for sentence in review.sentences}
    cards: list[Block] = []
    for decision in dossier.decisions:
        event = decision.event
        if isinstance(event, SentenceConfirmed):
            title, words, key = say(_CONFIRMED), event.text, event.sentence
        else:
            wording = _DISMISSED if isinstance(event, FindingDismissed) else _ESCALATED
            title = say(wording, check=title_in(event.check, say.language))
            words, key = event.words, event.finding
        facts = (
            Fact(say(_BY), say.name(decision.by)),
            Fact(say(_AT), say.moment(decision.at)),
            Fact(say(_REASON), shown(event.reason)),
        )
        cards.append(Card(title, say(_PRESENT if key in present else _EARLIER), shown(words), facts))
    return Section(say(_DECISIONS), tuple(cards) or (Text(say(_NO_DECISION)),))


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
        case SignedOff(number=number, content_sha256=digest):
            return say(_SIGNED, number=number, hash=digest[:12])
        case Published(number=number, page_sha256=digest, address=address):
            return say(_PUBLISHED, number=number, hash=digest[:12], address=address).rstrip()


def sources(dossier: Dossier, say: Say) -> Section:
    """Every source as the record holds it."""
    held_against = {source.source for source in compared(dossier)}
    titles = {source.source: source_words(source) for source in dossier.sources}
    cards = tuple(_source(each, each.source in held_against, titles, say) for each in dossier.sources)
    return Section(say(_SOURCES), cards or (Text(say(_NO_SOURCE), strong=True),))


def _source(source: SourceTakenIn, held_against: bool, titles: dict[str, str], say: Say) -> Card:
    told = (
        (_PUBLISHER, shown(source.publisher)),
        (_AUTHOR, shown(source.author)),
        (_DATED, say.moment(source.published) if source.published else ""),
        (_CAPTURED, say.moment(source.captured) if source.captured else ""),
        (_ADDRESS, shown(source.address)),
        (_SAME, titles.get(source.same_origin_as, "")),
    )
    facts = tuple(Fact(say(name), value) for name, value in told if value)
    hashes = (Fact(say(_RAW), source.sha256, code=True), Fact(say(_TEXT), source.text_sha256, code=True))
    mark = say(_COMPARED if held_against else _NOT_COMPARED)
    return Card(source_words(source), mark, shown(source.name), (*facts, *hashes))
