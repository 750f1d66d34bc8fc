"""First version: a draft from sources without a language model, of which every sentence has passed the checks.

The engine (`beleg.drafting.extractive`) chooses and tells; the checks that every draft has to pass hold what it wrote
against the sources. A sentence that is not supported, or that a check has something against, is taken out and another
one takes its place.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import count
from typing import Final

from beleg.drafting.draft import Draft
from beleg.drafting.extractive import write
from beleg.drafting.orderless import orderless
from beleg.evidence.origins import same_origin
from beleg.language.language import Language
from beleg.pipeline import check_draft, reading_of
from beleg.terms.finding import Severity
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind, Reading
from beleg.terms.report import CheckedSentence, Verdict
from beleg.terms.revision import Origin, SentenceOrigin
from beleg.terms.source import Source

_ROUNDS: Final = 5
"""How often sentences that do not pass are replaced by others."""


def first_version(sources: Sequence[Source], *, language: Language, sentences: int = 12) -> Draft:
    """Write at most `sentences` sentences from sources; `beleg.drafting.extractive.write` says how they are chosen.

    Every sentence is supported by the sources and has no finding but notices. What sources of two origins report stands
    as it does there; what one alone reports is told as that one's statement. Raises Error where no sentence passes.
    """
    sources = [orderless(source, reading_of(source, language)) for source in sources]
    readings = [reading_of(source, language) for source in sources]
    others = _Others(sources, readings, language)
    without: set[Passage] = set()
    for rounds in count(1):
        draft = write(
            sources,
            readings,
            language=language,
            sentences=sentences,
            without=without,
            corroborated=others.corroborated,
        )
        checked = _checked(draft, sources, language)
        refused = _refused(draft, checked) or _repeated(draft, language)
        if not refused:
            break
        without |= refused
        if rounds >= _ROUNDS:  # no others in their place, so that it comes to an end
            sentences = max(1, sentences - len(refused))
    if _headline_passes(checked):
        return draft
    return next(
        one for one in _headlines(draft, sources) if _headline_passes(_checked(one, sources, language))
    )


def _headlines(draft: Draft, sources: Sequence[Source]) -> Iterator[Draft]:
    """The draft with its headline as that of the source it is from ("Tarne-Portal: …"), and without one."""
    body = draft.content.partition("\n\n")[2]
    title, rest = draft.sentences[0], draft.sentences[1:]
    of = next((s for s in sources if " ".join(s.title.split()) == title.text), None)
    who = (of.publisher or of.author) if of else ""
    if who and ":" not in title.text:
        named = replace(title, text=f"{who}: {title.text}", origin=Origin.MACHINE)
        yield Draft(content=f"# {named.text}\n\n{body}", sentences=(named, *rest))
    yield Draft(content=body, sentences=rest)


def _headline_passes(checked: Sequence[CheckedSentence]) -> bool:
    """Whether the checks have nothing against the headline; True without one."""
    return all(_passes(sentence) for sentence in checked if _is_headline(sentence))


def _checked(draft: Draft, sources: Sequence[Source], language: Language) -> tuple[CheckedSentence, ...]:
    written = Source(text=draft.content, language=language.code)
    return check_draft(written, sources, language=language, units=False).sentences


def _is_headline(sentence: CheckedSentence) -> bool:
    return sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD)


def _refused(draft: Draft, checked: Sequence[CheckedSentence]) -> set[Passage]:
    """The passages of the sentences that do not pass, the headline left aside."""
    failing = [s.text for s in checked if not _is_headline(s) and not _passes(s)]
    # A sentence of a source can be read as two in the draft, and two as one.
    return {
        passage
        for origin in draft.sentences
        if origin.text and any(text in origin.text or origin.text in text for text in failing)
        for passage in origin.passages
    }


def _repeated(draft: Draft, language: Language) -> set[Passage]:
    """The passages of sentences that say only what sentences from other sources before them have said."""
    told: dict[str, list[SentenceOrigin]] = {}
    found: set[Passage] = set()
    has_headline = draft.content.startswith("# ")
    for origin in draft.sentences[has_headline:]:
        told.setdefault(origin.passages[0].source, []).append(origin)
    before: list[str] = []
    for sentences in told.values():
        texts = [origin.text for origin in sentences]
        if before:
            earlier = Source(text="\n\n".join(before), language=language.code)
            supported = _supported(texts, [earlier], language)
            found |= {p for origin in sentences if origin.text in supported for p in origin.passages}
        before += texts
    return found


def _supported(texts: Sequence[str], sources: Sequence[Source], language: Language) -> set[str]:
    """Those of these sentences that the sources support, with no finding but notices."""
    draft = Source(text="\n\n".join(texts), language=language.code)
    report = check_draft(draft, sources, language=language, units=False)
    return {s.text for s in report.sentences if s.verdict is Verdict.SUPPORTED and _passes(s)}


def _passes(sentence: CheckedSentence) -> bool:
    if any(finding.severity is not Severity.NOTICE for finding in sentence.findings):
        return False
    unchecked_headline = _is_headline(sentence) and sentence.verdict is Verdict.NOT_CHECKABLE
    return sentence.verdict is Verdict.SUPPORTED or unchecked_headline


class _Others:
    """What the sources of other origins support; every sentence is asked about once."""

    def __init__(self, sources: Sequence[Source], readings: Sequence[Reading], language: Language) -> None:
        self._sources = sources
        self._readings = readings
        self._language = language
        self._known: dict[tuple[int, int], bool] = {}
        self._copies = {frozenset(pair) for pair in same_origin(sources)}

    def corroborated(self, index: int, sentences: Sequence[int]) -> Set[int]:
        """Which of these sentences of a source other origins report too (`beleg.drafting.extractive.Corroborated`)."""
        asked = [at for at in sentences if (index, at) not in self._known]
        others = [self._sources[other] for other in range(len(self._sources)) if self._apart(index, other)]
        if asked and others:
            words = [" ".join(self._readings[index].sentences[at].text.split()) for at in asked]
            supported = _supported(words, others, self._language)
            self._known |= {(index, at): text in supported for at, text in zip(asked, words, strict=True)}
        return {at for at in sentences if self._known.get((index, at))}

    def _apart(self, one: int, other: int) -> bool:
        """Whether two sources are of two origins: neither by the same publisher nor the same agency copy."""
        first, second = self._sources[one], self._sources[other]
        same = first.id == second.id or _origin(first) == _origin(second)
        return not same and frozenset((first.id, second.id)) not in self._copies


def _origin(source: Source) -> str:
    return source.publisher or source.author or source.id
