"""Release: what stands around an article's way to its readers: corrections, embargo, versions, withdrawal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from beleg.desk.views.draft import Names
from beleg.desk.wording import Wording
from beleg.newsroom.house import Newsroom
from beleg.publishing.outputs import FORMS
from beleg.review.signing import needs_correction_note, under_embargo
from beleg.terms.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRelease:
    """What somebody typed into one of these forms and was refused, so that it stands there again."""

    act: str = ""
    note: str = ""
    until: str = ""
    reason: str = ""
    note_newsroom: str = ""
    note_short: str = ""
    note_readers: str = ""
    body: str = ""
    """The newsroom or agency of a byline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version that went out; `note` is its correction, or what readers find instead of a withdrawn article."""

    number: int
    at: str
    by: str
    signed_by: str
    note: str
    withdrawn: bool
    forms: tuple[str, ...]
    """The targets it was made for, besides page and bundle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherArticle:
    """An article that this one continues, or that continues it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseView:
    """What the sign-off page and the published page show of it."""

    dossier: Dossier
    published: bool
    withdrawn: bool
    needs_note: bool
    """Whether readers have to be told what was corrected before anybody can sign."""
    noted: str
    """What they will be told with the next version; empty if nothing was written."""
    noted_by: str
    suggested: str
    """A wording for the note, where a source changed or was taken back since the article went out; empty otherwise."""
    told: tuple[tuple[str, str], ...]
    """When readers were told of earlier corrections, and what."""
    embargo: str
    """Until when it is under embargo; empty if it is not."""
    embargo_reason: str
    embargo_by: str
    versions: tuple[VersionRow, ...]
    """Newest first."""
    updates: OtherArticle | None
    continued_by: tuple[OtherArticle, ...]


def release_view(newsroom: Newsroom, dossier: Dossier, names: Names, at: datetime) -> ReleaseView:
    """What there is to show of a dossier at the moment `at`."""
    noted = dossier.noted_corrections[-1] if dossier.noted_corrections else None
    held = dossier.embargoes[-1] if under_embargo(dossier, at.isoformat()) else None
    return ReleaseView(
        dossier=dossier,
        published=bool(dossier.publications),
        withdrawn=dossier.withdrawal is not None,
        needs_note=needs_correction_note(dossier),
        noted=noted.event.note if noted else "",
        noted_by=names.name(noted.by) if noted else "",
        suggested=newsroom.suggested_note(dossier.id),
        told=tuple((each.at, each.event.note) for each in dossier.publications if each.event.note),
        embargo=held.event.until if held else "",
        embargo_reason=held.event.reason if held else "",
        embargo_by=names.name(held.by) if held else "",
        versions=_versions(dossier, names),
        updates=_other(newsroom, dossier.updates),
        continued_by=tuple(
            OtherArticle(id=each.id, title=each.title) for each in newsroom.continued_by(dossier.id)
        ),
    )


def form_words(words: Wording) -> dict[str, str]:
    """What each form of an article is called, by its target."""
    return {
        "c2pa": words.say("C2PA manifest"),
        "newsml_g2": "NewsML-G2",
        "ninjs": "ninjs",
        "ninjs_lower_case": words.say("ninjs (lower case)"),
    }


def _versions(dossier: Dossier, names: Names) -> tuple[VersionRow, ...]:
    rows = []
    for number, out in enumerate(dossier.publications, start=1):
        signed = dossier.sign_off_of(out)
        rows.append(
            VersionRow(
                number=number,
                at=out.at,
                by=names.name(out.by),
                signed_by=names.name(signed.by) if signed else "",
                note=out.event.note,
                withdrawn=False,
                forms=_forms(output.target for output in out.event.outputs),
            )
        )
    if gone := dossier.withdrawal:
        rows.append(
            VersionRow(
                number=len(rows) + 1,
                at=gone.at,
                by=names.name(gone.by),
                signed_by="",
                note=gone.event.note_readers,
                withdrawn=True,
                forms=_forms(output.target for output in gone.event.outputs),
            )
        )
    return tuple(reversed(rows))


def _forms(targets: Iterable[str]) -> tuple[str, ...]:
    made = frozenset(targets)
    return tuple(form.target for form in FORMS if form.target in made)


def _other(newsroom: Newsroom, dossier_id: str) -> OtherArticle | None:
    if not dossier_id:
        return None
    return OtherArticle(id=dossier_id, title=newsroom.dossier(dossier_id).title)
