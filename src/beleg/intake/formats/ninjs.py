"""ninjs: news in JSON."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from beleg.intake import furniture, markup, stated, wrapped
from beleg.intake.charset import decode
from beleg.intake.item import Item
from beleg.intake.limits import collected
from beleg.intake.markup import Fragment
from beleg.terms.address import web_address
from beleg.terms.refusal import Error

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

_START = re.compile(rb"[\xef\xbb\xbf\xff\xfe\x00\s]*[\[{]")
_KEY = re.compile(
    rb'"(?:uri|guid|urn|itemid)"\s*:|"(?:version_?created|pub_?status|body_?(?:x?html5?|text)|bodies|headlines|article_?html)"\s*:',
    re.IGNORECASE,
)
_MAX_MARKS = 1_000_000
"""What begins or ends a value in JSON; a dictionary takes 230 bytes for each."""
_MAX_BODIES = 50
_HTML_KEYS = ("bodyxhtml", "bodyhtml", "bodyhtml5", "articlehtml", "articlexhtml")
_TEXT_KEYS = ("bodytext", "body", "articletext")
_WRITERS = re.compile(r"photo|camera|video|graphic|picture|illustrat|translat", re.IGNORECASE)
_NO_PUBLISHER = re.compile(r"editor|author|writer|originfo$", re.IGNORECASE)
"""Roles of those who worked on a text or gave information for it (IPTC NewsCodes "Content Production Party Role")."""
_LESSER = re.compile(
    r"teaser|summary|abstract|caption|short|seo|social|kicker|sub|alternative", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|table|section|article|blockquote|strong|em|b|i|a|span)\b[^<>]*>",
    re.IGNORECASE,
)


class _Fields:
    """The properties of one news object, asked by names in lower case without `_` and `-`.

    ninjs 1 writes `versioncreated` and `body_html`, ninjs 2 and 3 `versionCreated` and `bodies`, agencies both and
    more; so nothing here depends on how a name is spelt.
    """

    def __init__(self, properties: Mapping[str, Json]) -> None:
        self._properties = {
            key.lower().replace("_", "").replace("-", ""): value for key, value in properties.items()
        }

    def text(self, *names: str) -> str:
        """The first of these properties that is a text with something in it."""
        values = (self._properties.get(name) for name in names)
        return next((value for value in values if isinstance(value, str) and value.strip()), "")

    def objects(self, *names: str) -> list["_Fields"]:
        """The objects in the first of these properties that has any, listed or named."""
        for name in names:
            value = self._properties.get(name)
            values = (
                value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
            )
            if found := [_Fields(each) for each in values if isinstance(each, dict)]:
                return found
        return []


class Ninjs:
    """ninjs, the IPTC's news format in JSON.

    What it reads
    -------------
    ninjs 1.0 to 3.1 and the dialects of agencies and newsroom systems, which spell the same names with or without
    capitals and underscores: one news object, a list of them, or a composite whose associated texts are complete.

    What it takes from it
    ---------------------
    The text (`body_xhtml`, `body_html` or the HTML one of `bodies`, because they keep the paragraphs; else
    `body_text`), the headline (`headline`, `title` or the main one of `headlines`), who wrote it (`byline`, `by`,
    `authors`), the source, the time of this version if it has a time zone, the language, the address (of itself, of a
    rendition that is a web page, or the identifier if it is one), and whether it was cancelled (`pubstatus`).

    What it cannot read
    -------------------
    Pictures, films, events and planning objects, and texts that are only associated by reference.
    """

    id = "ninjs"
    title = "ninjs"
    media_type = "application/ninjs+json"
    precedence = 40

    def recognises(self, raw: bytes, name: str) -> bool:
        """Whether the bytes are JSON with two property names that ninjs has."""
        if not _START.match(raw[:64]):
            return False
        keys = {found.group().lower() for found in _KEY.finditer(raw.replace(b"\0", b""))}
        return len(keys) >= 2

    def items(self, raw: bytes, name: str) -> list[Item]:
        """One item for every news object with text; see `beleg.intake.format.Format`."""
        text = decode(raw).lstrip("\ufeff\0")
        if text.count('"') + text.count("[") + text.count("{") > _MAX_MARKS:
            raise Error(
                f"{name}: more than {_MAX_MARKS:,} quotation marks and brackets, which is the limit for JSON."
            )
        try:
            document: Json = json.loads(text)
        except RecursionError:
            raise Error(f"{name}: JSON nested too deep to be read.") from None
        except ValueError as error:
            place = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise Error(f"{name}: broken JSON{place}.") from None
        items = collected(name, (_item(fields, name) for fields in _news_objects(document)))
        if not items:
            raise Error(f"{name}: ninjs without any text.")
        return items


def _news_objects(document: Json) -> Iterator[_Fields]:
    if isinstance(document, list):
        for each in document:
            yield from _news_objects(each) if isinstance(each, dict) else ()
        return
    if not isinstance(document, dict):
        return
    fields = _Fields(document)
    if fields.text("type") == "composite":
        yield fields
        yield from (each for each in fields.objects("associations") if each.text("type") in {"text", ""})
    elif fields.text("type") in {"text", "article", "story", ""}:
        yield fields


def _item(fields: _Fields, name: str) -> Item:
    title = _one_line(
        fields.text("headline") or _main(fields.objects("headlines")) or fields.text("title", "name")
    )
    body = _body(fields, name)
    article = furniture.article(body.text, title)
    return Item(
        hidden=body.hidden,
        text=article.text,
        title=title,
        publisher=_publisher(fields),
        author=_author(fields) or article.author,
        published=next(
            (
                moment
                for key in ("versioncreated", "updated", "firstcreated")
                if (moment := stated.moment(fields.text(key)))
            ),
            None,
        ),
        language=stated.language(fields.text("language")),
        address=_address(fields),
        taken_back=stated.taken_back("pubstatus", fields.text("pubstatus")),
    )


def _address(fields: _Fields) -> str:
    """Where it stands on the web: said by itself or by a rendition that is a web page, else its identifier if that is
    one.
    """
    said = [fields.text("url", "link")]
    said += [
        each.text("href") for each in fields.objects("renditions") if each.text("contenttype") == "text/html"
    ]
    said += [fields.text("uri"), fields.text("guid")]
    return next((address for words in said if (address := web_address(words))), "")


def _body(fields: _Fields, name: str) -> Fragment:
    for markup_text in (*(fields.text(key) for key in _HTML_KEYS), *_bodies(fields, html_wanted=True)):
        if (read := markup.read_fragment(markup_text, name)).text:
            return read
    for plain_text in (*(fields.text(key) for key in _TEXT_KEYS), *_bodies(fields, html_wanted=False)):
        read = (
            markup.read_fragment(plain_text, name)
            if _TAG.search(plain_text)
            else Fragment(wrapped.paragraphs(plain_text))
        )
        if read.text:
            return read
    return Fragment("")


def _bodies(fields: _Fields, *, html_wanted: bool) -> list[str]:
    """The values of `bodies` in HTML or not, the main one before teasers and summaries."""
    bodies = sorted(fields.objects("bodies"), key=lambda body: bool(_LESSER.search(body.text("role"))))
    return [
        body.text("value")
        for body in bodies[:_MAX_BODIES]
        if html_wanted == ("html" in (body.text("contenttype") or body.text("role")).lower())
        and body.text("value")
    ]


def _main(headlines: list[_Fields]) -> str:
    ranked = sorted(headlines, key=lambda each: bool(_LESSER.search(each.text("role"))))
    return next((text for each in ranked if (text := each.text("value", "text"))), "")


def _author(fields: _Fields) -> str:
    if by_line := _one_line(fields.text("byline", "by")):
        return stated.names(by_line)
    people = [
        each
        for each in fields.objects("authors", "creators", "bylines")
        if not _WRITERS.search(each.text("role"))
    ]
    return ", ".join(
        dict.fromkeys(
            stated.names(name) for each in people if (name := _one_line(each.text("name", "value")))
        )
    )


def _publisher(fields: _Fields) -> str:
    sources = [
        name
        for each in fields.objects("infosources", "infosource")
        if not _NO_PUBLISHER.search(each.text("role")) and (name := each.text("name"))
    ]
    return _one_line(
        fields.text("source", "provider", "publisher")
        or next(iter(sources), "")
        or fields.text("copyrightholder")
    )


def _one_line(text: str) -> str:
    """A headline or name as plain text; some agencies put markup or entities into them."""
    return " ".join(wrapped.clean(html.unescape(_TAG.sub("", text))).split())
