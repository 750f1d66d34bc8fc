"""JSON-LD: what a page says about its article in schema.org's vocabulary."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(Article|Posting|Report|Review|Interview|PressRelease)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLd:
    """The statements of one article, in words; empty where it says nothing."""

    headline: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    description: str = ""
    status: str = ""


def articles(page: HtmlElement) -> Iterator[JsonLd]:
    """The articles described on the page, in its order; what is no JSON is passed over."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            content = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(content):
            kinds = node.get("@type")
            if any(
                isinstance(kind, str) and _ARTICLE.search(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield JsonLd(
                    headline=_spelled(node.get("headline")),
                    publisher=_spelled(node.get("publisher")),
                    author=_spelled(node.get("author")) or _spelled(node.get("creator")),
                    published=_spelled(node.get("datePublished")) or _spelled(node.get("dateCreated")),
                    language=_spelled(node.get("inLanguage")),
                    description=_spelled(node.get("description")),
                    status=_spelled(node.get("creativeWorkStatus")),
                )


def _nodes(content: object, depth: int = 0) -> Iterator[dict[str, object]]:
    if depth > 8:
        return
    if isinstance(content, list):
        for entry in content:
            yield from _nodes(entry, depth + 1)
    elif isinstance(content, dict):
        yield content
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(content.get(key), depth + 1)


def _spelled(value: object, depth: int = 0) -> str:
    """A JSON-LD value in words: a string, the `name` of an object, several joined by a comma."""
    if isinstance(value, str):
        text = re.sub(r"<[^>]{0,200}>", "", value) if "<" in value else value
        return " ".join(html.unescape(text).replace("\xad", "").split())
    if isinstance(value, dict) and depth < 3:
        return _spelled(value.get("name"), depth + 1)
    if isinstance(value, list) and depth < 3:
        return ", ".join(dict.fromkeys(part for entry in value if (part := _spelled(entry, depth + 1))))
    return ""
