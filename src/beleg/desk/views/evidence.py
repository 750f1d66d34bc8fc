"""Evidence: passages inside their surrounding text, with the words that differ marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from beleg.desk.views.attribution import Attribution
from beleg.terms.passage import Passage
from beleg.terms.source import Source
from beleg.text.same_parts import runs

_WORDS = re.compile(r"\w+(?:[-'’.,]\w+)*|\s+|.", re.DOTALL)
SURROUNDING = 130
"""Code points of the source shown on either side of a passage."""
TO_A_SENTENCE = 170
"""Code points beyond them that may be shown as well, so that the excerpt begins and ends with a sentence."""
FURTHER = 1500
"""Code points beyond what is shown, to unfold."""
_SENTENCE_ENDS = re.compile(
    r"""(?:[^\W\d_]{4}|[“”"»«’)])[.!?]["“”»«’)]*(?=\s+["„“»«(]?[^\W\d_a-zäöüß])|(?=\n)"""
)
"""Where a sentence ends as far as plain signs tell: after a word that is no abbreviation, before one that begins like a
sentence.
"""
_ALIKE = 0.4
"""Below this share of common words the two say different things in different words, and marks would be noise."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a passage; `differs` where the draft has others.

    `gap` is a place, without words of its own, where the other has words that are missing here.
    """

    text: str
    differs: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage as shown: what stands before it, its words, what stands after it; `earlier` and `later` are further
    off.

    What is shown begins and ends with a sentence where one is near, else with a word.
    """

    source_id: str
    label: str
    published: datetime | None
    start: int
    end: int
    earlier: str
    before: tuple[Words, ...]
    words: tuple[Words, ...]
    after: tuple[Words, ...]
    later: str
    cut_before: bool
    """Whether the source goes on before what is shown."""
    cut_after: bool
    said: tuple[Attribution, ...] = ()
    """Who says it in the source, as far as the reader made that out."""


def differing(shown: str, other: str, *, gaps: bool = False) -> tuple[Words, ...]:
    """`shown` cut into words that `other` has as well and words it has not.

    Compared word by word, without regard to case. Nothing is marked if fewer than two fifths of the words agree, and
    white space and punctuation never are on their own. With `gaps`, the places are marked as well where words of
    `other` are missing. The pieces put together are `shown` again.
    """
    here, there = _WORDS.findall(shown), _WORDS.findall(other)
    own = [token.casefold() for token in here]
    own_words = [bool(re.match(r"\w", token)) for token in here]
    same = [False] * len(here)
    missing: set[int] = set()
    for run in runs(own, [token.casefold() for token in there]):
        same[run.start : run.end] = [run.same] * (run.end - run.start)
        if (
            gaps
            and not run.same
            and not any(own_words[run.start : run.end])
            and _has_words(there[run.other : run.until])
        ):
            missing.add(run.start)
    counted = sum(own_words)
    agreeing = sum(1 for is_word, is_same in zip(own_words, same, strict=True) if is_word and is_same)
    if not counted or agreeing < _ALIKE * counted:
        return (Words(shown),) if shown else ()
    cut: list[Words] = []
    for at, (token, is_word, is_same) in enumerate(zip(here, own_words, same, strict=True)):
        if at in missing:
            cut.append(Words("", gap=True))
        differs = is_word and not is_same
        if cut and not cut[-1].gap and cut[-1].differs == differs:
            cut[-1] = Words(cut[-1].text + token, differs)
        else:
            cut.append(Words(token, differs))
    if len(here) in missing:
        cut.append(Words("", gap=True))
    return tuple(cut)


def _has_words(tokens: Iterable[str]) -> bool:
    return any(re.match(r"\w", token) for token in tokens)


def have_nothing_in_common(one: str, other: str) -> bool:
    """Whether two stretches share no word at all."""
    words, others = ({w.casefold() for w in re.findall(r"\w+", text)} for text in (one, other))
    return not words & others


def passage_view(passage: Passage, source: Source, draft_words: str = "", expected: str = "") -> PassageView:
    """A passage inside its source; its words are compared with `draft_words` if there are any.

    `expected` are the words the source has in place of the draft's. Where they stand in the passage, those of them that
    the draft has not are marked and nothing else; where they stand beside it (the speaker beside a quotation), they are
    marked there.
    """
    start, end = _inside(passage, source)
    text = source.text
    from_, to = _begins(text, start), _ends(text, end)
    first, last = _word_edge_before(text, from_, FURTHER), _word_edge_after(text, to, FURTHER)
    own = text[start:end]
    beside = "" if expected in own else expected
    return PassageView(
        source_id=source.id,
        label=source.label,
        published=source.published,
        start=start,
        end=end,
        earlier=(("… " if first else "") + text[first:from_]).strip(),
        before=_marking(text[from_:start], beside),
        words=_compared(own, draft_words, expected),
        after=_marking(text[end:to], beside),
        later=(text[to:last] + (" …" if last < len(text) else "")).strip(),
        cut_before=bool(text[:from_].strip()),
        cut_after=bool(text[to:].strip()),
    )


def passages(
    found: Iterable[Passage], sources: tuple[Source, ...], draft_words: str = "", expected: str = ""
) -> tuple[PassageView, ...]:
    """The passages whose source is at hand, in the order given, each once."""
    by_id = {source.id: source for source in sources}
    once = dict.fromkeys(passage for passage in found if passage.source in by_id)
    return tuple(passage_view(passage, by_id[passage.source], draft_words, expected) for passage in once)


def _compared(own: str, draft_words: str, expected: str) -> tuple[Words, ...]:
    """The words of a passage, with those marked that the draft has others for."""
    if not draft_words:
        return (Words(own),)
    place = own.find(expected) if expected else -1
    if place < 0:
        return differing(own, draft_words)
    end = place + len(expected)
    inside = differing(expected, draft_words)
    if not any(piece.differs for piece in inside):
        inside = (Words(expected, expected != draft_words),)
    around = (Words(own[:place]), *inside, Words(own[end:]))
    return tuple(piece for piece in around if piece.text)


def _marking(text: str, expected: str) -> tuple[Words, ...]:
    """A text with the expected words marked wherever they stand in it."""
    if not expected:
        return (Words(text),)
    parts = re.split(rf"(?<!\w)({re.escape(expected)})(?!\w)", text)
    return tuple(Words(part, at % 2 == 1) for at, part in enumerate(parts) if part)


def _inside(passage: Passage, source: Source) -> tuple[int, int]:
    start = min(passage.start, len(source.text))
    return start, max(start, min(passage.end, len(source.text)))


def _begins(text: str, start: int) -> int:
    """Where an excerpt around what stands from `start` on begins: the first sentence near, or one that begins further
    off.
    """
    near = _word_edge_before(text, start, SURROUNDING)
    first = max(0, near - TO_A_SENTENCE)
    edges = [] if near == 0 else [found.end() for found in _SENTENCE_ENDS.finditer(text, first, start)]
    at = next((edge for edge in edges if edge >= near), edges[-1] if edges else near)
    while edges and at < start and text[at].isspace():
        at += 1
    return at if edges or first else 0


def _ends(text: str, end: int) -> int:
    """Where an excerpt around what stands up to `end` ends: after the last sentence near, or one that ends further
    off.
    """
    near = _word_edge_after(text, end, SURROUNDING)
    last = min(len(text), near + TO_A_SENTENCE)
    if near == len(text):
        return near
    edges = [
        found.end() for found in _SENTENCE_ENDS.finditer(text, max(0, end - 6), last) if found.end() >= end
    ]
    at = [edge for edge in edges if edge <= near][-1:] or edges[:1]
    if at:
        return at[0]
    return last if last == len(text) else near


def _word_edge_before(text: str, start: int, most: int) -> int:
    at = max(0, start - most)
    while 0 < at < start and not text[at - 1].isspace():
        at += 1
    return at


def _word_edge_after(text: str, end: int, most: int) -> int:
    at = min(len(text), end + most)
    while end < at < len(text) and not text[at].isspace():
        at -= 1
    return at
