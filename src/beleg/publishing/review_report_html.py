"""The review report as an HTML document: no script, nothing loaded, readable on paper."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from beleg.publishing.document import Block, Document
from beleg.terms.wording import Wording

_CONTENTS = Wording(de="Inhalt", en="Contents")


def render_html(document: Document) -> bytes:
    """Return the document as a page in UTF-8; the same document always gives the same bytes."""
    page = _template().render(
        document=document,
        contents=_CONTENTS.in_language(document.language),
        kind=_kind,
        style=Markup(_resource("review_report.css")),  # noqa: S704  # our own file, nothing from outside in it
    )
    return page.encode("utf-8")


def _kind(block: Block) -> str:
    return type(block).__name__


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_resource("review_report.html.jinja"))


@cache
def _resource(name: str) -> str:
    return (files("beleg.publishing") / "layout" / name).read_text(encoding="utf-8")
