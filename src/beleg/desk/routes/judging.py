"""Judging a sentence by its sources before the machine's verdict is shown."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.answers import done
from beleg.desk.answers import refused as refused_in_data
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go
from beleg.desk.routes.dossier import dossier_page
from beleg.desk.visitor import House, Person, TheDossier, visitor, wants_data
from beleg.terms.judging import Answer
from beleg.terms.refusal import Error

router = APIRouter()
_At = Annotated[str, Form(pattern=r"^[0-9a-z]{0,64}$")]


@router.post("/dossiers/{dossier_id}/sentences/{key}/judge")
def judge_sentence(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    key: str,
    answer: Annotated[Answer, Form()],
    evidence: Annotated[str, Form()] = "",
    in_view: Annotated[bool, Form()] = False,
    at: _At = "",
) -> Response:
    """Say whether the sources say a sentence of high risk; only then the page shows what the machine says of it.

    `evidence` is the key of the evidence that was on the page: if the sentence has other evidence by now, nothing is
    kept (409). `in_view` is what the script says: whether all of it was in view in the window. Who wrote any of the
    text judges none of it. With `Accept: application/json` the answer is JSON.
    """
    words = visitor(request).wording
    try:
        newsroom.judge(dossier.id, key, answer, by=person.id, evidence=evidence, in_view=in_view)
    except Error as refused:
        refusal = in_words(refused, words)
        if wants_data(request):
            return refused_in_data(refusal, 409)
        return dossier_page(request, newsroom, dossier, at, status=409, refusal=refusal)
    if wants_data(request):
        return done(request, "judged")
    return go(f"/dossiers/{dossier.id}?at={at}&said=judged" + (f"#{at}" if at else ""))
