"""Main text: the article of a page as plain text, from its lead to its last sentence."""

import logging
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement

from beleg.intake.pages.furniture import clear_out, is_named, link_share, opening_words, whole_line, words_of

for _library in ("trafilatura", "htmldate", "courlan"):
    # what they would say on the terminal, this package says in an Error
    logging.getLogger(_library).addHandler(logging.NullHandler())

_SENTENCE_END = (".", "!", "?", "…", ":", '."', ".“", ".«", ".”", "!“", "?“", "!«", "?«", '?"', '!"', ".)")
_LABEL = 60
"""A first paragraph shorter than this and without a full stop is a kicker, a date or a by-line."""
_LONGEST_LEAD = 2000
"""A paragraph longer than this opens no article."""
_CLOSING = 600
"""Characters of a line that closes an article, at most."""
_LEAD = 100
"""A paragraph between headline and text counts as lead from this length on, or if it ends like a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    text: str
    is_heading: bool = False


def main_text(page: HtmlElement, title: str, description: str) -> str:
    """The article's text: paragraphs separated by a blank line, subheads as `## …`, list entries as `- …`.

    Headline, by-line, date, captions, tables, comments and everything that `furniture` knows are left out. The lead
    is taken back in where it stands between the headline and the text. Empty if the page holds no text. Changes
    `page`.
    """
    import trafilatura

    clear_out(page)
    extracted = trafilatura.bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        include_links=False,
    )
    if extracted is None or isinstance(extracted, dict) or extracted.body is None:
        return ""
    blocks = _without_ends(_blocks(extracted.body), _headlines(page, title))
    blocks = [*_lead(page, blocks, title, description), *blocks]
    return "\n\n".join(f"## {block.text}" if block.is_heading else block.text for block in blocks)


def letters(text: str) -> str:
    """Only the letters and digits, lower case: for comparing a headline with itself in another spelling."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _blocks(body: _Element) -> list[_Block]:
    blocks: list[_Block] = []
    for element in body:
        if element.tag == "list":
            entries = [
                _lines(entry).replace("\n\n", "\n").replace("\n", " ") for entry in element.iter("item")
            ]
            text = "\n".join(f"- {entry}" for entry in entries if entry)
        else:
            text = _lines(element)
        if not text:
            continue
        if element.tag == "head":
            blocks.append(_Block(text=" ".join(text.split()), is_heading=True))
        else:
            blocks.extend(_Block(text=part) for part in text.split("\n\n"))
    return blocks


def _lines(element: _Element) -> str:
    """The element's text; a `<br>` after a full sentence (or two in a row) starts a paragraph, any other a line."""
    parts = [element.text or ""]
    for inner in element.iterdescendants():
        if inner.tag == "lb":
            parts.append("\n")
        elif inner.tag in {"p", "head", "item", "row"}:
            parts.append("\n\n")
        if inner.text:
            parts.append(inner.text)
        parts.append(inner.tail or "")
    joined = ""
    for line in "".join(parts).replace("\xad", "").split("\n"):
        words = " ".join(line.split())
        if not words:
            joined = joined.rstrip("\n") + "\n\n" if joined else ""
        elif not joined or joined.endswith("\n\n"):
            joined += words
        else:
            joined += ("\n\n" if joined.endswith(_SENTENCE_END) else "\n") + words
    return joined.strip()


def _headlines(page: HtmlElement, title: str) -> list[str]:
    return [found for found in (letters(title), *(letters(words_of(h1)) for h1 in page.iter("h1"))) if found]


def _without_ends(blocks: list[_Block], headlines: list[str]) -> list[_Block]:
    """The blocks without what stands before the first and after the last sentence of the article."""
    closing, related = whole_line("closing_lines"), whole_line("related_headings")
    first = 0
    while first < len(blocks) - 1 and _is_before_text(blocks[first], headlines):
        first += 1
    last = len(blocks)
    while last > first + 1:
        block = blocks[last - 1]
        final = block.text.rsplit("\n", 1)[-1]
        ends = (len(final) <= _CLOSING and (closing.fullmatch(final) or related.fullmatch(final))) or (
            block.text.endswith(":") and len(final) < 120
        )
        if not (block.is_heading or ends):
            break
        last -= 1
    return blocks[first:last]


def _is_before_text(block: _Block, headlines: list[str]) -> bool:
    spelled = letters(block.text)
    if any(spelled in headline or headline in spelled[: len(headline) + 40] for headline in headlines):
        return len(block.text) < 300
    return not block.is_heading and len(block.text) < _LABEL and not block.text.endswith(_SENTENCE_END)


def _lead(page: HtmlElement, blocks: list[_Block], title: str, description: str) -> list[_Block]:
    """The paragraphs between the headline and the extracted text that belong to the article."""
    if not blocks:
        return []
    start = letters(next((block.text for block in blocks if not block.is_heading), blocks[0].text))[:60]
    everything = {letters(block.text) for block in blocks}
    described = letters(description)[:60]
    found: list[_Block] = []
    for element in _after_headline(page, title):
        words = opening_words(element)
        spelled = letters(words)
        if start and spelled.startswith(start):
            return found
        if not words or element.find(".//p") is not None or element.find(".//div") is not None:
            continue
        if spelled in everything or spelled in letters(title) or link_share(element) > 0.3:
            continue
        if len(words) > _LONGEST_LEAD:
            continue
        words = words_of(element)
        is_described = len(described) > 20 and (
            spelled.startswith(described) or described.startswith(spelled)
        )
        is_said = words.endswith(_SENTENCE_END) and not words.endswith(":") and len(words) >= _LABEL
        if is_described or (is_said and (len(words) >= _LEAD or is_named(element, "lead_names"))):
            found.append(_Block(text=words))
            everything.add(spelled)
    return []


def _after_headline(page: HtmlElement, title: str) -> list[HtmlElement]:
    """The possible paragraphs behind the article's headline, in the order of the page; at most 80."""
    wanted = letters(title)
    headline = next(
        (h1 for h1 in page.iter("h1") if letters(words_of(h1)) and letters(words_of(h1)) in wanted), None
    )
    headline = (
        headline
        if headline is not None
        else next((h1 for h1 in page.iter("h1") if wanted in letters(words_of(h1))), None)
    )
    if headline is None:
        return []
    following: list[HtmlElement] = []
    seen = False
    for element in page.iter():
        if element is headline:
            seen = True
        elif seen and element.tag in {"p", "div", "h2", "h3", "section", "span", "strong"}:
            following.append(element)
            if len(following) == 80:
                break
    return following
