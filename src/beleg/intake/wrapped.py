"""Wrapped: plain text as wires and e-mails carry it, lines broken by the machine, back into paragraphs."""

import re

_LIST_MARK = re.compile(r"(?:[-*•·–—]|\d{1,2}[.)])\s+\S")
_UNWRAPPED = 120
"""Longer lines than this are not broken at a column: every line end in such a text is meant."""
_NARROWEST = 36
"""No machine breaks lines at a narrower column than this (newspaper columns on a teleprinter had 40)."""
_FULL = 0.8
"""A line is taken to be broken by the machine if it fills this share of the longest one, next word included."""
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")


def clean(text: str) -> str:
    """Without control characters, soft hyphens, zero-width spaces and lone surrogates; line ends as `\\n`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return _INVISIBLE.sub("", text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n"))


def paragraphs(text: str) -> str:
    """The text with one blank line between paragraphs and the lines of each joined again.

    A paragraph begins after a blank line, or with a line indented more than the one before it (as in IPTC 7901).
    Lines the machine broke are joined; a line that ends early (an address, a table, a list entry) stays a line of its
    own. A text without any blank line whose lines are not broken at a column has a paragraph on every line.
    """
    lines = clean(text).expandtabs(4).split("\n")
    width = max(len(line.rstrip()) for line in lines)
    wrapped = _NARROWEST <= width <= _UNWRAPPED
    every_line = width > _UNWRAPPED and all(line.strip() for line in lines)
    result: list[list[list[str]]] = [[]]
    before = ""
    for line in lines:
        words = " ".join(line.split())
        if not words or every_line or (result[-1] and _begins_paragraph(line, before)):
            result.append([])
        if words and result[-1] and wrapped and _continues(before, words, width):
            result[-1][-1].append(words)
        elif words:
            result[-1].append([_dash(words)])
        before = line.rstrip()
    return "\n\n".join("\n".join(" ".join(line) for line in paragraph) for paragraph in result if paragraph)


def _begins_paragraph(line: str, before: str) -> bool:
    """Whether a line is indented more than the one before, and neither is part of a list."""
    return (
        _indent(line) > _indent(before)
        and not _LIST_MARK.match(line.lstrip())
        and not _LIST_MARK.match(before.lstrip())
    )


def _continues(before: str, words: str, width: int) -> bool:
    """Whether the machine broke the line `before` here: the next word would not have fitted any more.

    A line that begins like a list entry goes on only in the middle of a sentence ("am / 3. Mai"); quoted lines of an
    e-mail (`>`) stay as they are.
    """
    if words.startswith(">") or before.lstrip().startswith(">"):
        return False
    if _LIST_MARK.match(words) and (before[-1:] in ".:;!?,”“\"'" or _LIST_MARK.match(before.lstrip())):
        return False
    return len(before) + 1 + len(words.split(" ", 1)[0]) > width * _FULL


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _dash(words: str) -> str:
    """List entries marked by a star or a bullet begin with `- `, as everywhere in Beleg."""
    return f"- {words[1:].lstrip()}" if words[0] in "*•·" and words[1:2] == " " else words
