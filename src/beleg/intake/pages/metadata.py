"""Metadata: what a page says about itself in its head and around its headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from beleg.intake.pages.byline import byline, names_in
from beleg.intake.pages.furniture import is_named, opening_words, words_of
from beleg.intake.pages.headline import headline
from beleg.intake.pages.json_ld import JsonLd, articles
from beleg.intake.stated import taken_back

_GERMAN_DATE = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\D{1,12}(\d{1,2}):(\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What the page states; fields it does not state are empty, nothing is taken from elsewhere."""

    title: str
    publisher: str
    author: str
    published: datetime | None
    language: str
    address: str
    description: str
    taken_back: str


def metadata(page: HtmlElement, address: str = "") -> PageMetadata:
    """Read the metadata of a page that still has its scripts.

    Trusted in this order: schema.org JSON-LD of an article, OpenGraph and Dublin Core, other `<meta>`, elements of
    the page, and for author and date what trafilatura finds. A date without a time of day is midnight in UTC; a time
    without a zone is taken as UTC. `address` is where the page was fetched from, for resolving a relative canonical
    one.
    """
    article = next(articles(page), JsonLd())
    meta = _meta(page)
    canonical = _canonical(page, meta, address)
    host = (urlsplit(canonical or address).hostname or "").removeprefix("www.")
    publisher = article.publisher or meta.first(
        "og:site_name", "dc.publisher", "dcterms.publisher", "publisher"
    )
    document_title = words_of(title) if (title := page.find(".//title")) is not None else ""
    publisher = publisher or _publisher_in(document_title, host) or _site_name(page, host) or host
    found = _found_by_trafilatura(page)
    return PageMetadata(
        title=headline(
            declared=[article.headline, *meta.all("og:title", "dc.title", "twitter:title")],
            on_page=[words_of(h1) for h1 in page.iter("h1")],
            document_title=document_title,
            publisher=publisher,
        ),
        publisher=publisher,
        author=_author(page, article, meta, publisher, found.author),
        published=_published(page, article, meta, found.date),
        language=_language(page, article, meta),
        address=canonical,
        description=article.description or meta.first("og:description", "description", "dc.description"),
        taken_back=taken_back("creativeWorkStatus", article.status),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class _Meta:
    """The `<meta>` elements of a page: lower-case name or property, and content."""

    entries: tuple[tuple[str, str], ...]

    def all(self, *names: str) -> list[str]:
        return [content for name in names for key, content in self.entries if key == name and content]

    def first(self, *names: str) -> str:
        return next(iter(self.all(*names)), "")


def _meta(page: HtmlElement) -> _Meta:
    entries = []
    for element in page.iter("meta"):
        content = " ".join((element.get("content") or "").replace("\xad", "").split())
        for attribute in ("property", "name", "itemprop"):
            if key := element.get(attribute):
                entries.append((key.lower(), content))
    return _Meta(tuple(entries))


def _canonical(page: HtmlElement, meta: _Meta, address: str) -> str:
    links = [
        link.get("href") or "" for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    for stated in (*links, *meta.all("og:url")):
        try:
            resolved = str(urljoin(address, stated.strip()))
            if (
                stated.strip()
                and urlsplit(resolved).scheme in {"http", "https"}
                and urlsplit(resolved).hostname
            ):
                return resolved
        except ValueError:
            continue
    return ""


def _publisher_in(document_title: str, host: str) -> str:
    """The part of the document's title that spells the host (`BKA - … - Headline` on bka.de), else empty."""
    label = host.rsplit(".", 1)[0].rsplit(".", 1)[-1].replace("-", "").lower()
    for part in re.split(r"\s+[-–—|:·•»]+\s+", document_title):
        if label and re.sub(r"[\W_]+", "", part).lower() in {label, host.replace(".", "").replace("-", "")}:
            return part.strip()
    return ""


def _site_name(page: HtmlElement, host: str) -> str:
    """The name in the page's branding, where it spells the host's name (`Amt für Ämter` would not on example.org)."""
    label = _folded(host.rsplit(".", 1)[0].rsplit(".", 1)[-1])
    for element in page.iter("a", "div", "span", "p"):
        if (
            is_named(element, "site_names")
            and (words := opening_words(element))
            and len(words) <= 60
            and label in _folded(words)
        ):
            return words
    return ""


def _author(page: HtmlElement, article: JsonLd, meta: _Meta, publisher: str, found: str) -> str:
    stated = [
        article.author,
        *meta.all(
            "author",
            "article:author",
            "dc.creator",
            "dcterms.creator",
            "parsely-author",
            "cxenseparse:author",
        ),
    ]
    house = _folded(publisher)
    people = [
        name
        for entry in stated
        if (name := names_in(entry)) and _folded(name) not in house and house not in _folded(name)
    ]
    if people:
        return people[0]
    return (
        byline(page) or names_in(found) or next((name for entry in stated if (name := names_in(entry))), "")
    )


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _published(page: HtmlElement, article: JsonLd, meta: _Meta, found: str) -> datetime | None:
    named = (
        "article:published_time",
        "datepublished",
        "og:published_time",
        "dc.date.issued",
        "dcterms.issued",
    )
    further = (
        "date",
        "dc.date",
        "dcterms.date",
        "publish-date",
        "pubdate",
        "article:published",
        "dcterms.created",
    )
    times = [
        element.get("datetime") or ""
        for element in page.iter("time")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    ]
    for stated in (article.published, *meta.all(*named, *further), *times, found, _dateline(page)):
        if stated and (moment := _moment(stated)):
            return moment
    return None


def _dateline(page: HtmlElement) -> str:
    """The first short line with a date in figures (`10.11.2021`) right behind the last headline, else empty."""
    following = 0
    for element in page.iter():
        if element.tag == "h1":
            following = 40
        elif following > 0 and element.tag in {"p", "span", "div", "li", "em", "td"}:
            following -= 1
            if len(words := opening_words(element)) <= 60 and _GERMAN_DATE.search(words):
                return words
    return ""


def _moment(stated: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stated.strip())
    except ValueError:
        date = _GERMAN_DATE.search(stated)
        if date is None:
            return None
        day, month, year, hour, minute = (int(part or 0) for part in date.groups())
        try:
            moment = datetime(year, month, day, hour, minute, tzinfo=UTC)
        except ValueError:
            return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _language(page: HtmlElement, article: JsonLd, meta: _Meta) -> str:
    root = page.getroottree().getroot()
    stated: Sequence[str] = (
        root.get("lang") or root.get("xml:lang") or "",
        article.language,
        *meta.all("content-language", "language", "dc.language", "og:locale"),
    )
    for language in stated:
        if tag := re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", language.strip()):
            return tag.group().lower()
    return ""


def _found_by_trafilatura(page: HtmlElement) -> _Found:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(page, extensive=False)
    return _Found(author=found.author or "", date=found.date or "") if found is not None else _Found()
