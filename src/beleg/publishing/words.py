"""Words: a text's blocks as a page shows them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beleg.terms.reading import BlockKind
from beleg.terms.span import Span
from beleg.text.written import Written, written

_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
# What HTML cannot carry: control characters, non-characters. A page shows U+FFFD in their place.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block, and where they lead if they are a link; an empty address if not."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link of a block: the words at `[start, end)` of its text lead to `address`."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block with its words as shown: one line, line breaks as single spaces, `links` in order."""

    kind: BlockKind
    text: str
    links: tuple[ShownLink, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Its words cut at the edges of its links; none is empty."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[Piece]:
        last = 0
        for link in self.links:
            if last < link.start:
                yield Piece(self.text[last : link.start])
            yield Piece(self.text[link.start : link.end], link.address)
            last = link.end
        if last < len(self.text):
            yield Piece(self.text[last:])


def block_of(kind: BlockKind, pieces: Iterable[Piece]) -> ShownBlock:
    """Put a block together from its pieces; the way back from `ShownBlock.pieces`."""
    text, links = "", []
    for piece in pieces:
        if piece.address:
            links.append(ShownLink(len(text), len(text) + len(piece.text), piece.address))
        text += piece.text
    return ShownBlock(kind, text, tuple(links))


def shown(text: str) -> str:
    """Return words as a page shows them: on one line, and U+FFFD for what HTML cannot carry."""
    return _UNSHOWABLE.sub("\ufffd", _BREAKS.sub(" ", text))


def shown_blocks(content: str) -> tuple[ShownBlock, ...]:
    """Return the blocks of a text in Beleg's Markdown as a page shows them, in order."""
    text = written(content)
    return tuple(block_of(block.kind, _pieces(text, number)) for number, block in enumerate(text.blocks))


def headline_of(content: tuple[ShownBlock, ...]) -> str:
    """Return the headline among the blocks; empty where there is none.

    Nothing stands in for it: words outside the text are outside its hash, its checks and its signature.
    """
    return next((block.text for block in content if block.kind is BlockKind.HEADLINE), "")


def body_of(content: tuple[ShownBlock, ...]) -> str:
    """Return the words below the headline, blocks parted by a blank line."""
    return "\n\n".join(block.text for block in content if block.kind is not BlockKind.HEADLINE)


def teaser_of(content: tuple[ShownBlock, ...]) -> str:
    """Return the teaser among the blocks; empty where there is none."""
    return next((block.text for block in content if block.kind is BlockKind.TEASER), "")


def _pieces(text: Written, number: int) -> Iterator[Piece]:
    """The words of one block, cut at its links.

    A link neither begins nor ends with white space, so that its words are shown the same alone as among the others.
    """
    block, laid_out = text.blocks[number], text.laid_out[number]
    last = laid_out.start
    for link in text.links_at(Span(block.start, block.end)):
        words = text.in_words(link.words)
        yield Piece(shown(text.words[last : words.start]))
        yield Piece(shown(text.words[words.start : words.end]), link.address)
        last = words.end
    yield Piece(shown(text.words[last : laid_out.end]))
