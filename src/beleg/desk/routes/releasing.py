"""Correcting, holding back and withdrawing an article."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go
from beleg.desk.routes.published import published_page_of
from beleg.desk.routes.sign_off import sign_off_page_of
from beleg.desk.typed_dates import read_date
from beleg.desk.views.release import TypedRelease
from beleg.desk.visitor import House, Person, TheDossier, visitor
from beleg.terms.refusal import Error

router = APIRouter()


@router.post("/dossiers/{dossier_id}/correction")
def note_correction(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    note: Annotated[str, Form()] = "",
) -> Response:
    """Write what readers are told the next version corrects; an earlier signature is void, and the writer cannot
    sign.
    """
    try:
        newsroom.note_correction(dossier.id, note, by=person.id)
    except Error as refused:
        return sign_off_page_of(
            request,
            newsroom,
            newsroom.dossier(dossier.id),
            person,
            status=422,
            refusal=in_words(refused, visitor(request).wording),
            typed=TypedRelease(act="correction", note=note),
        )
    return go(f"/dossiers/{dossier.id}/sign-off?said=corrected")


@router.post("/dossiers/{dossier_id}/embargo")
def set_embargo(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    act: Annotated[str, Form()] = "set",
    until: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Set or move the embargo (`act` is `set`, `until` a day with a time as `typed_dates` reads it), or lift it
    (`lift`).
    """
    words, refusal = visitor(request).wording, ""
    try:
        if act == "lift":
            newsroom.lift_embargo(dossier.id, reason, by=person.id)
        elif not until.strip() or not (end := read_date(until)).timed:
            refusal = words.say("The end of an embargo has to be a day with a time, like 2026-03-02 14:30.")
        else:
            newsroom.set_embargo(dossier.id, end.moment, reason, by=person.id)
    except Error as refused:
        refusal = in_words(refused, words)
    if refusal:
        return sign_off_page_of(
            request,
            newsroom,
            newsroom.dossier(dossier.id),
            person,
            status=422,
            refusal=refusal,
            typed=TypedRelease(act="embargo", until=until, reason=reason),
        )
    return go(f"/dossiers/{dossier.id}/sign-off?said={'lifted' if act == 'lift' else 'embargoed'}")


@router.post("/dossiers/{dossier_id}/withdrawal")
def withdraw(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    reason: Annotated[str, Form()] = "",
    note_newsroom: Annotated[str, Form()] = "",
    note_short: Annotated[str, Form()] = "",
    note_readers: Annotated[str, Form()] = "",
) -> Response:
    """Withdraw the published article for good, with a reason and three notes; nobody else has to agree."""
    try:
        newsroom.withdraw(
            dossier.id,
            reason,
            note_newsroom=note_newsroom,
            note_short=note_short,
            note_readers=note_readers,
            by=person.id,
        )
    except Error as refused:
        typed = TypedRelease(
            act="withdrawal",
            reason=reason,
            note_newsroom=note_newsroom,
            note_short=note_short,
            note_readers=note_readers,
        )
        return published_page_of(
            request,
            newsroom,
            newsroom.dossier(dossier.id),
            status=422,
            refusal=in_words(refused, visitor(request).wording),
            typed=typed,
        )
    return go(f"/dossiers/{dossier.id}/published?said=withdrawn")
