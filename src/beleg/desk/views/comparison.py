"""Comparison: two revisions of a draft block by block, what was added and removed, and who wrote what stands now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from beleg.desk.views.draft import Names
from beleg.desk.views.states import origin_words
from beleg.desk.wording import Wording
from beleg.terms.reading import Block
from beleg.terms.revision import Revision, SentenceOrigin
from beleg.terms.span import Span
from beleg.text.written import written

Change = Literal["", "added", "removed"]

_TOKENS = re.compile(r"\d+(?:[.,:]\d+)+|\w+|\s+|[^\w\s]")
"""Words, marks and white space; a number is one of them, with all of its digits."""
_MOST_TOKENS = 20_000
"""Words and marks of two blocks up to which they are compared word by word; beyond they stand as removed and added."""
_MOST_BLOCKS = 3_000
"""Blocks of a text up to which they are paired by their words; beyond by their place."""
_ALIKE = 0.4
"""Share of words (0 to 1) that two blocks have in common if one came from the other."""
_LOOKED_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a block, and whether only the newer (added) or only the older text (removed) has them."""

    text: str
    change: Change = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with who wrote it or changed it last, and where it comes from; both empty for words between two."""

    stretches: tuple[Stretch, ...]
    by: str = ""
    origin: str = ""

    @property
    def changed(self) -> bool:
        """Whether any of it was added or removed."""
        return any(stretch.change for stretch in self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBlock:
    """A headline, paragraph or the like; `change` says if the whole of it was added or removed."""

    kind: str
    lines: tuple[Line, ...]
    change: Change = ""

    @property
    def changed(self) -> bool:
        """Whether anything in it was added or removed."""
        return any(line.changed for line in self.lines)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a text; `added` and `removed` count words."""

    blocks: tuple[ComparedBlock, ...]
    added: int
    removed: int


def compare(older: Revision, newer: Revision, names: Names, words: Wording) -> Comparison:
    """Compare two revisions. The words of the newer one stand in their order; what was removed stands where it was."""
    was, now = _Text.of(older), _Text.of(newer)
    blocks = tuple(_block(was, old, now, new, names, words) for old, new in _pairs(was, now))
    stretches = [stretch for block in blocks for line in block.lines for stretch in line.stretches]
    added, removed = (
        sum(len(one.text.split()) for one in stretches if one.change == change)
        for change in ("added", "removed")
    )
    return Comparison(blocks, added, removed)


@dataclass(frozen=True, slots=True)
class _Text:
    content: str
    blocks: tuple[Block, ...]
    sentences: tuple[tuple[Span, SentenceOrigin], ...]

    @classmethod
    def of(cls, revision: Revision) -> "_Text":
        return cls(revision.content, written(revision.content).blocks, tuple(_located(revision)))

    def words(self, block: Block) -> str:
        return self.content[block.start : block.end]


def _located(revision: Revision) -> Iterator[tuple[Span, SentenceOrigin]]:
    at = 0
    for origin in revision.sentences:
        start = revision.content.find(origin.text, at)
        if start >= 0:
            at = start + len(origin.text)
            yield Span(start, at), origin


def _pairs(was: _Text, now: _Text) -> Iterator[tuple[Block | None, Block | None]]:
    """Which block became which, in the order of the newer text; None where there is no other."""
    old, new = [was.words(block) for block in was.blocks], [now.words(block) for block in now.blocks]
    if max(len(old), len(new)) > _MOST_BLOCKS:
        for number in range(max(len(old), len(new))):
            yield (
                was.blocks[number] if number < len(old) else None,
                now.blocks[number] if number < len(new) else None,
            )
        return
    for what, start, end, other, until in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from zip(was.blocks[start:end], now.blocks[other:until], strict=True)
            continue
        left = start
        for one in range(other, until):
            ahead = range(left, min(end, left + _LOOKED_AHEAD))
            found = next((place for place in ahead if _alike(old[place], new[one])), None)
            if found is None:
                yield None, now.blocks[one]
                continue
            yield from ((was.blocks[place], None) for place in range(left, found))
            yield was.blocks[found], now.blocks[one]
            left = found + 1
        yield from ((was.blocks[place], None) for place in range(left, end))


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE


