"""Generating: a language model's draft as the next revision, with how it was made."""

from collections.abc import Sequence

from beleg.drafting.progress import UNWATCHED, Progress
from beleg.drafting.proposal import DraftingModel, Proposal
from beleg.model_draft import ModelDraft, model_draft
from beleg.newsroom.writing import by_machine, read_in
from beleg.striking import Struck
from beleg.terms.brief import Brief
from beleg.terms.dossier import Dossier
from beleg.terms.events import RevisionSaved
from beleg.terms.generation import DraftGenerated, StruckSentence
from beleg.terms.price import Price
from beleg.terms.refusal import Error
from beleg.terms.source import Source


def generated(
    dossier: Dossier,
    sources: Sequence[Source],
    model: DraftingModel,
    brief: Brief,
    *,
    by: str,
    progress: Progress = UNWATCHED,
    price: Price | None = None,
) -> tuple[ModelDraft, RevisionSaved, DraftGenerated]:
    """Have a model write for `by`; return its draft, the revision it becomes, and the event that says how it was made.

    `price` is what the model's vendor charges, None where nobody wrote it down. Raises Error if there are no sources.
    """
    if not sources:
        raise Error(f"{dossier.title}: there are no sources that a language model may be given.")
    made = model_draft(sources, model, brief, progress=progress)
    content, found = read_in(made.draft.content, dossier.language)
    written = by_machine(dossier, content, found, made.draft.sentences, by=by)
    event = told(
        written,
        made.proposals,
        brief,
        host=model.host,
        sources=made.sources,
        struck=made.struck,
        sent_back=made.sent_back,
        price=price,
    )
    return made, written, event


def told(
    written: RevisionSaved,
    proposals: Sequence[Proposal],
    brief: Brief,
    *,
    host: str,
    sources: Sequence[str],
    struck: Sequence[Struck],
    sent_back: Sequence[Struck] = (),
    price: Price | None = None,
    task: str = "",
) -> DraftGenerated:
    """Return the event that says how a revision was made of what a model proposed, at least once."""
    tokens_in = sum(proposal.tokens_in for proposal in proposals)
    tokens_out = sum(proposal.tokens_out for proposal in proposals)
    return DraftGenerated(
        number=written.number,
        content_sha256=written.content_sha256,
        model=proposals[-1].model,
        endpoint=host,
        angle=brief.angle,
        audience=brief.audience,
        form="" if task else brief.form.value,
        sentences=brief.sentences,
        prompts=tuple(proposal.prompt_sha256 for proposal in proposals),
        parameters=proposals[-1].parameters,
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        sources=tuple(sources),
        struck=tuple(map(struck_sentence, struck)),
        sent_back=tuple(map(struck_sentence, sent_back)),
        requests=sum(proposal.requests for proposal in proposals),
        milliseconds=sum(proposal.milliseconds for proposal in proposals),
        cost=price.cost(tokens_in, tokens_out) if price and tokens_in + tokens_out else "",
        currency=price.currency if price and tokens_in + tokens_out else "",
        task=task,
    )


def struck_sentence(one: Struck) -> StruckSentence:
    """A struck sentence as the record keeps it."""
    return StruckSentence(text=one.text, reasons=one.reasons, sources_say=one.wording)
