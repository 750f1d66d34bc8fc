"""Reading a page back: what a published page says, taken from its bytes and not from what made it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from beleg.publishing.words import Piece, ShownBlock, block_of
from beleg.terms.address import web_address
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error

_ELEMENTS = frozenset(
    "html head body main article footer meta title link style script h1 h2 p blockquote ul ol li span br a details summary dl dt dd time code".split()
)
_ATTRIBUTES = frozenset(
    "lang charset name content http-equiv rel href type class datetime data-block data-part data-source data-check".split()
)
_AROUND_TEXT = frozenset(("byline", "correction", "continues"))
"""Parts that stand between the blocks without being any."""
_JSON_LD = "application/ld+json"
_MANIFEST = "c2pa-manifest"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAsRead:
    """What a page says. Parts that it lacks, or has twice, are empty."""

    title: str
    """What a browser calls the page: the <title>."""
    blocks: tuple[ShownBlock, ...]
    byline: str
    corrections: tuple[str, ...]
    """The corrections readers are told of."""
    continues: tuple[str, str]
    """Words and address of the article this one continues."""
    manifest: str
    """Where the page says its C2PA manifest lies."""
    disclosure: str
    house_note: str
    """The sentence of the house after it."""
    details: tuple[str, ...]
    confirmed: tuple[str, ...]
    signer: str
    content_sha256: str
    record_head: str
    sources: tuple[tuple[str, str], ...]
    """Id and words of every source listed."""
    checks: tuple[str, ...]
    """Id of every check listed."""
    around: tuple[str, ...]
    """The words of the footer outside everything marked, in order: labels, dates, links."""
    json_ld: str
    foreign: tuple[str, ...]
    """What no page of Beleg holds: scripts, event handlers, hiding attributes, loaded files, stray words."""


def read_page(raw: bytes) -> PageAsRead:
    """Read a page. Raises `Error` if there is no HTML document in the bytes."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        root = html.document_fromstring(raw, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise Error("page.html: no HTML document.") from None
    scripts = [script.text or "" for script in root.iter("script") if script.get("type") == _JSON_LD]
    blocks, stray = _blocks(root)
    return PageAsRead(
        title=_title(root),
        blocks=blocks,
        byline=_part(root, "byline"),
        corrections=_parts(root, "correction"),
        continues=(_part(root, "continues"), _link_in(root, "continues")),
        manifest=_manifest(root),
        disclosure=_part(root, "disclosure"),
        house_note=_part(root, "house-note"),
        details=_list(root, "details"),
        confirmed=_list(root, "confirmed"),
        signer=_part(root, "signer"),
        content_sha256=_part(root, "content-sha256"),
        record_head=_part(root, "record-head"),
        sources=tuple(
            (item.get("data-source", ""), _text(item)) for item in _select(root, "//*[@data-source]")
        ),
        checks=tuple(item.get("data-check", "") for item in _select(root, "//*[@data-check]")),
        around=_around(root),
        json_ld=scripts[0] if len(scripts) == 1 else "",
        foreign=(*_foreign(root), *stray),
    )


def _blocks(root: html.HtmlElement) -> tuple[tuple[ShownBlock, ...], list[str]]:
    """The blocks in order, and whatever else the article's place holds."""
    blocks: list[ShownBlock] = []
    stray: list[str] = []
    articles = _select(root, "/html/body/main/article")
    outer = _select(root, "/html/body | /html/body/main")
    if len(articles) != 1 or any(len(element) != 1 for element in outer):
        stray.append("something beside the article")
    for element in (*outer, *articles):
        if any((words or "").strip() for words in (element.text, *(child.tail for child in element))):
            stray.append("words outside every block")
    for element in (child for article in articles for child in article):
        if element.tag == "ul" and not element.attrib:
            if any((words or "").strip() for words in (element.text, *(item.tail for item in element))):
                stray.append("words outside every block")
            found = list(element)
        elif element.get("data-part") in _AROUND_TEXT or (
            element.tag == "footer" and element.getnext() is None
        ):
            continue
        else:
            found = [element]
        for block in found:
            kind = block.get("data-block")
            if kind not in set(BlockKind) or any(not _is_link(child) for child in block):
                stray.append("an element that is no block")
            else:
                blocks.append(block_of(BlockKind(kind), _pieces(block)))
    return tuple(blocks), stray


