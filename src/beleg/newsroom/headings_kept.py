"""Headings kept: headline, teaser and subheads of a text, over a shorter one that has none of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from beleg import kept
from beleg.drafting.stems import content_stems, resemblance
from beleg.language.language import Language
from beleg.terms.reading import Block, BlockKind
from beleg.text.written import written

_ALIKE: Final = 0.2
"""From which share of common content words on a sentence of a shorter text is taken for one of the longer text."""


def with_headings(text: str, shorter: str, language: Language) -> str:
    """Return `shorter` with what stood over `text`, in Beleg's Markdown, where it has no headline, teaser or subhead
    itself.

    A subhead goes before the first sentence that resembles one of its part of the text. One of which no such sentence
    is left goes with its part, and so does one that would stand before everything else.
    """
    there = {block.kind for block in written(shorter).blocks}
    if BlockKind.SUBHEAD not in there:
        shorter = _with_subheads(text, shorter, language)
    headline, teaser = (_first(text, kind) for kind in (BlockKind.HEADLINE, BlockKind.TEASER))
    own = _first(shorter, BlockKind.HEADLINE)
    body = shorter[own.end :].lstrip("\n") if own else shorter.lstrip("\n")
    over = (
        f"# {shorter[own.start : own.end]}"
        if own
        else f"# {text[headline.start : headline.end]}"
        if headline
        else ""
    )
    # A teaser is one only right below a headline.
    if over and teaser and BlockKind.TEASER not in there:
        body = f"**{text[teaser.start : teaser.end]}**\n\n{body}"
    return f"{over}\n\n{body}" if over else body


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence of the body: where it begins, what it is about, and how many subheads stand before it."""

    start: int
    about: frozenset[str]
    subheads: int


def _with_subheads(text: str, shorter: str, language: Language) -> str:
    subheads = [block for block in written(text).blocks if block.kind is BlockKind.SUBHEAD]
    longer = tuple(_body(text, language))
    if not subheads or not longer:
        return shorter
    put: list[tuple[int, str]] = []
    under = 0
    for number, one in enumerate(_body(shorter, language)):
        like = max(longer, key=lambda other: resemblance(one.about, other.about))
        if like.subheads > under and resemblance(one.about, like.about) >= _ALIKE:
            under = like.subheads
            if number:
                put.append((one.start, _line(text, subheads[under - 1])))
    for start, line in reversed(put):
        shorter = f"{shorter[:start].rstrip()}\n\n{line}\n\n{shorter[start:]}"
    return shorter


def _body(content: str, language: Language) -> Iterator[_Part]:
    laid = written(content)
    reading = kept.READINGS.reading(laid.words, language.code, laid_out=laid.laid_out)
    subheads = [block.start for block in laid.blocks if block.kind is BlockKind.SUBHEAD]
    teaser = _first(content, BlockKind.TEASER)
    for sentence in reading.sentences:
        start = laid.whole(sentence.span, sentence=True).start
        if sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD) or (teaser and start < teaser.end):
            continue
        about = frozenset(content_stems(sentence, language))
        yield _Part(start, about, sum(1 for at in subheads if at < start))


def _first(content: str, kind: BlockKind) -> Block | None:
    return next((block for block in written(content).blocks if block.kind is kind), None)


def _line(content: str, block: Block) -> str:
    """A subhead with its mark."""
    return content[content.rfind("\n", 0, block.start) + 1 : block.end]
