"""Paragraphs: lines of a PDF joined to a text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from beleg.intake.pdf_text.lines import Line, joined_words

_PAGE_NUMBER = re.compile(
    r"(?i)[-–—\s]*(?:(?:seite|page|s\.)\s*)?\d{1,4}(?:\s*(?:von|of|/)\s*\d{1,4})?[-–—\s]*"
)
_DIVIDED = re.compile(r"\w[-‐]\Z")
_ENDS = (".", "!", "?", ":", "…", "“", '"', "«", "”", ")")
_WIDER_GAP = 1.35
"""A gap between lines this many times the usual one starts a paragraph."""
_LARGER_TYPE = 1.1
"""Type this many times the body's size is a heading's."""


def text_of(lines: Sequence[Line], title: str) -> str:
    """The text: paragraphs separated by a blank line, larger lines as `## …`, without title and running heads."""
    lines = _without_running_heads(lines)
    if not lines:
        return ""
    body = body_size(lines)
    pitch = _line_pitch(lines, body)
    margin = _right_margin(lines, body)
    paragraphs: list[tuple[list[str], float]] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and not _starts_paragraph(previous, line, pitch, margin):
            paragraphs[-1][0].append(line.text)
        else:
            paragraphs.append(([line.text], line.size))
        previous = line
    wanted = _letters(title)
    while paragraphs and wanted and _letters("".join(paragraphs[0][0])) == wanted:
        del paragraphs[0]
    return "\n\n".join(
        f"## {words}" if _is_heading(words, size, body) else words
        for written, size in paragraphs
        if (words := " ".join(joined_words(_joined(written)).split()))
    )


def heading_lines(lines: Sequence[Line]) -> str:
    """The lines in the largest type on the first page, if it is clearly larger than the body; else empty."""
    first_page = [line for line in lines if line.page == 0 and line.size]
    if not first_page:
        return ""
    body = body_size(lines)
    largest = max(line.size for line in first_page)
    if largest < body * _LARGER_TYPE:
        return ""
    start = next(position for position, line in enumerate(first_page) if line.size == largest)
    found: list[str] = []
    for line in first_page[start:]:
        if line.size != largest or len(found) == 4:
            break
        found.append(line.text)
    title = " ".join(joined_words(" ".join(found)).split())
    return title if 3 <= len(title) <= 250 else ""


def body_size(lines: Sequence[Line]) -> float:
    """The size in points that most characters are set in; 0.0 where no size is known."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def _starts_paragraph(previous: Line, line: Line, pitch: float, margin: float) -> bool:
    if abs(previous.size - line.size) > 0.6:
        return True
    ended = previous.text.endswith(_ENDS)
    capital = not line.text[:1].islower()
    if previous.page != line.page or line.bottom > previous.bottom + 1:  # next page or next column
        return ended and capital
    if previous.bottom - line.bottom > pitch * _WIDER_GAP:
        return True
    width = margin - min(previous.left, line.left)
    is_short = width > 0 and previous.right < margin - 0.2 * width
    is_indented = line.left - previous.left > 8
    return ended and capital and (is_short or is_indented) and previous.size > 0


def _line_pitch(lines: Sequence[Line], body: float) -> float:
    gaps = [
        before.bottom - after.bottom
        for before, after in pairwise(lines)
        if before.page == after.page
        and before.size == after.size == body
        and 0 < before.bottom - after.bottom < 4 * body
    ]
    usual = median(gaps) if gaps else body * 1.25
    return max(min(usual, body * 2.2), body) or 1.0


def _right_margin(lines: Sequence[Line], body: float) -> float:
    edges = sorted(line.right for line in lines if line.size == body)
    return edges[int(len(edges) * 0.9)] if edges else 0.0


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers and without what stands at the top or bottom of most of three or more pages."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges: Counter[str] = Counter()
    for page in pages.values():
        edges.update({_numberless(line.text) for line in (*page[:2], *page[-2:])})
    repeated = {text for text, count in edges.items() if len(pages) >= 3 and count > len(pages) / 2}
    kept: list[Line] = []
    for page in pages.values():
        for position, line in enumerate(page):
            at_edge = position < 2 or position >= len(page) - 2
            is_number = len(page) > 1 and _PAGE_NUMBER.fullmatch(line.text) is not None
            if not (at_edge and (is_number or _numberless(line.text) in repeated)):
                kept.append(line)
    return kept


def _joined(lines: Sequence[str]) -> str:
    """The lines of one paragraph; a hyphen at a line's end becomes a soft one, for `joined_words` to judge."""
    divided = [line[:-1] + "\xad" if _DIVIDED.search(line) else line + " " for line in lines[:-1]]
    return "".join((*divided, lines[-1]))


def _is_heading(words: str, size: float, body: float) -> bool:
    return size > body * _LARGER_TYPE and len(words) <= 160 and not words.endswith(".")


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "0", text).strip()


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
