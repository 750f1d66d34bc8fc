"""By-line: the names of those who wrote an article."""

import re

from lxml.html import HtmlElement

from beleg.intake.pages.furniture import opening_words, words_of
from beleg.language.source_words import source_words

_LEADING = "|".join(map(re.escape, sorted({*source_words().by, *source_words().by_role})))
_BY = re.compile(rf"^(?:{_LEADING})\b[:\s]+", re.IGNORECASE)
_BEGINS = re.compile(
    rf"(?:{'|'.join(form for word in source_words().by for form in (word.capitalize(), word.upper()))})\s+"
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}")


def names_in(entry: str) -> str:
    """The entry as names, or an empty string where it is an address, a handle or a sentence."""
    entry = _BY.sub("", entry.strip(" ,;|-\t"))
    if not entry or "://" in entry or entry.startswith(("@", "/")) or len(entry) > 160:
        return ""
    if handle := re.fullmatch(r"([^\W\d_]{2,})[._]([^\W\d_]{2,})", entry):
        return " ".join(handle.groups()).title()
    entry = ", ".join(part.strip() for part in re.split(r"\s*[;|]\s*", entry) if part.strip())
    return entry.title().replace(" Von ", " von ") if entry.isupper() and len(entry) > 5 else entry


def byline(page: HtmlElement) -> str:
    """The name in the first line `Von …` or `By …` near the headline."""
    seen = False
    for position, element in enumerate(page.iter()):
        seen = seen or element.tag == "h1"
        if not seen or element.tag not in {"p", "div", "span", "address", "li"} or position > 20_000:
            continue
        words = opening_words(element)
        if len(words) < 160 and (by := _BEGINS.match(words)) and (name := _NAME.match(words, by.end())):
            linked = next((words_of(link) for link in element.iter("a") if words_of(link)), "")
            return names_in(linked if linked and _NAME.fullmatch(linked) else name.group())
    return ""
