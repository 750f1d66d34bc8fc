"""The sections of the review report on the text: what was checked, what was found, where every sentence stands."""

from collections.abc import Iterator

from beleg.checks.catalogue import check_named, message_in, title_in
from beleg.publishing.document import Block, Card, Fact, Facts, Section, Table, Text
from beleg.publishing.review_report_words import (
    FINDING_STATES,
    SENTENCE_STATES,
    SEVERITIES,
    VERDICTS,
    Say,
)
from beleg.publishing.source_list import source_words
from beleg.publishing.words import shown
from beleg.terms.dossier import Dossier
from beleg.terms.events import DraftChecked, Entry
from beleg.terms.passage import Passage
from beleg.terms.report import Coverage
from beleg.terms.review import Review
from beleg.terms.revision import Revision
from beleg.terms.wording import Wording

_CHECKED = Wording(de="Was geprüft wurde und was nicht", en="What was checked and what was not")
_NO_CHECK = Wording(
    de="Der jetzige Text ist nicht geprüft: Keine Prüfung lief über genau diesen Text.",
    en="The present text is not checked: no check ran over exactly this text.",
)
_CHECK_RUN = Wording(de="Letzte Prüfung dieses Textes", en="Last check of this text")
_STARTED = Wording(de="Ausgelöst von", en="Started by")
_HOUSE_STYLE = Wording(de="Hausstil (SHA-256)", en="House style (SHA-256)")
_VERSION = Wording(de="Programm", en="Program")
_COMPARED = Wording(de="Verglichen mit", en="Compared with")
_OF_SOURCES = Wording(de="{count} von {of} Quellen", en="{count} of {of} sources")
_UNSEEN = Wording(
    de="Seit dieser Prüfung kam eine Quelle hinzu, die sie nicht gesehen hat.",
    en="Since this check a source was taken in that it has not seen.",
)
_CHECK, _LOOKED, _FOUND = (
    Wording(de="Prüfung", en="Check"),
    Wording(de="Angesehen", en="Looked at"),
    Wording(de="Befunde", en="Findings"),
)
_NOT_RUN = Wording(de="nicht geprüft: {why}", en="not checked: {why}")
_CANNOT = Wording(
    de="Keine Prüfung kann sagen, ob die Quellen selbst recht haben, und keine, ob ein Satz, den ein Mensch eingegeben "
    "hat, anderswo mit einer Maschine entstanden ist.",
    en="No check can tell whether the sources themselves are right, nor whether a sentence that a person entered was made "
    "by a machine elsewhere.",
)
_FINDINGS = Wording(
    de="Befunde am jetzigen Text und was daraus wurde",
    en="Findings in the present text and what became of them",
)
_NO_FINDING = Wording(de="Die Prüfung hatte keinen Befund.", en="The check had no finding.")
_SAYS = Wording(de="Befund", en="Finding")
_AGAINST = Wording(de="Quelle: {source}", en="Source: {source}")
_DECIDED = Wording(de="Entschieden von", en="Decided by")
_REASON = Wording(de="Begründung", en="Reason")
_SENTENCES = Wording(de="Die Sätze des Textes", en="The sentences of the text")
_ORIGIN = Wording(de="Herkunft", en="Origin")
_CHANGED = Wording(de="Zuletzt geändert von", en="Last changed by")
_VERDICT = Wording(de="Ergebnis der Prüfung", en="Result of the check")
_VOUCHED = Wording(de="Verantwortet von", en="Vouched for by")
_DOUBTED = Wording(
    de="„Steht nicht so in der Quelle“, geurteilt von", en="“The source does not say so”, judged by"
)
_NUMBER = Wording(de="Satz {number}", en="Sentence {number}")


