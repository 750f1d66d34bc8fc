"""The example story: an invented town, six sources, and a draft in which eight faults were planted on purpose.

The files lie in `beleg/example/`; everything in them is made up.
"""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Role

if TYPE_CHECKING:
    from beleg.newsroom.house import Newsroom


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleAccount:
    """An account of the example newsroom. The password is published here; never use it for anything else."""

    login: str
    name: str
    function: str
    password: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PlantedFault:
    """A fault of the example's draft.

    `check` is the id of the check that has to find it, `words` exactly the words it has to flag, `sentence` the
    sentence of the draft they stand in. `mended` stands in its place in the corrected draft, empty where nothing
    does; `why` says in German what is wrong.
    """

    check: str
    words: str
    sentence: str
    mended: str
    why: str


AUTHOR = ExampleAccount(
    login="mara",
    name="Mara Lindqvist",
    function="Redakteurin",
    password="beispiel-mara",  # noqa: S106  # public on purpose, see ExampleAccount
    role=Role.EDITOR,
)
"""Writes the draft, and therefore cannot sign it, although her role includes signing."""

EDITOR = ExampleAccount(
    login="jonas",
    name="Jonas Petri",
    function="Chef vom Dienst",
    password="beispiel-jonas",  # noqa: S106
    role=Role.DUTY_EDITOR,
)
"""Has not touched the text, and can sign and publish it."""

CHIEF = ExampleAccount(
    login="ines",
    name="Ines Kowal",
    function="Chefredakteurin",
    password="beispiel-ines",  # noqa: S106
    role=Role.DUTY_EDITOR,
)
"""A third person, for what was escalated and for a second signature."""

ADMINISTRATOR = ExampleAccount(
    login="torge",
    name="Torge Immel",
    function="Redaktionstechnik",
    password="beispiel-torge",  # noqa: S106
    role=Role.ADMIN,
)
"""Looks after the accounts; reads, writes and signs nothing."""

ACCOUNTS = (AUTHOR, EDITOR, CHIEF, ADMINISTRATOR)

TITLE = "Färberbrücke: Rat stimmt für den Abriss"

SOURCES = (
    "agentur.xml",
    "portal.json",
    "pressemitteilung.pdf",
    "tarnebus.eml",
    "anzeiger.html",
    "niederschrift.txt",
)
"""The source files in the order in which they are taken in; the second is the same agency copy as the first."""


def load_example(newsroom: "Newsroom") -> Dossier:
    """Load the example story into a newsroom and return its dossier, with the author's draft saved and checked.

    Loading it again returns the dossier there is, whatever has become of it since; a loading that was interrupted is
    carried on. Raises Error where the newsroom has dossiers or accounts of its own: the passwords of the example's
    accounts are public and have no place there.
    """
    known = {account.login: account for account in newsroom.accounts()}
    dossier = _loaded(newsroom, known)
    if dossier is None:
        _refuse_a_newsroom_in_use(newsroom, known)
    people = {
        person.login: known.get(person.login)
        or newsroom.add_account(person.login, person.name, person.function, person.password, role=person.role)
        for person in ACCOUNTS
    }
    author = people[AUTHOR.login].id
    if dossier is None:
        dossier = newsroom.open_dossier(TITLE, "de", by=author)
    if dossier.current is None:
        _fill(newsroom, dossier.id, author)
    return newsroom.dossier(dossier.id)


def source_file(name: str) -> bytes:
    """The bytes of one of `SOURCES`."""
    return (_folder() / "sources" / name).read_bytes()


def draft() -> str:
    """The author's draft with its eight faults, in Beleg's Markdown."""
    return (_folder() / "draft.md").read_text(encoding="utf-8")


def corrected_draft() -> str:
    """The draft with every fault mended."""
    return (_folder() / "corrected.md").read_text(encoding="utf-8")


def planted_faults() -> tuple[PlantedFault, ...]:
    """The eight faults, in the order of the draft."""
    return tuple(PlantedFault(**fault) for fault in _planted()["fault"])


def faithful_sentences() -> tuple[str, ...]:
    """Sentences of the draft that say in other words what a source says, and are not to be flagged as errors."""
    return tuple(faithful["sentence"] for faithful in _planted()["faithful"])


def _folder() -> Traversable:
    return files("beleg.example")


def _planted() -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((_folder() / "planted.toml").read_text(encoding="utf-8"))


def _loaded(newsroom: "Newsroom", known: dict[str, Account]) -> Dossier | None:
    author = known.get(AUTHOR.login)
    if author is None:
        return None
    return next(
        (d for d in newsroom.dossiers() if d.title == TITLE and d.opened_by == author.id),
        None,
    )


def _refuse_a_newsroom_in_use(newsroom: "Newsroom", known: dict[str, Account]) -> None:
    if newsroom.dossiers() or known.keys() - {person.login for person in ACCOUNTS}:
        raise Error(
            "The example is loaded only into an empty newsroom, because the passwords of its accounts are public; "
            "this newsroom has dossiers or accounts of its own."
        )


def _fill(newsroom: "Newsroom", dossier_id: str, author: str) -> None:
    from beleg.intake import take_in

    for name in SOURCES:
        newsroom.take_in(dossier_id, take_in(source_file(name), name=name), by=author)
    newsroom.save(dossier_id, draft(), by=author)
    newsroom.check(dossier_id, by=author)
