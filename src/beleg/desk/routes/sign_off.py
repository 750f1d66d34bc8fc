"""Signing and publishing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words, obstacle_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.views.decided import Decided, decided
from beleg.desk.views.draft import DraftView, draft_view
from beleg.desk.views.judging import looked_at
from beleg.desk.views.release import TypedRelease, release_view
from beleg.desk.visitor import House, Person, TheDossier, visitor
from beleg.newsroom.house import Newsroom
from beleg.newsroom.refused import Refused
from beleg.publishing.disclosing import Wording as Disclosing
from beleg.publishing.disclosing import wording as disclosing
from beleg.publishing.source_list import PrintedSource, source_list
from beleg.review.disclosing import compared, disclosure, disclosure_if_signed
from beleg.review.judging import masked
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.dossier import Dossier, Publication, SignOff
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle, Review

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffView:
    """The sign-off page: exactly the text, what is open, and why this account cannot sign."""

    dossier: Dossier
    draft: DraftView | None
    review: Review
    obstacles: tuple[str, ...]
    own_sentences: tuple[str, ...]
    """Sentences the person looking wrote or changed last: why the four-eyes rule stops them."""
    own_text: bool
    others: tuple[str, ...]
    """Names of the accounts that have not written any of the text."""
    in_force: SignOff | None
    signed_by: str
    disclosing: Disclosing | None
    decided: tuple[Decided, ...]
    """What people confirmed and dismissed: the signer answers for that too."""
    preview: Disclosing | None
    """What readers would be told if the person looking signed now; None if they cannot."""
    published: Publication | None
    """What went out under the signature in force; an earlier signature under the same text is another one."""
    sources: tuple[PrintedSource, ...]
    """What the page will print about every source of the dossier."""


@router.get("/dossiers/{dossier_id}/sign-off")
def sign_off_page(request: Request, *, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """Exactly the text that will go out with its SHA-256, what people decided, what is open, and who can sign it."""
    return sign_off_page_of(request, newsroom, dossier, person)


@router.post("/dossiers/{dossier_id}/sign-off")
def sign_off(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    content_sha256: Annotated[str, Form()] = "",
    record_head: Annotated[str, Form()] = "",
) -> Response:
    """Sign the text with the given SHA-256: the one that was shown. If it is another by now, nothing is signed (409).

    `record_head` is the head of the record as it was shown; a correction note or a decision that came later would
    otherwise be signed unseen.
    """
    words = visitor(request).wording
    current = dossier.current
    if current is not None and current.content_sha256 != content_sha256:
        refusal = words.say(
            "The text was changed while you were reading it. Nothing was signed; read it again."
        )
        return sign_off_page_of(request, newsroom, dossier, person, status=409, refusal=refusal)
    try:
        newsroom.sign_off(dossier.id, content_sha256, by=person.id, seen=record_head)
    except Refused:
        refusal = words.say("It cannot be signed; the reasons are below.")
        return sign_off_page_of(
            request, newsroom, newsroom.dossier(dossier.id), person, status=409, refusal=refusal
        )
    except Error as refused:
        return sign_off_page_of(
            request,
            newsroom,
            newsroom.dossier(dossier.id),
            person,
            status=409,
            refusal=in_words(refused, words),
        )
    return go(f"/dossiers/{dossier.id}/sign-off?said=signed")


@router.post("/dossiers/{dossier_id}/publish")
def publish(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    address: Annotated[str, Form()] = "",
) -> Response:
    """Publish the signed text: its page and its bundle are made and kept. `address` is where the page will appear."""
    words = visitor(request).wording
    address = address.strip()
    if address and not web_address(address):
        refusal = words.say(
            "%(address)s: an address has to begin with https:// or http:// and name a host.",
            address=address[:200],
        )
        return sign_off_page_of(
            request, newsroom, dossier, person, status=422, refusal=refusal, address=address
        )
    try:
        newsroom.publish(dossier.id, by=person.id, address=address)
    except Error as refused:
        now = newsroom.dossier(dossier.id)
        return sign_off_page_of(
            request, newsroom, now, person, status=409, refusal=in_words(refused, words), address=address
        )
    return go(f"/dossiers/{dossier.id}/published?said=published")


def sign_off_page_of(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    person: Account,
    *,
    status: int = 200,
    refusal: str = "",
    address: str = "",
    typed: TypedRelease | None = None,
) -> Response:
    """The sign-off page, with a refusal on top and what was typed where a form was refused."""
    words = visitor(request).wording
    review = newsroom.review(dossier.id)
    shown = masked(review, dossier, person.id)
    names = names_of(newsroom)
    obstacles = newsroom.obstacles(dossier.id, by=person.id)
    in_force = newsroom.sign_off_in_force(dossier.id)
    current = dossier.current
    accounts = newsroom.accounts()
    own = tuple(s.text for s in current.sentences if s.changed_by == person.id) if current else ()
    current_publication = next(
        (p for p in reversed(dossier.publications) if in_force and dossier.sign_off_of(p) == in_force),
        None,
    )
    view = SignOffView(
        dossier=dossier,
        draft=draft_view(current, review, names, words) if current else None,
        review=review,
        obstacles=tuple(obstacle_words(o, words) for o in obstacles if o is not Obstacle.OWN_TEXT),
        own_sentences=own,
        own_text=Obstacle.OWN_TEXT in obstacles,
        others=tuple(
            account.name for account in accounts if not account.closed and account.id not in review.authors
        ),
        in_force=in_force,
        signed_by=names.name(in_force.by) if in_force else "",
        disclosing=disclosing(disclosure(dossier), accounts, dossier.language) if in_force else None,
        decided=decided(dossier, shown, names, words),
        preview=_preview(dossier, person) if current and not obstacles and not in_force else None,
        published=current_publication,
        sources=source_list(dossier.sources, compared(dossier), dossier.language),
    )
    return render(
        request,
        "sign_off.html",
        status,
        view=view,
        looked_at=looked_at(
            review,
            shown,
            dossier,
            seen=newsroom.evidence_shown(dossier.id, by=person.id),
            hidden_decisions=len(decided(dossier, review, names, words)) - len(view.decided),
            words=words,
        ),
        release=release_view(newsroom, dossier, names, datetime.now(UTC)),
        typed=typed or TypedRelease(),
        refusal=refusal,
        address=address or (dossier.publications[-1].event.address if dossier.publications else ""),
    )


def _preview(dossier: Dossier, person: Account) -> Disclosing:
    """The disclosure as it would be if `person` signed at this moment."""
    signed = disclosure_if_signed(dossier, person.id, datetime.now(UTC).isoformat())
    return disclosing(signed, (person,), dossier.language)
