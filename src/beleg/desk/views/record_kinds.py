"""Kinds: what the entries of a record are sorted by, so that somebody finds the decisions among the checks."""

from dataclasses import dataclass

from beleg.desk.wording import Wording
from beleg.terms.events import (
    CorrectionNoted,
    DossierOpened,
    DraftChecked,
    EmbargoSet,
    Entry,
    Event,
    FindingDismissed,
    FindingEscalated,
    Published,
    RevisionSaved,
    SentenceConfirmed,
    SignedOff,
    SourceTakenIn,
    Withdrawn,
)
from beleg.terms.events_byline import BylineSet
from beleg.terms.events_sources import SourceDescribed
from beleg.terms.generation import DraftGenerated
from beleg.terms.source_change import SourceChanged, SourceRetracted

_KINDS: tuple[tuple[str, tuple[type[Event], ...]], ...] = (
    ("sources", (SourceTakenIn, SourceChanged, SourceRetracted, SourceDescribed)),
    ("text", (DossierOpened, RevisionSaved, DraftGenerated)),
    ("checks", (DraftChecked,)),
    ("decisions", (FindingDismissed, FindingEscalated, SentenceConfirmed)),
    ("release", (SignedOff, Published, EmbargoSet, CorrectionNoted, BylineSet, Withdrawn)),
)
OTHER = "other"
"""What belongs to none of the kinds; nothing is left out of all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind as a choice: its name in the address (empty: all), what it is called, how many entries it has."""

    name: str
    words: str
    count: int
    chosen: bool


def kind_of(event: Event) -> str:
    """Which kind an event belongs to."""
    return next((name for name, types in _KINDS if isinstance(event, types)), OTHER)


def kinds(entries: tuple[Entry, ...], chosen: str, words: Wording) -> tuple[Kind, ...]:
    """The choices for a record: everything first, then the kinds that it has entries of."""
    called = {
        "sources": words.say("Sources"),
        "text": words.say("Text"),
        "checks": words.say("Checks"),
        "decisions": words.say("Decisions"),
        "release": words.say("Signature and publication"),
        OTHER: words.say("Other things"),
    }
    counts = {name: sum(1 for entry in entries if kind_of(entry.event) == name) for name in called}
    everything = Kind(name="", words=words.say("Everything"), count=len(entries), chosen=chosen not in called)
    return (
        everything,
        *(
            Kind(name=name, words=called[name], count=count, chosen=chosen == name)
            for name, count in counts.items()
            if count or chosen == name
        ),
    )


def of_kind(entries: tuple[Entry, ...], chosen: str) -> tuple[Entry, ...]:
    """The entries of a kind in their order; all of them where none is chosen, or one that there is not."""
    known = {OTHER, *(name for name, _ in _KINDS)}
    return tuple(entry for entry in entries if chosen not in known or kind_of(entry.event) == chosen)
