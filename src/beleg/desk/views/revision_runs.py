"""Runs: the saves of one person while they type, told as one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from beleg.desk.views.draft import Names
from beleg.terms.dossier import Dossier
from beleg.terms.revision import Origin, Revision

PAUSE = timedelta(minutes=15)
"""How long one person may pause between two saves of one run."""

MOST_OFFERED = 60
"""Saves up to which a chooser offers each of them; beyond it is too long to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """A revision in the list; `by` is a name."""

    number: int
    at: str
    by: str
    machine: bool
    """Whether a machine wrote it: nobody had changed a sentence of it."""
    signed: bool
    published: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Saves of one person without a long pause, the newest first; there is at least one."""

    saves: tuple[Save, ...]

    @property
    def last(self) -> Save:
        """The newest of them: what they led to."""
        return self.saves[0]

    @property
    def first(self) -> Save:
        """The oldest of them."""
        return self.saves[-1]


def runs(dossier: Dossier, names: Names) -> tuple[Run, ...]:
    """The revisions of a dossier as runs, the newest first.

    A run ends where somebody else saved, after a pause, before and after a text that a machine wrote, and with every
    text that was signed or published: these stay in sight.
    """
    signed = {sign_off.event.number for sign_off in dossier.sign_offs}
    published = {publication.event.number for publication in dossier.publications}
    marked = signed | published
    gathered: list[list[Revision]] = []
    for before, revision in pairwise((None, *dossier.revisions)):
        assert revision is not None
        if before is None or before.number in marked or not _goes_on(before, revision):
            gathered.append([])
        gathered[-1].append(revision)
    return tuple(
        Run(
            tuple(
                Save(
                    number=one.number,
                    at=one.at,
                    by=names.name(one.by),
                    machine=_by_machine(one),
                    signed=one.number in signed,
                    published=one.number in published,
                )
                for one in reversed(run)
            )
        )
        for run in reversed(gathered)
    )


def _goes_on(before: Revision, revision: Revision) -> bool:
    paused = datetime.fromisoformat(revision.at) - datetime.fromisoformat(before.at)
    return before.by == revision.by and paused <= PAUSE and not (_by_machine(before) or _by_machine(revision))


def _by_machine(revision: Revision) -> bool:
    origins = {sentence.origin for sentence in revision.sentences}
    return Origin.MACHINE in origins and Origin.PERSON not in origins


def chosen(listed: Sequence[Run], numbers: Sequence[int]) -> Iterator[Save]:
    """What a chooser offers: every save; where they are many, the last of every run and those with these numbers."""
    few = sum(len(run.saves) for run in listed) <= MOST_OFFERED
    for run in listed:
        yield from (save for save in run.saves if few or save is run.last or save.number in numbers)
