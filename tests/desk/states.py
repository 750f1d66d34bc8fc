"""A newsroom with a dossier in each of its states, for tests that walk over all pages."""

import atexit
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from beleg.intake import take_in
from beleg.newsroom.example import AUTHOR, CHIEF, EDITOR, load_example, source_file
from beleg.newsroom.house import Newsroom
from beleg.review.describing import description
from beleg.terms.source import Source
from tests.newsroom.judged import sign_judged

FERRY = "Der Stadtrat von Ahrenkamp stimmte am Dienstag mit 21 zu 9 Stimmen für die neue Fähre."
HEADLINE = "Ahrenkamp bekommt eine Fähre"
PAGE_SOURCE = "anzeiger.html"
"""The source of the example that is a web page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """Where everything lies: dossiers by state, and sources of the example's dossier."""

    example: str
    empty: str
    signed: str
    published: str
    withdrawn: str
    message: str
    """An agency message."""
    copy: str
    """The same message as another newsroom printed it."""
    web_page: str
    author: str
    """Who wrote everything: the id of the account."""
    training: str
    """A training that goes on, on the example story."""
    retracted: str
    """A source of the published dossier whose details were corrected, and that was taken back."""


def _now() -> datetime:
    return datetime.now(UTC)


def with_every_state(folder: Path, clock: Callable[[], datetime] = _now) -> States:
    """Make the newsroom in `folder`: the example under review, and dossiers that are empty, signed, published,
    withdrawn.

    `clock` says when all of it is done.
    """
    with Newsroom.open(folder, clock=clock) as newsroom:
        example = load_example(newsroom)
        people = {account.login: account.id for account in newsroom.accounts()}
        author, editor, chief = people[AUTHOR.login], people[EDITOR.login], people[CHIEF.login]
        newsroom.vouched("https://konto.verlag.example", "s-1", AUTHOR.login)
        empty = newsroom.open_dossier("Marktplatz wird autofrei", "de", by=author).id
        signed = _ferry(newsroom, "Fähre: Vertrag liegt aus", author)
        sign_judged(newsroom, signed, _content(newsroom, signed), by=editor)
        published = _ferry(newsroom, "Fähre in Ahrenkamp", author)
        sign_judged(newsroom, published, _content(newsroom, published), by=editor)
        newsroom.publish(published, by=editor, address="https://anzeiger.example/faehre")
        newsroom.take_in(
            published,
            [
                Source(
                    text="Die Fähre kostet laut einem Flugblatt 900 Euro.",
                    title="Flugblatt",
                    name="flugblatt.txt",
                )
            ],
            by=author,
        )
        retracted = newsroom.dossier(published).sources[-1].source
        newsroom.check(published, by=author)
        newsroom.retract_source(retracted, "Das Flugblatt ist erfunden.", by=chief)
        said = description(newsroom.dossier(published).sources[-1])
        told = replace(said, publisher="Bürgerverein Ahrenkamp", published="2026-03-02T07:30:00+01:00")
        newsroom.describe_source(published, retracted, told, "Steht klein am Rand.", by=author)
        newsroom.note_correction(published, "In einer früheren Fassung fehlte der Tag.", by=author)
        withdrawn = _ferry(newsroom, "Fähre im Winter", author)
        sign_judged(newsroom, withdrawn, _content(newsroom, withdrawn), by=editor)
        newsroom.publish(withdrawn, by=editor)
        newsroom.withdraw(
            withdrawn,
            "Verwechslung zweier Orte.",
            note_newsroom="Bitte nicht weiterverwenden.",
            note_short="Bericht zurückgezogen",
            note_readers="Dieser Bericht ist zurückgezogen.",
            by=chief,
        )
        training = newsroom.open_training("example", by=editor, faults=4, seed="7").id
        web_page = take_in(source_file(PAGE_SOURCE), name=PAGE_SOURCE)[0].id
        return States(
            example=example.id,
            empty=empty,
            signed=signed,
            published=published,
            withdrawn=withdrawn,
            message=example.sources[0].source,
            copy=example.sources[1].source,
            web_page=web_page,
            author=author,
            training=training,
            retracted=retracted,
        )


def copy_of_every_state(folder: Path) -> States:
    """Put the newsroom of `with_every_state` into `folder`: made once for a run of the tests, and copied."""
    prepared, states = _prepared()
    shutil.copytree(prepared.name, folder, dirs_exist_ok=True)
    return states


@cache
def _prepared() -> "tuple[TemporaryDirectory[str], States]":
    folder = TemporaryDirectory(prefix="states-")
    atexit.register(folder.cleanup)
    return folder, with_every_state(Path(folder.name))


def _ferry(newsroom: Newsroom, title: str, author: str) -> str:
    dossier = newsroom.open_dossier(title, "de", by=author).id
    newsroom.take_in(dossier, [Source(text=FERRY, title=f"Beschluss: {title}", name="rat.txt")], by=author)
    newsroom.save(dossier, f"# {HEADLINE}\n\n{FERRY}\n", by=author)
    newsroom.check(dossier, by=author)
    return dossier


def _content(newsroom: Newsroom, dossier: str) -> str:
    current = newsroom.dossier(dossier).current
    assert current is not None
    return current.content_sha256
