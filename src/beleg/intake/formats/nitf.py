"""NITF: one article per file."""

from datetime import datetime

from lxml import etree

from beleg.intake import furniture, markup, stated, xml
from beleg.intake.item import Item
from beleg.terms.refusal import Error


class Nitf:
    """News Industry Text Format, the XML that agencies have sent texts in since 1999.

    What it reads
    -------------
    NITF 2.5 to 3.6 as a file of its own, with or without a DTD (which is not loaded) or a namespace.

    What it takes from it
    ---------------------
    The text of `body.content` with paragraphs, subheads, lists and tables; the headline (`hl1`, else the title of the
    head), the by-line, the distributor or copyright holder, the date of issue or release if it has a time zone, and
    the language. A repeated headline or by-line at the beginning and closing lines ("ends", desk initials, credits of
    reporters and editors in brackets) are taken off the text.

    What it cannot read
    -------------------
    Pictures, films and their captions (`media`); notes at the end (`body.end`); dates without a time zone, because
    the standard does not say which one is meant.
    """

    id = "nitf"
    title = "NITF"
    media_type = "application/nitf+xml"
    precedence = 30

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the root element is `nitf`."""
        return xml.root_name(raw) == "nitf"

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one article of the file; see `beleg.intake.format.Format`."""
        item = item_of(xml.parse(raw, name), name)
        if not item.text:
            raise Error(f"{name}: NITF without any text.")
        return [item]


def item_of(nitf: etree._Element, name: str) -> Item:
    """What an `nitf` element in the file `name` says, alone or inside NewsML; the text is empty if it has none."""
    head, body = xml.first(nitf, "head"), xml.first(nitf, "body")
    body_head = xml.first(body, "body.head")
    title = headline(nitf)
    article = furniture.article(_text(body, name), title)
    return Item(
        text=article.text,
        title=title,
        publisher=_publisher(head, body_head),
        author=_author(body_head) or article.author,
        published=_published(head),
        language=stated.language(
            xml.attribute(nitf, "baselang") or xml.attribute(nitf, "lang") or xml.attribute(body, "lang")
        ),
        taken_back=stated.taken_back(
            "management-status", xml.attribute(xml.first(head, "docdata"), "management-status")
        ),
    )


def headline(nitf: etree._Element) -> str:
    """The main headline of the body's head, else the title of the head."""
    body_head = next(xml.descendants(nitf, "body.head"), None)
    for found in xml.descendants(body_head, "hl1"):
        if text := xml.words(found):
            return text
    return xml.words(xml.first(nitf, "head", "title"))


def _text(body: etree._Element | None, name: str) -> str:
    parts = (markup.text_of_content(content, name) for content in xml.children(body, "body.content"))
    return "\n\n".join(part for part in parts if part)


def _author(body_head: etree._Element | None) -> str:
    people: list[str] = []
    for by_line in xml.children(body_head, "byline"):
        persons = [xml.words(person) for person in xml.descendants(by_line, "person")]
        people += [person for person in persons if person] or [stated.names(xml.words(by_line))]
    return ", ".join(dict.fromkeys(person for person in people if person))


def _publisher(head: etree._Element | None, body_head: etree._Element | None) -> str:
    documented = xml.first(head, "docdata")
    copyright_holder = xml.attribute(xml.first(documented, "doc.copyright"), "holder")
    source = xml.attribute(xml.first(documented, "del-list", "from-src"), "src-name")
    return xml.words(xml.first(body_head, "distributor")) or copyright_holder or source


def _published(head: etree._Element | None) -> datetime | None:
    documented = xml.first(head, "docdata")
    dates = (
        xml.attribute(xml.first(documented, "date.issue"), "norm"),
        xml.attribute(xml.first(documented, "date.release"), "norm"),
        xml.attribute(xml.first(head, "pubdata"), "date.publication"),
    )
    return next((moment for date in dates if (moment := stated.moment(date))), None)
