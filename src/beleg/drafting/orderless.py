"""Orderless: sources without what speaks to a machine, as the engines and models that write are given them.

Sources are data, never orders. A sentence that gives a machine orders reports nothing; neither does what it asks to be
written, which mostly follows. Both are no evidence for a machine's draft.
"""

import re
from dataclasses import replace
from typing import Final

from beleg.language.orders import gives_orders
from beleg.terms.reading import Reading
from beleg.terms.source import Source
from beleg.text.addresses import ADDRESS, MARKUP

_LONGEST_NAME: Final = 120
"""Code points of the name of a house or a person, or of several persons."""
_GOES_ON: Final = re.compile(r"[.!?:;]\s+\w+\s+\w")
"""Where a sentence ends or begins inside what should be a name."""


def orderless(source: Source, reading: Reading) -> Source:
    """The source without what speaks to a machine; `reading` reads its text.

    Every sentence that gives orders is out, and the rest of its paragraph with it; where that ends with a colon, the
    next paragraph as well. Line feeds stand in the place of what is out, so that every span stays where it was. Title,
    publisher, author and name are empty where they give orders or hold an address or marks of a page. Nothing hidden is
    left.
    """
    return replace(
        source,
        text=_text(source.text, reading),
        title="" if _suspect(source.title) else source.title,
        publisher="" if _is_no_name(source.publisher) else source.publisher,
        author="" if _is_no_name(source.author) else source.author,
        name="" if gives_orders(source.name) else source.name,
        hidden=(),
    )


def _text(text: str, reading: Reading) -> str:
    pieces: list[str] = []
    reached = at = 0
    goes_on = False
    for block in reading.blocks:
        first = block.start if goes_on else -1
        while at < len(reading.sentences) and reading.sentences[at].start < block.end:
            sentence = reading.sentences[at]
            if first < 0 and sentence.start >= block.start and gives_orders(sentence.text):
                first = sentence.start
            at += 1
        goes_on = first >= 0 and text[first : block.end].rstrip().endswith(":")
        if first >= 0:
            pieces += (text[reached:first], "\n" * (block.end - first))
            reached = block.end
    return "".join((*pieces, text[reached:]))


def _suspect(words: str) -> bool:
    return gives_orders(words) or ADDRESS.search(words) is not None or MARKUP.search(words) is not None


def _is_no_name(words: str) -> bool:
    return len(words) > _LONGEST_NAME or _GOES_ON.search(words) is not None or _suspect(words)
