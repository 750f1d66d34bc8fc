"""The sources of a dossier: taking them in, listing and reading them."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.source_original import PAGE
from beleg.desk.views.source_text import resting_on, sentences_of, source_pieces
from beleg.desk.views.sources import origin_groups
from beleg.desk.visitor import House, Person, TheDossier, visitor
from beleg.desk.wording import Wording
from beleg.intake import take_in
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.source import Source
from beleg.terms.span import Span

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Pasted:
    """What somebody typed into the form, kept where something was refused."""

    address: str = ""
    title: str = ""
    text: str = ""


@dataclass(slots=True)
class _Taking:
    """What came out of taking in several things at once."""

    taken: int = 0
    known: int = 0
    refusals: list[str] = field(default_factory=list)


@router.get("/dossiers/{dossier_id}/sources")
def sources_page(request: Request, *, dossier: TheDossier) -> Response:
    """The sources with their origins, and the forms to take in files, an address or pasted text."""
    return _page(request, dossier)


@router.post("/dossiers/{dossier_id}/sources")
def take_in_sources(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    files: Annotated[list[UploadFile] | None, File()] = None,
    address: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    text: Annotated[str, Form()] = "",
) -> Response:
    """Take in one or several files, what lies at an address, or pasted text; then check the text again.

    Each file stands for itself: one that is refused is named with the reason (422), the others are taken in.
    """
    words = visitor(request).wording
    taking = _Taking()
    given = False
    for file in files or ():
        if file.filename or file.size:
            given = True
            _from_file(newsroom, dossier, file, by=person.id, taking=taking, words=words)
    if address.strip():
        given = True
        _from_address(newsroom, dossier, address.strip(), by=person.id, taking=taking, words=words)
    if text.strip():
        given = True
        _from_text(newsroom, dossier, Pasted(address, title, text), by=person.id, taking=taking, words=words)
    if not given:
        taking.refusals.append(words.say("Choose a file, give an address or paste a text."))
    if taking.taken and dossier.current is not None:
        newsroom.check(dossier.id, by=person.id)
    if taking.refusals:
        now = newsroom.dossier(dossier.id)
        return _page(
            request,
            now,
            status=422,
            refusals=tuple(taking.refusals),
            pasted=Pasted(address, title, text),
            taken=taking.taken,
        )
    return go(f"/dossiers/{dossier.id}/sources?said={'taken-in' if taking.taken else 'known'}")


@router.get("/dossiers/{dossier_id}/sources/{source_id}")
def show_source(
    request: Request,
    *,
    newsroom: House,
    dossier: TheDossier,
    source_id: str,
    start: int = 0,
    end: int = 0,
) -> Response:
    """A source's plain text, with the passage `[start, end)` highlighted; its metadata and hash beside it.

    The text is shown as text: nothing in a source is ever run or laid out by the browser.
    """
    return _source_page(request, newsroom, dossier, source_id, start, end)


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
    refusal = (
        ""
        if reason.strip()
        else words.say("A decision needs a reason: one sentence that somebody else understands next year.")
    )
    if not refusal:
        try:
            newsroom.retract_source(source_id, reason, by=person.id)
            return go(f"/dossiers/{dossier.id}?said=retracted")
        except Error as refused:
            refusal = in_words(refused, words)
    return _source_page(request, newsroom, dossier, source_id, status=422, refusal=refusal, reason=reason)


def _source_page(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    source_id: str,
    start: int = 0,
    end: int = 0,
    *,
    status: int = 200,
    refusal: str = "",
    reason: str = "",
) -> Response:
    taken = next((source for source in dossier.sources if source.source == source_id), None)
    if taken is None:
        raise HTTPException(404)
    source = newsroom.source(dossier.id, source_id)
    resting = resting_on(newsroom.review(dossier.id), source_id)
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
    )


def _from_file(
    newsroom: Newsroom, dossier: Dossier, file: UploadFile, *, by: str, taking: _Taking, words: Wording
) -> None:
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2][:200]
    try:
        _count(newsroom, dossier, take_in(file.file.read(), name=name, captured=_now()), by, taking)
    except Error as refused:
        taking.refusals.append(in_words(refused, words))


def _from_address(
    newsroom: Newsroom, dossier: Dossier, address: str, *, by: str, taking: _Taking, words: Wording
) -> None:
    if not address.lower().startswith(("http://", "https://")):
        taking.refusals.append(
            words.say(
                "%(address)s: an address has to begin with https:// or http:// and name a host.",
                address=address[:200],
            )
        )
        return
    try:
        _count(newsroom, dossier, take_in(address, captured=_now()), by, taking)
    except Error as refused:
        taking.refusals.append(in_words(refused, words))


def _from_text(
    newsroom: Newsroom, dossier: Dossier, pasted: Pasted, *, by: str, taking: _Taking, words: Wording
) -> None:
    title = " ".join(pasted.title.split())
    if not title:
        taking.refusals.append(words.say("Pasted text needs a title that says where it comes from."))
        return
    text = pasted.text.replace("\r\n", "\n").strip()
    try:
        # Taken in as a text file, so that the same limits and the same reading of the language hold for it.
        taken = take_in(text.encode("utf-8", "replace"), name=f"{title[:120]}.txt", captured=_now())
        named = [replace(source, title=title, name=title) for source in taken]
        _count(newsroom, dossier, named, by, taking)
    except Error as refused:
        taking.refusals.append(in_words(refused, words))


def _count(newsroom: Newsroom, dossier: Dossier, sources: list[Source], by: str, taking: _Taking) -> None:
    """Hand sources to the newsroom and count how many it did not have yet."""
    before = {source.source for source in newsroom.dossier(dossier.id).sources}
    newsroom.take_in(dossier.id, sources, by=by)
    new = {source.id for source in sources} - before
    taking.taken += len(new)
    taking.known += len(sources) - len(new)


def _now() -> datetime:
    return datetime.now(UTC)


def _page(
    request: Request,
    dossier: Dossier,
    *,
    status: int = 200,
    refusals: tuple[str, ...] = (),
    pasted: Pasted | None = None,
    taken: int = 0,
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
    )
