"""First drafts: what the machine writes from, and who writes: the rules, or a language model after a look at what
leaves.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Protocol, cast

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from beleg.desk.checking_after import UNCHECKED, check_kept
from beleg.desk.generations import Generation, Generations, Outcome
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.views.leaving import Leaving, leaving
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.drafting.progress import Progress
from beleg.models.configured import ConfiguredModel, configured_models
from beleg.models.language_model import LanguageModel
from beleg.newsroom.house import Newsroom
from beleg.newsroom.taking_over import Offer
from beleg.terms.brief import Brief
from beleg.terms.brief import Form as Kind
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

router = APIRouter()
SENTENCES = 12
"""Sentences of a machine's first draft unless somebody asks for another number."""
MOST_SENTENCES = 60
RULES = "rules"
"""The engine without a language model."""
_LONGEST = 300
"""Characters of the angle and of the audience."""


class Sent(Protocol):
    """A form that says what was shown to who sends it: `seen` is the digest of it."""

    @property
    def seen(self) -> str:
        """See `beleg.desk.views.leaving.Leaving.seen`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody filled in: which engine, from which sources, and the brief; words as they were typed."""

    engine: str = RULES
    source: tuple[str, ...] = ()
    sentences: str = str(SENTENCES)
    angle: str = ""
    audience: str = ""
    form: str = Kind.NEWS.value
    replace: str = ""
    seen: str = ""


def filled_in(
    *,
    engine: Annotated[str, Form()] = RULES,
    source: Annotated[list[str] | None, Form()] = None,
    sentences: Annotated[str, Form()] = str(SENTENCES),
    angle: Annotated[str, Form()] = "",
    audience: Annotated[str, Form()] = "",
    form: Annotated[str, Form()] = Kind.NEWS.value,
    replace: Annotated[str, Form()] = "",
    seen: Annotated[str, Form()] = "",
) -> Asked:
    """The form as it was sent."""
    return Asked(
        engine=engine,
        source=tuple(source or ()),
        sentences=sentences,
        angle=" ".join(angle.split()),
        audience=" ".join(audience.split()),
        form=form,
        replace=replace,
        seen=seen,
    )


Filled = Annotated[Asked, Depends(filled_in)]


def generations(request: Request) -> Generations:
    """The language models at work for this desk."""
    return cast(Generations, request.app.state.generations)


def models(request: Request) -> tuple[ConfiguredModel, ...]:
    """The language models of the newsroom. Raises Error for a file of them that cannot be read."""
    return configured_models(cast(Path, request.app.state.folder))


def model_called(request: Request, name: str) -> ConfiguredModel:
    """The language model of the newsroom with this name. Raises Error if there is none, and as `models` does."""
    chosen = next((one for one in models(request) if one.name == name), None)
    if chosen is None:
        raise Error("There is no such language model in this newsroom any more.")
    return chosen


def send_as_shown(
    request: Request,
    dossier: Dossier,
    asked: Sent,
    shown: Leaving,
    *,
    by: str,
    work: Callable[[LanguageModel, Progress], Offer | None],
) -> Response:
    """Let a language model do its work, if what would be sent is still what `asked.seen` is the digest of.

    If anything of it has changed since, nothing is sent (409) and it is shown as it is now. Raises Error if a model is
    at work for the dossier already, or cannot be asked.
    """
    if shown.seen != asked.seen:
        changed = visitor(request).wording.say(
            "What would be sent has changed since you looked. Nothing was sent."
        )
        return render(request, "leaving.html", 409, dossier=dossier, asked=asked, view=shown, refusal=changed)
    model = shown.model.opened()
    generation = Generation(model=model.name, host=model.host, by=by, task=shown.task)
    generations(request).start(
        dossier.id, generation, lambda progress: work(model.watched_by(progress), progress)
    )
    return go(f"/dossiers/{dossier.id}/generation")


@router.get("/dossiers/{dossier_id}/draft")
def draft_page(request: Request, *, newsroom: House, dossier: TheDossier) -> Response:
    """What the machine's first draft is made from: who writes, from which sources, how long, about what."""
    return _form(request, dossier, Asked())


