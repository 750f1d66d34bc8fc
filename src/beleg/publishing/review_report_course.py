"""The sections of the review report on the course of things: every decision, every version that went out, every
source.
"""

from beleg.checks.catalogue import title_in
from beleg.publishing.disclosing import filled
from beleg.publishing.document import Block, Card, Fact, Section, Text
from beleg.publishing.entry_words import CONFIRMED, DISMISSED, ESCALATED
from beleg.publishing.review_report_words import Say
from beleg.publishing.source_list import source_words
from beleg.publishing.words import shown
from beleg.review.disclosing import compared
from beleg.terms.dossier import Dossier, Publication, Withdrawal
from beleg.terms.events import FindingDismissed, SentenceConfirmed, SourceTakenIn
from beleg.terms.review import Review
from beleg.terms.source_change import SourceRetracted
from beleg.terms.wording import Wording

_DECISIONS = Wording(
    de="Alle Entscheidungen, auch zu früheren Fassungen", en="All decisions, those on earlier texts included"
)
_NO_DECISION = Wording(
    de="Niemand hat einen Befund verworfen oder weitergegeben oder einen Satz bestätigt.",
    en="Nobody dismissed or escalated a finding or confirmed a sentence.",
)
_PRESENT = Wording(de="betrifft den jetzigen Text", en="concerns the present text")
_EARLIER = Wording(de="betrifft eine frühere Fassung", en="concerns an earlier text")
_BY, _AT, _REASON = (
    Wording(de="Von", en="By"),
    Wording(de="Am", en="On"),
    Wording(de="Begründung", en="Reason"),
)
_OUT = Wording(
    de="Veröffentlichungen, Korrekturen, Zurückziehung", en="Publications, corrections, withdrawal"
)
_NOT_OUT = Wording(de="Veröffentlicht wurde nichts.", en="Nothing was published.")
_VERSION = Wording(de="Version {number}", en="Version {number}")
_REVISION = Wording(de="Fassung {number} des Textes", en="revision {number} of the text")
_NO_LINE = Wording(de="Ohne Zeile zu maschineller Unterstützung", en="Without a line on machine assistance")
_NOTE = Wording(de="Korrekturhinweis für Leser", en="Correction note for readers")
_CONTENT = Wording(de="SHA-256 des Textes", en="SHA-256 of the text")
_PAGE = Wording(de="SHA-256 der Seite", en="SHA-256 of the page")
_SIGNED = Wording(de="Freigegeben von", en="Signed off by")
_REMADE = Wording(
    de="SHA-256 der Seite, seit ein Name darin gelöscht ist",
    en="SHA-256 of the page since a name in it was erased",
)
_WITHDRAWN = Wording(de="Zurückgezogen", en="Withdrawn")
_TO_NEWSROOMS = Wording(de="Mitteilung an Redaktionen", en="Note to newsrooms")
_TO_FEEDS = Wording(de="Kurzmitteilung", en="Short note")
_SOURCES = Wording(de="Die Quellen", en="The sources")
_NO_SOURCE = Wording(de="Es lagen keine Quellen vor.", en="There were no sources.")
_COMPARED = Wording(de="mit dem Text verglichen", en="compared with the text")
_NOT_COMPARED = Wording(de="nicht verglichen", en="not compared")
_FATE = Wording(de="Seither", en="Since then")
_TAKEN_BACK = Wording(
    de="von ihrem Herausgeber zurückgezogen: {reason}", en="taken back by its publisher: {reason}"
)
_WRONG = Wording(de="für falsch befunden: {reason}", en="found wrong: {reason}")
_REPLACED = Wording(de="durch eine neuere Fassung ersetzt", en="replaced by a newer version")
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
            title, words, key = say(CONFIRMED), event.text, event.sentence
        else:
            wording = DISMISSED if isinstance(event, FindingDismissed) else ESCALATED
            title = say(wording, check=title_in(event.check, say.language))
            words, key = event.words, event.finding
        facts = (
            Fact(say(_BY), say.name(decision.by)),
            Fact(say(_AT), say.moment(decision.at)),
            Fact(say(_REASON), shown(event.reason)),
        )
        cards.append(Card(title, say(_PRESENT if key in present else _EARLIER), shown(words), facts))
    return Section(say(_DECISIONS), tuple(cards) or (Text(say(_NO_DECISION)),))


