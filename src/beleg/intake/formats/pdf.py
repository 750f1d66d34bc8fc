"""PDF: the text of a PDF file."""

from beleg.intake.item import Item
from beleg.terms.refusal import Error

_HEAD = 1024


class Pdf:
    """PDF.

    What it reads
    -------------
    PDF files with a text layer, recognised by `%PDF-` in the first kilobyte, whatever their name says. A file that is
    locked only against changes or printing is read.

    What it takes from it
    ---------------------
    The text of all pages in the order of the file. Words divided at a line's end are joined, lines are joined to
    paragraphs (by their distance, size and length), larger lines become subheads (`## `), lines repeated on most
    pages and page numbers are left out. Title and author from the document's properties; where it has no title, the
    first lines in the largest type are it. The date of the file is not taken: it says when the PDF was made, not when
    it was published.

    What it cannot read
    -------------------
    Scans without a text layer ("scanned; no text in it"), files that need a password, text in pictures, tables as
    tables, and the order of reading where a layout jumps between columns.
    """

    id = "pdf"
    title = "PDF"
    media_type = "application/pdf"
    precedence = 100

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the first kilobyte holds a PDF header (ISO 32000-1, appendix H.3, note 13)."""
        return b"%PDF-" in raw[:_HEAD]

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one document; raises `Error` where it is encrypted, damaged, too long or has no text."""
        from beleg.intake.portable.lines import read_lines
        from beleg.intake.portable.paragraphs import heading_lines, text_of

        document = read_lines(raw, name)
        title = document.title or heading_lines(document.lines)
        text = text_of(document.lines, title)
        if not text:
            raise Error(f"{name}: scanned; no text in it.")
        return [Item(text=text, title=title, author=document.author)]
