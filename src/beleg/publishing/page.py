"""Page: the article as an HTML document that needs nothing else.

No script runs, nothing is loaded from anywhere (a Content-Security-Policy in the page forbids it), the style is in
the page. The words of the article stand in elements with `data-block`, one for each block of the signed text;
`data-part`, `data-source` and `data-check` mark the disclosure, its details, the hashes, sources and titles of checks.
Verifying reads the page back by these marks and compares the words around them, so both belong to the bundle's
format; only the titles of checks may be worded anew.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from itertools import groupby

from babel.dates import format_datetime
from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from beleg.checks.catalogue import title_in
from beleg.publishing.article import Article
from beleg.publishing.labels import Labels, labels_in
from beleg.publishing.source_list import source_list
from beleg.publishing.structured import json_ld
from beleg.publishing.words import ShownBlock, headline_of, shown, shown_blocks
from beleg.terms.address import web_address
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.revision import content_hash


def render(article: Article) -> bytes:
    """Render an article as a page, UTF-8; the same article always gives the same bytes.

    Raises `Error` if the content is not the one the disclosure speaks of or has no headline, if a moment is no
    RFC 3339 moment with a time zone, or if a text cannot be said in JSON.
    """
    if content_hash(article.content) != article.disclosure.content_sha256:
        raise Error(f"{article.dossier}: the text is not the one that was signed.")
    content = shown_blocks(article.content)
    headline = headline_of(content)
    if not headline:
        raise Error(f"{article.dossier}: the text has no headline; a page cannot go out without one.")
    leads = content[0].kind is BlockKind.HEADLINE
    labels = labels_in(article.language)
    page = _template().render(
        article=article,
        labels=labels,
        title=headline,
        lead=content[0] if leads else None,
        groups=_groups(content[1:] if leads else content),
        byline=_byline(article, labels),
        style=Markup(_resource("page.css")),  # noqa: S704  # our own file, nothing from outside in it
        json_ld=Markup(json_ld(article)),  # noqa: S704  # escaped for a <script> element by json_ld
        address=web_address(article.address),
        principles=web_address(article.publishing_principles),
        signed_at=_date(article.disclosure.signed_at, labels.moment, labels),
        checks=_checks(article, labels),
        sources=source_list(article.sources, article.compared, article.language),
        shown=shown,
    )
    return page.encode("utf-8")


def _groups(content: tuple[ShownBlock, ...]) -> list[tuple[bool, list[ShownBlock]]]:
    """Blocks in order, list items that follow one another together: (whether a list, blocks)."""
    return [
        (is_list, list(group)) for is_list, group in groupby(content, key=lambda b: b.kind is BlockKind.ITEM)
    ]


def _byline(article: Article, labels: Labels) -> tuple[str, ...]:
    published = _date(article.published_at, labels.day, labels)
    changed = _date(article.modified_at, labels.day, labels)
    said = [shown(article.publisher)] if article.publisher else []
    if article.writers:
        said.append(f"{labels.by} {', '.join(shown(writer.name) for writer in article.writers)}")
    said.append(f"{labels.published}: {published}")
    if article.modified_at != article.published_at:
        said.append(f"{labels.changed}: {changed}")
    return tuple(said)


def _checks(article: Article, labels: Labels) -> Iterator[tuple[str, str, str]]:
    """Id and title of every check, and what it looked at and found, by the record's own words for that."""
    for coverage in article.coverage:
        title = title_in(coverage.check, labels.locale)
        if coverage.not_checked:
            why = shown(coverage.not_checked).removesuffix(".")
            yield coverage.check, title, f"{labels.not_run}: {why}"
        else:
            looked_at = labels.looked_at.format(unit=shown(coverage.unit), count=coverage.looked_at)
            yield coverage.check, title, f"{looked_at}, {_found(article.found.count(coverage.check), labels)}"


def _found(count: int, labels: Labels) -> str:
    if count < 2:
        return labels.found_one if count else labels.found_none
    return labels.found_more.format(count)


def _date(moment: str, pattern: str, labels: Labels) -> str:
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        raise Error(f"{moment!r} is not a moment.") from None
    if at.tzinfo is None:
        raise Error(f"The moment {moment!r} has no time zone.")
    return format_datetime(at.astimezone(UTC), pattern, locale=labels.locale)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_resource("page.html.jinja"))


@cache
def _resource(name: str) -> str:
    return (files("beleg.publishing") / "layout" / name).read_text(encoding="utf-8")
