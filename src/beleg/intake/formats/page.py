"""Web page: the article of an HTML page."""

import re

from lxml import etree
from lxml import html as lxml_html

from beleg.intake.charset import decode_page
from beleg.intake.hidden import take_out
from beleg.intake.item import Item
from beleg.intake.limits import MB, in_words
from beleg.intake.markup import without_inlined
from beleg.terms.refusal import Error
from beleg.text.xml_characters import NOT_XML

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).)*+-->\s*+)*+(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_SOME_TAG = re.compile(r"<(?:p|div|h1|h2|meta|title|article|section|table|br|span)[\s/>]", re.IGNORECASE)
"""Characters that a parsed tree cannot hold (XML 1.0, production 2)."""
_START = re.compile(r"<[a-z]", re.IGNORECASE)
_MAX_ELEMENTS = 30_000
_MAX_STARTS = 10 * _MAX_ELEMENTS
"""What looks like the start of an element before the page is parsed, scripts included."""
_MAX_ANCESTORS = 1_500_000
"""Elements around all elements together, 50 around each of 30,000; finding the article looks at them several times."""
_MAX_PAGE = 10 * MB
"""Characters of a page without what is inlined in it; the largest news pages have 3 MB, most of it scripts."""


class Page:
    """Web page (HTML).

    What it reads
    -------------
    HTML and XHTML pages as a browser saved them or as they were fetched, whatever their file name says. The charset is
    taken from a byte order mark, from being valid UTF-8, from the page's `<meta charset>`, or is Windows-1252.

    What it takes from it
    ---------------------
    The article: its lead, paragraphs, subheads (as lines that begin with `## `) and lists, found by trafilatura after
    navigation, captions, link lists, share buttons, cookie notes and the like were removed. Title, publisher, author,
    date, language, canonical address and whether it was withdrawn from schema.org JSON-LD, OpenGraph, Dublin Core and
    the page itself. A page that gives only a date is dated midnight in UTC. Scripts are never executed. Running text
    that no reader sees is kept aside, and so are comments and attributes that give orders to a machine.

    What it cannot read
    -------------------
    Text that only a script puts on the page, text in pictures, tables, reader comments, and what stands behind a
    paywall. Which part of a page is the article is a judgement; the raw bytes are kept so that it can be checked.
    """

    id = "page"
    title = "Web page"
    media_type = "text/html"
    precedence = 600

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the bytes begin like HTML, or hold HTML tags and the name ends in `.html` or `.htm`."""
        beginning = decode_page(raw[:4096]).lstrip("\ufeff")
        if _OPENING.match(beginning):
            return True
        return name.lower().endswith((".html", ".htm", ".xhtml")) and bool(_SOME_TAG.search(beginning))

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one article of the page; raises `Error` where the page is empty or holds no text."""
        from beleg.intake.pages.main_text import main_text
        from beleg.intake.pages.metadata import metadata

        markup = decode_page(raw)
        page = parsed(markup, name)
        try:
            stated = metadata(page)
            hidden = take_out(page, markup)
            text = main_text(page, stated.title, stated.description)
        except Exception as fault:  # the libraries below raise whatever a hostile tree brings about
            raise Error(f"{name}: its main text cannot be found.") from fault
        if not text:
            raise Error(f"{name}: no article text in this page.")
        return [
            Item(
                text=text,
                title=stated.title,
                publisher=stated.publisher,
                author=stated.author,
                published=stated.published,
                language=stated.language,
                address=stated.address,
                taken_back=stated.taken_back,
                hidden=hidden,
            )
        ]


def parsed(markup: str, name: str) -> lxml_html.HtmlElement:
    """The tree of a page, within the limits. Raises `Error`, naming the file `name`, beyond them and where there is no
    text.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    text = without_inlined(NOT_XML.sub(" ", markup))
    if len(text) > _MAX_PAGE:
        raise Error(f"{name}: too large; {in_words(len(text))}, the limit is {in_words(_MAX_PAGE)}.")
    if sum(1 for _ in _START.finditer(text)) > _MAX_STARTS:
        raise Error(f"{name}: more than {_MAX_ELEMENTS:,} elements, which is the limit for a page.")
    try:
        page = lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise Error(f"{name}: no text in it.") from fault
    if any("huge" in entry.message.lower() for entry in parser.error_log):
        raise Error(f"{name}: is nested too deeply, or holds too large a piece, to be read as a page.")
    depths: dict[lxml_html.HtmlElement, int] = {}
    for number, element in enumerate(page.iter()):
        depths[element] = depths.get(element.getparent(), 0) + 1
        if number > _MAX_ELEMENTS:
            raise Error(f"{name}: more than {_MAX_ELEMENTS:,} elements, which is the limit for a page.")
        if element.text and NOT_XML.search(element.text):  # from a reference such as &#12;
            element.text = NOT_XML.sub(" ", element.text)
        if element.tail and NOT_XML.search(element.tail):
            element.tail = NOT_XML.sub(" ", element.tail)
    if sum(depths.values()) > _MAX_ANCESTORS:
        raise Error(f"{name}: is nested too deeply, or holds too large a piece, to be read as a page.")
    return page
