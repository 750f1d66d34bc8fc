"""Showing: a web page as it came, made harmless, so that somebody can see a passage where it stood.

What is left is an allow-list: elements that only structure text, and of their attributes only those that say language,
direction and cells. No script, style, form, frame, picture, address or name of the page's own survives, so that nothing
can run, load, call home or look like a part of the desk. What intake takes for hidden text (`beleg.intake.hidden`) is
left out, because without the page's style it would stand there as if readers had seen it.
"""

import re
from html import escape
from typing import Final

from lxml import html as lxml_html

from beleg.intake.charset import decode_page
from beleg.intake.formats.page import parsed
from beleg.intake.hidden import take_out

_KEPT: Final = frozenset(
    "h1 h2 h3 h4 h5 h6 p div section article main header footer aside nav address blockquote pre hr br ul ol li dl dt dd "
    "table caption thead tbody tfoot tr th td figure figcaption b strong i em u s sub sup small q cite code time "
    "abbr span ins del mark".split()
)
_DROPPED: Final = frozenset(
    "head script style template noscript iframe frame frameset object embed applet param svg math canvas audio video source track "
    "map area input select textarea button option datalist output progress meter dialog meta link base basefont bgsound".split()
)
"""Gone with everything in them; any other element goes, and its words stay."""
_TURNED: Final = {"a": "span", "summary": "p", "details": "div", "center": "div"}
_ATTRIBUTES: Final = {
    "lang": re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "colspan": re.compile(r"\d{1,2}"),
    "rowspan": re.compile(r"\d{1,3}"),
}
_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1rem/1.6 Charter,Georgia,serif;margin:1rem auto;max-width:44rem;padding:0 1rem;"
    "overflow-wrap:anywhere}table{border-collapse:collapse}td,th{border:1px solid;padding:.2rem .5rem;text-align:left}"
    ".link{text-decoration:underline dotted}.picture{font-style:italic}"
)
POLICY: Final = "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'"
"""The content security policy such a page has to be sent with: no script, no loading, an origin of its own."""


def shown(raw: bytes, name: str, picture: str) -> str:
    """The page in `raw` as a whole HTML document that is safe to look at.

    `picture` is the word that stands in place of a picture, before its description. Where links led is said in `title`.
    Raises `Error`, naming the file `name`, if it is beyond the limits for pages or holds nothing.
    """
    markup = decode_page(raw)
    page = parsed(markup, name)
    take_out(page, markup)
    language = page.get("lang") or ""
    for element in list(page.iter()):
        _clean(element, picture)
    body = page.find("body") if page.tag == "html" else page
    inner = "" if body is None else "".join([escape(body.text or ""), *(map(_written, body))])
    stated = f' lang="{language}"' if _ATTRIBUTES["lang"].fullmatch(language) else ""
    return (
        f'<!doctype html>\n<html{stated}>\n<head><meta charset="utf-8"><title>{escape(name)}</title>'
        f"<style>{_STYLE}</style></head>\n<body>{inner}</body>\n</html>\n"
    )


def _clean(element: lxml_html.HtmlElement, picture: str) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _DROPPED:
        _without(element)
        return
    address, description = element.get("href") or "", " ".join((element.get("alt") or "").split())
    said = {name: element.get(name) or "" for name in _ATTRIBUTES}
    element.attrib.clear()
    if tag == "img":
        element.tag = "span"
        if description:
            element.set("class", "picture")
            element.text = f"[{picture}: {description}]"
        return
    element.tag = _TURNED.get(tag, tag)
    if tag == "a" and address.startswith(("https://", "http://")):
        element.set("class", "link")
        element.set("title", address)
    for name, pattern in _ATTRIBUTES.items():
        if pattern.fullmatch(said[name]):
            element.set(name, said[name])
    if element.tag not in _KEPT and tag not in ("html", "body"):
        element.tag = "span"


def _without(element: lxml_html.HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def _written(element: lxml_html.HtmlElement) -> str:
    return str(lxml_html.tostring(element, encoding="unicode", method="html"))
