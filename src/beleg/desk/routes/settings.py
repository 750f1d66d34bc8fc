"""The settings of the newsroom: its house style."""

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, HTTPException, Request, UploadFile
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.views.style import TypedStyle, style_view
from beleg.desk.visitor import House, Person, asks, visitor
from beleg.newsroom.house import Newsroom
from beleg.style_sheet import read_style, write_style
from beleg.terms.house_style import HouseStyle
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

router = APIRouter(dependencies=[Depends(asks(Permission.SETTINGS))])
Lines = Annotated[list[str] | None, Form()]
HEAVIEST_SHEET = 1_000_000
"""Bytes a style sheet may have."""


@router.get("/settings/style")
def style_page(request: Request, *, newsroom: House) -> Response:
    """The words of the house, the weight of checks, and what stands beside the disclosure; who set it when."""
    return _page(request, newsroom, newsroom.style())


@router.post("/settings/style")
def set_style(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    language: Lines = None,
    avoid: Lines = None,
    instead: Lines = None,
    why: Lines = None,
    severity: Lines = None,
    allowed: Annotated[str, Form()] = "",
    check: Lines = None,
    weight: Lines = None,
    check_why: Lines = None,
    note_de: Annotated[str, Form()] = "",
    note_en: Annotated[str, Form()] = "",
    guidelines: Annotated[str, Form()] = "",
) -> Response:
    """Set the house style as typed, for every check from now on; what it cannot settle is refused (422).

    The fields of one word, or of one check, stand at the same place of their lists; a line without a word, and a check
    without a weight, is none.
    """
    typed = TypedStyle(
        languages=language or (),
        avoided=avoid or (),
        instead=instead or (),
        whys=why or (),
        severities=severity or (),
        allowed=allowed,
        checks=check or (),
        weights=weight or (),
        check_whys=check_why or (),
        note_de=note_de,
        note_en=note_en,
        guidelines=guidelines,
    )
    shown = newsroom.style()
    try:
        shown = typed.style()
        changed = newsroom.set_style(shown, by=person.id)
    except Error as refused:
        return _page(
            request, newsroom, shown, status=422, refusal=in_words(refused, visitor(request).wording)
        )
    return go(f"/settings/style?said={'style-set' if changed else 'style-same'}")


@router.get("/settings/style.toml")
def style_sheet(*, newsroom: House, number: int = 0) -> Response:
    """The house style as a TOML file; with `number` an earlier one, as the page counts them."""
    settings = newsroom.styles()
    if number < 0 or number > len(settings):
        raise HTTPException(404)
    style = settings[number - 1].style if number else newsroom.style()
    return Response(
        write_style(style),
        media_type="application/toml",
        headers={"Content-Disposition": 'attachment; filename="house-style.toml"'},
    )


@router.post("/settings/style/sheet")
def take_style_sheet(
    request: Request, *, newsroom: House, person: Person, sheet: Annotated[UploadFile | None, File()] = None
) -> Response:
    """Set the house style from an uploaded TOML file, in place of the one there is; an empty file takes it back."""
    try:
        if sheet is None:
            raise Error("The style sheet is missing: choose a file.")
        raw = sheet.file.read(HEAVIEST_SHEET + 1)
        if len(raw) > HEAVIEST_SHEET:
            raise Error("The style sheet is too large; the limit is 1 MB.")
        changed = newsroom.set_style(_read(raw), by=person.id)
    except Error as refused:
        refusal = in_words(refused, visitor(request).wording)
        return _page(request, newsroom, newsroom.style(), status=422, refusal=refusal)
    return go(f"/settings/style?said={'style-set' if changed else 'style-same'}")


def _read(raw: bytes) -> HouseStyle:
    try:
        return read_style(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Error("The style sheet is no text in UTF-8.") from None


def _page(
    request: Request, newsroom: Newsroom, style: HouseStyle, *, status: int = 200, refusal: str = ""
) -> Response:
    view = style_view(style, newsroom.styles(), names_of(newsroom), visitor(request).wording)
    return render(request, "style.html", status, view=view, refusal=refusal)
