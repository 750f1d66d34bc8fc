"""Headlines: variants of a headline and a teaser for a draft, of which only those are offered that the checks let pass.

Without a language model they come from the draft's own central sentences and from the titles of its sources. What a
language model proposes passes the same checks, and must have no name, noun or address that no source has; what does not
goes back once, and is struck after that.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from beleg.drafting import titles
from beleg.drafting.material import material
from beleg.drafting.progress import UNWATCHED, Phase, Progress
from beleg.drafting.proposal import DraftingModel, Order, Proposal, Task
from beleg.drafting.shortening import sentences_of_text, without_the_rest
from beleg.drafting.stems import content_stems, resemblance
from beleg.language.language import Language
from beleg.model_draft import outgoing
from beleg.pipeline import check_draft, reading_of
from beleg.striking import Judge, Struck, complaint
from beleg.terms.brief import Brief
from beleg.terms.finding import Severity
from beleg.terms.reading import BlockKind, Reading
from beleg.terms.refusal import Error
from beleg.terms.report import Report, Verdict
from beleg.terms.source import Source
from beleg.terms.wording import Wording

MOST: Final = 5
"""Variants of a headline that are offered; of a teaser three."""
_MOST_TEASERS: Final = 3
_ALIKE: Final = 0.8
"""Resemblance of two variants' stems from which the second is not offered."""
_NOT_SUPPORTED: Final = Wording(de="Keine Quelle stützt den Satz.", en="No source supports the sentence.")
_NOTHING_LEFT: Final = Wording(de="Das ist kein Satz.", en="That is no sentence.")


class Made(StrEnum):
    """What a variant was made of."""

    TEXT = "text"
    """A sentence of the draft."""
    TITLE = "title"
    """The title of a source, word for word."""
    MODEL = "model"
    """A language model's words."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A headline or teaser that passed; `source` is the id of the source whose title it is, else empty."""

    text: str
    made: Made
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """What is offered for a draft, best first, and what a language model proposed that did not pass."""

    headlines: tuple[Variant, ...]
    teasers: tuple[Variant, ...]
    struck: tuple[Struck, ...] = ()
    proposals: tuple[Proposal, ...] = ()


def variants(draft: Source, sources: Sequence[Source], *, language: Language) -> Variants:
    """Headlines and teasers without a language model; fewer, or none, where fewer pass.

    Raises Error for a draft without text.
    """
    trying = _Trying(draft, sources, language)
    of_text = [Variant(words, Made.TEXT) for words in titles.headlines(trying.reading, language)]
    of_titles = [
        Variant(title, Made.TITLE, source.id)
        for source in sources
        if (title := titles.own_title(source)) and len(title) <= titles.LONGEST_HEADLINE
    ]
    leads = (Variant(words, Made.TEXT) for words in titles.teasers(trying.reading, language))
    return Variants(
        headlines=trying.passing((*of_text, *of_titles), MOST, trying.against_headline, trying.headline),
        teasers=trying.passing(leads, _MOST_TEASERS, trying.against_teaser, ""),
    )


def model_variants(
    draft: Source,
    sources: Sequence[Source],
    model: DraftingModel,
    *,
    language: Language,
    progress: Progress = UNWATCHED,
) -> Variants:
    """Headlines and teasers that a language model proposes, as far as they pass. `progress` is told what is being done.

    Raises Error for a draft without text, and `beleg.drafting.proposal.NoProposalError` as the model does.
    """
    progress.phase(Phase.READING, 1)
    trying = _Trying(draft, outgoing(sources, language)[0], language)
    found: dict[Task, tuple[Variant, ...]] = {}
    struck: list[Struck] = []
    proposals: list[Proposal] = []
    for task, most in ((Task.HEADLINES, MOST), (Task.TEASERS, _MOST_TEASERS)):
        order = Order(
            brief=Brief(language=language.code, sentences=most),
            material=trying.given,
            task=task,
            text=trying.text,
        )
        progress.phase(Phase.WRITING, 1)
        proposals.append(model.propose(order))
        progress.phase(Phase.CHECKING, 1)
        passed, failed = trying.divided(task, proposals[-1])
        if failed:
            complaints = tuple(complaint(one) for one in failed)
            progress.phase(Phase.WRITING, 2)
            proposals.append(model.propose(replace(order, complaints=complaints)))
            progress.phase(Phase.CHECKING, 2)
            again, failed = trying.divided(task, proposals[-1])
            passed = (*passed, *again)
        struck += failed
        found[task] = trying.different(passed, most, trying.headline)
    return Variants(
        headlines=found[Task.HEADLINES],
        teasers=found[Task.TEASERS],
        struck=tuple(struck),
        proposals=tuple(proposals),
    )


