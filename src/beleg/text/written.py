"""Written: a draft in Beleg's Markdown, and its words without the marks that stand among them.

A draft has what no other text has: a teaser, block quotes, links. Each of them refines a paragraph (or an item) as
`beleg.text.blocks` finds it. Whoever reads or checks a draft is handed its words; what they find lies in the draft by
`Written.original` and `Written.whole`. See docs/draft-format.md.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from beleg.terms.address import web_address
from beleg.terms.reading import Block, BlockKind
from beleg.terms.span import Span
from beleg.text.blocks import blocks

_ADDRESS: Final = r"(?:https?://|mailto:)[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200}){0,9}"
_LINK: Final = re.compile(rf"\[(?=\S)([^\[\]]{{0,999}}[^\[\]\s])\]\(({_ADDRESS})\)", re.IGNORECASE)
_MAILBOX: Final = re.compile(r"mailto:[^\s@]+@[^\s@]+")
_TEASER: Final = re.compile(r"\*\*(?![\s*])((?:(?!\*\*).)*)(?<![\s*])\*\*", re.DOTALL)
_QUOTE: Final = re.compile(r">[^\S\r\n]+(?=\S)")
_QUOTE_AGAIN: Final = re.compile(r"(?<=[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*>[^\S\r\n\u2028\u2029]?")
_WITH_LINKS: Final = frozenset((BlockKind.TEASER, BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM))
_READ_AS_PARAGRAPHS: Final = frozenset((BlockKind.TEASER, BlockKind.QUOTE))


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a draft: `span` with its marks, `words` without them, both into the draft."""

    span: Span
    words: Span
    address: str


@dataclass(frozen=True, slots=True)
class Written:
    """A draft (`content`), its blocks and links, and its words.

    `words` is the content without the marks inside blocks; the marks that begin or end one stay, as no block covers
    them. `laid_out` are the blocks in `words`, one for each of `blocks` and in their order, teaser and block quotes
    as the paragraphs they are read as. Where nothing was left out, `words` is `content`.
    """

    content: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    words: str
    laid_out: tuple[Block, ...]
    _from: tuple[int, ...]
    """Where each piece of `words` begins in `content`."""
    _at: tuple[int, ...]
    """Where each piece begins in `words`."""

    def original(self, span: Span) -> Span:
        """The stretch of the draft from the first to the last character of a stretch of its words."""
        start = self._place(span.start)
        return Span(start, max(start, self._place(span.end - 1) + 1 if len(span) else start))

    def whole(self, span: Span, *, sentence: bool = False) -> Span:
        """The same, with all of every link of which it has more than the words: never one mark without the other.

        A `sentence` takes the marks along also where it has no more than all the words of a link. One that ends or
        begins in the middle of a link stays as it is.
        """
        found = self.original(span)
        start, end = found.start, found.end
        for link in self.links_at(found):
            beyond = found.overlaps(link.words) and not link.words.covers(found)
            if found.covers(link.words) if sentence else beyond:
                start, end = min(start, link.span.start), max(end, link.span.end)
        return Span(start, end)

    def links_at(self, span: Span) -> tuple[Link, ...]:
        """The links that lie in a stretch of the draft, wholly or in part, in order."""
        first = bisect_right(self.links, span.start, key=lambda link: link.span.end)
        last = bisect_left(self.links, span.end, key=lambda link: link.span.start)
        return self.links[first:last]

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Every stretch of the draft that is words: the blocks without the marks inside them."""
        for block in self.blocks:
            last = block.start
            for link in self.links_at(Span(block.start, block.end)):
                yield last, link.span.start
                yield link.words.start, link.words.end
                last = link.span.end
            yield last, block.end

    def in_words(self, span: Span) -> Span:
        """The stretch of the words that lies in a stretch of the draft; its edges are not in the middle of a mark."""
        return Span(self._words_before(span.start), self._words_before(span.end))

    def _words_before(self, position: int) -> int:
        piece = bisect_right(self._from, position) - 1
        following = self._at[piece + 1] if piece + 1 < len(self._at) else len(self.words)
        return min(self._at[piece] + position - self._from[piece], following)

    def _place(self, position: int) -> int:
        piece = bisect_right(self._at, position) - 1
        return self._from[piece] + position - self._at[piece]


@lru_cache(maxsize=16)
def written(content: str) -> Written:
    """Lay out a draft. Time is linear in its length; never raises."""
    found = tuple(_refined(content))
    links = tuple(link for block in found if block.kind in _WITH_LINKS for link in _links(content, block))
    marks = sorted((*_link_marks(links), *_quote_marks(content, found)))
    begins, at, pieces, last = [0], [0], list[str](), 0
    for mark in marks:
        pieces.append(content[last : mark.start])
        begins.append(mark.end)
        at.append(at[-1] + mark.start - last)
        last = mark.end
    pieces.append(content[last:])
    plain = Written(content, found, links, "".join(pieces), (), tuple(begins), tuple(at))
    return replace(plain, laid_out=tuple(_moved(block, plain) for block in _as_read(found)))


def worded(content: str) -> str:
    """Return the words of a sentence of a draft: its links without marks and addresses."""
    return _LINK.sub(lambda match: match[1] if _leads(match[2]) else match[0], content)


def _refined(content: str) -> Iterator[Block]:
    """The blocks of a draft: those of any text, with the teaser and the block quotes among its paragraphs."""
    before: BlockKind | None = None
    for block in blocks(content):
        kind, start, end = block.kind, block.start, block.end
        if kind is BlockKind.PARAGRAPH:
            if before is BlockKind.HEADLINE and _TEASER.fullmatch(content, start, end):
                yield Block(BlockKind.TEASER, start + 2, end - 2)
            elif mark := _QUOTE.match(content, start, end):
                yield Block(BlockKind.QUOTE, mark.end(), end)
            else:
                yield block
        else:
            yield block
        before = kind


def _links(content: str, block: Block) -> Iterator[Link]:
    for match in _LINK.finditer(content, block.start, block.end):
        if _leads(match[2]):
            yield Link(Span(*match.span()), Span(*match.span(1)), match[2])


def _leads(address: str) -> bool:
    """Whether a reader can be sent there, and an editor sees every character of where."""
    return address.isprintable() and bool(web_address(address) == address or _MAILBOX.fullmatch(address))


def _link_marks(links: Sequence[Link]) -> Iterator[Span]:
    for link in links:
        yield Span(link.span.start, link.words.start)
        yield Span(link.words.end, link.span.end)


def _quote_marks(content: str, found: Sequence[Block]) -> Iterator[Span]:
    """The marks at the head of every further line of a block quote."""
    for block in found:
        if block.kind is BlockKind.QUOTE:
            for match in _QUOTE_AGAIN.finditer(content, block.start, block.end):
                yield Span(*match.span())


def _as_read(found: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(
        Block(BlockKind.PARAGRAPH, block.start, block.end) if block.kind in _READ_AS_PARAGRAPHS else block
        for block in found
    )


def _moved(block: Block, text: Written) -> Block:
    lying = text.in_words(Span(block.start, block.end))
    return Block(block.kind, lying.start, lying.end)
