"""Furniture: what stands around an article on a web page, removed before the main text is looked for."""

import re
import tomllib
from functools import cache
from importlib import resources

from lxml.html import HtmlElement

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^A-Za-z0-9äöüß]+")
_HEADING_TAGS = frozenset(
    {"h2", "h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "dt", "legend", "a", "em"}
)
_UNREAD = ("script", "style", "noscript", "template", "svg", "textarea", "select", "button")
_ASIDE = frozenset({"nav", "footer", "aside"})
_NEVER = frozenset({"html", "head", "body", "main", "article", "h1", "title", "meta", "link", "base"})
_LARGE_SHARE = 0.4
"""No removal takes away more than this share of the page's text, or of its prose (paragraphs outside of comments and
footers): then the name was a layout's (`paywall` around an article that is open), not furniture's."""
_PROSE = 80
"""Characters from which on a paragraph without links counts as prose."""
_SHORT = 400
"""Characters of a picture's caption, or of what stands in for an embedded video, at most."""
OPENING = 4000
"""Characters, white space included, that are looked at where only a short text is wanted: a by-line, a lead."""
_HEADING = 80
"""Characters of the heading of a list of links, at most."""
_BOX = 5000
"""Characters of a box or list of links, at most."""


@cache
def word_list(name: str) -> tuple[str, ...]:
    """One of the lists of `furniture.toml`."""
    text = resources.files("beleg.intake.pages").joinpath("furniture.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)[name])


@cache
def whole_line(name: str) -> re.Pattern[str]:
    """A pattern that a whole line matches if it is one of the list `name`."""
    return re.compile(rf"(?is)\W*(?:{'|'.join(word_list(name))})\s*[:.…]*\s*")


@cache
def _part(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?is)(?:{'|'.join(word_list(name))})")


def words_of(element: HtmlElement) -> str:
    """The element's text, white space collapsed, soft hyphens gone."""
    return " ".join(element.text_content().replace("\xad", "").split())


def opening_words(element: HtmlElement) -> str:
    """As `words_of`, but of at most the first `OPENING` characters: asking nested elements for all is asking again and
    again.
    """
    pieces: list[str] = []
    length = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        length += len(piece)
        if length >= OPENING:
            break
    return " ".join("".join(pieces)[:OPENING].replace("\xad", "").split())


def is_named(element: HtmlElement, names: str) -> bool:
    """Whether the element's class or id contains a word or phrase of the list `names`."""
    named = [*(element.get("class") or "").split(), *(element.get("id") or "").split()]
    if not named:
        return False
    spelled = " | ".join(
        " ".join(_NOT_WORD.sub(" ", _CAMEL.sub(" ", name)).lower().split()) for name in named
    )
    return any(f" {phrase} " in f" {spelled} " for phrase in word_list(names))


def link_share(element: HtmlElement) -> float:
    """Which share of the element's text stands in links, 0.0 to 1.0."""
    length = len(words_of(element))
    linked = (
        len(words_of(element)) if element.tag == "a" else sum(len(words_of(a)) for a in element.iter("a"))
    )
    return linked / length if length else 0.0


class _Page:
    """The page while it is cleared out: its elements, and how much text each held at the start.

    Sizes are counted once, because asking every element for its text again and again takes minutes on a page that is
    made for that. They grow stale as furniture goes, always to the safe side: an element is smaller than it says.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.elements = [element for element in root.iter() if isinstance(element.tag, str)]
        self.sizes: dict[HtmlElement, int] = {}
        for element in reversed(self.elements):
            own = len(" ".join((element.text or "").split())) + 1
            inner = sum(
                self.sizes.get(child, 0) + len(" ".join((child.tail or "").split())) for child in element
            )
            self.sizes[element] = own + inner
        self.large = max(200, int(self.sizes.get(root, 0) * _LARGE_SHARE))
        aside = {each for each in self.elements if each.tag in _ASIDE or is_named(each, "comment_names")}
        self.prose: dict[HtmlElement, int] = {}
        for paragraph in root.iter("p"):
            ancestors = list(paragraph.iterancestors())
            is_prose = self.size(paragraph) >= _PROSE and link_share(paragraph) < 0.3
            if is_prose and aside.isdisjoint(ancestors):
                for each in (paragraph, *ancestors):
                    self.prose[each] = self.prose.get(each, 0) + self.size(paragraph)

    def size(self, element: HtmlElement) -> int:
        return self.sizes.get(element, 0)

    def is_on_it(self, element: HtmlElement) -> bool:
        return element is self.root or any(ancestor is self.root for ancestor in element.iterancestors())

    def may_go(self, element: HtmlElement) -> bool:
        if element.tag in _NEVER or element.getparent() is None or self.size(element) > self.large:
            return False
        if (
            self.prose.get(element, 0) > self.prose.get(self.root, 0) * _LARGE_SHARE
            and self.size(element) > _SHORT
        ):
            return False
        return element.find(".//h1") is None


def clear_out(root: HtmlElement) -> None:
    """Remove the furniture from the page, in place.

    Scripts, styles and forms go whole; then everything that names itself as furniture, pictures with their captions,
    notes about cookies and embedded content, and lists of links with their headings. Nothing is ever executed.
    """
    for element in list(root.iter("button")):
        if any(True for _ in element.iterancestors("h2", "h3", "h4", "h5", "h6")):
            element.drop_tag()  # the subhead of a part that folds out
    for element in list(root.iter(*_UNREAD)):
        element.drop_tree()
    for element in list(root.iter("q")):
        element.tag = "span"  # a quotation inside a sentence is no block of its own
    page = _Page(root)
    _remove_named(page)
    _remove_embedded(page)
    _remove_link_lists(page)


def _remove_named(page: _Page) -> None:
    for element in page.elements:
        if not (named := _furniture_or_picture(element)):
            continue
        if not page.is_on_it(element) or not page.may_go(element):
            continue
        if named == "furniture" or _is_picture(element, page):
            element.drop_tree()


def _furniture_or_picture(element: HtmlElement) -> str:
    if element.tag in {"figure", "figcaption"}:
        is_text = element.find(".//table") is not None or element.find(".//blockquote") is not None
        return "" if is_text else "furniture"
    if not (element.get("class") or element.get("id")) or is_named(element, "lead_names"):
        return ""
    if is_named(element, "names"):
        return "furniture"
    return "picture" if is_named(element, "picture_names") else ""


def _is_picture(element: HtmlElement, page: _Page) -> bool:
    if page.size(element) > _SHORT:
        return False
    return not any(
        is_named(inner, "lead_names") for inner in element.iterdescendants("p", "div", "h2", "span")
    )


def _remove_embedded(page: _Page) -> None:
    notes = _part("consent_notes")
    for frame in list(page.root.iter("iframe", "video", "audio", "object", "embed")):
        outermost = frame
        for ancestor in frame.iterancestors("div", "address", "span", "p", "section"):
            if page.size(ancestor) > _SHORT or not page.may_go(ancestor):
                break
            if ancestor.find(".//p") is not None and not notes.search(words_of(ancestor)):
                break
            outermost = ancestor
        if page.size(outermost) <= _SHORT and outermost.getparent() is not None:
            outermost.drop_tree()
    for element in page.elements:
        if element.tag not in {"p", "div", "span", "address", "li", "a"} or page.size(element) > _SHORT:
            continue
        if notes.search(words_of(element)) and page.is_on_it(element) and page.may_go(element):
            element.drop_tree()


def _remove_link_lists(page: _Page) -> None:
    heading = whole_line("related_headings")
    for element in page.elements:
        if element.tag not in _HEADING_TAGS or not 0 < page.size(element) <= 2 * _HEADING:
            continue
        words = words_of(element)
        if 0 < len(words) <= _HEADING and heading.fullmatch(words) and page.is_on_it(element):
            _remove_list_under(element, page)
    for element in [*page.root.iter("ul", "ol"), *page.root.iter("p")]:
        if page.size(element) > _BOX or not page.is_on_it(element) or not page.may_go(element):
            continue
        words = words_of(element)
        outside = "".join(part for part in element.xpath(".//text()[not(ancestor::a)]"))
        outside = outside.strip(" \t\n\r\xa0:|•·–-→›»>")
        is_sentence = len(words) > 120 and words.endswith((".", "!", "?"))
        is_links = link_share(element) > 0.95 or (0 < len(outside) <= _SHORT and heading.fullmatch(outside))
        if words and is_links and not is_sentence:
            element.drop_tree()


def _remove_list_under(heading: HtmlElement, page: _Page) -> None:
    """Remove a heading such as "Mehr zum Thema" with the links that stand under it or in the same box."""
    box = heading
    for ancestor in heading.iterancestors():
        if page.size(ancestor) > _BOX or not page.may_go(ancestor):
            break
        same = len(words_of(ancestor)) == len(words_of(heading))
        if not (same or _is_link_list(ancestor, heading)):
            break
        box = ancestor
    follower = box.getnext()
    while follower is not None and isinstance(follower.tag, str) and page.size(follower) <= _BOX:
        following = follower.getnext()
        if words_of(follower) and not (_is_link(follower) or _is_link_list(follower, heading)):
            break
        if page.may_go(follower):
            follower.drop_tree()
        follower = following
    if page.may_go(box):
        box.drop_tree()


def _is_link(element: HtmlElement) -> bool:
    """Whether the element is a link with at most a few words around it, not a sentence with a link in it."""
    words = words_of(element)
    if element.tag != "a" and element.find(".//a") is None:
        return False
    return link_share(element) > 0.8 or (len(words) <= 160 and not words.endswith((".", "!")))


def _is_link_list(element: HtmlElement, heading: HtmlElement) -> bool:
    blocks = [
        block
        for block in element.iter("p", "li", "h3", "h4", "h5", "h6")
        if block is not heading and words_of(block)
    ]
    if not blocks:
        return link_share(element) > 0.5
    return all(_is_link(block) or block.find(".//li") is not None for block in blocks)
