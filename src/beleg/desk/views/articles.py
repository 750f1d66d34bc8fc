"""Articles: the rows of the list of what went out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from beleg.desk.views.listing import PER_PAGE, Looking
from beleg.desk.views.states import State, stage_state
from beleg.terms.listed import Listed, Stage, WentOut


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    """One act by which an article went out, as its history shows it."""

    version: int
    words: str
    at: str
    by: str
    signed_by: str
    note: str
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article that went out, with its history, the newest act first."""

    id: str
    headline: str
    language: str
    state: State
    address: str
    withdrawn: bool
    at: str
    """When the last of it happened."""
    history: tuple[OutRow, ...]
    continues: tuple[str, str]
    """Id and title of the dossier whose article it continues; empty words if it continues none."""
    continued_by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """One page of what went out."""

    rows: tuple[ArticleRow, ...]
    sought: str
    found: int
    page: int
    pages: int


def articles_view(listed: Sequence[Listed], looking: Looking, *, sought: str, page: int) -> ArticlesView:
    """The page that somebody asked for, the article of which something happened last on top."""
    titles = {one.dossier: one.title for one in listed}
    continued: dict[str, list[tuple[str, str]]] = {}
    for one in listed:
        if one.updates:
            continued.setdefault(one.updates, []).append((one.dossier, one.title))
    asked_for = sought.casefold().split()
    found = sorted(
        (one for one in listed if one.history and _holds(one, asked_for)),
        key=lambda one: (one.history[-1].at, one.dossier),
        reverse=True,
    )
    pages = max(1, ceil(len(found) / PER_PAGE))
    page = min(max(1, page), pages)
    return ArticlesView(
        rows=tuple(
            ArticleRow(
                id=one.dossier,
                headline=one.headline or one.title,
                language=one.language,
                state=stage_state(
                    one.stage,
                    looking.words,
                    out=bool(one.history),
                    to_judge=one.open_for(looking.person.id).to_judge,
                ),
                address=one.address,
                withdrawn=one.stage is Stage.WITHDRAWN,
                at=one.history[-1].at,
                history=tuple(
                    reversed([_out(one.history[:n], looking) for n in range(1, len(one.history) + 1)])
                ),
                continues=(one.updates, titles.get(one.updates, "")),
                continued_by=tuple(continued.get(one.dossier, ())),
            )
            for one in found[(page - 1) * PER_PAGE : page * PER_PAGE]
        ),
        sought=sought,
        found=len(found),
        page=page,
        pages=pages,
    )


def _holds(one: Listed, asked_for: Iterable[str]) -> bool:
    said = f"{one.title} {one.headline}".casefold()
    return all(word in said for word in asked_for)


def _out(history: Sequence[WentOut], looking: Looking) -> OutRow:
    """The last of these acts, in words that say what it was after the ones before."""
    act, words = history[-1], looking.words
    if act.withdrawn:
        said = words.say("Withdrawn")
    elif act.note:
        said = words.say("Corrected")
    else:
        said = words.say("Published") if len(history) == 1 else words.say("Published again")
    return OutRow(
        version=act.version,
        words=said,
        at=act.at,
        by=looking.names.name(act.by),
        signed_by=looking.names.name(act.signed_by) if act.signed_by else "",
        note=act.note,
        withdrawn=act.withdrawn,
    )
