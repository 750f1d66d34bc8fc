"""NewsML 1: the predecessor of NewsML-G2, still sent by agencies."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from beleg.intake import furniture, markup, stated, wrapped, xml
from beleg.intake.formats import nitf
from beleg.intake.item import Item
from beleg.intake.limits import check_items, collected
from beleg.terms.refusal import Error

_TAG = re.compile(r"<(?:p|br|div|table|ul|ol|h\d|html|body|nitf|body\.content)\b[^<>]*>", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"caption|thumbnail|preview|photo|picture|graphic|logo|icon|keyword|abstract|summary", re.IGNORECASE
)
"""Roles of components whose text describes something else than itself."""
_HEADING = re.compile(r"(?:main ?)?(?:title|head ?line)", re.IGNORECASE)
"""Roles of components whose text is the headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The text that one component holds, and the role it plays."""

    content_item: etree._Element
    content: Item
    role: str


class Newsml1:
    """NewsML 1.0 to 1.2, as agencies have sent it since 2000.

    What it reads
    -------------
    Files with the root `NewsML`: every `NewsItem` in it, components nested as deep as they are, content as NITF, XHTML
    or plain text inside `DataContent`, base64 included. The DTD is not loaded.

    What it takes from it
    ---------------------
    One source for every article: the texts of all components under one headline (a lead and a body, say), each once
    where there are several renditions. With it the headline, by-line, provider, the time of this revision, and the
    language; what a component does not say itself it takes from the one around it. Desk initials and other closing
    lines are taken off the text.

    What it cannot read
    -------------------
    Content that is only referred to by address (`ContentItem Href`, `NewsItemRef`), pictures and their captions,
    catalogues and topic sets.
    """

    id = "newsml_1"
    title = "NewsML 1.2"
    media_type = "text/vnd.iptc.newsml"
    precedence = 20

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the root element is `NewsML`."""
        return xml.root_name(raw) == "NewsML"

    def items(self, raw: bytes, name: str) -> list[Item]:
        """One item for every component with text; see `beleg.intake.format.Format`."""
        root = xml.parse(raw, name)
        for number, _ in enumerate(xml.descendants(root, "ContentItem"), start=1):
            check_items(name, number)
        news_items = xml.children(root, "NewsItem")
        items = collected(name, (item for each in news_items for item in _items(each, root, name)))
        if not items:
            raise Error(f"{name}: NewsML 1.2 without any text item.")
        return items


def _items(news_item: etree._Element, root: etree._Element, name: str) -> Iterator[Item]:
    articles: dict[etree._Element, list[_Part]] = {}
    for component in xml.descendants(news_item, "NewsComponent"):
        part = _part(component, name)
        if part is not None:
            articles.setdefault(_owner(part.content_item, news_item), []).append(part)
    for parts in articles.values():
        if item := _item(parts, news_item, root):
            yield item


def _part(component: etree._Element, name: str) -> _Part | None:
    """What a component itself holds as text, of several renditions the first; None for captions and the like."""
    if any(_NO_ARTICLE.search(_role(each)) for each in (component, *_around(component))):
        return None
    if _renders_the_same(component):
        return None
    for content_item in xml.children(component, "ContentItem"):
        if (content := _content(content_item, name)).text:
            return _Part(content_item=content_item, content=content, role=_role(component))
    return None


def _role(component: etree._Element) -> str:
    return xml.attribute(xml.first(component, "Role"), "FormalName")


def _renders_the_same(component: etree._Element) -> bool:
    """Whether an earlier sibling in a list of equivalents holds the same content in another form."""
    parent = component.getparent()
    if parent is None or xml.attribute(parent, "EquivalentsList").lower() != "yes":
        return False
    return any(
        next(xml.descendants(sibling, "DataContent"), None) is not None
        for sibling in component.itersiblings(preceding=True)
        if xml.local(sibling) == "NewsComponent"
    )


def _owner(content_item: etree._Element, news_item: etree._Element) -> etree._Element:
    """What makes texts one article: the nearest component with a headline, else the whole news item."""
    headed = (each for each in _around(content_item) if xml.words(xml.first(each, "NewsLines", "HeadLine")))
    return next(headed, news_item)


