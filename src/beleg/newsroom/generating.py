"""Generating: a language model's draft as the next revision, with how it was made."""

from collections.abc import Sequence

from beleg.drafting.progress import UNWATCHED, Progress
from beleg.drafting.proposal import DraftingModel
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
    tokens_in = sum(proposal.tokens_in for proposal in made.proposals)
    tokens_out = sum(proposal.tokens_out for proposal in made.proposals)
    event = DraftGenerated(
        number=written.number,
        content_sha256=written.content_sha256,
        model=made.proposals[-1].model,
        endpoint=model.host,
        angle=brief.angle,
        audience=brief.audience,
        form=brief.form.value,
        sentences=brief.sentences,
        prompts=tuple(proposal.prompt_sha256 for proposal in made.proposals),
        parameters=made.proposals[-1].parameters,
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        sources=made.sources,
        struck=tuple(map(_struck, made.struck)),
        sent_back=tuple(map(_struck, made.sent_back)),
        requests=sum(proposal.requests for proposal in made.proposals),
        milliseconds=sum(proposal.milliseconds for proposal in made.proposals),
        cost=price.cost(tokens_in, tokens_out) if price and tokens_in + tokens_out else "",
        currency=price.currency if price and tokens_in + tokens_out else "",
    )
    return made, written, event


def _struck(one: Struck) -> StruckSentence:
    return StruckSentence(text=one.text, reasons=one.reasons, sources_say=one.wording)
