"""Offers of a language model for a text that is there: headlines and teasers, a shorter text, a translation."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from beleg.desk.checking_after import UNCHECKED, check_kept
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.drafting import generations, model_called, send_as_shown
from beleg.desk.routes.tasks import LONGEST, variants
from beleg.desk.views.leaving import Leaving, leaving_for_text
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.drafting.progress import Progress
from beleg.drafting.proposal import Task
from beleg.models.language_model import LanguageModel
from beleg.newsroom.house import Newsroom
from beleg.newsroom.taking_over import OTHER_LANGUAGE, Offer
from beleg.terms.brief import Brief
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

router = APIRouter()
_TASKS = (Task.HEADLINES, Task.SHORTEN, Task.TRANSLATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody filled in, as it was typed; `seen` is the digest of what was shown to them."""

    engine: str
    task: str
    to: str
    seen: str


def filled_in(
    *,
    engine: Annotated[str, Form()] = "",
    task: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
    seen: Annotated[str, Form()] = "",
) -> Asked:
    """The form as it was sent."""
    return Asked(engine=engine, task=task, to=to, seen=seen)


Filled = Annotated[Asked, Depends(filled_in)]


@router.post("/dossiers/{dossier_id}/offer", dependencies=[Depends(asks_about(Permission.DRAFT))])
def show_what_leaves(
    request: Request, *, newsroom: House, person: Person, dossier: TheDossier, asked: Filled
) -> Response:
    """Show what would go to a language model for headlines, a shorter text or a translation. Nothing is sent."""
    try:
        shown = _leaving(request, newsroom, dossier, asked)
    except Error as refused:
        return _refused(request, newsroom, dossier, refused)
    return render(request, "leaving.html", dossier=dossier, asked=asked, view=shown)


@router.post("/dossiers/{dossier_id}/offer/start", dependencies=[Depends(asks_about(Permission.DRAFT))])
def start_offer(
    request: Request, *, newsroom: House, person: Person, dossier: TheDossier, asked: Filled
) -> Response:
    """Send what was shown and let the model write; if anything of it has changed since, nothing is sent (409)."""

    def work(model: LanguageModel, progress: Progress) -> Offer:
        return newsroom.offer(
            dossier.id,
            model,
            shown.task,
            by=person.id,
            sentences=shown.brief.sentences,
            progress=progress,
            price=shown.model.price,
        )

    try:
        shown = _leaving(request, newsroom, dossier, asked)
        return send_as_shown(request, dossier, asked, shown, by=person.id, work=work)
    except Error as refused:
        return _refused(request, newsroom, dossier, refused)


@router.post("/dossiers/{dossier_id}/offer/take", dependencies=[Depends(asks_about(Permission.DRAFT))])
def take_over(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    words: Annotated[str, Form()] = "",
) -> Response:
    """Take over what the model offered: a headline or teaser by its words, or all of a shorter text or a
    translation.
    """
    generation = generations(request).of(dossier.id)
    offer = generation.seen().offer if generation else None
    try:
        if offer is None:
            raise Error("Nothing is offered for this text any more.")
        changed = newsroom.take_over(dossier.id, offer, words, by=person.id)
    except Error as refused:
        return _refused(request, newsroom, newsroom.dossier(dossier.id), refused)
    said = "saved" if check_kept(newsroom, changed, by=person.id) else UNCHECKED
    return go(f"/dossiers/{changed}?said={said}")


def _leaving(request: Request, newsroom: Newsroom, dossier: Dossier, asked: Asked) -> Leaving:
    chosen = model_called(request, asked.engine)
    task = next((one for one in _TASKS if one.value == asked.task), None)
    if task is None:
        raise Error("A language model can offer headlines, a shorter text or a translation.")
    sentences, language = 0, dossier.language
    if task is Task.SHORTEN:
        if not asked.to.isascii() or not asked.to.isdigit() or not 1 <= int(asked.to[:4]) <= LONGEST:
            raise Error(f"A text is cut to 1 to {LONGEST} sentences.")
        sentences = int(asked.to)
    if task is Task.TRANSLATE:
        language = OTHER_LANGUAGE[dossier.language]
    brief = Brief(language=language, sentences=sentences)
    return leaving_for_text(newsroom, dossier, chosen, task, brief)


def _refused(request: Request, newsroom: Newsroom, dossier: Dossier, refused: Error) -> Response:
    refusal = in_words(refused, visitor(request).wording)
    return variants(request, newsroom, dossier, status=422, refusal=refusal)
