"""Versions: which item of a document fetched again is the newer version of a source."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from beleg.newsroom.house import Newsroom
from beleg.terms.affected import HeldSource
from beleg.terms.source import Source
from beleg.terms.source_change import VersionChange

_FEED = "application/atom+xml"
"""The format whose documents hold other articles every day, whatever its dialect (`beleg.intake.formats.feed`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerVersion:
    """The newer version of a source, and how it differs; `says` is why none can be told, empty where one can."""

    source: Source
    change: VersionChange
    says: str = ""

    @property
    def changed(self) -> bool:
        """Whether it says something else than the source."""
        return not self.says and not self.change.same

    @property
    def unrelated(self) -> bool:
        """Whether it has nothing in common with the source."""
        return not self.says and self.change.unrelated


def is_of_feed(newsroom: Newsroom, held: HeldSource) -> bool:
    """Whether a source is an entry of a feed."""
    dossier = newsroom.dossier(held.dossier)
    return any(one.source == held.source and one.media_type == _FEED for one in dossier.sources)


def versions_of(newsroom: Newsroom, held: HeldSource) -> tuple[str, ...]:
    """Return the ids of a source and of the versions of it that it stands for in its dossier, the newest first."""
    older: dict[str, list[str]] = defaultdict(list)
    for source, newer in newsroom.dossier(held.dossier).replaced.items():
        older[newer].append(source)
    found = {held.source: None}
    further = [held.source]
    while further:
        new = [source for source in older[further.pop()] if source not in found]
        found |= dict.fromkeys(new)
        further += new
    return tuple(found)


def newer_version(newsroom: Newsroom, held: HeldSource, items: Sequence[Source]) -> NewerVersion:
    """Return the newer version of a source among the items of what stands at its address now, at least one.

    Of several items, as a feed has them, it is the one with the same title, else the one that has most of the source's
    passages. A document of another format is not compared: the source came from a file that only names this address.
    """
    older = newsroom.source(held.dossier, held.source)
    if items[0].media_type != older.media_type:
        what = f"there is {items[0].media_type} now, the source is {older.media_type}"
        return NewerVersion(source=items[0], change=VersionChange(), says=what)
    same = next((item for item in items if item.sha256 == older.sha256 and item.item == older.item), None)
    if same is not None:
        return NewerVersion(source=same, change=VersionChange(kept=1))
    titled = [item for item in items if item.title and item.title.casefold() == older.title.casefold()]
    candidates = items if len(items) == 1 else titled or items
    compared = [(newsroom.compare(held.dossier, held.source, item), item) for item in candidates]
    change, item = max(compared, key=lambda pair: pair[0].kept)
    several = len(items) > 1 or older.item > 0 or older.media_type == _FEED
    if several and change.unrelated:
        return NewerVersion(source=item, change=change, says="the feed no longer has it")
    return NewerVersion(source=item, change=change)
