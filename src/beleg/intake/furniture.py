"""Furniture: what stands around an article in a wire's text without being part of it."""

import re
from dataclasses import dataclass

from beleg.intake.stated import is_by_line, names
from beleg.language.source_words import source_words

_INITIALS = re.compile(
    r"[a-z]{1,5}(?:[-/][a-z]{1,5})+"  # hh/ph/ts/hd
    r"|(?:[a-z]{2,5}/)?dpa(?:[-/][a-z]{1,6})*(?: [a-z0-9]{1,6}){1,8}"  # dpa abc xyz n1
)
"""Desk initials and dpa's closing line; both in lower case only."""
_ENDS = "|".join(map(re.escape, source_words().the_end))
_END = re.compile(
    rf"\(?-*\s*(?:{_ENDS})\s*-*\)?"
    rf"|\((?:{_ENDS})\)\s[a-z]{{2,4}}(?:/[a-z]{{2,4}})*"  # (Schluss) abc/def
    rf"|-30-|(?:\#\s*){{3,}}" + "".join(rf"|{pattern}" for pattern in source_words().credits),
    re.IGNORECASE,
)
"""What says that the text is over, and the credit in brackets of who reported and edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The text of an article without its furniture, and the author its own by-line names (empty without one)."""

    text: str
    author: str


def article(text: str, title: str) -> Article:
    """Take off a repeated headline and by-lines at the beginning, closing lines at the end.

    `text` has blank lines between its paragraphs. Nothing is taken off if nothing would be left. Only for wires: in
    an e-mail or on a web page the same words can be meant.
    """
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    start, end, author = 0, len(paragraphs), ""
    while start < end - 1:
        paragraph = " ".join(paragraphs[start].split())
        if title and paragraph.removeprefix("## ").casefold() == title.casefold():
            start += 1
        elif is_by_line(paragraph):
            author = author or names(paragraph)
            start += 1
        else:
            break
    while end > start + 1 and _closes(paragraphs[end - 1]):
        end -= 1
    return Article(text="\n\n".join(paragraphs[start:end]), author=author)


def _closes(paragraph: str) -> bool:
    paragraph = " ".join(paragraph.split())
    return len(paragraph) <= 400 and bool(_INITIALS.fullmatch(paragraph) or _END.fullmatch(paragraph))
