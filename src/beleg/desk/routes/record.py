"""The record of a dossier: to be read, to be verified on the spot, to be taken along."""

from collections.abc import Iterator

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import Response

from beleg.desk.rendering import render
from beleg.desk.routes.dossier import names_of
from beleg.desk.views.record import lines
from beleg.desk.views.record_kinds import kinds, of_kind
from beleg.desk.views.record_verification import LookedThrough
from beleg.desk.visitor import House, Person, TheDossier, asks, asks_about, visitor
from beleg.newsroom.dossier_verification import Look
from beleg.newsroom.house import Newsroom
from beleg.record.canonical import encode
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

router = APIRouter()


@router.get("/dossiers/{dossier_id}/record")
def show_record(request: Request, newsroom: House, dossier: TheDossier, kind: str = "") -> Response:
    """Every entry of the record in its order: who did what and when, with the hash that chains it to the one before.

    `kind` leaves only `sources`, `text`, `checks`, `decisions`, `release` or `other`.
    """
    words = visitor(request).wording
    entries = newsroom.entries(dossier.id)
    return render(
        request,
        "record.html",
        dossier=dossier,
        entries=lines(of_kind(entries, kind), entries, names_of(newsroom), words),
        kinds=kinds(entries, kind, words),
        versions=range(1, len(dossier.publications) + (dossier.withdrawal is not None) + 1),
    )


@router.get(
    "/dossiers/{dossier_id}/record/verification",
    dependencies=[Depends(asks(Permission.READ))],  # the dossier itself may be too broken to be read
)
def verify_record(request: Request, newsroom: House, dossier_id: str) -> Response:
    """Verify the record where it is kept: chain, log, keys, sources, signatures, every bundle that went out.

    Each step is sent as soon as it is taken. The page answers for a record whose chain is broken, too.
    """
    looks = newsroom.looks(dossier_id)
    try:
        first = next(looks)
    except Error as refusal:
        raise HTTPException(404) from refusal
    looked = LookedThrough(_from(first, looks), visitor(request).wording)
    return render(
        request,
        "record_verification.html",
        by_and_by=True,
        dossier_id=dossier_id,
        dossier=_readable(newsroom, dossier_id) if first.passed else None,
        looks=looked,
    )


@router.get(
    "/dossiers/{dossier_id}/record.jsonl", dependencies=[Depends(asks_about(Permission.EXPORT_RECORD))]
)
def download_record(newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """The record as its canonical lines, one entry a line, exactly the bytes its hashes are made of."""
    newsroom.note_verdicts_told(dossier.id, by=person.id)
    raw = b"".join(encode(entry).rstrip(b"\n") + b"\n" for entry in newsroom.entries(dossier.id))
    return Response(
        raw,
        media_type="application/jsonl",
        headers={"Content-Disposition": f'attachment; filename="{dossier.id}-record.jsonl"'},
    )


def _from(first: Look, looks: Iterator[Look]) -> Iterator[Look]:
    yield first
    yield from looks


def _readable(newsroom: Newsroom, dossier_id: str) -> Dossier | None:
    try:
        return newsroom.dossier(dossier_id)
    except Error:
        return None
