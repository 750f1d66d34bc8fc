"""NewsML-G2: single items and messages that carry several."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from beleg.intake import furniture, markup, stated, wrapped, xml
from beleg.intake.formats import nitf
from beleg.intake.item import Item
from beleg.intake.limits import collected
from beleg.terms.address import web_address
from beleg.terms.refusal import Error

_ROOTS = frozenset(
    {"newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"}
)
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9.:-]*(?:\s[^<>]*)?/?>")
_MINOR_ROLE = re.compile(
    r"sub|deck|short|teaser|kicker|overline|caption|seo|social|summary|alternative", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """One rendition of the content: its text, and the headline and by-line that stand inside it."""

    text: str
    headline: str = ""
    author: str = ""


class NewsmlG2:
    """NewsML-G2, the IPTC's current format for news of all kinds.

    What it reads
    -------------
    `newsItem` as a file of its own and any number of them in a `newsMessage`, of any version and in any namespace;
    content as XHTML or NITF inside `inlineXML`, and as HTML, XML or plain text inside `inlineData`.

    What it takes from it
    ---------------------
    One source for every item that holds text: the text with its paragraphs (of several renditions the structured one),
    the headline, the by-line or the named creator, the provider, the time this version was made, the language, the
    address of the content as a web page, and whether it was cancelled (`pubStatus`). dpa's note to editors, repeated
    headlines, by-lines and closing lines are taken off the text.

    What it cannot read
    -------------------
    Concepts, knowledge and planning items carry no article and are passed over; a message with nothing else is
    refused. A package only points to articles kept elsewhere: beside articles it is passed over, alone its text is
    the list of the headlines it points to. Content that is only linked (`remoteContent`) is not fetched.
    """

    id = "newsml_g2"
    title = "NewsML-G2"
    media_type = "application/vnd.iptc.g2.newsitem+xml"
    precedence = 10

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the root element is one of NewsML-G2."""
        return xml.root_name(raw) in _ROOTS

    def items(self, raw: bytes, name: str) -> list[Item]:
        """One item for every `newsItem` with text; see `beleg.intake.format.Format`."""
        root = xml.parse(raw, name)
        sent = stated.moment(xml.words(xml.first(root, "header", "sent")))
        items = collected(name, (_item(each, sent, name) for each in xml.outermost(root, "newsItem")))
        items = items or collected(
            name, (_package(each, sent) for each in xml.outermost(root, "packageItem"))
        )
        if not items:
            raise Error(f"{name}: NewsML-G2 without any text item.")
        return items


def _item(news_item: etree._Element, sent: datetime | None, name: str) -> Item:
    about, content_about = xml.first(news_item, "itemMeta"), xml.first(news_item, "contentMeta")
    content = _content(news_item, name)
    title = _headline(content_about) or xml.words(xml.first(about, "title")) or content.headline
    article = furniture.article(content.text, title)
    return Item(
        text=article.text,
        title=title or xml.words(xml.first(content_about, "slugline")),
        publisher=_publisher(news_item),
        author=_author(content_about) or content.author or article.author,
        published=_published(about, content_about) or sent,
        language=stated.language(
            xml.attribute(xml.first(content_about, "language"), "tag") or xml.attribute(news_item, "lang")
        ),
        address=_address(news_item),
        taken_back=stated.taken_back("pubStatus", _status(about)),
    )


def _package(package: etree._Element, sent: datetime | None) -> Item:
    """What a package says itself: its headline, and as a list the headlines of the items it points to."""
    about, content_about = xml.first(package, "itemMeta"), xml.first(package, "contentMeta")
    pointed_to = [
        xml.words(xml.first(reference, "headline")) or xml.words(xml.first(reference, "title"))
        for reference in xml.descendants(package, "itemRef")
    ]
    return Item(
        text="\n".join(f"- {headline}" for headline in dict.fromkeys(pointed_to) if headline),
        title=_headline(content_about) or xml.words(xml.first(about, "title")),
        publisher=_publisher(package),
        author=_author(content_about),
        published=_published(about, content_about) or sent,
        language=stated.language(
            xml.attribute(xml.first(content_about, "language"), "tag") or xml.attribute(package, "lang")
        ),
    )


def _status(about: etree._Element | None) -> str:
    status = xml.first(about, "pubStatus")
    return xml.attribute(status, "qcode") or xml.attribute(status, "uri")


