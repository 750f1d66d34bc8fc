"""Blocks: headline, subheads, paragraphs and list items of a text in Beleg's Markdown."""

import re
from collections.abc import Iterator
from typing import Final

from beleg.terms.reading import Block, BlockKind

_LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+|\r\n|[\r\n\u2028\u2029]")
_HEADING: Final = re.compile(r"(#{1,6})[^\S\r\n]+")
_ITEM: Final = re.compile(r"[-*•][^\S\r\n]+")


def blocks(text: str) -> tuple[Block, ...]:
    """Split a text into its blocks, in order; no two overlap, and only marks and white space lie between them.

    `# ` begins the headline (a second one is a subhead), `## ` to `###### ` a subhead, `- ` or `* ` a list item
    that ends with its line. Other lines that stand together are one paragraph; in a text without any blank line
    every line is one, as in most plain-text wires. Spans count code points and leave out the marks and the white
    space around the words. Never raises; a text of white space has no blocks.
    """
    lines = list(_lines(text))
    has_blank = _has_blank_line(lines)
    found: list[Block] = []
    headline_seen = False
    open_paragraph: tuple[int, int] | None = None
    for start, end in lines:
        kind, words = _marked(text, start, end)
        if open_paragraph and (start == end or kind is not BlockKind.PARAGRAPH or not has_blank):
            found.append(Block(BlockKind.PARAGRAPH, *open_paragraph))
            open_paragraph = None
        if words == end:
            continue
        if kind is BlockKind.PARAGRAPH:
            open_paragraph = (open_paragraph[0] if open_paragraph else words, end)
            continue
        if kind is BlockKind.HEADLINE and headline_seen:
            kind = BlockKind.SUBHEAD
        headline_seen = headline_seen or kind is BlockKind.HEADLINE
        found.append(Block(kind, words, end))
    if open_paragraph:
        found.append(Block(BlockKind.PARAGRAPH, *open_paragraph))
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Every line as `[start, end)` without white space around its words; start == end for a blank one."""
    fresh = True
    for match in _LINE.finditer(text):
        line = match.group()
        if line[0] in "\r\n\u2028\u2029":
            if fresh:
                yield match.start(), match.start()
            fresh = True
            continue
        fresh = False
        words = line.strip()
        if not words:
            yield match.start(), match.start()
            continue
        start = match.start() + len(line) - len(line.lstrip())
        yield start, start + len(words)


def _has_blank_line(lines: list[tuple[int, int]]) -> bool:
    """Whether a blank line stands between lines with words; those before and after say nothing about paragraphs."""
    worded = [number for number, (start, end) in enumerate(lines) if start < end]
    return bool(worded) and worded[-1] - worded[0] + 1 > len(worded)


def _marked(text: str, start: int, end: int) -> tuple[BlockKind, int]:
    """What the line at `[start, end)` is, and where its words begin."""
    if heading := _HEADING.match(text, start, end):
        return (BlockKind.HEADLINE if len(heading[1]) == 1 else BlockKind.SUBHEAD), heading.end()
    if item := _ITEM.match(text, start, end):
        return BlockKind.ITEM, item.end()
    return BlockKind.PARAGRAPH, start
