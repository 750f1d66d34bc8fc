"""Training: practising on copies of texts into which faults are planted."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.views.training import desk_words, practice_parts, solved
from beleg.desk.visitor import House, Person, asks, visitor
from beleg.newsroom.house import Newsroom
from beleg.newsroom.practising import EXAMPLE
from beleg.review.training import FEWEST_PEOPLE, MOST_FAULTS
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Permission
from beleg.terms.training import Training

router = APIRouter(dependencies=[Depends(asks(Permission.TRAIN))])


@router.get("/training")
def trainings(request: Request, *, newsroom: House, person: Person) -> Response:
    """The trainings that are going on, what each desk found in those that are over, and the form to open one."""
    return _list(request, newsroom, person)


@router.post("/training")
def open_training(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    copied: Annotated[str, Form()] = "",
    faults: Annotated[int, Form()] = 5,
) -> Response:
    """Copy a dossier's text (or the example's) and plant faults into it; the copy can never be signed or go out."""
    try:
        opened = newsroom.open_training(copied, by=person.id, faults=faults)
    except Error as refused:
        return _list(
            request, newsroom, person, status=422, refusal=in_words(refused, visitor(request).wording)
        )
    return go(f"/training/{opened.id}?said=trained")


@router.post("/training/desk")
def choose_desk(
    request: Request, *, newsroom: House, person: Person, desk: Annotated[str, Form()] = ""
) -> Response:
    """Say to which desk of the newsroom one belongs; results are told by desk and of nobody by name."""
    try:
        newsroom.set_desk(person.id, desk)
    except Error as refused:
        return _list(
            request, newsroom, person, status=422, refusal=in_words(refused, visitor(request).wording)
        )
    return go("/training?said=desk")


@router.get("/training/{training_id}")
def practise(request: Request, *, newsroom: House, person: Person, training_id: str) -> Response:
    """The text with its sources and no finding; every sentence can be marked as wrong."""
    training = _known(newsroom, training_id)
    return render(
        request,
        "training_text.html",
        training=training,
        parts=practice_parts(training),
        taken=newsroom.has_taken_part(training.id, by=person.id),
        marked=frozenset(),
    )


@router.post("/training/{training_id}/marks")
def hand_in(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    training_id: str,
    sentence: Annotated[list[int] | None, Form()] = None,
) -> Response:
    """Hand in which sentences one thinks are wrong; shows what was planted, once, and keeps only the sums of the
    desk.
    """
    words = visitor(request).wording
    training, marked = _known(newsroom, training_id), frozenset(sentence or ())
    try:
        came_of_it = newsroom.hand_in(training.id, marked, by=person.id)
    except Error as refused:
        return render(
            request,
            "training_text.html",
            409,
            training=training,
            parts=practice_parts(training),
            taken=newsroom.has_taken_part(training.id, by=person.id),
            marked=marked,
            refusal=in_words(refused, words),
        )
    return render(
        request,
        "training_result.html",
        training=training,
        result=came_of_it,
        solved=solved(training, marked, words),
        named=sum(fault.named for fault in training.planted),
        others=[
            one
            for part in practice_parts(training)
            for one in part.sentences
            if one.place in marked - {fault.sentence for fault in training.planted}
        ],
    )


@router.post("/training/{training_id}/close")
def close_training(request: Request, *, newsroom: House, person: Person, training_id: str) -> Response:
    """End a training: its copy of the text is deleted, and what each desk found is shown to everybody."""
    _known(newsroom, training_id)
    newsroom.close_training(training_id, by=person.id)
    return go("/training?said=training-closed")


def _known(newsroom: Newsroom, training_id: str) -> Training:
    """The training an address names. Raises 404 if there is none, or if it is over."""
    try:
        return newsroom.training(training_id)
    except Error as refusal:
        raise HTTPException(404) from refusal


def _list(
    request: Request, newsroom: Newsroom, person: Account, *, status: int = 200, refusal: str = ""
) -> Response:
    words = visitor(request).wording
    closed = newsroom.closed_trainings()
    return render(
        request,
        "training.html",
        status,
        going_on=[(one, newsroom.has_taken_part(one.id, by=person.id)) for one in newsroom.trainings()],
        closed=[(one, [(desk_words(desk, words), desk) for desk in one.sums]) for one in closed],
        dossiers=[one for one in newsroom.dossiers() if one.current is not None and one.standing_sources],
        example=EXAMPLE,
        desk=newsroom.desk_of(person.id),
        most=MOST_FAULTS,
        fewest=FEWEST_PEOPLE,
        refusal=refusal,
    )
