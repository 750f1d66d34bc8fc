"""The sources of a dossier: taking them in, listing and reading them."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, UploadFile
from starlette.responses import JSONResponse, Response

from beleg.desk import wording
from beleg.desk.checking_after import check_kept
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.routes.source_original import PAGE
from beleg.desk.taking_in import UNCHECKED_WITH_SOURCES, Pasted, TakingIn
from beleg.desk.views.source_said import TypedDescription, said_before, typed
from beleg.desk.views.source_text import resting_on, sentences_of, source_pieces
from beleg.desk.views.sources import origin_groups
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission
from beleg.terms.span import Span

router = APIRouter()
NO_REASON = wording.later("A decision needs a reason: one sentence that somebody else understands next year.")


@router.get("/dossiers/{dossier_id}/sources")
def sources_page(request: Request, *, dossier: TheDossier) -> Response:
    """The sources with their origins, and the forms to take in files, an address or pasted text."""
    return _page(request, dossier)


@router.post("/dossiers/{dossier_id}/sources", dependencies=[Depends(asks_about(Permission.TAKE_IN))])
def take_in_sources(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    files: Annotated[list[UploadFile] | None, File()] = None,
    address: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    text: Annotated[str, Form()] = "",
    confidential: Annotated[str, Form()] = "",
    later: Annotated[str, Form()] = "",
) -> Response:
    """Take in one or several files, what lies at an address, or pasted text; then check the text again.

    Each file stands for itself: one that is refused is named with the reason (422), the others are taken in. Where the
    check fails afterwards, that is said, and what was taken in stays. With `confidential`, no passage of what is taken
    in goes to a language model on another machine. With `later` the text is not checked yet: more is coming. Asked for
    JSON, it answers (200) with `outcomes`: name, state (`taken`, `known`, `refused`) and one sentence for each thing
    given.
    """
    words = visitor(request).wording
    typed = Pasted(
        address=address,
        title=title,
        publisher=publisher,
        published=published,
        text=text,
        confidential=confidential == "yes",
    )
    taking = TakingIn(
        newsroom=newsroom, dossier=dossier, by=person.id, words=words, confidential=typed.confidential
    )
    for file in files or ():
        if file.filename or file.size:
            taking.file(file.filename or "", file.file)
    if address.strip():
        taking.address(address.strip())
    if text.strip():
        taking.text(typed)
    if not taking.outcomes:
        taking.refuse("", words.say("Choose a file, give an address or paste a text."))
    now = newsroom.dossier(dossier.id)
    checked = bool(later) or not _unchecked(now) or check_kept(newsroom, dossier.id, by=person.id)
    if not checked:
        taking.unchecked()
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"outcomes": [asdict(outcome) for outcome in taking.outcomes]})
    if taking.refusals:
        return _page(
            request,
            now,
            status=422,
            refusals=taking.refusals,
            pasted=typed,
            taken=taking.taken,
            unchecked="" if checked else words.say(UNCHECKED_WITH_SOURCES),
        )
    said = "taken-in" if taking.taken else "known"
    return go(f"/dossiers/{dossier.id}/sources?said={said if checked else 'taken-in-unchecked'}")


def _unchecked(dossier: Dossier) -> bool:
    """Whether there is a text that was not compared with all of the sources yet."""
    counted = dossier.sources_at_checks
    return dossier.current is not None and (not counted or counted[-1] < len(dossier.sources))


@router.get("/dossiers/{dossier_id}/sources/{source_id}")
def show_source(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    source_id: str,
    start: int = 0,
    end: int = 0,
) -> Response:
    """A source's plain text, with the passage `[start, end)` highlighted; its metadata and hash beside it.

    The text is shown as text: nothing in a source is ever run or laid out by the browser.
    """
    return _source_page(request, newsroom, person, dossier, source_id, start, end)


@router.post("/dossiers/{dossier_id}/sources/{source_id}/retract")
def retract_source(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    source_id: str,
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Mark a source as wrong, with a reason, in every dossier that holds it, and check their texts again."""
    if all(source.source != source_id for source in dossier.sources):
        raise HTTPException(404)
    words = visitor(request).wording
    refusal = "" if reason.strip() else words.say(NO_REASON)
    if not refusal:
        try:
            newsroom.retract_source(source_id, reason, by=person.id)
            return go(f"/dossiers/{dossier.id}?said=retracted")
        except Error as refused:
            refusal = in_words(refused, words)
    return _source_page(
        request, newsroom, person, dossier, source_id, status=422, refusal=refusal, reason=reason
    )


@router.post("/dossiers/{dossier_id}/sources/{source_id}/description")
def describe_source(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    source_id: str,
    title: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
    author: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
) -> Response:
    """Correct what is said of a source in this dossier, with a reason, and check the text again; the record keeps what
    was said before.

    `published` is a day or a time in the zone of the desk, in one of the forms that `typed_dates` reads, and empty
    where it is not known.
    """
    taken = next((source for source in dossier.sources if source.source == source_id), None)
    if taken is None:
        raise HTTPException(404)
    words = visitor(request).wording
    said = TypedDescription(
        title=title,
        publisher=publisher,
        author=author,
        published=published,
        language=language,
        reason=reason,
    )
    refusal = "" if reason.strip() else words.say(NO_REASON)
    if not refusal:
        try:
            newsroom.describe_source(dossier.id, source_id, said.said_of(taken), reason, by=person.id)
            return go(f"/dossiers/{dossier.id}/sources/{source_id}?said=described")
        except Error as refused:
            refusal = in_words(refused, words)
    return _source_page(
        request, newsroom, person, dossier, source_id, status=422, refusal=refusal, described=said
    )


def _source_page(
    request: Request,
    newsroom: Newsroom,
    person: Account,
    dossier: Dossier,
    source_id: str,
    start: int = 0,
    end: int = 0,
    *,
    status: int = 200,
    refusal: str = "",
    reason: str = "",
    described: TypedDescription | None = None,
) -> Response:
    taken = next((source for source in dossier.sources if source.source == source_id), None)
    if taken is None:
        raise HTTPException(404)
    source = newsroom.source(dossier.id, source_id)
    resting = resting_on(newsroom.review_for(dossier.id, person.id), source_id)
    text = source_pieces(source.text, Span(max(0, start), max(0, start, end)), resting)
    original = next((one for one in dossier.sources if one.source == taken.same_origin_as), None)
    return render(
        request,
        "source.html",
        status,
        dossier=dossier,
        source=taken,
        text=text,
        resting=sentences_of(resting),
        is_page=source.media_type == PAGE and bool(source.raw),
        original=original,
        retracted=dossier.retracted.get(source_id),
        newer=dossier.replaced.get(source_id, ""),
        held_in=len({held.dossier for held in newsroom.held(source_id)}),
        refusal=refusal,
        reason=reason,
        described=described or typed(taken, visitor(request).wording.language),
        describing=described is not None,
        said_before=said_before(
            dossier,
            source_id,
            names_of(newsroom),
            visitor(request).wording,
        ),
    )


def _page(
    request: Request,
    dossier: Dossier,
    *,
    status: int = 200,
    refusals: tuple[str, ...] = (),
    pasted: Pasted | None = None,
    taken: int = 0,
    unchecked: str = "",
) -> Response:
    return render(
        request,
        "sources.html",
        status,
        dossier=dossier,
        groups=origin_groups(dossier),
        refusals=refusals,
        pasted=pasted or Pasted(),
        taken=taken,
        unchecked=unchecked,
    )