def publications(dossier: Dossier, say: Say) -> Section:
    """What went out, version by version, with what readers were told; and whether it was withdrawn."""
    told = tuple(
        _publication(each, number, dossier, say) for number, each in enumerate(dossier.publications, start=1)
    )
    back = (_withdrawal(dossier.withdrawal, say),) if dossier.withdrawal else ()
    return Section(say(_OUT), (*told, *back) or (Text(say(_NOT_OUT)),))


def _publication(publication: Publication, number: int, dossier: Dossier, say: Say) -> Card:
    event = publication.event
    signed = dossier.sign_off_of(publication)
    remade = [made for erasure in dossier.erasures for made in erasure.event.remade]
    again = [made.page_sha256 for made in remade if made.position == publication.position]
    told = (
        (_SIGNED, f"{say.name(signed.by)}, {say.moment(signed.at)}" if signed else ""),
        (_BY, say.name(publication.by)),
        (_AT, say.moment(publication.at)),
        (_ADDRESS, shown(event.address)),
        (_NOTE, shown(event.note)),
    )
    facts = tuple(Fact(say(name), value) for name, value in told if value)
    return Card(
        say(_VERSION, number=event.version or number),
        say(_REVISION, number=event.number),
        shown(filled(event.disclosure, say.people)) or say(_NO_LINE),
        (
            *facts,
            Fact(say(_CONTENT), event.content_sha256, code=True),
            Fact(say(_PAGE), event.page_sha256, code=True),
            *(Fact(say(_REMADE), digest, code=True) for digest in again[-1:]),
            *(Fact(f"SHA-256, {shown(out.target)}", out.sha256, code=True) for out in event.outputs),
        ),
    )


def _withdrawal(withdrawal: Withdrawal, say: Say) -> Card:
    event = withdrawal.event
    facts = (
        Fact(say(_BY), say.name(withdrawal.by)),
        Fact(say(_AT), say.moment(withdrawal.at)),
        Fact(say(_REASON), shown(event.reason)),
        Fact(say(_TO_NEWSROOMS), shown(event.note_newsroom)),
        Fact(say(_TO_FEEDS), shown(event.note_short)),
        Fact(say(_PAGE), event.page_sha256, code=True),
    )
    mark = say(_VERSION, number=event.version)
    return Card(say(_WITHDRAWN), mark, shown(event.note_readers), facts)


def sources(dossier: Dossier, say: Say) -> Section:
    """Every source as the record holds it."""
    held_against = {source.source for source in compared(dossier)}
    titles = {source.source: source_words(source) for source in dossier.sources}
    cards = tuple(
        _source(each, each.source in held_against, titles, _fate(each, dossier, say), say)
        for each in dossier.sources
    )
    return Section(say(_SOURCES), cards or (Text(say(_NO_SOURCE), strong=True),))


def _fate(source: SourceTakenIn, dossier: Dossier, say: Say) -> str:
    """What became of a source since: in a few words; empty if nothing did."""
    events = [told.event for told in dossier.source_events if told.event.source == source.source]
    retracted = [event for event in events if isinstance(event, SourceRetracted)]
    if retracted:
        wording = _TAKEN_BACK if retracted[-1].by_publisher else _WRONG
        return say(wording, reason=retracted[-1].reason)
    return say(_REPLACED) if events else ""


def _source(source: SourceTakenIn, held_against: bool, titles: dict[str, str], fate: str, say: Say) -> Card:
    told = (
        (_PUBLISHER, shown(source.publisher)),
        (_AUTHOR, shown(source.author)),
        (_DATED, say.dated(source.published) if source.published else ""),
        (_CAPTURED, say.moment(source.captured) if source.captured else ""),
        (_ADDRESS, shown(source.address)),
        (_SAME, titles.get(source.same_origin_as, "")),
        (_FATE, fate),
    )
    facts = tuple(Fact(say(name), value) for name, value in told if value)
    hashes = (Fact(say(_RAW), source.sha256, code=True), Fact(say(_TEXT), source.text_sha256, code=True))
    mark = say(_COMPARED if held_against else _NOT_COMPARED)
    return Card(source_words(source), mark, shown(source.name), (*facts, *hashes))
