"""Tasks for the machine besides the draft: what the sources leave open, headlines and teasers, a shorter text.

By rules; what a language model offers for a text is shown on the same page and ordered in `beleg.desk.routes.offers`.
"""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.checking_after import UNCHECKED, check_kept
from beleg.desk.generations import Outcome
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.drafting import generations, models
from beleg.desk.views.offered import offered_view
from beleg.desk.views.questions import questions
from beleg.desk.visitor import House, Person, TheDossier, visitor
from beleg.headlines import Variants
from beleg.language.registry import language_for
from beleg.models.configured import ConfiguredModel
from beleg.newsroom.headlining import offered
from beleg.newsroom.house import Newsroom
from beleg.shortening import Shortened, shortened
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.source import Source

router = APIRouter()
LONGEST = 200
"""Sentences a text can be cut to at most."""


@router.get("/dossiers/{dossier_id}/questions")
def questions_page(request: Request, *, newsroom: House, dossier: TheDossier) -> Response:
    """What the sources leave open, as questions to research, and where they contradict each other, side by side."""
    sources = newsroom.sources_for_model(dossier.id, outside=False)
    view = questions(dossier, sources, visitor(request).wording)
    return render(request, "questions.html", dossier=dossier, view=view)


@router.get("/dossiers/{dossier_id}/variants")
def variants_page(request: Request, *, newsroom: House, dossier: TheDossier, to: int = 0) -> Response:
    """Headlines and teasers for the text that the checks let pass; with `to`, the text cut to so many sentences."""
    return variants(request, newsroom, dossier, to=to)


@router.post("/dossiers/{dossier_id}/headline")
def put_headline(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    words: Annotated[str, Form()] = "",
    base: Annotated[str, Form()] = "",
) -> Response:
    """Put one of the offered headlines over the text and check it; the record says that the machine wrote it."""
    try:
        newsroom.put_headline(dossier.id, words, by=person.id, base=base)
    except Error as refused:
        refusal = in_words(refused, visitor(request).wording)
        return variants(request, newsroom, newsroom.dossier(dossier.id), status=422, refusal=refusal)
    said = "saved" if check_kept(newsroom, dossier.id, by=person.id) else UNCHECKED
    return go(f"/dossiers/{dossier.id}?said={said}")


def variants(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    *,
    to: int = 0,
    status: int = 200,
    refusal: str = "",
) -> Response:
    """The page of headlines, teasers and a shorter text: by rules, and what a language model has offered."""
    words = visitor(request).wording
    found: Variants | None = None
    shorter: Shortened | None = None
    sources = newsroom.sources_for_model(dossier.id, outside=False)
    try:
        found = offered(dossier, sources) if dossier.current else None
        if found and not 0 <= to <= LONGEST:
            raise Error(f"A text is cut to 1 to {LONGEST} sentences.")
        shorter = _shorter(dossier, sources, to) if found and to else None
    except Error as refused:
        refusal = refusal or in_words(refused, words)
    configured: tuple[ConfiguredModel, ...] = ()
    trouble = ""
    try:
        configured = models(request)
    except Error as refused:
        trouble = in_words(refused, words)
    generation = generations(request).of(dossier.id)
    seen = generation.seen() if generation else None
    offer = seen.offer if seen else None
    return render(
        request,
        "variants.html",
        422 if refusal and status == 200 else status,
        dossier=dossier,
        found=found,
        labels={source.id: source.label for source in sources},
        shorter=shorter,
        to=to,
        most=LONGEST,
        refusal=refusal,
        models=configured,
        trouble=trouble,
        at_work=seen is not None and seen.outcome is Outcome.RUNNING,
        offered=offered_view(offer, dossier) if offer else None,
    )


def _shorter(dossier: Dossier, sources: tuple[Source, ...], to: int) -> Shortened | None:
    language = language_for(dossier.language)
    if dossier.current is None or language is None:
        return None
    draft = Source(text=dossier.current.content, language=dossier.language, name=dossier.title)
    return shortened(draft, sources, language=language, sentences=to)