@router.post("/dossiers/{dossier_id}/draft")
def machine_draft(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    asked: Filled,
) -> Response:
    """Let the rules put a first draft together and check it, or show what would go to a language model.

    A text that is there already is replaced only if the box that says so was ticked; it stays as a revision.
    Who orders the draft counts as one of its authors.
    """
    words = visitor(request).wording
    refusal = _refusal(request, dossier, asked)
    if refusal:
        return _form(request, dossier, asked, 422, refusal)
    try:
        if asked.engine != RULES:
            shown = _leaving(request, newsroom, dossier, asked)
            return render(request, "leaving.html", dossier=dossier, asked=asked, view=shown)
        newsroom.draft(dossier.id, by=person.id, source_ids=asked.source, sentences=int(asked.sentences))
    except Error as refused:
        return _form(request, dossier, asked, 422, in_words(refused, words))
    said = "drafted" if check_kept(newsroom, dossier.id, by=person.id) else UNCHECKED
    return go(f"/dossiers/{dossier.id}?said={said}")


@router.post("/dossiers/{dossier_id}/generation", dependencies=[Depends(asks_about(Permission.DRAFT))])
def start_generation(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    asked: Filled,
) -> Response:
    """Send what was shown to the language model, and let it write.

    `seen` is the digest of what was shown. If anything of it has changed since, nothing is sent (409) and it is shown
    as it is now. One model at a time writes for a dossier.
    """
    refusal = _refusal(request, dossier, asked)
    if refusal:
        return _form(request, dossier, asked, 422, refusal)

    def work(model: LanguageModel, progress: Progress) -> None:
        newsroom.generate(
            dossier.id,
            model,
            shown.brief,
            by=person.id,
            source_ids=asked.source,
            progress=progress,
            price=shown.model.price,
        )
        check_kept(newsroom, dossier.id, by=person.id)

    try:
        shown = _leaving(request, newsroom, dossier, asked)
        return send_as_shown(request, dossier, asked, shown, by=person.id, work=work)
    except Error as refused:
        return _form(request, dossier, asked, 422, in_words(refused, visitor(request).wording))


def _refusal(request: Request, dossier: Dossier, asked: Asked) -> str:
    """What is wrong with a form, in one sentence; empty if nothing is."""
    words = visitor(request).wording
    number = asked.sentences
    if not number.isascii() or not number.isdigit() or not 1 <= int(number[:4]) <= MOST_SENTENCES:
        return words.say("The number of sentences has to lie between 1 and %(most)s.", most=MOST_SENTENCES)
    if dossier.current is not None and asked.replace != "yes":
        return words.say("There is a text already. Tick the box if the machine's draft shall replace it.")
    if max(len(asked.angle), len(asked.audience)) > _LONGEST:
        return words.say("Angle and audience may have %(most)s characters each.", most=_LONGEST)
    if asked.form not in {kind.value for kind in Kind}:
        return words.say("There is no such kind of text.")
    return ""


def _leaving(request: Request, newsroom: Newsroom, dossier: Dossier, asked: Asked) -> Leaving:
    chosen = model_called(request, asked.engine)
    brief = Brief(
        language=dossier.language,
        sentences=int(asked.sentences),
        angle=asked.angle,
        audience=asked.audience,
        form=Kind(asked.form),
    )
    return leaving(newsroom, dossier, chosen, brief, asked.source)


def _form(request: Request, dossier: Dossier, asked: Asked, status: int = 200, refusal: str = "") -> Response:
    words = visitor(request).wording
    found: tuple[ConfiguredModel, ...] = ()
    trouble = ""
    try:
        found = models(request)
    except Error as refused:
        trouble = in_words(refused, words)
    running = generations(request).of(dossier.id)
    return render(
        request,
        "draft.html",
        status,
        dossier=dossier,
        asked=asked
        if asked.engine in {RULES, *(one.name for one in found)}
        else replace(asked, engine=RULES),
        models=found,
        trouble=trouble,
        at_work=running is not None and running.seen().outcome is Outcome.RUNNING,
        most=MOST_SENTENCES,
        refusal=refusal,
    )
