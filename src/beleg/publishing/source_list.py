"""Source list: the sources of an article as its page prints them."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.publishing.labels import labels_in
from beleg.publishing.words import shown
from beleg.terms.address import web_address
from beleg.terms.events import SourceTakenIn


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSource:
    """One line of the list, in the language of the page."""

    source: str
    """Id of the source."""
    words: str
    """Publisher and title as far as known, else its name."""
    remark: str
    """That it shares its origin, or that the text was not compared with it; empty if there is nothing to say."""
    address: str
    """Where it was fetched from, as a link; empty if that is no address of the web."""


def source_list(
    sources: Sequence[SourceTakenIn], compared: Sequence[SourceTakenIn], language: str
) -> tuple[PrintedSource, ...]:
    """Return what a page in `language` prints about each of `sources`, in order.

    `compared` are those the text was held against. There is no way to leave a source out.
    """
    labels = labels_in(language)
    held_against = frozenset(source.source for source in compared)
    lines = []
    for source in sources:
        remarks = [labels.same_origin] if source.same_origin_as else []
        if source.source not in held_against:
            remarks.append(labels.not_compared)
        lines.append(
            PrintedSource(
                source=source.source,
                words=source_words(source),
                remark="; ".join(remarks),
                address=web_address(source.address),
            )
        )
    return tuple(lines)


def source_words(source: SourceTakenIn) -> str:
    """Return what a page calls a source: who it is by and its title as far as known, else its name.

    A mail or a press release has no publisher; its author stands in the place.
    """
    by = source.publisher or source.author
    parts = [part for part in (by, source.title) if part] or [source.name or source.source[:12]]
    return shown(": ".join(parts))
