"""What of a verification concerns the life of a publication: its versions, corrections and embargoes, and its
outputs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from beleg.newsroom.trouble import Trouble, first_difference
from beleg.publishing.bundle import RECORD
from beleg.publishing.outputs import MEMBER_OF
from beleg.terms.account import is_program
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
    Output,
    Published,
    RevisionSaved,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.source_change import SourceChanged, SourceRetracted

_A_PROGRAM_MAY = (SourceTakenIn, SourceChanged, SourceRetracted, DraftChecked)


def versions(entries: Sequence[Entry]) -> Trouble | None:
    """Versions count up; one with another text came with the correction note that was written before its sign-off."""
    life = _Life()
    for line, entry in enumerate(entries, start=1):
        if isinstance(entry.event, Published):
            reason = life.wrong_with(entry.event)
            if reason:
                return Trouble(f"{RECORD}, line {line}", reason)
        elif isinstance(entry.event, CorrectionNoted) and not entry.event.note.strip():
            return Trouble(f"{RECORD}, line {line}", "it notes no correction")
        life.tell(entry)
    return None if life.published else Trouble(RECORD, "nothing was published")


def by_people(entries: Sequence[Entry]) -> Trouble | None:
    """No program's account did more than take sources in, say what became of them, and check."""
    for line, entry in enumerate(entries, start=1):
        if is_program(entry.by) and not isinstance(entry.event, _A_PROGRAM_MAY):
            return Trouble(f"{RECORD}, line {line}", f"{entry.by} is a program and no person")
    return None


def embargo(entries: Sequence[Entry]) -> Trouble | None:
    """Nothing went out before the end of an embargo, and every embargo that was set, moved or lifted has a reason."""
    until = ""
    for line, entry in enumerate(entries, start=1):
        event = entry.event
        if isinstance(event, EmbargoSet):
            if not event.reason.strip():
                return Trouble(f"{RECORD}, line {line}", "no reason was given")
            until = event.until
        early = until and isinstance(event, Published) and _moment(entry.at) < _moment(until)
        if early:
            return Trouble(f"{RECORD}, line {line}", f"it went out before {until}")
    return None


def outputs(named: Sequence[Output], found: Mapping[str, bytes]) -> Trouble | None:
    """The forms in the bundle (by member) are exactly those that the record names, byte for byte."""
    expected = {MEMBER_OF.get(output.target, output.target): output.sha256 for output in named}
    for member in sorted({*expected, *found}):
        if member not in found:
            return Trouble(member, "the record names it, and it is not there")
        if sha256(found[member]).hexdigest() != expected.get(member):
            return Trouble(member, "not the one that the record names")
    return None


def made_anew(found: Mapping[str, bytes], made: Mapping[str, bytes]) -> Trouble | None:
    """Every form in the bundle (by member) that can be made anew (by target) is what comes out."""
    for target, raw in made.items():
        member = MEMBER_OF[target]
        if member in found and found[member] != raw:
            return Trouble(first_difference(member, found[member], raw), "not what follows from the record")
    return None


@dataclass(slots=True)
class _Life:
    """What has happened to an article so far."""

    updates: str = ""
    text: str = ""
    published_text: str = ""
    published: int = 0
    note: str = ""
    """The correction note since the last publication; empty if there is none."""
    noted_since_signed: bool = False
    withdrawn: bool = False

    def tell(self, entry: Entry) -> None:
        """Take in one more entry."""
        match entry.event:
            case DossierOpened(updates=updates):
                self.updates = updates
            case RevisionSaved(content_sha256=text):
                self.text = text
            case CorrectionNoted(note=note):
                self.note, self.noted_since_signed = note, True
            case SignedOff():
                self.noted_since_signed = False
            case Published(content_sha256=text):
                self.published, self.published_text, self.note = self.published + 1, text, ""
            case Withdrawn():
                self.withdrawn = True
            case _:
                pass

    def wrong_with(self, event: Published) -> str:
        """What is wrong with a publication that comes now, in an English clause; empty if nothing is."""
        changed = self.published and self.published_text != event.content_sha256
        continues = event.continues.dossier if event.continues else ""
        wrong = (
            (self.withdrawn, "it was published after it had been withdrawn"),
            (
                event.version != self.published + 1,
                f"it says version {event.version} where {self.published + 1} follows",
            ),
            (event.note != self.note, "its correction note is another than the one written"),
            (changed and not self.note, "its text was changed, and readers were not told what was corrected"),
            (
                self.note and self.noted_since_signed,
                "its correction note was written after it had been signed",
            ),
            (continues != self.updates, "it continues another article than the dossier says"),
        )
        return next((reason for holds, reason in wrong if holds), "")


def _moment(words: str) -> datetime:
    return datetime.fromisoformat(words)
