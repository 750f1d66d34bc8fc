"""Item: one article as a format found it in the raw bytes."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article of a file, before it becomes a source with hash, capture time and name.

    A file can hold several: an agency message carries two stories, a feed twenty. Fields that the document does not
    give are empty; nothing here is guessed.
    """

    text: str
    """The plain text: paragraphs separated by one blank line, list entries as lines that start with `- `,
    subheads as lines that start with `## `.

    Headline and by-line are not part of it; a dateline that stands in the first paragraph is.
    """
    title: str = ""
    publisher: str = ""
    author: str = ""
    """Who wrote it, several names joined by a comma and a space."""
    published: datetime | None = None
    """When it was published or last sent out; always with a time zone, None where the document does not say."""
    language: str = ""
    """Primary language tag of BCP 47 in lower case (`de`, `en`, `nb`), as the document says; empty if it does not."""
    address: str = ""
    """Where the document says it can be found on the web; empty if it does not."""
    taken_back: str = ""
    """What the document says of having been taken back by its publisher (`pubStatus: canceled`); empty if it says
    nothing of it.
    """
    hidden: tuple[str, ...] = ()
    """Running text of the document that no reader sees, as `beleg.intake.hidden` keeps it; no part of `text`."""
