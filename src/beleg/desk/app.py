"""The desk as an application: doors, addresses and answers put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from logging import getLogger
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles

from beleg.desk.addresses import HOSTS, PublicAddress, Reached
from beleg.desk.answers import refused
from beleg.desk.attempts import Attempts
from beleg.desk.doors import HEAVIEST, MOST_FIELDS, Door, Guarded, TooHeavyError, Weighed, guard_headers
from beleg.desk.generations import Generations
from beleg.desk.issuer import Issuer
from beleg.desk.news import News
from beleg.desk.refusals import denied_words, in_words
from beleg.desk.rendering import render
from beleg.desk.routes import (
    accounts,
    byline,
    denials,
    dossier,
    dossiers,
    drafting,
    generation,
    judging,
    live,
    offers,
    own_account,
    passkeys,
    published,
    record,
    releasing,
    report,
    review,
    revisions,
    settings,
    sign_in,
    sign_off,
    source_original,
    sources,
    tasks,
    text,
    training,
)
from beleg.desk.routes import (
    issuer as issuer_routes,
)
from beleg.desk.sessions import Sessions, kept_secret
from beleg.desk.streams import Streams
from beleg.desk.visitor import own_form, visitor, wants_data
from beleg.desk.wording import later
from beleg.newsroom.checks_apart import HERE, Checks
from beleg.newsroom.house import Newsroom
from beleg.terms.denial import Denied
from beleg.terms.refusal import Error

_LOG = getLogger("beleg.desk")

_SENTENCES = {
    400: later("This form is too old or incomplete. Go back, reload the page and send it again."),
    401: later("You are not signed in."),
    404: later("There is nothing at this address."),
    405: later("This address does not take that."),
    413: later("This is more than the desk takes at once (64 MB). Nothing was stored."),
    500: later("Something went wrong here. It is not your fault; nothing was lost that was saved before."),
}

_TOO_MANY = f"Too many fields. Maximum number of fields is {MOST_FIELDS}."
"""What the reader of forms says of one with more fields."""


def make_app(
    newsroom_folder: Path,
    *,
    secret: bytes | None = None,
    attempts: Attempts | None = None,
    issuer: Issuer | None = None,
    public: PublicAddress | None = None,
    checks: Checks = HERE,
) -> FastAPI:
    """The desk of the newsroom in `newsroom_folder`.

    `secret` signs the session cookies; by default the newsroom's own, kept in its folder and made on first use.
    `attempts` counts failed sign-ins. With `issuer` people can sign in with an account of the publisher's, too. With
    `public` the desk answers as that address, which a proxy on this machine forwards to it. `checks` says where texts
    are read and compared. The newsroom is opened when the application starts; it and `checks` are closed when it stops.
    """

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with checks:
            newsroom = await run_in_threadpool(Newsroom.open, newsroom_folder, checks=checks)
            app.state.newsroom = newsroom
            app.state.news = News(newsroom)
            try:
                yield
            finally:
                app.state.news.close()
                await run_in_threadpool(app.state.generations.close)
                await run_in_threadpool(newsroom.close)

    sessions = Sessions(secret or kept_secret(newsroom_folder))
    app = FastAPI(
        title="Beleg",
        lifespan=opened,
        dependencies=[Depends(own_form)],
        # The weight of the whole request bounds every field: a pasted text may be as long as an uploaded one.
        form_limits={"max_fields": MOST_FIELDS, "max_part_size": HEAVIEST},
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
    )
    app.state.sessions = sessions
    app.state.attempts = attempts or Attempts()
    app.state.vouching = Attempts()
    app.state.attempts_to_identify = Attempts()
    app.state.folder = newsroom_folder
    app.state.generations = Generations()
    app.state.streams = Streams()
    app.state.issuer = issuer
    # The last one added stands outermost: headers on everything, then the host, how the desk was reached, the weight,
    # the sign-in.
    app.add_middleware(Door, sessions=sessions)
    app.add_middleware(Weighed)
    if public is not None:
        app.add_middleware(Reached, public=public)
    hosts = [*HOSTS, public.host] if public else list(HOSTS)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)
    app.add_middleware(Guarded)
    for module in (
        sign_in,
        dossiers,
        dossier,
        text,
        sources,
        review,
        sign_off,
        byline,
        releasing,
        published,
        record,
        report,
        live,
        passkeys,
        revisions,
        own_account,
        accounts,
        denials,
        judging,
        source_original,
        drafting,
        generation,
        issuer_routes,
        training,
        tasks,
        offers,
        settings,
    ):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(packages=[("beleg.desk", "static")]), name="static")
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(TooHeavyError, _too_heavy)
    app.add_exception_handler(Error, _refusal)
    app.add_exception_handler(Denied, _denied)
    app.add_exception_handler(Exception, _broken)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    """An address that does not exist, a form that does not belong to the session, and the like."""
    status = error.status_code if isinstance(error, HTTPException) else 400
    if request.state._state.get("too_heavy"):
        status = 413
    if isinstance(error, HTTPException) and error.detail == _TOO_MANY:
        words = visitor(request).wording
        sentence = words.say(
            "This form has more than %(most)s fields, more than the desk takes at once. Nothing was stored.",
            most=words.number(MOST_FIELDS),
        )
        return await _answer(request, 413, sentence)
    return await _sentence(request, status)


async def _malformed(request: Request, error: Exception) -> Response:
    return await _sentence(request, 413 if request.state._state.get("too_heavy") else 400)


async def _too_heavy(request: Request, error: Exception) -> Response:
    return await _sentence(request, 413)


async def _refusal(request: Request, error: Exception) -> Response:
    """A refusal no page has caught: its sentence, and nothing else."""
    words = visitor(request).wording
    sentence = in_words(error, words) if isinstance(error, Error) else words.say(_SENTENCES[500])
    return await _answer(request, 422, sentence)


async def _denied(request: Request, error: Exception) -> Response:
    """An act that the role of the account does not include (403): its sentence, as JSON where a script asked for
    that.
    """
    assert isinstance(error, Denied)
    sentence = denied_words(error, visitor(request).wording)
    return await _answer(request, 403, sentence)


async def _broken(request: Request, error: Exception) -> Response:
    """A fault of ours: one sentence to the person; the traceback goes to the log of the process only."""
    _LOG.error("A page failed: %s %s", request.method, request.url.path)
    if "visitor" in request.state._state:
        response = await _sentence(request, 500)
    else:
        response = PlainTextResponse(_SENTENCES[500], 500)
    guard_headers(response.headers, request.scope)
    return response


async def _sentence(request: Request, status: int) -> Response:
    words = visitor(request).wording
    return await _answer(request, status, words.say(_SENTENCES.get(status, _SENTENCES[400])))


async def _answer(request: Request, status: int, sentence: str) -> Response:
    """A refusal: data for a script, a page for a person."""
    if wants_data(request):
        return refused(sentence, status)
    return await run_in_threadpool(render, request, "refused.html", status, refusal=sentence)
