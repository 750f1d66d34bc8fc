"""Town: a newsroom with three people and a story about an invented swimming pool, for the tests of the house."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.source import Source

REPORT = (
    "Der Gemeinderat von Mühlried hat am Dienstag die Sanierung des Hallenbads beschlossen. "
    "Die Arbeiten sollen 4,2 Millionen Euro kosten. "
    "Das Hallenbad wurde 1974 eröffnet und ist seit März geschlossen. "
    "„Wir haben lange auf diesen Tag gewartet“, sagte Bürgermeisterin Anke Roloff."
)
MAIL = "Der Schwimmverein Mühlried hat 312 Mitglieder. Er trainiert zurzeit in der Nachbarstadt Oberlauen."

HEADLINE = "Hallenbad Mühlried wird saniert"
DECIDED = "Der Gemeinderat von Mühlried hat am Dienstag die Sanierung des Hallenbads beschlossen."
COSTS = "Die Arbeiten sollen 4,2 Millionen Euro kosten."
SAID = "„Wir haben lange auf diesen Tag gewartet“, sagte Bürgermeisterin Anke Roloff."
INVENTED = "Kinder malten bunte Plakate für die Wiedereröffnung."


def text(*sentences: str) -> str:
    """The sentences as paragraphs under the headline, in Beleg's Markdown."""
    return "\n\n".join((f"# {HEADLINE}", *sentences)) + "\n"


SUPPORTED = text(DECIDED, COSTS, SAID)


def report(words: str = REPORT, name: str = "meldung.txt") -> Source:
    """A source as it is taken in from a file."""
    return Source(
        text=words,
        title="Hallenbad",
        publisher="Mühlrieder Bote",
        author="Jo Brandt",
        published=datetime(2026, 3, 3, 18, 0, tzinfo=UTC),
        captured=datetime(2026, 3, 4, 9, 30, tzinfo=UTC),
        language="de",
        name=name,
        raw=words.encode("utf-16"),
    )


def mail() -> Source:
    """A second source, of another origin."""
    return Source(text=MAIL, name="mail.txt", language="de")


class Clock:
    """A clock that goes on by a second at every look."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 5, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass(frozen=True)
class Town:
    """The newsroom, its people and the dossier."""

    folder: Path
    house: Newsroom
    ida: Account
    ole: Account
    ute: Account
    dossier: str

    def prepare(self, content: str = SUPPORTED) -> str:
        """Take the report in, have Ida save and check the text; return its hash."""
        self.house.take_in(self.dossier, [report()], by=self.ida.id)
        return self.write(content)

    def write(self, content: str, by: str = "") -> str:
        """Save and check the text; return its hash."""
        by = by or self.ida.id
        revision = self.house.save(self.dossier, content, by=by)
        self.house.check(self.dossier, by=by)
        return revision.content_sha256


@contextmanager
def town(folder: Path) -> Iterator[Town]:
    """Put the newsroom into `folder`; it is founded once and copied, because hashing passwords is slow on purpose."""
    shutil.copytree(_founded().name, folder)
    with Newsroom.open(folder, create=False, clock=Clock()) as house:
        ida, ole, ute = house.accounts()
        yield Town(folder, house, ida, ole, ute, house.dossiers()[0].id)


@cache
def _founded() -> "TemporaryDirectory[str]":
    folder = TemporaryDirectory(prefix="town-")
    atexit.register(folder.cleanup)
    with Newsroom.open(Path(folder.name), clock=Clock()) as house:
        ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
        house.add_account("ole", "Ole Hansen", "Chef vom Dienst", "noch-ein-geheimnis")
        house.add_account("ute", "Ute Maas", "Volontärin", "drittes-geheimnis")
        house.open_dossier("Das Hallenbad", "de", by=ida.id)
    return folder
