"""Review report: one dossier for editors-in-chief, lawyers and press councils, told from its record and nothing else.

It says who is responsible, what was checked by whom and when and what was not, every finding and how it was decided,
every version, and the hashes by which all of this can be verified. It vouches for nothing beyond the record, and says
so. Names come from the newsroom's accounts, because the record holds none.
"""

from collections.abc import Sequence

from beleg.publishing import review_report_acts as acts
from beleg.publishing import review_report_course as course
from beleg.publishing import review_report_judging as judging
from beleg.publishing import review_report_text as text
from beleg.publishing.disclosing import wording
from beleg.publishing.document import Block, Document, Fact, Facts, Section, Text
from beleg.publishing.review_report_words import Say
from beleg.publishing.words import headline_of, shown, shown_blocks
from beleg.review.assessment import assess
from beleg.review.disclosing import disclosure
from beleg.review.replay import replay
from beleg.review.signing import obstacles_to_publishing, sign_off_in_force
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.events import Entry
from beleg.terms.review import Obstacle, Review
from beleg.terms.wording import Wording

_TITLE = Wording(de="Prüfbericht", en="Review report")
_STAND = Wording(de="Wo das Dossier steht", en="Where the dossier stands")
_DOSSIER, _WORKING_TITLE, _HEADLINE = (
    Wording(de="Dossier", en="Dossier"),
    Wording(de="Arbeitstitel", en="Working title"),
    Wording(de="Überschrift", en="Headline"),
)
_ENTRIES = Wording(de="Einträge im Protokoll", en="Entries in the record")
_EMBARGO = Wording(de="Sperrfrist bis", en="Embargo until")
_LAST = Wording(de="Letzter Eintrag", en="Last entry")
_HEAD = Wording(
    de="Stand des Protokolls (Hash des letzten Eintrags)", en="Head of the record (hash of its last entry)"
)
_SHORT_HEAD = Wording(de="Stand des Protokolls", en="head of the record")
_CONTENT = Wording(de="SHA-256 des jetzigen Textes", en="SHA-256 of the present text")
_OUT = Wording(de="SHA-256 des zuletzt veröffentlichten Textes", en="SHA-256 of the text last published")
_PAGE = Wording(de="SHA-256 der zuletzt veröffentlichten Seite", en="SHA-256 of the page last published")
_IN_FORCE = Wording(
    de="Der jetzige Text ist freigegeben; die Freigabe ist in Kraft.",
    en="The present text is signed off, and the signature is in force.",
)
_NOT_IN_FORCE = Wording(
    de="Für den jetzigen Text ist keine Freigabe in Kraft.",
    en="No signature is in force for the present text.",
)
_CHANGED = Wording(
    de="Der jetzige Text ist nicht der zuletzt veröffentlichte.",
    en="The present text is not the one last published.",
)
_NO_TEXT = Wording(de="Es gibt noch keinen Text.", en="There is no text yet.")
_OBSTACLES = {
    Obstacle.NO_DRAFT: _NO_TEXT,
    Obstacle.NO_HEADLINE: Wording(de="Die Überschrift fehlt.", en="The headline is missing."),
    Obstacle.NOT_CHECKED: Wording(
        de="Der Text ist nicht mit allen Quellen geprüft.", en="The text is not checked with every source."
    ),
    Obstacle.OPEN_FINDINGS: Wording(de="Befunde sind offen.", en="Findings are open."),
    Obstacle.NO_CORRECTION_NOTE: Wording(
        de="Lesern wird noch nicht gesagt, was korrigiert wurde.",
        en="Readers are not told yet what was corrected.",
    ),
    Obstacle.WITHDRAWN: Wording(
        de="Der Artikel ist zurückgezogen; das Dossier veröffentlicht nichts mehr.",
        en="The article is withdrawn; the dossier publishes nothing more.",
    ),
    Obstacle.OPEN_SENTENCES: Wording(
        de="Sätze warten auf einen Menschen.", en="Sentences wait for a person."
    ),
}
_RESPONSIBLE = Wording(de="Wer verantwortlich ist", en="Who is responsible")
_SIGNED_BY, _SIGNED_AT, _AUTHORS, _OPENED_BY, _PUBLISHED_BY, _PUBLISHED_AT, _ADDRESS = (
    Wording(de="Freigegeben von", en="Signed off by"),
    Wording(de="Freigegeben am", en="Signed off on"),
    Wording(
        de="Geschrieben, geändert oder bei der Maschine bestellt von",
        en="Written, changed or ordered of a machine by",
    ),
    Wording(de="Dossier angelegt von", en="Dossier opened by"),
    Wording(de="Zuletzt veröffentlicht von", en="Last published by"),
    Wording(de="Zuletzt veröffentlicht am", en="Last published on"),
    Wording(de="Adresse", en="Address"),
)
_PUBLISHED_SIGNED = Wording(
    de="Zuletzt veröffentlichter Text freigegeben von", en="Text last published signed off by"
)
_NOBODY = Wording(
    de="Niemand hat den jetzigen Text freigegeben.", en="Nobody has signed off the present text."
)
_FOUR_EYES = Wording(
    de="Wer freigibt, hat an dem Text nicht mitgeschrieben; Beleg lässt es anders nicht zu.",
    en="Who signs off has written none of the text; Beleg does not allow it otherwise.",
)
_TOLD = Wording(de="Was Lesern gesagt wird", en="What readers are told")
_NO_LINE = Wording(
    de="Im Protokoll steht kein Anteil einer Maschine am Text; die Seite trägt keine Zeile dazu.",
    en="The record shows no part of a machine in the text; the page prints no line about it.",
)
_NOT_YET = Wording(
    de="Ohne Freigabe des jetzigen Textes gibt es keinen Transparenzhinweis.",
    en="Without a signature under the present text there is no disclosure.",
)
_ABOUT = Wording(de="Was dieser Bericht ist", en="What this report is")
_COMPUTED = Wording(
    de="Dieser Bericht ist aus dem Protokoll des Dossiers berechnet; niemand kann etwas hineinschreiben. Die Namen kommen aus "
    "den Konten der Redaktion, denn das Protokoll hält nur Pseudonyme. Zeiten sind UTC.",
    en="This report is computed from the dossier's record; nobody can write anything into it. The names come from the "
    "newsroom's accounts, because the record holds pseudonyms only. Times are UTC.",
)
_VERIFY = Wording(
    de="Ob Protokoll, Text und Seite zusammengehören, prüft „beleg verify“ am Bündel der Veröffentlichung auf jedem "
    "Rechner. Wer den oben genannten Stand des Protokolls auf anderem Weg kennt, sieht, ob es dasselbe Protokoll ist.",
    en="Whether record, text and page belong together is verified by “beleg verify” with the bundle of the publication, on any "
    "machine. Who knows the head of the record named above by another way sees whether it is the same record.",
)
_LIMITS = Wording(
    de="Der Bericht zeigt, welche Schritte das Protokoll festhält. Er zeigt nicht, wie gründlich jemand gelesen hat, und er ist "
    "keine Rechtsberatung.",
    en="The report shows which steps the record holds. It does not show how carefully anybody read, and it is no legal advice.",
)


