"""Document: what one PDF says, put together from its lines."""

from beleg.intake.item import Item
from beleg.intake.pdf_text.lines import read_lines
from beleg.intake.pdf_text.paragraphs import heading_lines, text_of
from beleg.terms.refusal import Error


def read_document(raw: bytes, name: str) -> Item:
    """The one article of a PDF; raises `Error` where it is encrypted, damaged, too long or has no text."""
    document = read_lines(raw, name)
    title = document.title or heading_lines(document.lines)
    text = text_of(document.lines, title)
    if not text:
        raise Error(f"{name}: scanned; no text in it.")
    return Item(text=text, title=title, author=document.author)
