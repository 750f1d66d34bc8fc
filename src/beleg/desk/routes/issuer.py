"""Signing in with an account of the publisher's, where the desk was told of an issuer."""

import math
from secrets import compare_digest
from typing import cast

from fastapi import APIRouter, HTTPException, Request
from itsdangerous import BadData
from starlette.responses import RedirectResponse, Response

from beleg.desk.addresses import local
from beleg.desk.attempts import Attempts
from beleg.desk.doors import keep_session
from beleg.desk.identifying import too_many
from beleg.desk.issuer import Begun, Issuer, Vouched
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.sessions import Sessions, cookie_name
from beleg.desk.visitor import Asking, House, visitor
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Role

router = APIRouter()
BEGUN = "beleg_sign_in"
"""The cookie in which a browser keeps a sign-in that was begun in it."""
LASTS = 600
"""Seconds a sign-in may take at the issuer."""
_BACK = "/sign-in/back"


@router.get("/sign-in/issuer")
def begin(request: Request, *, next: str = "/") -> Response:
    """Send the browser on to the issuer; `next` is the page to go to afterwards. 404 where there is no issuer."""
    issuer, sessions = _issuer(request), cast(Sessions, request.app.state.sessions)
    try:
        address, begun = issuer.begin(_address_back(request))
    except Error as refused:
        return _sign_in_page(request, 502, in_words(refused, visitor(request).wording))
    response = RedirectResponse(address, 303)
    response.set_cookie(
        cookie_name(request.url.scheme, BEGUN),
        sessions.seal_begun([begun.state, begun.nonce, begun.verifier, local(next)]),
        max_age=LASTS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
        path="/",
    )
    return response


@router.get("/sign-in/back")
def back(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    code: str = "",
    state: str = "",
    iss: str = "",
) -> Response:
    """Where the issuer sends the browser back to: sign in whom it vouches for, as the account it has vouched for
    before, or the one of that login name.

    Refused without the state that this browser was given (400), where the issuer did not agree or cannot be believed
    (403), and where there is no such account or a closed one (403); after several of these from one address there is a
    pause (429). A session starts anew.
    """
    issuer, words = _issuer(request), asking.wording
    sessions = cast(Sessions, request.app.state.sessions)
    try:
        kept, nonce, verifier, wanted = sessions.open_begun(
            request.cookies.get(cookie_name(request.url.scheme, BEGUN), ""), LASTS
        )
    except (BadData, TypeError, ValueError):
        kept = nonce = verifier = wanted = ""
    if not kept or not compare_digest(kept.encode(), state.encode("utf-8", "replace")):
        return _over(
            request, 400, words.say("This sign-in was not begun here, or took too long; begin it again.")
        )
    if iss and iss != issuer.settings.address:  # RFC 9207: the answer of another issuer, mixed in
        return _over(
            request, 400, words.say("This sign-in was not begun here, or took too long; begin it again.")
        )
    if not code:
        refusal = words.say("%(host)s did not sign you in.", host=issuer.settings.host)
        return _over(request, 403, refusal)
    attempts, host = _attempts(request), request.client.host if request.client else ""
    wait = attempts.begin(asking.session.token, host)
    if wait > 0:
        response = _over(request, 429, too_many(wait, words))
        response.headers["Retry-After"] = str(math.ceil(wait))
        return response
    try:
        vouched = issuer.vouched(code, Begun(kept, nonce, verifier), _address_back(request))
        account = _account(newsroom, issuer, vouched)
    except Error as refused:
        return _over(request, 403, in_words(refused, words))
    if account is None:
        refusal = words.say("There is no account for %(login)s in this newsroom.", login=vouched.login[:200])
        return _over(request, 403, refusal)
    if account.closed:
        return _over(request, 403, words.say("This account is closed."))
    attempts.succeeded(asking.session.token, host)
    response = go(local(wanted))
    _forget(response, request)
    keep_session(response, request, sessions.signed_in(asking.session, account.id))
    return response


def _account(newsroom: Newsroom, issuer: Issuer, vouched: Vouched) -> Account | None:
    """The account of whom the issuer vouches for; a new one as a reporter if there is none and the settings allow
    it.
    """
    who = issuer.settings.address, vouched.subject, vouched.login
    found = newsroom.vouched(*who)
    if found is None and issuer.settings.new_accounts:
        newsroom.add_vouched_account(vouched.login, vouched.name or vouched.login, role=Role.REPORTER)
        found = newsroom.vouched(*who)
    return None if found is None or found.is_program else found


def _issuer(request: Request) -> Issuer:
    issuer = cast("Issuer | None", request.app.state.issuer)
    if issuer is None:
        raise HTTPException(404)
    return issuer


def _attempts(request: Request) -> Attempts:
    """The sign-ins through an issuer that came to nothing: they cost it a question, and nobody else their password."""
    return cast(Attempts, request.app.state.vouching)


def _address_back(request: Request) -> str:
    """The address the issuer knows for coming back; the host is one the desk answers under (`beleg.desk.addresses`)."""
    return str(request.url.replace(path=_BACK, query="", fragment=""))


def _over(request: Request, status: int, refusal: str) -> Response:
    """The sign-in page with a refusal; what was begun is worth nothing any more."""
    response = _sign_in_page(request, status, refusal)
    _forget(response, request)
    return response


def _forget(response: Response, request: Request) -> None:
    """Take what was begun out of the browser."""
    secure = request.url.scheme == "https"
    response.delete_cookie(
        cookie_name(request.url.scheme, BEGUN), path="/", secure=secure, httponly=True, samesite="lax"
    )


def _sign_in_page(request: Request, status: int, refusal: str) -> Response:
    return render(
        request,
        "sign_in.html",
        status,
        next="/",
        login="",
        refusal=refusal,
        issuer=_issuer(request).settings.host,
    )
