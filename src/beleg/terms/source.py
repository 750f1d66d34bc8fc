"""Source: a document taken in."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document taken in: its plain text, where it came from, and the hash of the bytes as they came.

    Never "the person who said it"; that is a speaker. Text fields that the document does not give are empty;
    `published` and `captured` are None where unknown and always carry a time zone otherwise. A document that names a
    day and no time is dated at the beginning of that day in UTC: see `only_a_day`.
    """

    text: str
    """The plain text; every span of the source counts code points of exactly this."""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: datetime | None = None
    language: str = ""
    """BCP 47, lower case (`de`, `en`), as the document says or as detected; empty if neither."""
    address: str = ""
    """Where it was fetched from; for a file, where the document itself says it is published; empty if neither."""
    name: str = ""
    """The file name or the address: what to call it in a sentence to a person."""
    media_type: str = "text/plain"
    captured: datetime | None = None
    sha256: str = ""
    """SHA-256 of the raw bytes as they came, in hex; filled from `text` (UTF-8) where there are none."""
    item: int = 0
    """Which item of the raw bytes this is: an agency message can hold several."""
    taken_back: str = ""
    """What the document says of having been taken back by its publisher (`pubStatus: canceled`); empty if it says
    nothing of it.
    """
    raw: bytes = field(default=b"", repr=False)
    hidden: tuple[str, ...] = ()
    """Running text of the document that no reader sees: at most 20 pieces of 300 characters. It is no part of `text`
    and no evidence for anything."""

    def __post_init__(self) -> None:
        if not self.sha256:
            raw = self.raw or self.text.encode("utf-8", "surrogatepass")
            object.__setattr__(self, "sha256", sha256(raw).hexdigest())

    @property
    def id(self) -> str:
        """What names this source in evidence and in the record: the hash, and `.n` for the n-th further item."""
        return f"{self.sha256}.{self.item}" if self.item else self.sha256

    @property
    def label(self) -> str:
        """What to call it on a screen: publisher and title as far as known, else its name."""
        return ": ".join(part for part in (self.publisher, self.title) if part) or self.name or self.id[:12]


def only_a_day(published: datetime) -> bool:
    """Whether a source's date is known to the day only, so that no time of it may be shown: it is the beginning of a
    day in UTC.
    """
    return published.utcoffset() == UTC.utcoffset(None) and published.time() == time()