def _block(
    was: _Text, old: Block | None, now: _Text, new: Block | None, names: Names, words: Wording
) -> ComparedBlock:
    if new is None:
        assert old is not None
        gone = tuple(_lines(was, old, [Stretch(was.words(old), "removed")], names, words))
        return ComparedBlock(kind=old.kind.value, lines=gone, change="removed")
    before = was.words(old) if old else ""
    stretches = list(_stretches(before, now.words(new)))
    lines = tuple(_lines(now, new, stretches, names, words, beside="removed"))
    return ComparedBlock(kind=new.kind.value, lines=lines, change="" if old else "added")


def _stretches(before: str, after: str) -> Iterator[Stretch]:
    """Both texts as one: what only one of them has is marked, white space around it where it is all there is."""
    here, there = _TOKENS.findall(before), _TOKENS.findall(after)
    if before == after:
        yield Stretch(after)
        return
    if len(here) + len(there) > _MOST_TOKENS or not before:
        if before:
            yield Stretch(before, "removed")
        yield Stretch(after, "added")
        return
    codes = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    late = 0
    for (what, start, end, other, until), following in zip_longest(codes, codes[1:]):
        if what == "equal":
            yield Stretch("".join(there[other + late : until]))
            continue
        same = following[2] - following[1] if following else 0
        late = 0
        if until == other:
            late = _late(here, start, end, same)
        elif end == start:
            late = _late(there, other, until, same)
        if late:
            yield Stretch(
                "".join(there[other : other + late] if until == other else here[start : start + late])
            )
        if end > start:
            yield Stretch("".join(here[start + late : end + late]), "removed")
        if until > other:
            yield Stretch("".join(there[other + late : until + late]), "added")


def _late(tokens: Sequence[str], start: int, end: int, most: int) -> int:
    """By how many tokens a stretch that only one text has can begin later and leave the same.

    "tagt[. Er schweigt]. Die" is "tagt. [Er schweigt. ]Die": a sentence that came or went is marked as one.
    """
    late = 0
    while late < most and tokens[start + late] == tokens[end + late]:
        late += 1
    return late


def _lines(
    text: _Text,
    block: Block,
    stretches: Sequence[Stretch],
    names: Names,
    words: Wording,
    *,
    beside: Change = "",
) -> Iterator[Line]:
    """The stretches cut at the ends of the sentences they lie in; those that are `beside` take no room in the text."""
    inside = [one for one in text.sentences if block.start <= one[0].start < block.end]
    ends = [span.end for span, _ in inside[:-1]] + [block.end]
    gathered: list[Stretch] = []
    number, at = 0, block.start
    for stretch in stretches:
        rest = stretch.text
        if beside and stretch.change == beside:
            if at >= ends[number] and number < len(ends) - 1:
                yield _line(gathered, inside, number, names, words)
                gathered, number = [], number + 1
            gathered.append(stretch)
            continue
        while at + len(rest) > ends[number] and number < len(ends) - 1:
            cut = ends[number] - at
            # The space after a sentence stays with it, so that the next one begins with a word.
            cut += len(rest[cut:]) - len(rest[cut:].lstrip())
            gathered.append(Stretch(rest[:cut], stretch.change))
            yield _line(gathered, inside, number, names, words)
            at, rest, gathered, number = at + cut, rest[cut:], [], number + 1
        if rest:
            gathered.append(Stretch(rest, stretch.change))
            at += len(rest)
    yield _line(gathered, inside, number, names, words)


def _line(
    gathered: Sequence[Stretch],
    inside: Sequence[tuple[Span, SentenceOrigin]],
    number: int,
    names: Names,
    words: Wording,
) -> Line:
    kept = tuple(stretch for stretch in gathered if stretch.text)
    if not inside:
        return Line(stretches=kept)
    origin = inside[number][1]
    return Line(stretches=kept, by=names.name(origin.changed_by), origin=origin_words(origin, words))
