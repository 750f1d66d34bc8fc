"""A language model at work: watching it, stopping it, and what became of what it wrote."""

import asyncio
import json
from collections.abc import AsyncGenerator

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from beleg.desk.generations import Generation, Outcome
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.routes.drafting import generations
from beleg.desk.streams import Reader, begun, reader_of
from beleg.desk.views.generation import at_work, ending, written
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.desk.wording import Wording
from beleg.terms.role import Permission

router = APIRouter()
_LOOKS = 0.2
"""Seconds between two looks at a generation for somebody who watches."""
_STOPS = 5.0
"""Seconds that whoever stops a model waits for it to have stopped."""


@router.get("/dossiers/{dossier_id}/generation")
def generation_page(request: Request, *, newsroom: House, dossier: TheDossier) -> Response:
    """The language model at work, sentence by sentence; when it is done, what was kept, what was struck and what it
    took.
    """
    words = visitor(request).wording
    generation = generations(request).of(dossier.id)
    seen = generation.seen() if generation else None
    if seen is not None and seen.offer is not None:
        return go(f"/dossiers/{dossier.id}/variants#offered")
    if seen is not None and seen.outcome is not Outcome.DONE:
        names = names_of(newsroom)
        return render(
            request,
            "generation.html",
            dossier=dossier,
            seen=seen,
            view=at_work(seen, words),
            by=names.name(seen.by),
            refusal=ending(seen, words),
        )
    if not dossier.generations:
        return go(f"/dossiers/{dossier.id}/draft")
    last = dossier.generations[-1]
    view = written(dossier, last, names_of(newsroom).name(last.by), words)
    return render(request, "generated.html", dossier=dossier, view=view)


@router.get("/dossiers/{dossier_id}/generation/news")
async def generation_news(request: Request, *, dossier: TheDossier) -> Response:
    """What changes while the model writes, as server-sent events: `progress` with words for the page, `over` at the
    end.

    The stream ends without `over` when the reader goes, signs out or loses the account.
    """
    reader = reader_of(request)
    generation = generations(request).of(dossier.id)
    return begun(request, _news(generation, reader, visitor(request).wording), reader)


@router.post("/dossiers/{dossier_id}/generation/stop", dependencies=[Depends(asks_about(Permission.DRAFT))])
def stop_generation(request: Request, *, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """Stop the language model; nothing of what it wrote is kept."""
    generation = generations(request).of(dossier.id)
    if generation is not None:
        generation.stop()
        generation.over.wait(_STOPS)
    return go(f"/dossiers/{dossier.id}/generation")


async def _news(generation: Generation | None, reader: Reader, words: Wording) -> AsyncGenerator[bytes]:
    told = (0, 0)
    while generation is not None:
        if not await reader.may_still():
            return
        seen = generation.seen()
        if seen.outcome is not Outcome.RUNNING:
            break
        now = (seen.version, int(seen.seconds))
        if now != told:  # the seconds go on while nothing comes
            told = now
            view = at_work(seen, words)
            data = {
                "steps": [[step.mark, step.words, step.state] for step in view.steps],
                "sentences": view.sentences,
                "count": view.count,
            }
            yield f"event: progress\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
        await asyncio.sleep(_LOOKS)
    yield b"event: over\ndata: {}\n\n"
