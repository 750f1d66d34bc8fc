"""Doors: what every request passes before it reaches a page, and every answer on its way out."""

from typing import cast
from urllib.parse import quote

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from beleg.desk.sessions import LASTS, Session, Sessions, cookie_name
from beleg.desk.visitor import Visitor, wants_data
from beleg.desk.wording import chosen, wording
from beleg.newsroom.house import Newsroom
from beleg.style_sheet import MOST_WORDS
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

OPEN = ("/sign-in", "/sign-in/issuer", "/sign-in/back", "/health")
"""Addresses for people who have not signed in; `/static/` besides. Everything else asks for a sign-in."""
HEAVIEST = 64 * 1024 * 1024
"""Bytes a request may have: several sources in one upload."""
MOST_FIELDS = 6 * MOST_WORDS
"""Fields a form may have: the page of the house style has five for every word, and three for every check."""
_DRAINED = 1024 * 1024 * 1024
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""The content security policy of the desk's own pages: its own script, no inline one, nothing from elsewhere."""
ENCRYPTED = "max-age=31536000"
"""For a year browsers ask for this name over https only; other names of the house are its own business."""
DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
"""What of the machine in front of the person no page may ask for."""


def guard_headers(headers: MutableHeaders, scope: Scope) -> None:
    """Set the headers that keep a page to itself; a page that brought a policy of its own keeps it."""
    headers.setdefault("Content-Security-Policy", POLICY)
    headers.setdefault("Cache-Control", "no-cache" if scope["path"].startswith("/static/") else "no-store")
    if scope["scheme"] == "https":
        headers["Strict-Transport-Security"] = ENCRYPTED
    headers["Permissions-Policy"] = DEVICES
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


class Guarded:
    """Puts the guarding headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and dress the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                guard_headers(MutableHeaders(scope=message), scope)
            await send(message)

        await self._app(scope, receive, dressed)


class Weighed:
    """Refuses a request that is too heavy, with a page that says so instead of a broken connection."""

    def __init__(self, app: ASGIApp, heaviest: int = HEAVIEST) -> None:
        self._app = app
        self._heaviest = heaviest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what comes in; past the limit read the rest away and mark the request as too heavy."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})["too_heavy"] = False
        read = 0
        if self._announced(scope) > self._heaviest:
            await _drain(receive)
            scope["state"]["too_heavy"] = True
            await self._app(scope, _nothing, send)
            return

        async def weighed() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._heaviest:
                if message.get("more_body"):
                    await _drain(receive)
                scope["state"]["too_heavy"] = True
                raise TooHeavyError
            return message

        await self._app(scope, weighed, send)

    def _announced(self, scope: Scope) -> int:
        length = Headers(scope=scope).get("content-length", "0")
        return int(length) if length.isascii() and length.isdigit() else 0


class TooHeavyError(Exception):
    """The request has more bytes than the desk takes."""


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _drain(receive: Receive) -> None:
    """Read the rest away (up to a bound), because a browser shows no answer before it has sent everything."""
    drained = 0
    while drained < _DRAINED:
        message = await receive()
        drained += len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return


class Door:
    """Finds out who asks and sends everybody who has not signed in to the sign-in page.

    It stands before every address, so that a new one is closed without anybody having to think of it.
    """

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self._app = app
        self._sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the visitor pass, or answer with the way to the sign-in page."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        visitor = await run_in_threadpool(self._visitor, request)
        request.state.visitor = visitor
        request.state.still_signed_in = lambda: self._may_read(request)
        path = request.url.path
        if visitor.account is None and path not in OPEN and not path.startswith("/static/"):
            answer = self._not_signed_in(visitor) if wants_data(request) else self._to_sign_in(request)
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _visitor(self, request: Request) -> Visitor:
        sealed = request.cookies.get(cookie_name(request.url.scheme), "")
        session = self._sessions.open(sealed) or self._sessions.fresh()
        account = _account(cast(FastAPI, request.app).state.newsroom, session)
        if account is None and session.account:
            session = self._sessions.fresh(session.language)
        language = chosen(session.language, request.headers.get("accept-language", ""))
        return Visitor(session, account, wording(language))

    def _may_read(self, request: Request) -> bool:
        """Whether who asked is signed in still, and their role still includes reading dossiers."""
        account = self._visitor(request).account
        return account is not None and account.may(Permission.READ)

    def _not_signed_in(self, visitor: Visitor) -> Response:
        return JSONResponse({"refusal": visitor.wording.say("You are not signed in.")}, 401)

    def _to_sign_in(self, request: Request) -> Response:
        wanted = request.url.path if request.method in ("GET", "HEAD") else "/"
        return RedirectResponse(f"/sign-in?next={quote(wanted)}" if wanted != "/" else "/sign-in", 303)


def _account(newsroom: Newsroom, session: Session) -> Account | None:
    """Whose session it is; None if nobody's, or if that account has been closed or signed out since it began."""
    if not session.account:
        return None
    try:
        account, ended = newsroom.account(session.account), newsroom.sessions_after(session.account)
    except Error:
        return None
    return None if account.closed or session.begun <= ended else account


def keep_session(response: Response, request: Request, session: Session) -> None:
    """Put the session into the browser's cookie: not readable by scripts, not sent along from other sites."""
    sessions = cast(Sessions, request.app.state.sessions)
    response.set_cookie(
        cookie_name(request.url.scheme),
        sessions.seal(session),
        max_age=LASTS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
        path="/",
    )
