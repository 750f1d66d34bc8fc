"""The review report as an HTML document: no script, nothing loaded, readable on paper."""

from beleg.publishing.document import Block, Document
from beleg.publishing.layouts import style, template
from beleg.terms.wording import Wording

_CONTENTS = Wording(de="Inhalt", en="Contents")


def render_html(document: Document) -> bytes:
    """Return the document as a page in UTF-8; the same document always gives the same bytes."""
    page = template("review_report.html.jinja").render(
        document=document,
        contents=_CONTENTS.in_language(document.language),
        kind=_kind,
        style=style("review_report.css"),
    )
    return page.encode("utf-8")


def _kind(block: Block) -> str:
    return type(block).__name__
