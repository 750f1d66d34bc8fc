"""What was denied to whom."""

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from beleg.desk.rendering import render
from beleg.desk.views.accounts import denial_lines
from beleg.desk.visitor import House, asks, visitor
from beleg.terms.role import Permission

router = APIRouter()
_MOST = 200


@router.get("/denials", dependencies=[Depends(asks(Permission.READ_DENIALS))])
def show_denials(request: Request, *, newsroom: House) -> Response:
    """What was denied to whom because their role does not include it, the newest first; nothing in it can be
    changed.
    """
    words = visitor(request).wording
    lines = denial_lines(newsroom.denials(_MOST), newsroom.accounts(), words)
    return render(request, "denials.html", lines=lines, most=_MOST)