def checked(dossier: Dossier, entries: tuple[Entry, ...], say: Say) -> Section:
    """What the last check of exactly the current text looked at, and what it left out."""
    check = dossier.last_check
    if check is None:
        return Section(say(_CHECKED), (Text(say(_NO_CHECK), strong=True),))
    report = check.report
    found = [finding.check for finding in report.findings]
    rows = tuple(
        (
            title_in(coverage.check, say.language),
            say(_NOT_RUN, why=coverage.not_checked)
            if coverage.not_checked
            else f"{_unit(coverage, say)}: {coverage.looked_at}",
            "–" if coverage.not_checked else str(found.count(coverage.check)),
        )
        for coverage in report.coverage
    )
    blocks: list[Block] = [Facts(_run_of(check, dossier, entries, say))]
    if dossier.unchecked_sources:
        blocks.append(Text(say(_UNSEEN), strong=True))
    blocks += [Text(shown(remark), strong=True) for remark in report.remarks]
    blocks += [Table((say(_CHECK), say(_LOOKED), say(_FOUND)), rows), Text(say(_CANNOT))]
    return Section(say(_CHECKED), tuple(blocks))


def _unit(coverage: Coverage, say: Say) -> str:
    """What a check looked at, in the report's language if the check is known here."""
    check = check_named(coverage.check)
    return check.unit.in_language(say.language) if check else shown(coverage.unit)


def _run_of(check: DraftChecked, dossier: Dossier, entries: tuple[Entry, ...], say: Say) -> tuple[Fact, ...]:
    entry = next((each for each in reversed(entries) if each.event == check), None)
    ran = (
        (Fact(say(_CHECK_RUN), say.moment(entry.at)), Fact(say(_STARTED), say.name(entry.by)))
        if entry
        else ()
    )
    count = say(_OF_SOURCES, count=len(check.report.sources), of=len(dossier.sources))
    style = (Fact(say(_HOUSE_STYLE), check.house_style, code=True),) if check.house_style else ()
    return (*ran, Fact(say(_VERSION), f"Beleg {shown(check.beleg)}"), *style, Fact(say(_COMPARED), count))


def found(dossier: Dossier, current: Revision, review: Review, say: Say) -> Section:
    """Every finding of that check, where it stands, and who decided what for which reason."""
    titles = {source.source: source_words(source) for source in dossier.sources}
    cards: list[Block] = []
    for reviewed in review.findings:
        finding = reviewed.finding
        facts = [Fact(say(_SAYS), shown(message_in(finding, say.language)))]
        facts += _passages(finding.evidence, titles, say)
        if reviewed.by:
            facts += [Fact(say(_DECIDED), say.name(reviewed.by)), Fact(say(_REASON), shown(reviewed.reason))]
        title = f"{say(SEVERITIES[finding.severity])}: {title_in(finding.check, say.language)}"
        words = shown(finding.span.of(current.content))
        cards.append(Card(title, say(FINDING_STATES[reviewed.state]), words, tuple(facts)))
    return Section(say(_FINDINGS), tuple(cards) or (Text(say(_NO_FINDING)),))


def sentences(dossier: Dossier, current: Revision, review: Review, say: Say) -> Section:
    """Every sentence with its origin, what the check says of it, and who vouches for it."""
    titles = {source.source: source_words(source) for source in dossier.sources}
    known = {origin.text: origin for origin in current.sentences}
    cards: list[Block] = []
    for number, reviewed in enumerate(review.sentences, start=1):
        sentence = reviewed.sentence
        facts = []
        if origin := known.get(sentence.text):
            facts += [
                Fact(say(_ORIGIN), say.origin(origin)),
                Fact(say(_CHANGED), say.name(origin.changed_by)),
            ]
        facts.append(Fact(say(_VERDICT), say(VERDICTS[sentence.verdict])))
        facts += _passages(sentence.evidence, titles, say)
        facts += [Fact(say(_DOUBTED), say.name(one.by)) for one in reviewed.doubted]
        if reviewed.by:
            facts += [Fact(say(_VOUCHED), say.name(reviewed.by)), Fact(say(_REASON), shown(reviewed.reason))]
        mark = say(SENTENCE_STATES[reviewed.state])
        cards.append(Card(say(_NUMBER, number=number), mark, shown(sentence.text), tuple(facts)))
    return Section(say(_SENTENCES), tuple(cards) or (Text(say(_NO_CHECK), strong=True),))


def _passages(passages: tuple[Passage, ...], titles: dict[str, str], say: Say) -> Iterator[Fact]:
    for passage in passages:
        title = titles.get(passage.source, passage.source[:12])
        yield Fact(say(_AGAINST, source=title), shown(passage.text))
