"""Taking in at the desk: files, an address, pasted text; each thing stands for itself and has an outcome of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import BinaryIO, Literal

from beleg.desk.refusals import in_words
from beleg.desk.typed_dates import read_date
from beleg.desk.wording import Wording, later
from beleg.intake import take_in
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.source import Source

_LONGEST_NAME = 200
UNCHECKED_WITH_SOURCES = later("The text could not be checked with the new sources; have it checked again.")
"""What is said where things were taken in and the check that follows failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What somebody typed into the form, kept where something was refused."""

    address: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    text: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one thing: `name` is what to call it, `words` is one sentence for a person."""

    name: str
    state: Literal["taken", "known", "refused"]
    words: str


@dataclass(slots=True, kw_only=True)
class TakingIn:
    """Somebody takes things into a dossier; what is refused is said, and the rest is taken in."""

    newsroom: Newsroom
    dossier: Dossier
    by: str
    words: Wording
    confidential: bool = False
    taken: int = 0
    known: int = 0
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def refusals(self) -> tuple[str, ...]:
        """Why things were refused, one sentence each."""
        return tuple(outcome.words for outcome in self.outcomes if outcome.state == "refused")

    def file(self, name: str, opened: BinaryIO) -> None:
        """Take in an uploaded file."""
        name = name.replace("\\", "/").rpartition("/")[2][:_LONGEST_NAME]
        try:
            self._keep(name, take_in(opened.read(), name=name, captured=_now()))
        except Error as refused:
            self.refuse(name, in_words(refused, self.words))

    def address(self, address: str) -> None:
        """Take in what lies at an address of the web."""
        if not address.lower().startswith(("http://", "https://")):
            said = self.words.say(
                "%(address)s: an address has to begin with https:// or http:// and name a host.",
                address=address[:_LONGEST_NAME],
            )
            self.refuse(address[:_LONGEST_NAME], said)
            return
        try:
            self._keep(address[:_LONGEST_NAME], take_in(address, captured=_now()))
        except Error as refused:
            self.refuse(address[:_LONGEST_NAME], in_words(refused, self.words))

    def text(self, pasted: Pasted) -> None:
        """Take in pasted text, under the title and with the publisher and date that were typed."""
        title = " ".join(pasted.title.split())
        if not title:
            said = self.words.say("Pasted text needs a title that says where it comes from.")
            self.refuse(self.words.say("Pasted text"), said)
            return
        try:
            published = read_date(pasted.published).moment if pasted.published.strip() else None
        except Error as refused:
            self.refuse(title, f"{title}: {in_words(refused, self.words)}")
            return
        text = pasted.text.replace("\r\n", "\n").strip()
        try:
            # Taken in as a text file, so that the same limits and the same reading of the language hold for it.
            taken = take_in(text.encode("utf-8", "replace"), name=f"{title[:120]}.txt", captured=_now())
            publisher = " ".join(pasted.publisher.split())
            told = [replace(one, title=title, name=title, publisher=publisher) for one in taken]
            self._keep(title, [replace(one, published=published) for one in told] if published else told)
        except Error as refused:
            self.refuse(title, in_words(refused, self.words))

    def refuse(self, name: str, why: str) -> None:
        """Note that something was not taken in."""
        self.outcomes.append(Outcome(name, "refused", why))

    def unchecked(self) -> None:
        """Note with the last thing that was taken in that the check which follows failed."""
        at = next((n for n, one in reversed([*enumerate(self.outcomes)]) if one.state != "refused"), None)
        if at is not None:
            one = self.outcomes[at]
            self.outcomes[at] = replace(one, words=f"{one.words} {self.words.say(UNCHECKED_WITH_SOURCES)}")

    def _keep(self, name: str, sources: Sequence[Source]) -> None:
        """Hand sources to the newsroom and count how many it did not have yet."""
        before = {source.source for source in self.newsroom.dossier(self.dossier.id).sources}
        self.newsroom.take_in(self.dossier.id, sources, by=self.by, confidential=self.confidential)
        new = len({source.id for source in sources} - before)
        self.taken += new
        self.known += len(sources) - new
        if not new:
            self.outcomes.append(Outcome(name, "known", self.words.say("It was here already.")))
            return
        said = self.words.count("%(num)s source taken in.", "%(num)s sources taken in.", new)
        self.outcomes.append(Outcome(name, "taken", said))


def _now() -> datetime:
    return datetime.now(UTC)