def _is_link(element: html.HtmlElement) -> bool:
    """Whether this is words with an address, and nothing else."""
    return element.tag == "a" and list(element.attrib) == ["href"] and bool(element.text) and not len(element)


def _pieces(block: html.HtmlElement) -> Iterator[Piece]:
    yield Piece(block.text or "")
    for link in block:
        yield Piece(link.text or "", link.get("href", ""))
        yield Piece(link.tail or "")


def _foreign(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "a comment or an instruction"
            continue
        if element.tag not in _ELEMENTS:
            yield f"a <{element.tag[:40]}>"
        if element.tag == "script" and element.get("type") != _JSON_LD:
            yield "a script"
        if element.tag == "link" and element.get("rel") not in ("canonical", _MANIFEST):
            yield "a file to load"
        if element.tag == "style" and any(mark in (element.text or "") for mark in ("url(", "@import", "\\")):
            yield "a file to load from the style"
        for name, value in element.attrib.items():
            if name not in _ATTRIBUTES:
                yield f"the attribute {str(name)[:40]}"
            elif name == "href" and element.get("rel") == _MANIFEST and _is_beside(str(value)):
                continue  # read by who verifies, loaded by no browser
            elif name == "href" and str(value).startswith("mailto:") and _in_block(element):
                continue  # the address of a link of the text, compared with the one signed
            elif name == "href" and web_address(str(value)) != value:
                yield "a link that is no web address"
            elif name == "http-equiv" and value != "Content-Security-Policy":
                yield "an instruction to the browser"


def _in_block(element: html.HtmlElement) -> bool:
    parent = element.getparent()
    return element.tag == "a" and parent is not None and parent.get("data-block") in set(BlockKind)


def _around(root: html.HtmlElement) -> tuple[str, ...]:
    marked = "ancestor::*[@data-part or @data-source or @data-check]"
    found = root.xpath(f"//footer//text()[not({marked})]")
    return (
        tuple(str(words).strip() for words in found if str(words).strip()) if isinstance(found, list) else ()
    )


def _select(root: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    found = root.xpath(path)
    return [node for node in found if isinstance(node, html.HtmlElement)] if isinstance(found, list) else []


def _title(root: html.HtmlElement) -> str:
    found = _select(root, "//title")
    return "".join(str(words) for words in found[0].itertext()) if len(found) == 1 else ""


def _part(root: html.HtmlElement, name: str) -> str:
    found = _select(root, f"//*[@data-part='{name}']")
    return _text(found[0]) if len(found) == 1 else ""


def _parts(root: html.HtmlElement, name: str) -> tuple[str, ...]:
    return tuple(_text(element) for element in _select(root, f"//*[@data-part='{name}']"))


def _link_in(root: html.HtmlElement, name: str) -> str:
    found = _select(root, f"//*[@data-part='{name}']/a")
    return found[0].get("href", "") if len(found) == 1 else ""


def _manifest(root: html.HtmlElement) -> str:
    found = _select(root, f"/html/head/link[@rel='{_MANIFEST}']")
    return found[0].get("href", "") if len(found) == 1 else ""


def _is_beside(name: str) -> bool:
    """Whether this is the bare name of a file in the folder of the page."""
    return bool(name) and not set(name) & set("/\\:?#")


def _list(root: html.HtmlElement, name: str) -> tuple[str, ...]:
    return tuple(_text(item) for item in _select(root, f"//ul[@data-part='{name}']/li"))


def _text(element: html.HtmlElement) -> str:
    return "".join(str(words) for words in element.itertext()).strip()
