"""The review report as a PDF, with its own fonts, the same bytes for the same document.

The fonts (see `publishing/fonts/LICENSE.txt`) cover the Latin, Greek, Cyrillic, Armenian and Georgian scripts. What
they cannot show (Arabic, Hebrew, Chinese, emoji …) is replaced by U+FFFD, and the report says so at its end: the HTML
has it.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from io import BytesIO
from typing import Any

from beleg.publishing.document import Block, Card, Document, Fact, Facts, Section, Table, Text
from beleg.terms.wording import Wording

_REPLACED = "\ufffd"
_NOTE = Wording(
    de="Zeichen, die diese Schrift nicht hat, stehen hier als {mark}: {characters}. Der Bericht als HTML-Seite zeigt sie.",
    en="Characters that this font does not have stand here as {mark}: {characters}. The report as an HTML page shows them.",
)
_PAGE = Wording(de="Seite {number}", en="Page {number}")
_MARGIN = 54.0
"""Points of paper left free around the text."""
_PADDING = 6.0
"""Points that reportlab leaves free inside that."""
_REGULAR, _BOLD, _FIXED = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSansMono"


def render_pdf(document: Document) -> bytes:
    """Return the document as a PDF (A4) with title and language set."""
    from reportlab.platypus import SimpleDocTemplate

    fonts()
    print_ = _Print()
    story = list(_story(document, print_))
    if print_.missing:
        shown = ", ".join(f"U+{ord(each):04X}" for each in sorted(print_.missing))
        values = (("mark", _REPLACED), ("characters", shown))
        story.append(print_.paragraph(_NOTE.in_language(document.language, values), "Quiet"))
    foot = print_.plain(document.foot)

    def turned(canvas: Any, template: Any) -> None:
        canvas.setFont(_REGULAR, 6)
        number = (("number", str(canvas.getPageNumber())),)
        canvas.drawString(_MARGIN + _PADDING, 30, foot)
        canvas.drawRightString(
            template.pagesize[0] - _MARGIN - _PADDING, 42, _PAGE.in_language(document.language, number)
        )

    written = BytesIO()
    SimpleDocTemplate(
        written,
        title=document.title,
        subject=document.subtitle,
        author="",
        creator="Beleg",
        producer="ReportLab",
        lang=document.language,
        invariant=1,
        displayDocTitle=True,
        initialFontName=_REGULAR,
        pagesize=(595.28, 841.89),  # A4, in points
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + 12,
    ).build(story, onFirstPage=turned, onLaterPages=turned)
    return written.getvalue()


@cache
def fonts() -> frozenset[str]:
    """Make the fonts known to reportlab once; return the characters that the one for text has."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (_REGULAR, _BOLD, _FIXED):
        raw = (files("beleg.publishing") / "fonts" / f"{name}.ttf").read_bytes()
        registerFont(TTFont(name, BytesIO(raw)))
    registerFontFamily(_REGULAR, normal=_REGULAR, bold=_BOLD, italic=_REGULAR, boldItalic=_BOLD)
    from reportlab.pdfbase.pdfmetrics import getFont

    return frozenset(map(chr, getFont(_REGULAR).face.charToGlyph))


def _story(document: Document, print_: "_Print") -> Iterator[Any]:
    yield print_.paragraph(document.title, "Title")
    yield print_.paragraph(document.subtitle, "Quiet")
    for section in document.sections:
        yield from _section(section, print_)


def _section(section: Section, print_: "_Print") -> Iterator[Any]:
    yield print_.bookmark(section.heading)
    yield print_.paragraph(section.heading, "Heading")
    for block in section.blocks:
        yield from _block(block, print_)


def _block(block: Block, print_: "_Print") -> Iterator[Any]:
    match block:
        case Text(words=words, quiet=quiet, strong=strong):
            yield print_.paragraph(words, "Quiet" if quiet else "Strong" if strong else "Body")
        case Facts(facts=facts):
            yield from (print_.fact(fact) for fact in facts)
        case Table(columns=columns, rows=rows):
            yield print_.table(columns, rows)
        case Card(title=title, mark=mark, words=words, facts=facts):
            yield print_.heading_of_card(title, mark)
            yield print_.paragraph(words, "Words")
            yield from (print_.fact(fact) for fact in facts)


