"""Body: the text of an article in the forms that receivers take it in."""

from itertools import groupby

from markupsafe import Markup, escape

from beleg.publishing.words import ShownBlock, shown
from beleg.terms.reading import BlockKind


def below_headline(blocks: tuple[ShownBlock, ...]) -> tuple[ShownBlock, ...]:
    """Return the blocks that make up the body: all but the headline."""
    return tuple(block for block in blocks if block.kind is not BlockKind.HEADLINE)


def note_blocks(note: str) -> tuple[ShownBlock, ...]:
    """Return a note of several paragraphs, one on each line, as the body that stands in place of a text."""
    return tuple(
        ShownBlock(BlockKind.PARAGRAPH, shown(line.strip())) for line in note.splitlines() if line.strip()
    )


def in_html(body: tuple[ShownBlock, ...]) -> str:
    """Return the body as a fragment that is HTML and XHTML alike.

    Its elements are `p`, `h2`, `ul`, `li`, `blockquote` and `a`; links have their `href`, nothing else has an
    attribute.
    """
    pieces = []
    for is_list, group in groupby(body, key=lambda block: block.kind is BlockKind.ITEM):
        if is_list:
            pieces.append(f"<ul>{''.join(f'<li>{_words(item)}</li>' for item in group)}</ul>")
        else:
            pieces += [_block(block) for block in group]
    return "\n".join(pieces)


def in_plain_text(body: tuple[ShownBlock, ...]) -> str:
    """Return the body as text: a blank line between blocks, list items as lines that begin with `- `."""
    pieces = []
    for is_list, group in groupby(body, key=lambda block: block.kind is BlockKind.ITEM):
        if is_list:
            pieces.append("\n".join(f"- {item.text}" for item in group))
        else:
            pieces += [block.text for block in group]
    return "\n\n".join(pieces)


def word_count(body: tuple[ShownBlock, ...]) -> int:
    """Return how many words the body has: what white space parts, without the marks of lists."""
    return sum(len(block.text.split()) for block in body)


def _block(block: ShownBlock) -> str:
    if block.kind is BlockKind.QUOTE:
        return f"<blockquote><p>{_words(block)}</p></blockquote>"
    tag = "h2" if block.kind is BlockKind.SUBHEAD else "p"
    return f"<{tag}>{_words(block)}</{tag}>"


def _words(block: ShownBlock) -> str:
    return "".join(
        Markup('<a href="{}">{}</a>').format(piece.address, piece.text)
        if piece.address
        else escape(piece.text)
        for piece in block.pieces
    )
