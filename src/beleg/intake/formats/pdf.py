"""PDF: the text of a PDF file."""

from beleg.intake.apart import read_apart
from beleg.intake.item import Item

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
    paragraphs (by their distance, size and length), larger lines become subheads (`## `), lines repeated on most pages
    and page numbers are left out. Text that is not painted, white on paper, tiny or off the page is kept aside. Title
    and author from the document's properties; where it has no title, the first lines in the largest type are it. The
    date of the file is not taken: it says when the PDF was made, not when it was published.

    What it cannot read
    -------------------
    Scans without a text layer ("scanned; no text in it"), files that need a password, text in pictures, tables as
    tables, and the order of reading where a layout jumps between columns. A file is read in a process of its own; one
    that takes more than 1 GB of memory or 60 seconds is refused.
    """

    id = "pdf"
    title = "PDF"
    media_type = "application/pdf"
    precedence = 100

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the first kilobyte holds a PDF header (ISO 32000-1, appendix H.3, note 13)."""
        return b"%PDF-" in raw[:_HEAD]

    def items(self, raw: bytes, name: str) -> list[Item]:
        """The one document; raises `Error` where it is encrypted, damaged, too long, a bomb, or has no text."""
        return read_apart(self.id, raw, name)


def read_here(raw: bytes, name: str) -> list[Item]:
    """As `Pdf.items`, in this very process; PDFium is one per process and not safe for threads."""
    from beleg.intake.pdf_text.document import read_document

    return [read_document(raw, name)]
