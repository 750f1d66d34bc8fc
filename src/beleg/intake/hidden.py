"""Hidden: what a document says to machines only, because no reader sees it; taken out of its text and kept aside.

Ordinary pages hide thousands of harmless things: menus, notes about cookies, words for screen readers, remarks of those
who built them. Kept is what gives orders to a machine, wherever it is hidden, and what reads like running text and is
hidden by a means that only serves to hide it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from beleg.intake.concealing import Concealed, Scene, concealed
from beleg.intake.xml import local

MOST_PIECES: Final = 20
"""Pieces of hidden text that are kept of a source."""
LONGEST: Final = 300
"""Characters of a piece that are kept."""
_READ: Final = 4_000
"""Characters of one hidden element that are looked at."""
_ASIDE: Final = 400_000
"""Characters of comments, and of attributes, that are looked at."""
_FEWEST_WORDS: Final = 4
_FEWEST_OF_LAYOUT: Final = 8
"""Words of hidden running text, where a page also hides things for a moment: what folds out, what a script shows."""
_LAYOUT_SHARE: Final = 0.2
"""A page that keeps more than this share of its text for later is laid out by a script."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_CODE: Final = re.compile(r"[{}<>;=|\\]|\w\(\)|https?:|--|\w_\w")
_ENDS: Final = re.compile(r"[.!?…][\"“”»«’‘')\]]*\Z")
_CONTROLS: Final = frozenset(
    "nav header footer aside form dialog button label select textarea option a figure figcaption svg".split()
)
"""What stands in these is a page's own, not its text."""
_INTERACTIVE: Final = frozenset("a form input button select textarea iframe object embed video audio".split())
_NO_TEXT: Final = frozenset(("script", "style", "svg", "math"))
_SPOKEN_FIELDS: Final = ("alt", "title", "aria-label", "content", "summary", "data-content")
"""Attributes that machines read and that can hold sentences."""
_CONSENT: Final = re.compile(r"\bcookies?\b|java ?script|browser|datenschutz|einwillig|consent|privacy", re.I)


@dataclass(frozen=True, slots=True)
class _Found:
    element: etree._Element
    words: str
    ordering: bool
    waits: bool
    """Whether it may be shown later and gives no orders."""


def take_out(root: etree._Element, markup: str) -> tuple[str, ...]:
    """Take what is hidden in a parsed page or fragment out of the tree, and return it, orders first.

    `markup` is what it was parsed from, for its comments. At most `MOST_PIECES` pieces of at most `LONGEST` characters.
    """
    found = list(_in_elements(root))
    layout = [one for one in found if one.waits]
    if layout:
        length = sum(len(one.words) for one in layout)
        everything = sum(map(len, map(str, root.itertext())))
        if length > max(LONGEST, _LAYOUT_SHARE * (everything - length)):
            found = [one for one in found if not one.waits]
    for one in found:
        _drop(one.element)
    prose = [one for one in found if not one.ordering]
    if prose:
        seen = " ".join(" ".join(map(str, root.itertext())).split())
        prose = [one for one in prose[: 2 * MOST_PIECES] if one.words not in seen]
    told = (*_ordering_comments(markup), *_ordering_fields(root), *(o.words for o in found if o.ordering))
    return bounded((*told, *(one.words for one in prose)))


def bounded(pieces: Iterable[str]) -> tuple[str, ...]:
    """Pieces of hidden text as a source keeps them: each once, on one line, not too long and not too many."""
    from beleg.language.orders import order_in

    lines = (" ".join(piece.split()) for piece in pieces)
    kept = (
        line if len(line) <= LONGEST else order_in(line[:_ASIDE], LONGEST) or line[:LONGEST]
        for line in lines
        if line
    )
    return tuple(dict.fromkeys(kept))[:MOST_PIECES]


def reads_like_text(words: str, *, fewest: int = _FEWEST_WORDS) -> bool:
    """Whether words are running text: at least so many, one of them a function word, ended like a sentence, no code."""
    if len(_WORD.findall(words)) < fewest or _CODE.search(words) or _CONSENT.search(words):
        return False
    return _ENDS.search(words) is not None and _has_function_word(words)


def _has_function_word(words: str) -> bool:
    from beleg.language.registry import language_for

    known = [language.function_words for code in ("de", "en") if (language := language_for(code))]
    return any(word.lower() in each for word in _WORD.findall(words) for each in known)


def _in_elements(root: etree._Element) -> Iterator[_Found]:
    """The hidden elements that hold what is worth keeping, in the order of the page."""
    from beleg.language.orders import gives_orders

    scenes = [Scene()]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            scenes.pop()
            continue
        scenes.append(scenes[-1].within(element, is_control=local(element).lower() in _CONTROLS))
        if element is root or not isinstance(element.tag, str):
            continue
        how = concealed(element, scenes[-1], scenes[-2])
        if how is None:
            continue
        words = _words(element)
        ordering = len(_WORD.findall(words)) >= _FEWEST_WORDS and gives_orders(words)
        if ordering or _is_hidden_text(element, how, words, scenes[-1]):
            yield _Found(element, words, ordering, how is Concealed.LAYOUT and not ordering)
        if how is not Concealed.COLOUR:  # what stands in it may be seen again
            walk.skip_subtree()


def _is_hidden_text(element: etree._Element, how: Concealed, words: str, scene: Scene) -> bool:
    if how is Concealed.UNRENDERED or scene.is_control:
        return False
    fewest = _FEWEST_OF_LAYOUT if how is Concealed.LAYOUT else _FEWEST_WORDS
    return reads_like_text(words, fewest=fewest) and not any(
        local(inner).lower() in _INTERACTIVE for inner in element.iter()
    )


def _words(element: etree._Element) -> str:
    """The beginning of an element's text on one line, scripts and styles left out."""
    pieces: list[str] = []
    length = 0
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        if event == "end":
            piece = str(each.tail or "") if each is not element else ""
        elif not isinstance(each.tag, str) or local(each).lower() in _NO_TEXT:
            walk.skip_subtree()
            continue
        else:
            piece = str(each.text or "")
        pieces.append(piece)
        length += len(piece)
        if length > _READ:
            break
    return " ".join(" ".join(pieces)[:_READ].split())


def _ordering_comments(markup: str) -> Iterator[str]:
    """The comments that give orders to a machine; all others are remarks of those who built the page."""
    from beleg.language.orders import gives_orders

    start, left = markup.find("<!--"), _ASIDE
    while start >= 0 and left > 0:
        end = markup.find("-->", start + 4)
        comment = markup[start + 4 : end if end >= 0 else None][:_READ]
        left -= len(comment)
        if len(_WORD.findall(comment)) >= _FEWEST_WORDS and gives_orders(comment):
            yield comment
        start = markup.find("<!--", end) if end >= 0 else -1


def _ordering_fields(root: etree._Element) -> Iterator[str]:
    from beleg.language.orders import gives_orders

    left = _ASIDE
    for element in root.iter(etree.Element):
        for name in _SPOKEN_FIELDS if left > 0 else ():
            words = str(element.get(name) or "")[:_READ]
            left -= len(words)
            if words and len(_WORD.findall(words)) >= _FEWEST_WORDS and gives_orders(words):
                yield words


def _drop(element: etree._Element) -> None:
    """Remove an element and what it holds, but not what stands behind it."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
