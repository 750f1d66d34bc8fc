"""Lines: what PDFium finds on the pages, line by line, with place and size."""

import re
from dataclasses import dataclass
from typing import Any

from beleg.intake.limits import MAX_PAGES, check_text_size
from beleg.intake.pdf_text import unseen
from beleg.language.source_words import source_words
from beleg.terms.refusal import Error

_DIVIDED = re.compile(
    rf"[\ufffe\x02\xad]\s*+(?=(?P<joining>(?:{'|'.join(map(re.escape, source_words().joining))})(?!\w))?(?P<next>.?))",
    re.DOTALL,
)
"""PDFium's mark for a hyphen at the end of a line (U+FFFE, in some builds U+0002), and the soft hyphen; and what
follows.
"""

_NO_TITLE = re.compile(
    r"(?i)^(untitled|ohne titel|unbenannt|title|titel|microsoft (word|powerpoint|excel) - .*|.*\.(docx?|indd|pdf|odt|rtf|qxp|tmp)|\W*|document\s?\d*|dokument\s?\d*)$"
)
_NO_AUTHOR = re.compile(r"(?i)^(anonymous|unknown|unbekannt|author|user|admin(istrator)?|owner|\W*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text; measures in points, y growing upwards."""

    text: str
    page: int
    size: float
    left: float
    right: float
    bottom: float
    seen: bool = True
    """Whether a reader of the page can see it (`beleg.intake.pdf_text.unseen`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All lines of a PDF in the order of the file, and what its properties say."""

    lines: tuple[Line, ...]
    title: str
    author: str


def read_lines(raw: bytes, name: str) -> Document:
    """Read every page; raises `Error` where the file is encrypted, damaged or beyond the limits.

    Not safe for threads: PDFium is one per process.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise Error(f"{name}: encrypted; save it without a password and take it in again.") from fault
        raise Error(f"{name}: a damaged PDF; it cannot be opened.") from fault
    try:
        if len(pdf) > MAX_PAGES:
            raise Error(f"{name}: {len(pdf):,} pages, the limit is {MAX_PAGES:,}.")
        lines: list[Line] = []
        characters = 0
        for number in range(len(pdf)):
            found = _page_lines(pdf, number)
            characters += sum(len(line.text) for line in found)
            check_text_size(name, characters)
            lines += found
        properties = {key: " ".join(str(value).split()) for key, value in pdf.get_metadata_dict().items()}
    except pypdfium2.PdfiumError as fault:
        raise Error(f"{name}: a damaged PDF; not all of its pages can be read.") from fault
    finally:
        pdf.close()
    title, author = properties.get("Title", ""), properties.get("Author", "")
    return Document(
        lines=tuple(lines),
        title="" if _NO_TITLE.match(title) else title,
        author="" if _NO_AUTHOR.match(author) else author,
    )


def _page_lines(pdf: Any, number: int) -> list[Line]:
    from pypdfium2 import raw as pdfium

    page = pdf[number]
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        count = textpage.count_chars()
        sight = unseen.Page(page, textpage)
        lines = []
        position = 0
        for piece in re.split("(\r\n|\r|\n)", text):
            start, position = position, position + len(piece)
            if not piece.strip():
                continue
            first = start + len(piece) - len(piece.lstrip())
            last = start + len(piece.rstrip()) - 1
            if last >= count:  # PDFium left characters out of the text: places are unknown, the words are not
                lines.append(Line(text=piece.strip(), page=number, size=0, left=0, right=0, bottom=0))
                continue
            left, bottom, _, _ = textpage.get_charbox(first, loose=True)
            _, _, right, last_top = textpage.get_charbox(last, loose=True)
            if last_top < bottom:  # the line was joined with the next one at a hyphen: place it where it ends
                bottom = textpage.get_charbox(last, loose=True)[1]
            size = float(pdfium.FPDFText_GetFontSize(textpage, first))
            lines.append(
                Line(
                    text=piece.strip(),
                    page=number,
                    size=round(size, 1),
                    left=left,
                    right=right,
                    bottom=bottom,
                    seen=sight.shows(first) or sight.shows(last),
                )
            )
        return lines
    finally:
        textpage.close()
        page.close()


def joined_words(text: str) -> str:
    """The text with the words joined that a line's end had divided.

    `Bundes-|regierung` becomes one word; the hyphen stays before a capital letter or a digit (`Grünen-|Chef`) and
    before "und", "oder", "bzw.", "and", "or" with a space (`Nord- und Ostsee`).
    """
    return _DIVIDED.sub(_rejoined, text)


def _rejoined(found: re.Match[str]) -> str:
    if found.group("joining"):
        return "- "
    return "" if found.group("next").islower() else "-"
