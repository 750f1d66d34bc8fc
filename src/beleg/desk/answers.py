"""Answers: what the desk says to its own script, as data instead of a page."""

from dataclasses import asdict

from fastapi import Request
from starlette.responses import JSONResponse, Response

from beleg.desk.doors import keep_session
from beleg.desk.rendering import SAID
from beleg.desk.views.judging import Unread
from beleg.desk.views.laid import Laid
from beleg.desk.visitor import visitor


def told(request: Request, shown: Laid | Unread) -> Response:
    """A text with what is known of it, or what of its evidence is unread. Renews the session's cookie as a page
    does.
    """
    return _kept(request, JSONResponse(asdict(shown)))


def done(request: Request, said: str) -> Response:
    """That something was done, in the words of `beleg.desk.rendering.SAID`."""
    return _kept(request, JSONResponse({"said": visitor(request).wording.say(SAID[said])}))


def question(options: str) -> Response:
    """What a browser needs to ask a passkey, JSON as the standard has it."""
    return Response(options, media_type="application/json")


def refused(refusal: str, status: int = 409) -> Response:
    """A refusal: one sentence."""
    return JSONResponse({"refusal": refusal}, status)


def _kept(request: Request, response: Response) -> Response:
    keep_session(response, request, visitor(request).session)
    return response
