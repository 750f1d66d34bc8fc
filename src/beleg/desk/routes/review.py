"""Deciding: fix, dismiss or pass on a finding; vouch for a sentence."""

from typing import Annotated, Protocol

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.answers import done
from beleg.desk.answers import refused as refused_in_data
from beleg.desk.checking_after import UNCHECKED, check_kept
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go
from beleg.desk.routes.dossier import Typed, dossier_page
from beleg.desk.visitor import House, Person, TheDossier, visitor, wants_data
from beleg.desk.wording import later
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.review import ReviewedFinding

router = APIRouter()
_At = Annotated[str, Form(pattern=r"^[0-9a-z]{0,64}$")]
_CHANGED = later("The text was changed in the meantime; here it is as it stands now. Nothing was done.")


class _Act(Protocol):
    """A decision of the newsroom about the finding or sentence with a key."""

    def __call__(self, newsroom: Newsroom, dossier_id: str, key: str, reason: str, /, *, by: str) -> None: ...


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
        return _refused(request, newsroom, dossier, at, 409, words.say(_CHANGED))
    finding = found.finding
    if not finding.suggestion:
        refusal = words.say("There is no suggestion for this finding; change the text yourself.")
        return _refused(request, newsroom, dossier, at, 422, refusal)
    content = current.content[: finding.start] + finding.suggestion + current.content[finding.end :]
    try:
        newsroom.save(dossier.id, content, by=person.id, base=base)
    except Error as refused:
        now = newsroom.dossier(dossier.id)
        return _refused(request, newsroom, now, at, 409, in_words(refused, words))
    said = "fixed" if check_kept(newsroom, dossier.id, by=person.id) else UNCHECKED
    return _back(request, dossier, at, said)


def _deciding(what: str, act: _Act, *, said: str, does: str) -> None:
    """Make the address at which `what` is decided about a finding; `does` says what that means."""

    def decide(
        request: Request,
        *,
        newsroom: House,
        person: Person,
        dossier: TheDossier,
        key: str,
        reason: Annotated[str, Form()] = "",
        at: _At = "",
    ) -> Response:
        typed = Typed(what, key, reason)
        return _decide(request, newsroom, dossier, typed, act, by=person.id, at=at, said=said)

    decide.__doc__ = does
    router.post(f"/dossiers/{{dossier_id}}/findings/{{key}}/{what}", name=f"{what}_findings")(decide)


_deciding(
    "dismiss",
    Newsroom.dismiss,
    said="dismissed",
    does="Decide that a finding needs no change here, with a reason that goes into the record.",
)
_deciding(
    "escalate",
    Newsroom.escalate,
    said="escalated",
    does="Pass a finding on, with a reason; it stays open until the text changes or somebody else dismisses it.",
)


@router.post("/dossiers/{dossier_id}/sentences/{key}/confirm")
def confirm_sentence(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    key: str,
    reason: Annotated[str, Form()] = "",
    evidence: Annotated[str, Form()] = "",
    in_view: Annotated[bool, Form()] = False,
    at: _At = "",
) -> Response:
    """Vouch for a sentence that the machine could not support or that was changed, with a reason.

    `evidence` is the key of the evidence that was on the screen with it: if the sentence has other evidence by now,
    nothing is recorded (409). `in_view` is what the script says: whether all of it was in view in the window; the
    record keeps it.
    """
    typed = Typed("confirm", key, reason)

    def confirmed(house: Newsroom, dossier_id: str, key: str, reason: str, /, *, by: str) -> None:
        house.confirm(dossier_id, key, reason, by=by, evidence=evidence, in_view=in_view)

    return _decide(request, newsroom, dossier, typed, confirmed, by=person.id, at=at, said="confirmed")


def _decide(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    typed: Typed,
    act: _Act,
    *,
    by: str,
    at: str,
    said: str,
) -> Response:
    """Carry out a decision; a refusal comes back on the same page with the reason still in its field."""
    words = visitor(request).wording
    if not typed.reason.strip():
        refusal = words.say(
            "A decision needs a reason: one sentence that somebody else understands next year."
        )
        return _refused(request, newsroom, dossier, at, 422, refusal, typed)
    try:
        act(newsroom, dossier.id, typed.key, typed.reason, by=by)
    except Error as refused:
        return _refused(request, newsroom, dossier, at, 409, in_words(refused, words), typed)
    return _back(request, dossier, at, said)


def _finding(newsroom: Newsroom, dossier: Dossier, key: str) -> ReviewedFinding | None:
    return next((found for found in newsroom.review(dossier.id).findings if found.key == key), None)


def _refused(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    at: str,
    status: int,
    refusal: str,
    typed: Typed | None = None,
) -> Response:
    """A refusal: its sentence for a script, and for a person the page with what was typed still in its field."""
    if wants_data(request):
        return refused_in_data(refusal, status)
    return dossier_page(request, newsroom, dossier, at, status=status, refusal=refusal, typed=typed)


def _back(request: Request, dossier: Dossier, at: str, said: str) -> Response:
    if wants_data(request):
        return done(request, said)
    return go(f"/dossiers/{dossier.id}?at={at}&said={said}" + (f"#{at}" if at else ""))