class _Print:
    """Makes the parts of one PDF, and keeps what the font could not show."""

    def __init__(self) -> None:
        self.missing: set[str] = set()
        self._bookmarks = 0
        self._styles = _styles()

    def plain(self, words: str) -> str:
        """The words with U+FFFD for what the font does not have; composed, because it composes nothing itself."""
        composed = unicodedata.normalize("NFC", words)
        lacking = set(composed) - fonts() - set("\n\t")
        self.missing |= lacking
        return "".join(_REPLACED if each in lacking else each for each in composed)

    def paragraph(self, words: str, style: str) -> Any:
        """A paragraph."""
        from reportlab.platypus import Paragraph

        return Paragraph(escape(self.plain(words), quote=False), self._styles[style])

    def bookmark(self, words: str) -> Any:
        """An entry in the bookmarks of the PDF that leads to what follows."""
        from reportlab.platypus.flowables import CallerMacro

        plain = self.plain(words)
        self._bookmarks += 1
        key = f"s{self._bookmarks}"

        def draw(mark: Any) -> None:
            mark.canv.bookmarkPage(key)
            mark.canv.addOutlineEntry(plain, key, 0)

        made = CallerMacro(drawCallable=draw)
        made.keepWithNext = 1
        return made

    def heading_of_card(self, title: str, mark: str) -> Any:
        """The title of a card with where it stands."""
        from reportlab.platypus import Paragraph

        title, mark = (escape(self.plain(each), quote=False) for each in (title, mark))
        return Paragraph(f"<b>{title}</b> <font color='#555555'>({mark})</font>", self._styles["Card"])

    def fact(self, fact: Fact) -> Any:
        """A value under its name, in one paragraph so that a long one runs over pages."""
        from reportlab.platypus import Paragraph

        name, value = (escape(self.plain(each), quote=False) for each in (fact.name, fact.value))
        if fact.code:
            value = f"<font name='{_FIXED}' size='7.5'>{value}</font>"
        return Paragraph(f"<font color='#555555'>{name}:</font> {value}", self._styles["Fact"])

    def table(self, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Any:
        """A table whose head is repeated on every page."""
        from reportlab.platypus import Table as PlacedTable

        head = [self.paragraph(column, "Column") for column in columns]
        cells = [[self.paragraph(cell, "Cell") for cell in row] for row in rows]
        width = 595.28 - 2 * (_MARGIN + _PADDING)
        shares = (0.07, 0.23, 0.25, 0.45) if len(columns) == 4 else (0.42, 0.46, 0.12)
        return PlacedTable(
            [head, *cells],
            colWidths=[width * share for share in shares],
            repeatRows=1,
            splitInRow=1,
            spaceBefore=6,
            spaceAfter=8,
            style=[
                ("FONT", (0, 0), (-1, -1), _REGULAR, 8),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.25, "#999999"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ],
        )


@cache
def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    body = ParagraphStyle(
        "Body", fontName=_REGULAR, bulletFontName=_REGULAR, fontSize=9, leading=12.5, spaceAfter=4
    )

    def style(name: str, **changed: Any) -> ParagraphStyle:
        return ParagraphStyle(name, parent=body, **changed)

    return {
        "Body": body,
        "Title": style("Title", fontName=_BOLD, fontSize=16, leading=20, spaceAfter=2),
        "Heading": style(
            "Heading", fontName=_BOLD, fontSize=12, leading=15, spaceBefore=16, spaceAfter=6, keepWithNext=1
        ),
        "Strong": style("Strong", fontName=_BOLD),
        "Quiet": style("Quiet", fontSize=8, leading=11, textColor="#444444"),
        "Card": style("Card", fontSize=9, spaceBefore=8, spaceAfter=1, keepWithNext=1),
        "Words": style("Words", fontSize=10, leading=14, leftIndent=10, spaceAfter=2),
        "Fact": style("Fact", fontSize=8.5, leading=11.5, leftIndent=10, spaceAfter=1),
        "Column": style("Column", fontName=_BOLD, fontSize=8, leading=10, spaceAfter=0),
        "Cell": style("Cell", fontSize=8, leading=10.5, spaceAfter=0),
    }
