"""Concealing: by which means an element of a page is kept from being seen, as far as its own attributes tell.

Style sheets are not read; what they hide is not known here.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from lxml import etree

from beleg.intake.xml import local

_Colour = tuple[int, int, int]
_LONGEST_STYLE: Final = 2_000
_SAME_COLOUR: Final = 16
"""Difference of a channel (0 to 255) up to which nobody tells two colours apart."""
_WHITE: Final = (255, 255, 255)
_NAMED: Final[dict[str, _Colour]] = {
    "white": _WHITE,
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "black": (0, 0, 0),
    "red": (255, 0, 0),
    "yellow": (255, 255, 0),
    "blue": (0, 0, 255),
    "green": (0, 128, 0),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "silver": (192, 192, 192),
}
_HEX: Final = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)")
_NUMBER: Final = re.compile(r"\A\s*(-?\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|cm|in)?\s*(?:!important)?\s*\Z")
_FAR_AWAY: Final = 900
"""Pixels beyond the edge of a page at which nothing is seen any more."""
_INLINE: Final = frozenset("span b strong i em u font br small sub sup a mark abbr".split())
_UNRENDERED: Final = frozenset(("template", "noscript"))


class Concealed(Enum):
    """How an element is hidden."""

    UNRENDERED = "unrendered"
    """No browser with scripts shows it: `template`, `noscript`."""
    LAYOUT = "layout"
    """It may be shown later: `hidden`, `display: none`, `opacity: 0`, or white where the background is not known."""
    STYLE = "style"
    """By a means that serves only to hide: type without size, a place off the page."""
    COLOUR = "colour"
    """In the colour of its background."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What stands around an element: the colours that are set, and whether it is part of a page's controls."""

    colour: _Colour | None = None
    background: _Colour | None = None
    background_known: bool = True
    """False behind a picture or a gradient."""
    is_control: bool = False

    def within(self, element: etree._Element, *, is_control: bool) -> "Scene":
        """The scene inside an element."""
        if is_control and not self.is_control:
            return replace(self, is_control=True).within(element, is_control=False)
        style = _declared(element)
        colour = style.get("color") or str(element.get("color") or "")
        ground = style.get("background-color") or style.get("background") or str(element.get("bgcolor") or "")
        pictured = "url(" in ground or "gradient" in ground or "background-image" in style
        if not (colour or ground or pictured):
            return self
        return replace(
            self,
            colour=_colour(colour) if colour else self.colour,
            background=_colour(ground) or self.background,
            background_known=self.background_known and not pictured and (not ground or bool(_colour(ground))),
        )


def concealed(element: etree._Element, scene: Scene, around: Scene) -> Concealed | None:
    """How the element hides its text; None where it is seen. `scene` is that inside it, `around` that outside."""
    if local(element).lower() in _UNRENDERED:
        return Concealed.UNRENDERED
    style = _declared(element)
    if "hidden" in element.attrib or style.get("display", "").startswith("none"):
        return Concealed.LAYOUT
    if style.get("visibility", "").startswith(("hidden", "collapse")):
        return Concealed.LAYOUT
    if _is_off_page(style) or (_is_tiny(style.get("font-size", "")) and _is_plain(element)):
        return Concealed.STYLE
    if _number(style.get("opacity", "")) == 0 and _is_plain(element):
        return Concealed.LAYOUT
    if scene == around and "color" not in style:
        return None
    return _by_colour(element, style, scene)


def _by_colour(element: etree._Element, style: dict[str, str], scene: Scene) -> Concealed | None:
    if not _is_plain(element):
        return None
    if style.get("color", "").startswith("transparent"):
        return Concealed.COLOUR
    if scene.colour is None or not scene.background_known:
        return None
    if not _same(scene.colour, scene.background or _WHITE):
        return None
    return Concealed.COLOUR if scene.background else Concealed.LAYOUT


def _is_off_page(style: dict[str, str]) -> bool:
    if _number(style.get("text-indent", "")) <= -_FAR_AWAY:
        return True
    if style.get("position", "") not in ("absolute", "fixed"):
        return False
    places = (_number(style.get(side, "")) for side in ("left", "top", "right", "bottom"))
    return any(place <= -_FAR_AWAY for place in places) or style.get("clip", "").replace(" ", "").startswith(
        ("rect(0,0,0,0", "rect(0000", "rect(0px,0px,0px,0px", "rect(1px,1px,1px,1px")
    )


def _is_tiny(size: str) -> bool:
    found = _NUMBER.match(size)
    return found is not None and float(found[1]) <= (1 if found[2] in (None, "px", "pt") else 0.05)


def _is_plain(element: etree._Element) -> bool:
    """Whether all text in the element is its own, in no element that a style could show again."""
    return all(
        not isinstance(inner.tag, str)
        or (local(inner).lower() in _INLINE and not (inner.get("style") or inner.get("class")))
        for inner in element.iterdescendants()
    )


def _declared(element: etree._Element) -> dict[str, str]:
    style = str(element.get("style") or "")
    if not style:
        return {}
    parts = (part.partition(":") for part in style[:_LONGEST_STYLE].lower().split(";"))
    return {name.strip(): value.strip() for name, _, value in parts if value}


def _colour(words: str) -> _Colour | None:
    words = words.strip().lower()
    if found := _HEX.search(words):
        digits = found[1] if len(found[1]) > 4 else "".join(digit * 2 for digit in found[1])
        return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := _RGB.search(words):
        return int(found[1]), int(found[2]), int(found[3])
    return _NAMED.get(words.split()[0].rstrip("!;") if words else "")


def _same(one: _Colour, other: _Colour) -> bool:
    return all(abs(a - b) <= _SAME_COLOUR for a, b in zip(one, other, strict=True))


def _number(words: str) -> float:
    """The number of a length, in whatever unit; 1.0 where there is none."""
    found = _NUMBER.match(words)
    return float(found[1]) if found else 1.0