def _item(parts: list[_Part], news_item: etree._Element, root: etree._Element) -> Item | None:
    """The article that parts make together (lead and body, say); None if they are nothing but a headline."""
    headings = [part for part in parts if _HEADING.fullmatch(part.role)]
    body = [part for part in parts if part not in headings]
    if not body:
        return None
    content_item, content = body[0].content_item, body[0].content
    title = _inherited(content_item, "NewsLines", "HeadLine") or content.title
    title = title or next((" ".join(part.content.text.split()) for part in headings), "")
    article = furniture.article(_together([part.content.text for part in body]), title)
    label = xml.words(xml.first(news_item, "Identification", "NameLabel"))
    return Item(
        text=article.text,
        title=title or _inherited(content_item, "NewsLines", "SlugLine") or label,
        publisher=_party(content_item, "Provider")
        or _party(content_item, "Source")
        or xml.words(xml.first(news_item, "Identification", "NewsIdentifier", "ProviderId")),
        author=stated.names(_inherited(content_item, "NewsLines", "ByLine"))
        or _party(content_item, "Creator")
        or content.author
        or article.author,
        published=stated.moment(xml.words(xml.first(news_item, "NewsManagement", "ThisRevisionCreated")))
        or stated.moment(xml.words(xml.first(news_item, "NewsManagement", "FirstCreated")))
        or stated.moment(xml.words(xml.first(root, "NewsEnvelope", "DateAndTime"))),
        language=_language(content_item, news_item),
        taken_back=stated.taken_back(
            "Status", xml.attribute(xml.first(news_item, "NewsManagement", "Status"), "FormalName")
        ),
    )


def _together(texts: list[str]) -> str:
    """The texts one after the other, without one that another repeats (a lead, or the same text in another form)."""
    folded = [" ".join(text.split()) for text in texts]
    kept = [
        text
        for at, text in enumerate(texts)
        if not any(
            folded[at] in other and (len(folded[at]) < len(other) or before < at)
            for before, other in enumerate(folded)
            if before != at
        )
    ]
    return "\n\n".join(kept)


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """The components around a content item, the nearest first."""
    for ancestor in element.iterancestors():
        if xml.local(ancestor) == "NewsComponent":
            yield ancestor


def _inherited(content_item: etree._Element, *path: str) -> str:
    """What the nearest component around says at a path."""
    found = (xml.words(xml.first(component, *path)) for component in _around(content_item))
    return next((text for text in found if text), "")


def _party(content_item: etree._Element, role: str) -> str:
    for component in _around(content_item):
        party = xml.first(component, "AdministrativeMetadata", role, "Party")
        names = [xml.attribute(each, "Value") for each in xml.children(party, "Property")]
        if name := next(filter(None, names), "") or xml.attribute(party, "FormalName"):
            return name
    return ""


def _language(content_item: etree._Element, news_item: etree._Element) -> str:
    for component in _around(content_item):
        said = xml.attribute(xml.first(component, "DescriptiveMetadata", "Language"), "FormalName")
        if code := stated.language(said or xml.attribute(component, "lang")):
            return code
    return stated.language(xml.attribute(news_item, "lang"))


def _content(content_item: etree._Element, name: str) -> Item:
    """Text, headline and by-line of the content itself; an empty text if it holds none."""
    kind = xml.attribute(xml.first(content_item, "MediaType"), "FormalName").lower()
    if kind and "text" not in kind:
        return Item(text="")
    data = next(xml.descendants(content_item, "DataContent"), None)
    if data is None:
        return Item(text="")
    if (document := next(xml.descendants(data, "nitf"), None)) is not None:
        return nitf.item_of(document, name)
    if any(isinstance(child.tag, str) for child in data):
        return Item(text=markup.text_of_element(next(xml.descendants(data, "body", "body.content"), data)))
    return _of_data("".join(str(piece) for piece in data.itertext()), content_item, name)


def _of_data(text: str, content_item: etree._Element, name: str) -> Item:
    encoding = next(xml.descendants(content_item, "Encoding"), None)
    if "base64" in xml.attribute(encoding, "Notation").lower():
        try:
            text = xml.decode(base64.b64decode(text, validate=False))
        except (binascii.Error, ValueError):
            return Item(text="")
    if not _TAG.search(text):
        return Item(text=wrapped.paragraphs(text))
    if text.lstrip().startswith(("<?xml", "<nitf")):
        try:
            return nitf.item_of(xml.parse(text.encode("utf-8"), name), name)
        except Error:
            pass  # not XML after all: read it as the HTML it then is
    return Item(text=markup.text_of_fragment(text, name))
