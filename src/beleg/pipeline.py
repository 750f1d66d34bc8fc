"""Pipeline: from a draft and its sources to a report. Reads, gathers the evidence, runs the checks, gives verdicts."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from beleg.checks.catalogue import against_sentence, catalogue, lacks_source, message_in
from beleg.checks.planted import unplaced
from beleg.checks.unsupported_sentence import SUPPORTED
from beleg.evidence.explaining import explained
from beleg.evidence.gathering import LONGEST_SENTENCE, examine
from beleg.language.detection import detect
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.evidence import ReadSource, SentenceEvidence
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import Reading, Sentence
from beleg.terms.report import CheckedSentence, Coverage, Report, Verdict
from beleg.terms.source import Source
from beleg.terms.wording import Wording
from beleg.text.overlaps import Overlaps

_MOST_KEPT = 4_000_000
"""Characters of texts whose readings are kept: a thousand reports of 3 KB with room to spare; some 300 MB when it is full."""

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
) -> Report:
    """Check a draft against its sources.

    `language` is the draft's; detected where not given, and taken from the draft's metadata where its words do not say. `messages` is the language of the findings' messages (`de`,
    `en`), the draft's where not given. Sources in another language than the draft are not compared, and the report says
    so. With `units` every sentence has its units and the checks that decided on it.
    """
    language = language or language_for(_language_of(draft))
    wording = messages or (language.code if language else "en")
    code = language.code if language else ""
    reading = _read(draft.text, code)
    remarks = []
    compared: list[ReadSource] = []
    for source in sources:
        if not source.text.strip():
            remarks.append(_EMPTY_SOURCE.in_language(wording, (("source", source.label),)))
        elif language is not None and _language_of(source) in ("", language.code):
            compared.append(ReadSource(source, _read(source.text, code)))
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

    examination = examine(reading, compared, language, draft.published)
    known = {one.source.id for one in compared}
    others = [ReadSource(one, _read(one.text, "")) for one in sources if one.id not in known]
    remarks += unplaced([*compared, *others], examination, wording)
    findings: list[Finding] = []
    coverage = []
    for check in catalogue():
        if check.needs_sources and not compared:
            coverage.append(
                Coverage(check.id, not_checked=_why_unchecked(language, sources).in_language(wording))
            )
            continue
        findings += check.run(examination)
        coverage.append(Coverage(check.id, check.looked_at(examination), check.unit.in_language(wording)))
    findings = [replace(finding, message=message_in(finding, wording)) for finding in _asked_once(findings)]
    return Report(
        language=code,
        sentences=_sentences(reading, examination.sentences, findings, units=units),
        findings=tuple(findings),
        coverage=tuple(coverage),
        remarks=tuple(remarks),
        sources=tuple(source.source.id for source in compared),
    )


def _why_unchecked(language: Language | None, sources: Sequence[Source]) -> Wording:
    """Why the checks against sources could not look at anything, where none was compared."""
    if not sources:
        return _WITHOUT_SOURCES
    return _WITHOUT_COMPARABLE if language else _WITHOUT_LANGUAGE


class _Kept:
    """What was worked out for texts, kept until there are too many characters of them: the longest unused goes first."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[tuple[str, str], Reading] = OrderedDict()
        self._characters = 0

    def reading(self, text: str, language: str) -> Reading:
        """The reading of a text, a value of it: the sources of a dossier are read once, not at every check."""
        key = text, language
        with self._lock:
            if found := self._found.get(key):
                self._found.move_to_end(key)
                return found
        found = read(text, language_for(language))
        with self._lock:
            if key not in self._found:
                self._found[key] = found
                self._characters += len(text)
            while self._characters > _MOST_KEPT and len(self._found) > 1:
                (forgotten, _), _ = self._found.popitem(last=False)
                self._characters -= len(forgotten)
        return found

    def forget(self) -> None:
        """Drop everything."""
        with self._lock:
            self._found.clear()
            self._characters = 0


_readings = _Kept()


def _read(text: str, language: str) -> Reading:
    return _readings.reading(text, language)


def reading_of(source: Source, language: Language) -> Reading:
    """Return the reading of a source for a text in `language`; one in another language has no quotations."""
    return _read(source.text, language.code if _language_of(source) in ("", language.code) else "")


@lru_cache(maxsize=4_096)
def _detected(text: str) -> str:
    return detect(text)


def forget_readings() -> None:
    """Drop the readings kept from earlier checks, so that the next check reads its sources anew."""
    _readings.forget()
    _detected.cache_clear()


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
    return _detected(source.text) or source.language.partition("-")[0]


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
