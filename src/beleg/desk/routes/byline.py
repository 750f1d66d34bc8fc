"""Setting the byline by hand."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go
from beleg.desk.routes.sign_off import sign_off_page_of
from beleg.desk.views.release import TypedRelease
from beleg.desk.visitor import House, Person, TheDossier, visitor
from beleg.terms.refusal import Error

router = APIRouter()


@router.post("/dossiers/{dossier_id}/byline")
def set_byline(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    account: Annotated[list[str], Form()] = [],  # noqa: B006  # FastAPI reads it and hands out a copy
    place: Annotated[list[int], Form()] = [],  # noqa: B006
    body: Annotated[str, Form()] = "",
    act: Annotated[str, Form()] = "set",
) -> Response:
    """Say whom the article names as its writers: `account` with the `place` of each (0: not named), then `body`.

    Two in the same place stay in the order they came. With `act` `words` the words of the text tell it again. An
    earlier signature is void, and who sets it cannot sign.
    """
    in_order = sorted(zip(place, account, strict=False), key=lambda each: each[0])
    named = tuple(one for at, one in in_order if at > 0)
    try:
        newsroom.set_byline(
            dossier.id, () if act == "words" else named, "" if act == "words" else body, by=person.id
        )
    except Error as refused:
        return sign_off_page_of(
            request,
            newsroom,
            newsroom.dossier(dossier.id),
            person,
            status=422,
            refusal=in_words(refused, visitor(request).wording),
            typed=TypedRelease(act="byline", body=body),
        )
    return go(f"/dossiers/{dossier.id}/sign-off?said=byline")