def _headline(content_about: etree._Element | None) -> str:
    """The main headline: one without a role or with a major one before a sub-headline."""
    headlines = [each for each in xml.children(content_about, "headline") if xml.words(each)]
    main = [each for each in headlines if not _MINOR_ROLE.search(xml.attribute(each, "role"))]
    return xml.words((main or headlines)[0]) if headlines else ""


def _author(content_about: etree._Element | None) -> str:
    if by_line := stated.names(xml.words(xml.first(content_about, "by"))):
        return by_line
    creators = (_name(creator) for creator in xml.children(content_about, "creator"))
    # Agencies put log-ins and initials here as well; a person's name has two parts.
    return ", ".join(dict.fromkeys(name for name in creators if " " in name and name[:1].isupper()))


def _publisher(news_item: etree._Element) -> str:
    content_about = xml.first(news_item, "contentMeta")
    holders = (
        xml.first(news_item, "itemMeta", "provider"),
        *(
            each
            for each in xml.children(content_about, "infoSource")
            if not xml.attribute(each, "role").endswith("originfo")  # who only gave information
        ),
        xml.first(news_item, "rightsInfo", "copyrightHolder"),
    )
    named = next((name for holder in holders if (name := _name(holder))), "")
    credit = xml.words(xml.first(content_about, "creditline"))
    return named or (credit if not credit.endswith(".") else "")  # a sentence names nobody


def _address(news_item: etree._Element) -> str:
    """Where the content stands on the web as a page."""
    linked = (
        xml.attribute(remote, "href")
        for contents in xml.children(news_item, "contentSet")
        for remote in xml.children(contents, "remoteContent")
        if xml.attribute(remote, "contenttype") == "text/html"
    )
    return next((address for words in linked if (address := web_address(words))), "")


def _name(holder: etree._Element | None) -> str:
    return xml.words(xml.first(holder, "name")) or xml.attribute(holder, "literal")


def _published(about: etree._Element | None, content_about: etree._Element | None) -> datetime | None:
    dates = (
        xml.first(about, "versionCreated"),
        xml.first(content_about, "contentModified"),
        xml.first(content_about, "contentCreated"),
    )
    return next((moment for date in dates if (moment := stated.moment(xml.words(date)))), None)


def _content(news_item: etree._Element, name: str) -> _Content:
    """The best rendition of the content: structured before plain, in the order of the document."""
    contents = [
        content
        for content_set in xml.children(news_item, "contentSet")
        for each in (*xml.children(content_set, "inlineXML"), *_inline_data(content_set))
        if (content := _of_xml(each, name) if xml.local(each) == "inlineXML" else _of_data(each, name)).text
    ]
    return contents[0] if contents else _Content(text="")


def _inline_data(content_set: etree._Element) -> list[etree._Element]:
    return sorted(
        xml.children(content_set, "inlineData"),
        key=lambda each: "plain" in xml.attribute(each, "contenttype"),
    )


def _of_xml(inline: etree._Element, name: str) -> _Content:
    if (document := next(xml.descendants(inline, "nitf"), None)) is not None:
        item = nitf.item_of(document, name)
        return _Content(text=item.text, headline=item.title, author=item.author)
    headline = next(
        (text for each in xml.descendants(inline, "h1", "title") if (text := xml.words(each))), ""
    )
    body = next(xml.descendants(inline, "body"), inline)
    return _Content(text=markup.text_of_content(body, name), headline=headline)


def _of_data(inline: etree._Element, name: str) -> _Content:
    text = "".join(str(piece) for piece in inline.itertext())
    kind = xml.attribute(inline, "contenttype").lower()
    if "base64" in xml.attribute(inline, "encoding").lower():
        try:
            text = xml.decode(base64.b64decode(text, validate=False))
        except (binascii.Error, ValueError):
            return _Content(text="")
    if "plain" in kind or not _TAG.search(text):
        # Some agencies wrap plain text, line breaks and all, in a pair of tags.
        return _Content(text=wrapped.paragraphs(_TAG.sub("", text)))
    if text.lstrip().startswith(("<?xml", "<nitf")):
        try:
            return _of_xml(_wrapped_in_root(xml.parse(text.encode("utf-8"), name)), name)
        except Error:
            pass  # not XML after all: read it as the HTML it then is
    return _Content(text=markup.text_of_fragment(text, name))


def _wrapped_in_root(element: etree._Element) -> etree._Element:
    root = etree.Element("inlineXML")
    root.append(element)
    return root
