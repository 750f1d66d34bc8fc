"""Deciding: fix, dismiss or pass on a finding; vouch for a sentence."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go
from beleg.desk.routes.dossier import Typed, dossier_page
from beleg.desk.visitor import House, Person, TheDossier, visitor
from beleg.desk.wording import later
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.review import ReviewedFinding

router = APIRouter()
_At = Annotated[str, Form(pattern=r"^[0-9a-z]{0,64}$")]
_Reason = Annotated[str, Form()]
_CHANGED = later("The text was changed in the meantime; here it is as it stands now. Nothing was done.")


@router.post("/dossiers/{dossier_id}/findings/{key}/fix")
def fix_finding(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    key: str,
    base: Annotated[str, Form()] = "",
    at: _At = "",
) -> Response:
    """Put the suggested words of a finding into the text, as an edit by the person who asks for it, and check again.

    `base` is the hash of the text the person saw; if it has changed since, nothing is done (409).
    """
    words = visitor(request).wording
    found = _finding(newsroom, dossier, key)
    current = dossier.current
    if current is None or found is None or current.content_sha256 != base:
        return dossier_page(request, newsroom, dossier, at, status=409, refusal=words.say(_CHANGED))
    finding = found.finding
    if not finding.suggestion:
        refusal = words.say("There is no suggestion for this finding; change the text yourself.")
        return dossier_page(request, newsroom, dossier, at, status=422, refusal=refusal)
    content = current.content[: finding.start] + finding.suggestion + current.content[finding.end :]
    try:
        newsroom.save(dossier.id, content, by=person.id, base=base)
        newsroom.check(dossier.id, by=person.id)
    except Error as refused:
        return dossier_page(
            request, newsroom, newsroom.dossier(dossier.id), at, status=409, refusal=in_words(refused, words)
        )
    return _back(dossier, at, "fixed")


@router.post("/dossiers/{dossier_id}/findings/{key}/dismiss")
def dismiss_finding(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    key: str,
    reason: _Reason = "",
    at: _At = "",
) -> Response:
    """Decide that a finding needs no change here, with a reason that goes into the record."""
    return _decide(
        request,
        newsroom,
        dossier,
        Typed("dismiss", key, reason),
        lambda: newsroom.dismiss(dossier.id, key, reason, by=person.id),
        at=at,
        said="dismissed",
    )


@router.post("/dossiers/{dossier_id}/findings/{key}/escalate")
def escalate_finding(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    key: str,
    reason: _Reason = "",
    at: _At = "",
) -> Response:
    """Pass a finding on, with a reason; it stays open until the text changes or somebody else dismisses it."""
    return _decide(
        request,
        newsroom,
        dossier,
        Typed("escalate", key, reason),
        lambda: newsroom.escalate(dossier.id, key, reason, by=person.id),
        at=at,
        said="escalated",
    )


@router.post("/dossiers/{dossier_id}/sentences/{key}/confirm")
def confirm_sentence(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    key: str,
    reason: _Reason = "",
    at: _At = "",
) -> Response:
    """Vouch for a sentence that the machine could not support or that was changed, with a reason."""
    return _decide(
        request,
        newsroom,
        dossier,
        Typed("confirm", key, reason),
        lambda: newsroom.confirm(dossier.id, key, reason, by=person.id),
        at=at,
        said="confirmed",
    )


def _decide(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    typed: Typed,
    act: Callable[[], None],
    *,
    at: str,
    said: str,
) -> Response:
    """Carry out a decision; a refusal comes back on the same page with the reason still in its field."""
    words = visitor(request).wording
    if not typed.reason.strip():
        refusal = words.say(
            "A decision needs a reason: one sentence that somebody else understands next year."
        )
        return dossier_page(request, newsroom, dossier, at, status=422, refusal=refusal, typed=typed)
    try:
        act()
    except Error as refused:
        return dossier_page(
            request, newsroom, dossier, at, status=409, refusal=in_words(refused, words), typed=typed
        )
    return _back(dossier, at, said)


def _finding(newsroom: Newsroom, dossier: Dossier, key: str) -> ReviewedFinding | None:
    return next((found for found in newsroom.review(dossier.id).findings if found.key == key), None)


def _back(dossier: Dossier, at: str, said: str) -> Response:
    return go(f"/dossiers/{dossier.id}?at={at}&said={said}" + (f"#{at}" if at else ""))
