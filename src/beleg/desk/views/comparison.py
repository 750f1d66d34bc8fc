"""Comparison: two revisions of a draft block by block, what was added and removed, and who wrote what stands now."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from beleg.desk.views.draft import Names
from beleg.desk.views.states import origin_words
from beleg.desk.wording import Wording
from beleg.terms.reading import Block
from beleg.terms.revision import Revision, SentenceOrigin
from beleg.terms.span import Span
from beleg.text.same_parts import Effort, runs
from beleg.text.written import written

Change = Literal["", "added", "removed"]

_TOKENS = re.compile(r"\d+(?:[.,:]\d+)+|\w+|\s+|[^\w\s]")
"""Words, marks and white space; a number is one of them, with all of its digits."""
_ALIKE = 0.4
"""Share of words (0 to 1) that two blocks have in common if one came from the other."""
_LOOKED_AHEAD = 12
"""Blocks of the older text among which that is looked for which became one of the newer."""
_LOOKED_AT = 20
"""Steps that looking at one of them takes."""


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
    """Compare two revisions. The words of the newer one stand in their order; what was removed stands where it was.

    However long the texts are and however often they repeat themselves, the work is bounded: what is beyond it stands
    as removed and added.
    """
    was, now = _Text.of(older), _Text.of(newer)
    effort = Effort()
    blocks = tuple(
        _block(was, old, now, new, names, words, effort) for old, new in list(_pairs(was, now, effort))
    )
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
    starts: tuple[int, ...]
    """Where each sentence begins."""

    @classmethod
    def of(cls, revision: Revision) -> "_Text":
        located = tuple(_located(revision))
        starts = tuple(span.start for span, _ in located)
        return cls(revision.content, written(revision.content).blocks, located, starts)

    def words(self, block: Block) -> str:
        return self.content[block.start : block.end]


def _located(revision: Revision) -> Iterator[tuple[Span, SentenceOrigin]]:
    at = 0
    for origin in revision.sentences:
        start = revision.content.find(origin.text, at)
        if start >= 0:
            at = start + len(origin.text)
            yield Span(start, at), origin


def _pairs(was: _Text, now: _Text, effort: Effort) -> Iterator[tuple[Block | None, Block | None]]:
    """Which block became which, in the order of the newer text; None where there is no other."""
    old, new = [was.words(block) for block in was.blocks], [now.words(block) for block in now.blocks]
    for run in runs(old, new, effort):
        if run.same:
            yield from zip(was.blocks[run.start : run.end], now.blocks[run.other : run.until], strict=True)
            continue
        gone = [Counter(text.split()) for text in old[run.start : run.end]]
        left = run.start
        for one in range(run.other, run.until):
            came = Counter(new[one].split())
            ahead = range(left, min(run.end, left + _LOOKED_AHEAD))
            looked = (place for place in ahead if _alike(gone[place - run.start], came))
            found = next(looked, None) if effort.allows(_LOOKED_AT * len(ahead) + len(came)) else None
            if found is None:
                yield None, now.blocks[one]
                continue
            yield from ((was.blocks[place], None) for place in range(left, found))
            yield was.blocks[found], now.blocks[one]
            left = found + 1
        yield from ((was.blocks[place], None) for place in range(left, run.end))


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    """Whether two blocks have enough words in common, in whatever order."""
    return 2 * (one & other).total() >= _ALIKE * (one.total() + other.total())


def _block(
    was: _Text,
    old: Block | None,
    now: _Text,
    new: Block | None,
    names: Names,
    words: Wording,
    effort: Effort,
) -> ComparedBlock:
    if new is None:
        assert old is not None
        gone = tuple(_lines(was, old, [Stretch(was.words(old), "removed")], names, words))
        return ComparedBlock(kind=old.kind.value, lines=gone, change="removed")
    before = was.words(old) if old else ""
    stretches = list(_stretches(before, now.words(new), effort))
    lines = tuple(_lines(now, new, stretches, names, words, beside="removed"))
    return ComparedBlock(kind=new.kind.value, lines=lines, change="" if old else "added")


def _stretches(before: str, after: str, effort: Effort) -> Iterator[Stretch]:
    """Both texts as one: what only one of them has is marked, white space around it where it is all there is."""
    if before == after or not before:
        yield Stretch(after, "" if before else "added")
        return
    here, there = _TOKENS.findall(before), _TOKENS.findall(after)
    found = runs(here, there, effort)
    late = 0
    for run, following in zip_longest(found, found[1:]):
        start, end, other, until = run.start, run.end, run.other, run.until
        if run.same:
            yield Stretch("".join(there[other + late : until]))
            continue
        same = following.end - following.start if following else 0
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
    first, last = (bisect_left(text.starts, place) for place in (block.start, block.end))
    inside = text.sentences[first:last]
    ends = [span.end for span, _ in inside[:-1]] + [block.end]
    gathered: list[Stretch] = []
    number, at = 0, block.start
    for stretch in stretches:
        told = 0
        if beside and stretch.change == beside:
            if at >= ends[number] and number < len(ends) - 1:
                yield _line(gathered, inside, number, names, words)
                gathered, number = [], number + 1
            gathered.append(stretch)
            continue
        while at + len(stretch.text) - told > ends[number] and number < len(ends) - 1:
            # The space after a sentence stays with it, so that the next one begins with a word.
            cut = _past_space(stretch.text, told + ends[number] - at)
            gathered.append(Stretch(stretch.text[told:cut], stretch.change))
            yield _line(gathered, inside, number, names, words)
            at, told, gathered, number = at + cut - told, cut, [], number + 1
        if told < len(stretch.text):
            gathered.append(Stretch(stretch.text[told:], stretch.change))
            at += len(stretch.text) - told
    yield _line(gathered, inside, number, names, words)


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


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