def review_report(entries: Sequence[Entry], people: Sequence[Account], language: str) -> Document:
    """Return the report on a dossier whose record these entries are, in German (`de`) or, for any other, in English.

    `people` are the newsroom's accounts; one that is missing appears by its id. Raises `Error` as
    `beleg.review.replay.replay` does.
    """
    told = tuple(entries)
    dossier, say = replay(told), Say(language, people)
    current, review = dossier.current, assess(dossier)
    sections = [_standing(dossier, told, say), _responsible(dossier, review, say)]
    if current is not None:
        sections += [
            _disclosed(dossier, people, say),
            text.checked(dossier, told, say),
            text.found(dossier, current, review, say),
            text.sentences(dossier, current, review, say),
            judging.judging(dossier, review, say),
        ]
    sections += [
        course.decisions(dossier, review, say),
        course.publications(dossier, say),
        course.sources(dossier, say),
        acts.course(told, say),
        Section(say(_ABOUT), tuple(Text(say(each)) for each in (_COMPUTED, _VERIFY, _LIMITS))),
    ]
    return Document(
        language="de" if language == "de" else "en",
        title=f"{say(_TITLE)}: {shown(dossier.title)}",
        subtitle=f"{say(_DOSSIER)} {dossier.id}, {say(_LAST)}: {say.moment(told[-1].at)}",
        sections=tuple(sections),
        foot=f"{say(_DOSSIER)} {dossier.id}, {say(_SHORT_HEAD)}: {dossier.head}",
    )


