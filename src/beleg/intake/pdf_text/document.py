"""Document: what one PDF says, put together from its lines."""

from collections.abc import Sequence
from itertools import groupby

from beleg.intake.hidden import bounded, reads_like_text
from beleg.intake.item import Item
from beleg.intake.pdf_text.lines import Line, joined_words, read_lines
from beleg.intake.pdf_text.paragraphs import heading_lines, text_of
from beleg.language.orders import gives_orders
from beleg.terms.refusal import Error


def read_document(raw: bytes, name: str) -> Item:
    """The one article of a PDF; raises `Error` where it is encrypted, damaged, too long or has no text."""
    document = read_lines(raw, name)
    hidden = _hidden(document.lines)
    lines = [line for line in document.lines if line.seen or not hidden]
    title = document.title or heading_lines(lines)
    text = text_of(lines, title)
    if not text:
        raise Error(f"{name}: scanned; no text in it.")
    return Item(text=text, title=title, author=document.author, hidden=hidden)


def _hidden(lines: Sequence[Line]) -> tuple[str, ...]:
    """What the unseen lines that follow one another say, where it is running text or gives orders to a machine."""
    told = (
        joined_words(" ".join(line.text for line in group))
        for seen, group in groupby(lines, key=lambda line: line.seen)
        if not seen
    )
    return bounded(
        piece for piece in told if reads_like_text(piece) or (len(piece.split()) > 3 and gives_orders(piece))
    )
