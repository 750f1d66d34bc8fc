"""Sentence boundaries: LanguageTool's SRX rules, corrected where a newsroom's text differs.

The rules (LanguageTool, LGPL; brought by choppa-srx, MIT) know that "10. März", "Dr.", "z. B." and "2.300" end no
sentence. They know little of quotation marks: what they break inside a quotation that is a part of its sentence is
joined again.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from beleg.language.srx import Rules, language_tool
from beleg.terms.reading import Block, BlockKind
from beleg.terms.span import Span
from beleg.text.marks import quotation_marks

_MAY_END: Final = re.compile(r"[.!?…][^\w\s]*\s|\b\d+[a-z]\.\s|[.!?][\"'“”»«]?[^\W\d_]")
_BRACKETS: Final = re.compile(r"\([^()]{1,300}\)")
_LONGEST_HELD: Final = 300
_WINDOW: Final = 20_000


def segment(text: str, code: str) -> list[Span]:
    """Sentences of one paragraph in the language `code`, without the white space between them.

    Together the spans cover every character that is not white space. A sentence does not end inside quotation
    marks if its own words go on after them („Halt! Stehen bleiben!“ und schoss), nor before a lower-case word.
    Time is linear in the length: very long paragraphs are cut into windows at white space first.
    """
    spans: list[Span] = []
    for start, end in _windows(text):
        spans.extend(_segment(text, start, end, code))
    return spans


def _windows(text: str) -> list[tuple[int, int]]:
    if len(text) <= _WINDOW:
        return [(0, len(text))]
    cuts = [0]
    while len(text) - cuts[-1] > _WINDOW:
        cut = text.rfind(" ", cuts[-1] + 1, cuts[-1] + _WINDOW)
        cuts.append(cut if cut > cuts[-1] else cuts[-1] + _WINDOW)
    cuts.append(len(text))
    return list(pairwise(cuts))


def _segment(text: str, start: int, end: int, code: str) -> list[Span]:
    piece = text[start:end]
    pieces = [piece]
    if _MAY_END.search(piece):
        pieces = list(_rules(code).pieces(piece))
    spans: list[Span] = []
    for piece in pieces:
        words = piece.strip()
        if words:
            at = start + len(piece) - len(piece.lstrip())
            spans.append(Span(at, at + len(words)))
        start += len(piece)
    return _joined(text, spans)


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Join what the rules broke wrongly: at lower-case words, inside brackets, and inside quotation marks."""
    if len(spans) < 2:
        return spans
    whole = _held_together(text, Span(spans[0].start, spans[-1].end))
    joined = spans[:1]
    at = 0
    for span in spans[1:]:
        while at < len(whole) and whole[at].end <= span.start:
            at += 1
        held = at < len(whole) and whole[at].start < span.start
        if held or _goes_on(text, span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _goes_on(text: str, span: Span) -> bool:
    """Whether no sentence can begin here. "n-tv" and "iPhone" can begin one."""
    first, second = text[span.start], text[span.start + 1 : span.start + 2]
    return first in ",;)]" or (first.islower() and not second.isupper() and second != "-")


def _held_together(text: str, span: Span) -> list[Span]:
    """Stretches that hold no sentence boundary, in order and without overlaps.

    Short brackets, and short quotations after which the outer sentence goes on without a comma: in „Halt! Stehen
    bleiben!“ und schoss the quotation is a part of its sentence.
    """
    held = [Span(match.start(), match.end()) for match in _BRACKETS.finditer(text, span.start, span.end)]
    block = Block(BlockKind.PARAGRAPH, span.start, span.end)
    for marked in quotation_marks(text, (block,)).marked:
        rest = text[marked.end : marked.end + 3]
        if marked.end - marked.start <= _LONGEST_HELD and rest[:1].isspace() and rest.strip()[:1].islower():
            held.append(Span(marked.start, marked.end))
    merged: list[Span] = []
    for one in sorted(held):
        if merged and one.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, one.end))
        else:
            merged.append(one)
    return merged


@lru_cache(maxsize=4)
def _rules(code: str) -> Rules:
    """The rules of one language, read once per process (some 40 ms).

    Left out are the break rules of the default set (they mark segments of translation tools and subtitles) and the
    exceptions for brackets, which look back from every full stop: together they cost nearly all of the time.
    """
    return Rules(
        [
            rule
            for name, rules in language_tool(code)
            for rule in rules
            if not (rule.breaks and name == "Default")
            and not (rule.before.startswith(r"\([^") and not rule.breaks)
        ]
    )
