"""Feeds: RSS and Atom."""

import io
import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from beleg.intake import markup, stated, wrapped, xml
from beleg.intake.apart import read_apart
from beleg.intake.item import Item
from beleg.intake.limits import check_items, check_tags, collected
from beleg.intake.markup import Fragment
from beleg.terms.address import web_address
from beleg.terms.refusal import Error

_ROOTS = frozenset({"rss", "feed", "RDF", "channel"})
_ENTRY = re.compile(r"<(?:[\w.-]{1,40}:)?(?:item|entry)[\s>]", re.IGNORECASE)
_ADDRESS = re.compile(r"[<(]?[^\s<>()@]{1,64}@[^\s<>()@]{1,255}[>)]?")
"""Lengths of RFC 5321, section 4.5.3.1."""
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")


class Feed:
    """RSS and Atom feeds.

    What it reads
    -------------
    RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom, through feedparser, which also reads most broken ones.

    What it takes from it
    ---------------------
    One source for every entry with text: its content, or where there is none its summary, turned into plain text;
    title, author, the feed's title as publisher, the time it was last updated or published, the language, and its
    address.

    What it cannot read
    -------------------
    Files with more than 2,000 entries, or that take more than 1 GB of memory or 60 seconds in the process of their
    own in which they are read. Entries with a title only, which are passed over. What publishers put into elements of
    their own beside the standard ones. The page an entry links to is not fetched: take in its address for the whole
    article.
    """

    id = "feed"
    title = "RSS/Atom"
    media_type = "application/atom+xml"
    precedence = 35

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the root element is one of RSS or Atom."""
        root = xml.root_name(raw)
        return root in _ROOTS and (
            root != "RDF" or b"purl.org/rss" in raw[: 64 * 1024] or b"netscape.com/rdf" in raw[: 64 * 1024]
        )

    def items(self, raw: bytes, name: str) -> list[Item]:
        """One item for every entry with text; see `beleg.intake.format.Format`."""
        return read_apart(self.id, raw, name)


def read_here(raw: bytes, name: str) -> list[Item]:
    """As `Feed.items`, in this very process."""
    import feedparser

    text = xml.decode(raw)
    xml.refuse_entities(text, name)
    check_tags(name, text)
    for number, _ in enumerate(_ENTRY.finditer(text), start=1):
        check_items(name, number)
    try:
        # A stream: bytes that are a file name would be opened, a string that is an address fetched.
        feed = feedparser.parse(
            io.BytesIO(text.encode("utf-8")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise Error(f"{name}: broken feed ({type(error).__name__}).") from error
    items = collected(name, (_item(entry, feed.feed, name) for entry in feed.entries))
    if not items:
        problem = "no entry with text in this feed" if feed.entries or not feed.bozo else "broken feed"
        raise Error(f"{name}: {problem}.")
    return items


def _item(entry: Mapping[str, object], feed: Mapping[str, object], name: str) -> Item:
    title = _one_line(_said(entry, "title"), name)
    source = entry.get("source")
    read = _text(entry, name)
    return Item(
        text=read.text,
        hidden=read.hidden,
        title=title,
        publisher=_one_line(
            (_said(source, "title") if isinstance(source, Mapping) else "") or _said(feed, "title"),
            name,
        ),
        author=_author(entry, name) or _author(feed, name),
        published=_date(_said(entry, "updated"))
        or _date(_said(entry, "published"))
        or _date(_said(entry, "created")),
        language=stated.language(_language(entry) or _said(feed, "language")),
        address=web_address(_said(entry, "link")),
    )


def _author(about: Mapping[str, object], name: str) -> str:
    """The author's name without the e-mail address beside it: `post@bote.example (Ute Falk)`.

    feedparser splits the two itself, wrongly where the top-level domain has more than six letters (`.hamburg`).
    """
    author = _one_line(_said(about, "author"), name)
    person = " ".join(_ADDRESS.sub(" ", author).split())
    return stated.names(person[1:-1] if person.startswith("(") and person.endswith(")") else person or author)


def _text(entry: Mapping[str, object], name: str) -> Fragment:
    """The longest of the entry's contents, else its summary."""
    contents = entry.get("content")
    texts = (
        [_plain(each, name) for each in contents if isinstance(each, Mapping)]
        if isinstance(contents, list)
        else []
    )
    detail = entry.get("summary_detail")
    longest = max(texts, key=lambda read: len(read.text), default=Fragment(""))
    return _plain(detail, name) if not longest.text and isinstance(detail, Mapping) else longest


def _plain(content: Mapping[str, object], name: str) -> Fragment:
    value, kind = _said(content, "value"), _said(content, "type")
    if "html" in kind or ("plain" not in kind and _TAG.search(value)):
        return markup.read_fragment(value, name)
    return Fragment(wrapped.paragraphs(value))


def _language(entry: Mapping[str, object]) -> str:
    contents = entry.get("content")
    details = [
        *(contents if isinstance(contents, list) else []),
        entry.get("summary_detail"),
        entry.get("title_detail"),
    ]
    found = (_said(detail, "language") for detail in details if isinstance(detail, Mapping))
    return next((language for language in found if language), "")


def _date(value: str) -> datetime | None:
    """RFC 822 (RSS) or RFC 3339 (Atom, Dublin Core); None without a time zone."""
    if moment := stated.moment(value):
        return moment
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo is not None else None


def _said(values: Mapping[str, object], key: str) -> str:
    # Not the feed's own `get`, which maps names of its older versions onto newer ones and warns of it.
    value = dict.get(values, key) if isinstance(values, dict) else None
    return value if isinstance(value, str) else ""


def _one_line(text: str, name: str) -> str:
    return (
        " ".join(markup.text_of_fragment(text, name).split())
        if _TAG.search(text) or "&" in text
        else " ".join(wrapped.clean(text).split())
    )
