"""Words: a text's blocks as a page shows them."""

import re
from dataclasses import dataclass

from beleg.terms.reading import BlockKind
from beleg.text.blocks import blocks

_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]\s*")
# What HTML cannot carry: control characters, non-characters. A page shows U+FFFD in their place.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block with its words as shown: one line, line breaks as single spaces."""

    kind: BlockKind
    text: str


def shown(text: str) -> str:
    """Return words as a page shows them: on one line, and U+FFFD for what HTML cannot carry."""
    return _UNSHOWABLE.sub("\ufffd", _BREAKS.sub(" ", text))


def shown_blocks(content: str) -> tuple[ShownBlock, ...]:
    """Return the blocks of a text in Beleg's Markdown as a page shows them, in order."""
    return tuple(ShownBlock(block.kind, shown(content[block.start : block.end])) for block in blocks(content))


def headline_of(content: tuple[ShownBlock, ...]) -> str:
    """Return the headline among the blocks; empty where there is none.

    Nothing stands in for it: words outside the text are outside its hash, its checks and its signature.
    """
    return next((block.text for block in content if block.kind is BlockKind.HEADLINE), "")


def body_of(content: tuple[ShownBlock, ...]) -> str:
    """Return the words below the headline, blocks parted by a blank line."""
    return "\n\n".join(block.text for block in content if block.kind is not BlockKind.HEADLINE)
