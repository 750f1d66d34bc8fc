"""Model draft: what a language model proposes becomes text only as far as the sources bear it out.

Every proposed sentence is read and held against the sources by the checks that every draft has to pass. What does not
pass goes back to the model once, with the reasons and the sources' words. What still does not pass is struck: it stands
in no text, but beside the draft, as a question for a person to research. What passes in the model's own words stands,
but waits for a person who reads it against its passages (`beleg.drafting.word_for_word`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from beleg.drafting.draft import Draft
from beleg.drafting.material import Material, material
from beleg.drafting.orderless import orderless
from beleg.drafting.progress import UNWATCHED, Phase, Progress, StoppedError
from beleg.drafting.proposal import (
    DraftingModel,
    Order,
    Proposal,
    ProposedBlock,
    Task,
)
from beleg.drafting.word_for_word import WordForWord
from beleg.language.language import Language
from beleg.language.registry import language_read
from beleg.pipeline import reading_of
from beleg.striking import Judge, Struck, complaint, content
from beleg.terms.brief import Brief
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.revision import Origin, SentenceOrigin
from beleg.terms.source import Source

_MOST_BLOCKS: Final = 3
"""Blocks for each sentence ordered, titles and empty ones among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDraft:
    """A draft with what did not get into it, and how it was made."""

    draft: Draft
    struck: tuple[Struck, ...]
    proposals: tuple[Proposal, ...]
    """The first, and the second where one was asked for."""
    sent_back: tuple[Struck, ...]
    """What was struck of the first proposal and went back to the model; empty where it was asked once."""
    sources: tuple[str, ...]
    """Ids of the sources whose passages were sent."""
    left_out: int
    """Passages of theirs that were not, for want of room."""


def model_draft(
    sources: Sequence[Source],
    model: DraftingModel,
    brief: Brief,
    *,
    task: Task = Task.DRAFT,
    text: Sequence[str] = (),
    progress: Progress = UNWATCHED,
) -> ModelDraft:
    """Have a model write to `brief` from `sources`, and keep what the sources bear out.

    `task` is to draft, or to shorten the sentences of `text`. `progress` is told what is being done.
    Raises Error for a language Beleg does not read and where not one sentence is borne out, and
    `beleg.drafting.proposal.NoProposalError` as the model does.
    """
    language = language_read(brief.language)
    progress.phase(Phase.READING, 1)
    sources, given = outgoing(sources, language)
    judge = Judge(sources, given, language)
    order = Order(brief=brief, material=given, task=task, text=tuple(text))
    progress.phase(Phase.WRITING, 1)
    first = model.propose(order)
    proposals = [first]
    progress.phase(Phase.CHECKING, 1)
    kept, struck = judge.divided(_bounded(first.blocks, brief.sentences))
    sent_back = tuple(struck)
    if sent_back:
        complaints = tuple(complaint(one) for one in sent_back)
        progress.phase(Phase.WRITING, 2)
        second = model.propose(replace(order, complaints=complaints))
        proposals.append(second)
        progress.phase(Phase.CHECKING, 2)
        again = judge.divided(_bounded(second.blocks, brief.sentences))
        # A second round that bears out less than the first does not replace it.
        if _count(again[0]) >= _count(kept):
            kept, struck = again
    if progress.stopped:
        raise StoppedError
    if not any(block.kind is not BlockKind.HEADLINE for block in kept):
        raise Error(f"{model.name}: no sentence it wrote is borne out by the sources; nothing was kept.")
    return ModelDraft(
        draft=_draft(kept, given, model.name, _unread(kept, sources, language)),
        struck=tuple(struck),
        proposals=tuple(proposals),
        sent_back=sent_back,
        sources=tuple(dict.fromkeys(passage.source for passage in given.passages.values())),
        left_out=given.left_out,
    )


def outgoing(sources: Sequence[Source], language: Language) -> tuple[list[Source], Material]:
    """The sources as a model is given them, without what speaks to a machine, and the passages of them that are
    sent.
    """
    given = [orderless(source, reading_of(source, language)) for source in sources]
    return given, material(given, [reading_of(source, language) for source in given])


def _bounded(blocks: Sequence[ProposedBlock], most: int) -> list[ProposedBlock]:
    """The blocks up to the sentence with which there are as many as were ordered, headlines and subheads not
    counted.
    """
    bounded: list[ProposedBlock] = []
    for block in blocks[: _MOST_BLOCKS * most]:
        titled = block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
        if not titled and most <= 0:
            break
        sentences = block.sentences[:1] if titled else block.sentences[:most]
        most -= 0 if titled else len(sentences)
        bounded.append(ProposedBlock(block.kind, sentences))
    return bounded


def _count(blocks: Sequence[ProposedBlock]) -> int:
    return sum(len(block.sentences) for block in blocks)


def _unread(
    blocks: Sequence[ProposedBlock], sources: Sequence[Source], language: Language
) -> Callable[[str], bool]:
    """Which of the sentences kept a source has word for word, so that they may stand unread."""
    text = reading_of(Source(text=content(blocks), language=language.code), language)
    standing = WordForWord([reading_of(source, language) for source in sources], language).of(text)
    found = [(sentence.text, stands) for sentence, stands in zip(text.sentences, standing, strict=True)]

    def unread(words: str) -> bool:
        # The model may have written as one sentence what is read as two.
        mine = [stands for written, stands in found if written in words or words in written]
        return bool(mine) and all(mine)

    return unread


def _draft(
    blocks: Sequence[ProposedBlock], given: Material, engine: str, unread: Callable[[str], bool]
) -> Draft:
    origins = tuple(
        SentenceOrigin(
            text=proposed.text,
            origin=Origin.SOURCE if unread(proposed.text) else Origin.MACHINE,
            changed_by="",
            engine=engine,
            passages=tuple(given.passages[label] for label in proposed.cites if label in given.passages),
            to_read=not unread(proposed.text),
        )
        for block in blocks
        for proposed in block.sentences
    )
    return Draft(content=content(blocks), sentences=origins)
