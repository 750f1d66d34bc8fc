"""Listing: the rows of the list of dossiers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from math import ceil

from babel.dates import format_timedelta

from beleg.desk.views.draft import Names
from beleg.desk.views.states import BEFORE_A_SIGNATURE, State, stage_state
from beleg.desk.wording import Wording
from beleg.terms.account import Account
from beleg.terms.listed import Assignment, Listed, Stage

PER_PAGE = 50
_DONE = (Stage.PUBLISHED, Stage.WITHDRAWN)


class Show(StrEnum):
    """Which dossiers a list shows."""

    ALL = "all"
    MINE = "mine"
    """In the hands of who looks."""
    OPEN = "open"
    """There is something to do: neither out as they stand nor withdrawn."""
    JUDGE = "judge"
    """Who looks has sentences to judge."""
    WAITING = "waiting"
    """Nothing is missing but the signature, and who looks has nothing to judge before."""
    OVERDUE = "overdue"
    """Should have been done by now."""
    PUBLISHED = "published"
    """Something of them went out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """A dossier in the list."""

    id: str
    title: str
    language: str
    state: State
    has_text: bool
    checked: bool
    """Whether exactly the current text was checked."""
    findings: int
    sentences: int
    to_judge: int
    """Sentences that who looks has to judge before they see what was found in them."""
    sources: int
    embargo: str
    """When it ends; empty if it has ended, or there is none."""
    embargo_left: str
    """In how long, in words."""
    held_by: str
    """Name of who has it; empty if nobody does."""
    mine: bool
    due: str
    due_left: str
    """In how long it is due, or how long ago it was, in words."""
    overdue: bool
    changed_at: str
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice of what the list shows, with how many dossiers that are."""

    show: Show
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """One page of a list."""

    rows: tuple[DossierRow, ...]
    choices: tuple[Choice, ...]
    show: Show
    sought: str
    found: int
    """How many there are of what is shown, on all pages."""
    page: int
    """From 1."""
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """Who looks at a list, when, and in which language."""

    person: Account
    names: Names
    at: datetime
    words: Wording


def list_view(
    listed: Sequence[Listed],
    assignments: Mapping[str, Assignment],
    looking: Looking,
    *,
    show: Show,
    sought: str,
    page: int,
) -> ListView:
    """The page of the list that somebody asked for; one that is past the end is the last."""
    words = looking.words
    asked_for = sought.casefold().split()
    fitting = [one for one in listed if all(word in one.title.casefold() for word in asked_for)]
    chosen = {each: [o for o in fitting if _shows(each, o, assignments, looking)] for each in Show}
    found = chosen[show]
    pages = max(1, ceil(len(found) / PER_PAGE))
    page = min(max(1, page), pages)
    named = {
        Show.ALL: words.say("All"),
        Show.MINE: words.say("Mine"),
        Show.OPEN: words.say("Not finished"),
        Show.JUDGE: words.say("Wait for your judgement"),
        Show.WAITING: words.say("Wait for a signature"),
        Show.OVERDUE: words.say("Overdue"),
        Show.PUBLISHED: words.say("Published"),
    }
    return ListView(
        rows=tuple(
            _row(one, assignments.get(one.dossier), looking)
            for one in found[(page - 1) * PER_PAGE : page * PER_PAGE]
        ),
        choices=tuple(Choice(show=each, words=named[each], count=len(chosen[each])) for each in Show),
        show=show,
        sought=sought,
        found=len(found),
        page=page,
        pages=pages,
    )


def _shows(show: Show, one: Listed, assignments: Mapping[str, Assignment], looking: Looking) -> bool:
    assignment = assignments.get(one.dossier)
    match show:
        case Show.ALL:
            return True
        case Show.MINE:
            return assignment is not None and assignment.account == looking.person.id
        case Show.OPEN:
            return one.stage not in _DONE
        case Show.JUDGE:
            return bool(_to_judge(one, looking))
        case Show.WAITING:
            return one.stage is Stage.WAITING and not _to_judge(one, looking)
        case Show.OVERDUE:
            return _overdue(one, assignment, looking.at)
        case Show.PUBLISHED:
            return bool(one.history)


def _to_judge(one: Listed, looking: Looking) -> int:
    """How many sentences who looks has to judge, where a signature could still come of it."""
    return one.open_for(looking.person.id).to_judge if one.stage in BEFORE_A_SIGNATURE else 0


def _overdue(one: Listed, assignment: Assignment | None, at: datetime) -> bool:
    if assignment is None or not assignment.due or one.stage in _DONE:
        return False
    return datetime.fromisoformat(assignment.due) <= at


def _row(one: Listed, assignment: Assignment | None, looking: Looking) -> DossierRow:
    seen = one.open_for(looking.person.id)
    held = assignment.account if assignment else ""
    due = assignment.due if assignment and one.stage not in _DONE else ""
    embargo = one.embargo if one.embargo and datetime.fromisoformat(one.embargo) > looking.at else ""
    return DossierRow(
        id=one.dossier,
        title=one.title,
        language=one.language,
        state=stage_state(one.stage, looking.words, out=bool(one.history), to_judge=_to_judge(one, looking)),
        has_text=one.stage is not Stage.EMPTY,
        checked=one.checked,
        findings=seen.findings,
        sentences=seen.sentences,
        to_judge=_to_judge(one, looking),
        sources=one.sources,
        embargo=embargo,
        embargo_left=_left(embargo, looking),
        held_by=looking.names.name(held) if held else "",
        mine=held == looking.person.id,
        due=due,
        due_left=_left(due, looking),
        overdue=_overdue(one, assignment, looking.at),
        changed_at=one.changed_at,
        changed_by=looking.names.name(one.changed_by),
    )


def _left(moment: str, looking: Looking) -> str:
    """In how long a moment is, or how long ago it was, in words: "in 3 hours", "2 days ago". Empty without one."""
    if not moment:
        return ""
    left = datetime.fromisoformat(moment) - looking.at.astimezone(UTC)
    locale = "en_GB" if looking.words.language == "en" else looking.words.language
    return format_timedelta(left, granularity="minute", threshold=1, add_direction=True, locale=locale)
