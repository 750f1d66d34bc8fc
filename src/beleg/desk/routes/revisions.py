"""The revisions of a text: which there are, what became of which, and who wrote what."""

from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from beleg.desk.rendering import render
from beleg.desk.routes.dossier import names_of
from beleg.desk.views.comparison import Comparison, compare
from beleg.desk.views.revision_runs import Run, Save, chosen, runs
from beleg.desk.views.since_published import revised_from
from beleg.desk.visitor import House, TheDossier, visitor
from beleg.terms.dossier import Dossier
from beleg.terms.revision import Revision

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionsView:
    """The page of revisions; `older` and `newer` are the numbers compared, 0 where there is no text yet."""

    dossier: Dossier
    runs: tuple[Run, ...]
    offered: tuple[Save, ...]
    older: int
    newer: int
    only_changes: bool
    comparison: Comparison | None


@router.get("/dossiers/{dossier_id}/revisions")
def revisions_page(
    request: Request,
    *,
    newsroom: House,
    dossier: TheDossier,
    older: int = 0,
    newer: int = 0,
    only: str = "",
) -> Response:
    """Two revisions compared: added and removed words by block, and who wrote each sentence that stands now.

    `older` and `newer` are numbers of revisions; by default the current text and the one last published, or, where
    nothing is published or the text is still that, what stood before the last run of saves by one person. With
    `only=changes`, blocks in which nothing changed are left out. Saves of one person while typing are listed as one
    run.
    """
    names = names_of(newsroom)
    listed = runs(dossier, names)
    if not listed:
        if older or newer:
            raise HTTPException(404)
        view = RevisionsView(
            dossier=dossier, runs=(), offered=(), older=0, newer=0, only_changes=False, comparison=None
        )
        return render(request, "revisions.html", view=view)
    now = _revision(dossier, newer or len(dossier.revisions))
    since = revised_from(dossier) if now is dossier.current else 0
    was = _revision(dossier, older or since or _before(listed, now.number))
    view = RevisionsView(
        dossier=dossier,
        runs=listed,
        offered=tuple(chosen(listed, (was.number, now.number))),
        older=was.number,
        newer=now.number,
        only_changes=only == "changes",
        comparison=compare(was, now, names, visitor(request).wording),
    )
    return render(request, "revisions.html", view=view)


def _revision(dossier: Dossier, number: int) -> Revision:
    found = next((revision for revision in dossier.revisions if revision.number == number), None)
    if found is None:
        raise HTTPException(404)
    return found


def _before(listed: tuple[Run, ...], number: int) -> int:
    """The last save of the run before the one with this number; the first of all where there is none before."""
    return next((run.last.number for run in listed if run.last.number < number), listed[-1].first.number)
