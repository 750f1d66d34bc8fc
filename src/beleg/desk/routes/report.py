"""The review report of a dossier, to read or to print."""

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from beleg.desk.routes.published import PAGE_POLICY
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.newsroom.reporting import ReportFormat, report_of
from beleg.terms.role import Permission

router = APIRouter()
_EXPORT = [Depends(asks_about(Permission.EXPORT_RECORD))]


@router.get("/dossiers/{dossier_id}/report.html", dependencies=_EXPORT)
def report_page(request: Request, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """The review report in the language of the desk: who is responsible, what was checked and decided. In a sandbox."""
    newsroom.note_verdicts_told(dossier.id, by=person.id)
    language = visitor(request).wording.language
    return Response(
        report_of(newsroom, dossier.id, ReportFormat.HTML, language=language),
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": PAGE_POLICY},
    )


@router.get("/dossiers/{dossier_id}/report.pdf", dependencies=_EXPORT)
def report_pdf(request: Request, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """The same report as a PDF to download."""
    newsroom.note_verdicts_told(dossier.id, by=person.id)
    language = visitor(request).wording.language
    return Response(
        report_of(newsroom, dossier.id, ReportFormat.PDF, language=language),
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{dossier.id}-report.pdf"'},
    )
