"""Markup: HTML, XHTML and NITF turned into plain text that keeps the paragraphs."""

import html
import re
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from beleg.intake import wrapped
from beleg.intake.hidden import take_out
from beleg.intake.limits import check_tags, check_text_size
from beleg.intake.xml import local
from beleg.terms.refusal import Error

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2"})
_BLOCKS = _HEADINGS | frozenset(
    "p div section article main body body.content block blockquote bq address center aside fieldset form details "
    "summary figure dl dt dd table caption thead tbody tfoot tr hr pre note fn html credit datasource".split()
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_BLOCKS_IN_CELLS = (_BLOCKS | _LISTS) - {"tr", "thead", "tbody", "tfoot", "caption"}
_LEFT_OUT = frozenset(
    "script style head title meta template noscript iframe object embed applet svg math canvas audio video button "
    "select textarea input nav header footer figcaption del "
    "media nitf-table-metadata body.head body.end".split()
)
"""What a reader does not see, or what stands around an article without being part of it (a caption belongs to its
picture; `header` repeats headline and keywords in dpa's XHTML; `media` and `body.end` are NITF)."""
_LEFT_OUT_CLASSES = frozenset({"notepad", "np-public", "np-nonpublic", "closingline", "slugline"})
"""dpa marks its note to editors and its closing line by these classes."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ENTITY_LEFT = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BEFORE_MARK = re.compile(r"(?<!\s)\s++(?=[.,;:!?)](?:\s|$))")
"""Indented XML puts a line break between an inline element and the full stop after it."""
_ESCAPED_HTML = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|table)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LARGE_ATTRIBUTE = 100_000
_INLINED = re.compile(
    rf"""=\s*+(?:"[^"]{{{_LARGE_ATTRIBUTE},}}"|'[^']{{{_LARGE_ATTRIBUTE},}}'|data:[^\s>"']*+)"""
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    """The text as it is put together: finished paragraphs, and the one being written."""

    paragraphs: list[tuple[str, bool]] = field(default_factory=list)
    """Text and whether it is a heading."""
    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    heading: bool = False
    line_begun: bool = False
    """Whether the line being written holds more than white space."""

    def write(self, text: str) -> None:
        """Go on with the line."""
        if text:
            self.pieces.append(text)
            self.line_begun = self.line_begun or not text.isspace()

    def end_line(self) -> None:
        """Finish the line; an empty line after a written one is a paragraph's end, as with two `<br>`."""
        text = _BEFORE_MARK.sub(_no_line_break, "".join(self.pieces))
        line = " ".join(wrapped.clean(_ENTITY_LEFT.sub(_character, text)).split())
        self.pieces.clear()
        self.line_begun = False
        if line:
            self.lines.append(line)

    def end_paragraph(self) -> None:
        """Finish the line and the paragraph."""
        self.end_line()
        text = "\n".join(line for line in self.lines if line != "-")
        self.lines.clear()
        if text and not _is_rule(text) and not _is_code(text):
            self.paragraphs.append((text, self.heading))
        self.heading = False

    def text(self) -> str:
        """Everything written. Headings at the end head nothing (an embed that was left out) and are dropped."""
        self.end_paragraph()
        last = len(self.paragraphs)
        while last and self.paragraphs[last - 1][1]:
            last -= 1
        written = self.paragraphs[: last or None]
        return "\n\n".join(f"## {text}" if heading else text for text, heading in written)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What HTML says to readers, and what it says to machines only (`beleg.intake.hidden`)."""

    text: str
    hidden: tuple[str, ...] = ()


def text_of_fragment(fragment: str, name: str) -> str:
    """As `read_fragment`, the text alone."""
    return read_fragment(fragment, name).text


def read_fragment(fragment: str, name: str) -> Fragment:
    """The plain text of HTML as it stands in a feed, an e-mail or a JSON field, and what is hidden in it.

    Scripts, styles, comments and what is hidden are dropped, nothing is executed or fetched. Raises `Error`, naming
    the file `name`, if the HTML is beyond the limits or nested too deep to be read (more than 2,000 levels).
    """
    fragment = without_inlined(_DECLARATION.sub("", wrapped.clean(fragment)))
    if not fragment.strip():
        return Fragment("")
    check_text_size(name, len(fragment))
    check_tags(name, fragment)
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = etree.fromstring(f"<div>{fragment}</div>".encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in entry.message for entry in parser.error_log):
        raise Error(f"{name}: HTML nested too deep to be read.")
    if root is None:
        return Fragment("")
    hidden = take_out(root, fragment)
    return Fragment(text_of_element(root), hidden)


def without_inlined(markup: str) -> str:
    """HTML without attributes of 100 KB or more: pictures and fonts inlined; libxml2 gives up at 10 MB."""
    return _INLINED.sub(
        lambda found: '=""' if len(found.group()) > _LARGE_ATTRIBUTE else found.group(), markup
    )


def text_of_content(element: etree._Element, name: str) -> str:
    """As `text_of_element`; but where an element holds nothing but escaped HTML, the text of that."""
    text = str(element.text or "")
    if not any(isinstance(child.tag, str) for child in element) and _ESCAPED_HTML.search(text):
        return text_of_fragment(text, name)
    return text_of_element(element)


def text_of_element(root: etree._Element) -> str:
    """The plain text of a parsed element (HTML, XHTML or NITF in any namespace), as `text_of_fragment` gives it.

    Paragraphs are separated by a blank line, a line break is one, subheads begin with `## `, list entries are lines
    that begin with `- `, the rows of a table are lines with ` | ` between the cells. Paragraphs of rules only
    (`_____`, `***`), paragraphs that show markup instead of text, and headings with nothing below them are dropped.
    """
    page = _Page()
    lists = 0
    plain_tables: list[bool] = []
    layout = _layout_tables(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    left_out: etree._Element | None = None
    for event, element in walk:
        name = local(element).lower()
        if event == "start" and left_out is None:
            if _is_left_out(element, name) and element is not root:
                left_out = element
                walk.skip_subtree()
                continue
            if name == "pre":
                page.end_paragraph()
                _write_preformatted(page, element)
                left_out = element
                walk.skip_subtree()
                continue
            if name in _LISTS:
                if not lists:
                    page.end_paragraph()
                lists += 1
            elif name == "li":
                page.end_line()
                page.write("- ")
            elif name == "table":
                page.end_paragraph()
                plain_tables.append(element not in layout)
            elif name == "br":
                _break_line(page)
            elif name in _CELLS:
                _begin_cell(page, plain_tables)
            elif name in _BLOCKS:
                _begin_block(page, name, lists, plain_tables)
            page.write(element.text or "")
        elif event == "end":
            if left_out is None:
                if name in _LISTS:
                    lists -= 1
                    page.end_line()
                    if not lists:
                        page.end_paragraph()
                elif name == "li":
                    page.end_line()
                elif name == "table":
                    plain_tables.pop()
                    page.end_paragraph()
                elif name in _CELLS:
                    if not (plain_tables and plain_tables[-1]):
                        page.end_paragraph()
                elif name in _BLOCKS:
                    _end_block(page, name, lists, plain_tables)
            elif element is left_out:
                left_out = None
            if left_out is None and element is not root:
                page.write(element.tail or "")
    return page.text()


def _begin_block(page: _Page, name: str, lists: int, plain_tables: list[bool]) -> None:
    if lists:
        page.write(" ")
    elif plain_tables and plain_tables[-1]:
        page.end_line()
    else:
        page.end_paragraph()
        page.heading = name in _HEADINGS


def _end_block(page: _Page, name: str, lists: int, plain_tables: list[bool]) -> None:
    if lists:
        page.write(" ")
    elif plain_tables and plain_tables[-1]:
        page.end_line()
    else:
        page.end_paragraph()


def _begin_cell(page: _Page, plain_tables: list[bool]) -> None:
    if not (plain_tables and plain_tables[-1]):
        page.end_paragraph()
    elif page.line_begun:
        page.write(" | ")


def _break_line(page: _Page) -> None:
    if page.line_begun:
        page.end_line()
    elif page.lines:
        page.end_paragraph()


def _write_preformatted(page: _Page, element: etree._Element) -> None:
    text = wrapped.paragraphs("".join(str(piece) for piece in element.itertext()))
    page.paragraphs.extend((paragraph, False) for paragraph in text.split("\n\n") if paragraph)


def _is_left_out(element: etree._Element, name: str) -> bool:
    return (
        name in _LEFT_OUT
        or not isinstance(element.tag, str)
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(str(element.get("style") or "")))
        or not _LEFT_OUT_CLASSES.isdisjoint(str(element.get("class") or "").split())
    )


def _layout_tables(root: etree._Element) -> set[etree._Element]:
    """The tables that only lay out a page, because blocks stand in their cells; the others show rows and columns."""
    found: set[etree._Element] = set()
    around: list[etree._Element] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = local(element).lower()
        if event == "end":
            if name == "table":
                around.pop()
            continue
        if name in _BLOCKS_IN_CELLS:
            for table in reversed(around):
                if table in found:
                    break
                found.add(table)
        if name == "table":
            around.append(element)
    return found


def _no_line_break(found: re.Match[str]) -> str:
    return "" if "\n" in found.group() else found.group()


def _is_rule(text: str) -> bool:
    return not any(character.isalnum() for character in text) and set(text) <= set("_*-–—=~#+•·. \n")


def _is_code(text: str) -> bool:
    """Whether a paragraph shows nothing but escaped markup: an embed code."""
    return text.startswith("<") and text.endswith(">") and not _TAG.sub("", text).strip()


def _character(found: re.Match[str]) -> str:
    """Some agencies escape twice; a reference still standing in parsed text is one of those."""
    return html.unescape(found.group())