class _Trying:
    """Tries variants on one draft."""

    def __init__(self, draft: Source, sources: Sequence[Source], language: Language) -> None:
        self.reading: Reading = reading_of(draft, language)
        kept = sentences_of_text(self.reading)
        if not kept:
            raise Error("The draft has no text that a headline could stand over.")
        self._draft = draft
        self._sources = sources
        self._language = language
        self.text = tuple(" ".join(self.reading.sentences[at].text.split()) for at in kept)
        headline = (one.text for one in self.reading.sentences if one.block is BlockKind.HEADLINE)
        self.headline = " ".join(headline)
        body = without_the_rest(self.reading, frozenset(kept))
        self._body = body.split("\n\n", 1)[1] if self.headline else body
        self.given = material(sources, [reading_of(source, language) for source in sources])
        self._judge = Judge(sources, self.given, language)

    def passing(
        self,
        candidates: Iterable[Variant],
        most: int,
        against: Callable[[str], tuple[str, ...]],
        present: str,
    ) -> tuple[Variant, ...]:
        """The first `most` of these variants that nothing speaks against, none like another or like the present
        headline.
        """
        found: list[Variant] = []
        for one in candidates:
            if len(found) == most:
                break
            if len(self.different((*found, one), most, present)) > len(found) and not against(one.text):
                found.append(one)
        return tuple(found)

    def different(self, found: Iterable[Variant], most: int, present: str) -> tuple[Variant, ...]:
        """These without those that say the same in the same words as one before or as the present headline."""
        said = [self._stems(present)] if present else []
        kept: list[Variant] = []
        for one in found:
            own = self._stems(one.text)
            if len(kept) < most and not any(resemblance(own, other) >= _ALIKE for other in said):
                kept.append(one)
                said.append(own)
        return tuple(kept)

    def divided(self, task: Task, proposal: Proposal) -> tuple[tuple[Variant, ...], list[Struck]]:
        """A model's variants that pass, and those that are struck."""
        passed: list[Variant] = []
        struck: list[Struck] = []
        for words in _proposed(task, proposal):
            headline = task is Task.HEADLINES
            reasons = (self.against_headline if headline else self.against_teaser)(words)
            reasons = tuple(dict.fromkeys((*reasons, *self._judge.words_of_its_own(words, title=headline))))
            if reasons:
                struck.append(Struck(text=words, reasons=reasons))
            else:
                passed.append(Variant(words, Made.MODEL))
        return tuple(passed), struck

    def against_headline(self, words: str) -> tuple[str, ...]:
        """What speaks against a headline over this draft."""
        report = self._checked(f"# {words}\n\n{self._body}")
        return tuple(self._reasons(report, heading=True))

    def against_teaser(self, words: str) -> tuple[str, ...]:
        """What speaks against a teaser."""
        return tuple(self._reasons(self._checked(words), heading=False))

    def _checked(self, content: str) -> Report:
        text = Source(text=content, language=self._language.code, published=self._draft.published)
        return check_draft(
            text, self._sources, language=self._language, messages=self._language.code, units=False
        )

    def _reasons(self, report: Report, *, heading: bool) -> Iterator[str]:
        looked_at = [one for one in report.sentences if (one.block is BlockKind.HEADLINE) is heading]
        if not looked_at:
            yield _NOTHING_LEFT.in_language(self._language.code)
        for sentence in looked_at:
            serious = [one.message for one in sentence.findings if one.severity is not Severity.NOTICE]
            yield from serious
            open_heading = heading and sentence.verdict is Verdict.NOT_CHECKABLE
            if sentence.verdict is not Verdict.SUPPORTED and not serious and not open_heading:
                yield _NOT_SUPPORTED.in_language(self._language.code)

    def _stems(self, words: str) -> frozenset[str]:
        reading = reading_of(Source(text=words, language=self._language.code), self._language)
        return frozenset(stem for one in reading.sentences for stem in content_stems(one, self._language))


def _proposed(task: Task, proposal: Proposal) -> Iterator[str]:
    """The variants a proposal holds, on one line and without marks: a sentence each, or a paragraph each."""
    for block in proposal.blocks:
        sentences = [" ".join(one.text.split()).lstrip("#-*• ") for one in block.sentences]
        if task is Task.HEADLINES:
            yield from (words.removesuffix(".") for words in sentences if words)
        elif any(sentences):
            yield " ".join(words for words in sentences if words)