def _standing(dossier: Dossier, entries: tuple[Entry, ...], say: Say) -> Section:
    current = dossier.current
    facts = [Fact(say(_WORKING_TITLE), shown(dossier.title))]
    blocks: list[Block] = []
    if current is None:
        blocks.append(Text(say(_NO_TEXT), strong=True))
    else:
        if headline := headline_of(shown_blocks(current.content)):
            facts.append(Fact(say(_HEADLINE), headline))
        signed = sign_off_in_force(dossier)
        blocks.append(Text(say(_IN_FORCE if signed else _NOT_IN_FORCE), strong=True))
        in_the_way = obstacles_to_publishing(dossier, entries[-1].at)
        blocks += [Text(say(_OBSTACLES[each])) for each in in_the_way if each in _OBSTACLES]
        facts.append(Fact(say(_CONTENT), current.content_sha256, code=True))
    if dossier.publications:
        out = dossier.publications[-1].event
        if current is None or out.content_sha256 != current.content_sha256:
            blocks.append(Text(say(_CHANGED), strong=True))
        facts.append(Fact(say(_OUT), out.content_sha256, code=True))
        facts.append(Fact(say(_PAGE), out.page_sha256, code=True))
    if dossier.embargo:
        facts.append(Fact(say(_EMBARGO), say.moment(dossier.embargo)))
    facts.append(Fact(say(_HEAD), dossier.head, code=True))
    facts.append(Fact(say(_ENTRIES), str(len(entries))))
    return Section(say(_STAND), (*blocks, Facts(tuple(facts))))


def _responsible(dossier: Dossier, review: Review, say: Say) -> Section:
    signed = sign_off_in_force(dossier)
    blocks: list[Block] = []
    facts: list[Fact] = []
    if signed:
        facts += [
            Fact(say(_SIGNED_BY), say.name(signed.by)),
            Fact(say(_SIGNED_AT), say.moment(signed.at)),
        ]
    else:
        blocks.append(Text(say(_NOBODY), strong=True))
    if review.authors:
        facts.append(Fact(say(_AUTHORS), "; ".join(say.name(account) for account in review.authors)))
    facts.append(Fact(say(_OPENED_BY), say.name(dossier.opened_by)))
    if dossier.publications:
        last = dossier.publications[-1]
        under = dossier.sign_off_of(last)
        if under and under != signed:
            facts.append(Fact(say(_PUBLISHED_SIGNED), f"{say.name(under.by)}, {say.moment(under.at)}"))
        facts += [
            Fact(say(_PUBLISHED_BY), say.name(last.by)),
            Fact(say(_PUBLISHED_AT), say.moment(last.at)),
        ]
        if last.event.address:
            facts.append(Fact(say(_ADDRESS), shown(last.event.address)))
    return Section(say(_RESPONSIBLE), (*blocks, Facts(tuple(facts)), Text(say(_FOUR_EYES), quiet=True)))


def _disclosed(dossier: Dossier, people: Sequence[Account], say: Say) -> Section:
    counted = disclosure(dossier)
    if not counted.signed_by:
        return Section(say(_TOLD), (Text(say(_NOT_YET), strong=True),))
    known = people
    if all(person.id != counted.signed_by or not person.name.strip() for person in people):
        known = (Account(id=counted.signed_by, login="", name=say.name(counted.signed_by), function=""),)
    told = wording(counted, known, say.language)
    first = Text(shown(told.line), strong=True) if told.line else Text(say(_NO_LINE))
    return Section(say(_TOLD), (first, *(Text(shown(line)) for line in told.details)))
