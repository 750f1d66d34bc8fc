"""Shortening: a draft cut to a number of sentences, of which none lost its speaker, its sense or its evidence.

Only whole sentences are cut. What is left is checked against the sources again: a sentence that a check has more
against than in the whole draft goes too, and a headline that the rest does not cover brings its sentences back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from beleg.drafting.progress import UNWATCHED, Progress
from beleg.drafting.proposal import DraftingModel, Task
from beleg.drafting.shortening import kept, sentences_of_text, without_the_rest
from beleg.drafting.stems import content_stems
from beleg.language.language import Language
from beleg.model_draft import ModelDraft, model_draft
from beleg.pipeline import check_draft, reading_of
from beleg.terms.brief import Brief
from beleg.terms.finding import Severity
from beleg.terms.reading import BlockKind, Reading
from beleg.terms.refusal import Error
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.source import Source

_ROUNDS: Final = 6
"""How often sentences that a check has more against than before are cut as well."""
_FOR_HEADLINE: Final = 5
"""Sentences that are tried for what a headline needs."""
_HEADINGS: Final = (BlockKind.HEADLINE, BlockKind.SUBHEAD)


@dataclass(frozen=True, slots=True)
class Shortened:
    """A draft that was cut: `content` in Beleg's Markdown, and the sentences it lost, in their order."""

    content: str
    kept: tuple[str, ...]
    cut: tuple[str, ...]


def shortened(draft: Source, sources: Sequence[Source], *, language: Language, sentences: int) -> Shortened:
    """Cut a draft to at most `sentences` sentences, headings not counted; one that is not longer stays as it is.

    Raises Error where no choice of so few sentences stands on its own, or none covers the headline.
    """
    reading = reading_of(draft, language)
    text = sentences_of_text(reading)
    if not text:
        raise Error("The draft has no text to be shortened.")
    if len(text) <= sentences:
        return Shortened(draft.text, tuple(reading.sentences[at].text for at in text), ())
    before = check_draft(draft, sources, language=language, units=False)
    covered = True
    for first in ((), *((at,) for at in _for_headline(reading, language))):
        keep = _passing(reading, before, draft, sources, language, sentences, first)
        if keep is None:
            continue
        content, covered = keep[1], keep[2]
        if covered:
            return Shortened(
                content,
                tuple(reading.sentences[at].text for at in text if at in keep[0]),
                tuple(reading.sentences[at].text for at in text if at not in keep[0]),
            )
    if not covered:
        raise Error(f"No {sentences} sentences of the draft cover its headline; allow more of them.")
    raise Error(
        f"No {sentences} sentences of the draft stand on their own: each leans on others; allow more of them."
    )


def reworded(
    draft: Source,
    sources: Sequence[Source],
    model: DraftingModel,
    *,
    language: Language,
    sentences: int,
    progress: Progress = UNWATCHED,
) -> ModelDraft:
    """Have a language model word a draft in at most `sentences` sentences, as far as the sources bear it out.

    `progress` is told what is being done.

    Raises Error where it wrote more or nothing that is borne out, and `beleg.drafting.proposal.NoProposalError` as the
    model does.
    """
    reading = reading_of(draft, language)
    text = [" ".join(sentence.text.split()) for sentence in reading.sentences]
    brief = Brief(language=language.code, sentences=sentences)
    made = model_draft(sources, model, brief, task=Task.SHORTEN, text=text, progress=progress)
    written = reading_of(Source(text=made.draft.content, language=language.code), language)
    if (count := len(sentences_of_text(written))) > sentences:
        raise Error(
            f"{model.name}: wrote {count} sentences instead of at most {sentences}; nothing was kept."
        )
    return made


def _passing(
    reading: Reading,
    before: Report,
    draft: Source,
    sources: Sequence[Source],
    language: Language,
    sentences: int,
    first: Sequence[int],
) -> tuple[frozenset[int], str, bool] | None:
    """What is kept, its text, and whether the headings are still covered; None where nothing can be kept."""
    had = {sentence.text: _against(sentence) for sentence in before.sentences}
    without: set[int] = set()
    for _ in range(_ROUNDS):
        keep = kept(reading, language, sentences, without=without, first=first)
        if not keep:
            return None
        content = without_the_rest(reading, keep)
        cut = Source(text=content, language=language.code, published=draft.published)
        after = check_draft(cut, sources, language=language, units=False)
        worse = {one.text for one in after.sentences if _against(one) - had.get(one.text, frozenset())}
        headings = {one.text for one in after.sentences if one.block in _HEADINGS}
        lost = {at for at in keep if reading.sentences[at].text in worse}
        if not lost:
            return keep, content, not worse & headings
        without |= lost
    return None


def _against(sentence: CheckedSentence) -> frozenset[str]:
    """What the checks have against a sentence: its verdict, and the findings that are no notices."""
    serious = {one.check for one in sentence.findings if one.severity is not Severity.NOTICE}
    verdict = {sentence.verdict.value} & {Verdict.DISTORTED.value, Verdict.UNSUPPORTED.value}
    return frozenset(serious | verdict)


def _for_headline(reading: Reading, language: Language) -> Iterator[int]:
    """The sentences that share most words with the headline, best first."""
    headline = {
        stem
        for sentence in reading.sentences
        if sentence.block is BlockKind.HEADLINE
        for stem in content_stems(sentence, language)
    }
    shared = {
        at: len(headline & set(content_stems(reading.sentences[at], language)))
        for at in sentences_of_text(reading)
    }
    yield from sorted((at for at in shared if shared[at]), key=lambda at: (-shared[at], at))[:_FOR_HEADLINE]
