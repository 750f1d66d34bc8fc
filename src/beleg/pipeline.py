"""Pipeline: from a draft and its sources to a report. Reads, gathers the evidence, runs the checks, gives verdicts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from beleg import in_draft, kept
from beleg.checks.catalogue import against_sentence, catalogue, lacks_source, message_in
from beleg.checks.unplaced import unplaced
from beleg.checks.unsupported_sentence import SUPPORTED
from beleg.evidence.explaining import explained
from beleg.evidence.gathering import LONGEST_SENTENCE, examine
from beleg.language.detection import detect
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.terms.evidence import Examination, ReadSource, SentenceEvidence
from beleg.terms.finding import Finding, Severity
from beleg.terms.house_style import NO_STYLE, HouseStyle, Weight
from beleg.terms.reading import Reading, Sentence
from beleg.terms.report import CheckedSentence, Coverage, Report, Verdict
from beleg.terms.source import Source
from beleg.terms.wording import Wording
from beleg.text.overlaps import Overlaps
from beleg.text.written import written

_SAYS_WHY = frozenset(
    ("chatbot_residue", "disclosure_without_record", "quotation_not_in_source", "quotation_altered")
)
"""Checks after whose finding nobody has to be asked as well whether a source carries the sentence."""

_WORDS_SHOWN = 5
"""Words by which a remark names a sentence."""
_NO_SOURCES = Wording(
    de="Ohne Quellen geprüft: ob die Sätze stimmen, wurde nicht geprüft.",
    en="Checked without sources: whether the sentences are true was not checked.",
)
_NONE_COMPARED = Wording(
    de="Mit keiner der Quellen verglichen: ob die Sätze stimmen, wurde nicht geprüft.",
    en="Compared with none of the sources: whether the sentences are true was not checked.",
)
_EMPTY = Wording(
    de="Der Entwurf ist leer; es gibt nichts zu prüfen.", en="The draft is empty; there is nothing to check."
)
_UNREAD = Wording(
    de="Der Entwurf ist in keiner Sprache, die Beleg liest; gegen die Quellen wurde nichts geprüft.",
    en="The draft is in no language that Beleg reads; nothing was checked against the sources.",
)
_OTHER_LANGUAGE = Wording(
    de="Nicht verglichen, weil in einer anderen Sprache: {source}.",
    en="Not compared, because it is in another language: {source}.",
)
_EMPTY_SOURCE = Wording(
    de="Ohne Text, nicht verglichen: {source}.", en="Without text, not compared: {source}."
)
_TOO_LONG = Wording(
    de="Nur nach Wörtern verglichen, weil länger als {longest} Wörter und Zeichen (eine Tabelle?): der Satz „{words} …“; seine Zahlen, Daten, Namen und Aussagen wurden nicht verglichen.",
    en="Compared by its words only, because it is longer than {longest} words and marks (a table?): the sentence “{words} …”; its numbers, dates, names and statements were not compared.",
)
_SWITCHED_OFF = Wording(
    de="vom Haus abgeschaltet: {why}",
    en="switched off by the house: {why}",
)
_WITHOUT_SOURCES = Wording(de="keine Quelle angegeben", en="no source given")
_WITHOUT_COMPARABLE = Wording(
    de="keine Quelle hat Text in der Sprache des Entwurfs", en="no source has text in the draft’s language"
)
_WITHOUT_LANGUAGE = Wording(
    de="der Entwurf hat keinen Text in einer Sprache, die Beleg liest",
    en="the draft has no text in a language that Beleg reads",
)


def check_draft(
    draft: Source,
    sources: Sequence[Source],
    *,
    language: Language | None = None,
    messages: str = "",
    units: bool = True,
    style: HouseStyle = NO_STYLE,
) -> Report:
    """Check a draft against its sources.

    `language` is the draft's; detected where not given, and taken from the draft's metadata where its words do not say.
    `messages` is the language of the findings' messages (`de`, `en`), the draft's where not given. Sources in another
    language than the draft are not compared, and the report says so. With `units` every sentence has its units and the
    checks that decided on it. `style` is the house's: it adds words to those flagged, and says how bad the findings of
    a check are taken, but verdicts rest on what Beleg finds. A check it switches off does not run, and the coverage
    says so.
    """
    language = language or language_for(_language_of(draft))
    wording = messages or (language.code if language else "en")
    code = language.code if language else ""
    text = written(draft.text)
    reading = kept.READINGS.reading(text.words, code, laid_out=text.laid_out)
    remarks = []
    compared: list[ReadSource] = []
    for source in sources:
        if not source.text.strip():
            remarks.append(_EMPTY_SOURCE.in_language(wording, (("source", source.label),)))
        elif language is not None and _language_of(source) in ("", language.code):
            compared.append(ReadSource(source, kept.READINGS.reading(source.text, code)))
        elif language is not None:
            remarks.append(_OTHER_LANGUAGE.in_language(wording, (("source", source.label),)))
    if not reading.sentences:
        remarks.insert(0, _EMPTY.in_language(wording))
    elif language is None:
        remarks.insert(0, _UNREAD.in_language(wording))
    elif not compared:
        remarks.insert(0, (_NONE_COMPARED if sources else _NO_SOURCES).in_language(wording))
    else:
        remarks += _too_long(reading, wording)

    examination = replace(_examination(reading, compared, language, draft.published), style=style)
    known = {one.source.id for one in compared}
    others = [ReadSource(one, kept.READINGS.reading(one.text, "")) for one in sources if one.id not in known]
    remarks += unplaced([*compared, *others], examination, wording)
    findings: list[Finding] = []
    coverage = []
    for check in catalogue():
        weighed = style.weight(check.id)
        if weighed is not None and weighed.weight is Weight.OFF:
            off = _SWITCHED_OFF.in_language(wording, (("why", weighed.why.rstrip(".")),))
            coverage.append(Coverage(check.id, not_checked=off))
            continue
        if check.needs_sources and not compared:
            coverage.append(
                Coverage(check.id, not_checked=_why_unchecked(language, sources).in_language(wording))
            )
            continue
        findings += check.run(examination)
        coverage.append(Coverage(check.id, check.looked_at(examination), check.unit.in_language(wording)))
    findings = [replace(finding, message=message_in(finding, wording)) for finding in _asked_once(findings)]
    report = Report(
        language=code,
        sentences=_sentences(reading, examination.sentences, findings, units=units),
        findings=tuple(findings),
        coverage=tuple(coverage),
        remarks=tuple(remarks),
        sources=tuple(source.source.id for source in compared),
    )
    return in_draft.report(_weighed(report, style), text)


def _weighed(report: Report, style: HouseStyle) -> Report:
    """The report with the severities the house gives to findings; its verdicts were reached before."""
    severities = {
        one.check: Severity(one.weight.value) for one in style.weights if one.weight is not Weight.OFF
    }
    if not severities:
        return report

    def weighed(findings: Sequence[Finding]) -> tuple[Finding, ...]:
        return tuple(replace(one, severity=severities.get(one.check, one.severity)) for one in findings)

    return replace(
        report,
        findings=weighed(report.findings),
        sentences=tuple(replace(one, findings=weighed(one.findings)) for one in report.sentences),
    )


def _examination(
    reading: Reading, compared: Sequence[ReadSource], language: Language | None, published: datetime | None
) -> Examination:
    """The draft laid out beside the sources it is compared with; only its reading where there are none."""
    if not compared or language is None:
        return Examination(reading=reading, sources=tuple(compared))
    with kept.INDEXES.of(compared, language, published) as indexed:
        return examine(reading, indexed)


def _why_unchecked(language: Language | None, sources: Sequence[Source]) -> Wording:
    """Why the checks against sources could not look at anything, where none was compared."""
    if not sources:
        return _WITHOUT_SOURCES
    return _WITHOUT_COMPARABLE if language else _WITHOUT_LANGUAGE


def reading_of(source: Source, language: Language) -> Reading:
    """Return the reading of a source for a text in `language`; one in another language has no quotations."""
    code = language.code if _language_of(source) in ("", language.code) else ""
    return kept.READINGS.reading(source.text, code)


def forget_readings() -> None:
    """Drop the readings and indexes kept from earlier checks, so that the next check reads its sources anew."""
    kept.forget()
    detect.cache_clear()


def _too_long(reading: Reading, wording: str) -> Iterator[str]:
    """A remark for each sentence that is compared by its words only."""
    for sentence in reading.sentences:
        if _is_too_long(sentence):
            words = " ".join(sentence.text.split(None, _WORDS_SHOWN)[:_WORDS_SHOWN])
            yield _TOO_LONG.in_language(wording, (("longest", str(LONGEST_SENTENCE)), ("words", words)))


def _is_too_long(sentence: Sentence) -> bool:
    return len(sentence.tokens) > LONGEST_SENTENCE


def _language_of(source: Source) -> str:
    """The code of the language the text is in; its metadata decides only where the words do not."""
    return detect(source.text) or source.language.partition("-")[0]


def _asked_once(findings: list[Finding]) -> list[Finding]:
    """Drop "no evidence" where another finding already says why a sentence cannot stand, and a changed name that is
    the wrong speaker; order by place."""
    saying_why = Overlaps((finding.span, finding) for finding in findings if finding.check in _SAYS_WHY)
    speakers = Overlaps(
        (finding.span, finding) for finding in findings if finding.check == "speaker_mismatch"
    )
    answered = {"unsupported_sentence": saying_why, "name_changed": speakers}
    kept = [
        finding
        for finding in findings
        if finding.check not in answered or next(answered[finding.check].at(finding.span), None) is None
    ]
    return sorted(
        kept, key=lambda finding: (finding.start, -finding.severity.rank, finding.end, finding.check)
    )


def _sentences(
    reading: Reading, evidence: Sequence[SentenceEvidence], findings: Sequence[Finding], *, units: bool
) -> tuple[CheckedSentence, ...]:
    checked = []
    placed = Overlaps((finding.span, finding) for finding in findings)
    for number, sentence in enumerate(reading.sentences):
        mine = tuple(placed.at(sentence.span))
        support = evidence[number] if evidence else None
        verdict = _verdict(support, mine)
        checked.append(
            CheckedSentence(
                start=sentence.start,
                end=sentence.end,
                text=sentence.text,
                block=sentence.block,
                verdict=verdict,
                evidence=support.passages if support else (),
                findings=mine,
                decided_by=_deciding(verdict, mine) if units else (),
                units=explained(support, reading.text, enough=SUPPORTED) if units and support else (),
            )
        )
    return tuple(checked)


def _verdict(support: SentenceEvidence | None, findings: Sequence[Finding]) -> Verdict:
    """What the evidence says of a sentence: contradiction first, then lack of evidence."""
    if support is None or not support.claims:
        return Verdict.NOT_CHECKABLE
    against = [finding for finding in findings if against_sentence(finding)]
    if any(map(_distorts, against)):
        return Verdict.DISTORTED
    if against or support.coverage < SUPPORTED:
        return Verdict.UNSUPPORTED
    # Words alone do not carry a table: its numbers were not compared.
    return Verdict.NOT_CHECKABLE if _is_too_long(support.sentence) else Verdict.SUPPORTED


def _deciding(verdict: Verdict, findings: Sequence[Finding]) -> tuple[str, ...]:
    """The checks whose findings a verdict rests on, each once."""
    against = [finding for finding in findings if against_sentence(finding)]
    match verdict:
        case Verdict.DISTORTED:
            return tuple(dict.fromkeys(finding.check for finding in against if _distorts(finding)))
        case Verdict.UNSUPPORTED:
            return tuple(dict.fromkeys(finding.check for finding in against))
    return ()


def _distorts(finding: Finding) -> bool:
    """Whether a finding against the sources says that they have it otherwise, and not only that they lack it."""
    return not lacks_source(finding) and finding.severity is not Severity.NOTICE
