"""Generating: a language model's draft as the next revision, with how it was made."""

from collections.abc import Sequence

from beleg.drafting.proposal import DraftingModel
from beleg.model_draft import ModelDraft, model_draft
from beleg.newsroom.writing import by_machine, read_in
from beleg.terms.brief import Brief
from beleg.terms.dossier import Dossier
from beleg.terms.events import RevisionSaved
from beleg.terms.generation import DraftGenerated, StruckSentence
from beleg.terms.refusal import Error
from beleg.terms.source import Source


def generated(
    dossier: Dossier,
    sources: Sequence[Source],
    model: DraftingModel,
    brief: Brief,
    *,
    by: str,
) -> tuple[ModelDraft, RevisionSaved, DraftGenerated]:
    """Have a model write for `by`; return its draft, the revision it becomes, and the event that says how it was made.

    Raises Error if there are no sources.
    """
    if not sources:
        raise Error(f"{dossier.title}: there are no sources that a language model may be given.")
    made = model_draft(sources, model, brief)
    content, found = read_in(made.draft.content, dossier.language)
    written = by_machine(dossier, content, found, made.draft.sentences, by=by)
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
        tokens_in=sum(proposal.tokens_in for proposal in made.proposals),
        tokens_out=sum(proposal.tokens_out for proposal in made.proposals),
        sources=made.sources,
        struck=tuple(StruckSentence(text=one.text, reasons=one.reasons) for one in made.struck),
    )
    return made, written, event
