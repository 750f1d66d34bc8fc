"""What a source was made of: its bytes as they came, and a web page as it looked."""

import re

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from beleg.desk.visitor import House, TheDossier, visitor
from beleg.intake.showing import POLICY, shown
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.source import Source

router = APIRouter()
PAGE = "text/html"
"""The media type of sources whose original can be looked at; of any other the bytes can be taken along."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


@router.get("/dossiers/{dossier_id}/sources/{source_id}/original")
def show_original(request: Request, newsroom: House, dossier: TheDossier, source_id: str) -> Response:
    """A source that is a web page as it stood there, made harmless: no script, nothing loaded, in a sandbox of its
    own.
    """
    source = _source(newsroom, dossier, source_id)
    if source.media_type != PAGE or not source.raw:
        raise HTTPException(404)
    picture = visitor(request).wording.say("Picture")
    return Response(
        shown(source.raw, source.name or source.id[:12], picture),
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": POLICY},
    )


@router.get("/dossiers/{dossier_id}/sources/{source_id}/raw")
def download_source(newsroom: House, dossier: TheDossier, source_id: str) -> Response:
    """The bytes of a source as they came, to be saved and never to be opened by the browser itself."""
    source = _source(newsroom, dossier, source_id)
    return Response(
        source.raw,
        media_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{_file_name(source)}"'},
    )


def _source(newsroom: Newsroom, dossier: Dossier, source_id: str) -> Source:
    if all(taken.source != source_id for taken in dossier.sources):
        raise HTTPException(404)
    return newsroom.source(dossier.id, source_id)


def _file_name(source: Source) -> str:
    """A name that no file system and no header stumbles over: hash and, if there is a plain one, the ending it came
    with.
    """
    ending = _ENDING.search(source.name.partition("?")[0])
    return f"source-{source.sha256[:12]}{ending[0].lower() if ending else '.bin'}"
