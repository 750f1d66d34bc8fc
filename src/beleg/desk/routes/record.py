"""The record of a dossier."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from beleg.desk.rendering import render
from beleg.desk.routes.dossier import names_of
from beleg.desk.views.record import lines
from beleg.desk.visitor import House, TheDossier, visitor

router = APIRouter()


@router.get("/dossiers/{dossier_id}/record")
def show_record(request: Request, newsroom: House, dossier: TheDossier) -> Response:
    """Every entry of the record in its order: who did what and when, with the hash that chains it to the one before."""
    entries = lines(newsroom.entries(dossier.id), names_of(newsroom), visitor(request).wording)
    return render(request, "record.html", dossier=dossier, entries=entries)
