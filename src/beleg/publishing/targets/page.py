"""Page: the article as an HTML document that needs nothing else.

No script runs, nothing is loaded from anywhere (a Content-Security-Policy in the page forbids it), the style is in
the page. The words of the article stand in elements with `data-block`, one for each block of the signed text;
`data-part`, `data-source` and `data-check` mark the disclosure, its details, the hashes, sources and titles of checks.
Verifying reads the page back by these marks and compares the words around them, so both belong to the bundle's
format; only the titles of checks may be worded anew.

What stands at the address after a withdrawal is `beleg.publishing.tombstone`.
"""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from beleg.checks.catalogue import title_in
from beleg.publishing.article import Article
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.labels import Labels, labels_in
from beleg.publishing.layouts import style, template
from beleg.publishing.moments import in_words
from beleg.publishing.page_reading import PageAsRead, read_page
from beleg.publishing.release import Release
from beleg.publishing.source_list import source_list
from beleg.publishing.structured import json_ld
from beleg.publishing.words import ShownBlock, headline_of, shown, shown_blocks
from beleg.terms.address import web_address
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error

MEDIA_TYPE = "text/html"


def render(release: Release) -> bytes:
    """Render the page, UTF-8; the same release always gives the same bytes.

    Raises `Error` if a text cannot be said in JSON.
    """
    return _page(release.article)


def preview(article: Article, mark: str, language: str) -> bytes:
    """Render what the page would look like, UTF-8, for somebody in the newsroom to read before it goes out.

    It is laid out by the same template, says `mark` (in `language`) above everything and in its title, and has nothing
    that would let a machine take it for the article: no data, no address, no manifest. Raises as `expected`.
    """
    return _page(article, mark, language)


def expected(article: Article) -> PageAsRead:
    """Return what the page of an article says, to compare a published one with. There is no page to be had from it.

    Raises `Error` for an article without a headline, for a moment that is none, and as `render`.
    """
    return read_page(_page(article))


def _page(article: Article, mark: str = "", language: str = "") -> bytes:
    content = shown_blocks(article.content)
    headline = headline_of(content)
    if not headline:
        raise Error(f"{article.dossier}: the text has no headline; a page cannot go out without one.")
    labels = labels_in(article.language)
    leads = content[0].kind is BlockKind.HEADLINE
    page = template("page.html.jinja").render(
        article=article,
        labels=labels,
        title=headline,
        lead=content[0] if leads else None,
        groups=_groups(content[1:] if leads else content),
        byline=_byline(article, labels),
        corrections=_corrections(article, labels),
        style=style("page.css"),
        preview=mark,
        preview_language=language,
        preview_style=style("preview.css") if mark else "",
        json_ld=Markup(json_ld(article)),  # noqa: S704  # escaped for a <script> element by json_ld
        address=web_address(article.address),
        continued=web_address(article.updates.address) if article.updates else "",
        earlier=shown(article.updates.headline or labels.continues_unnamed) if article.updates else "",
        principles=web_address(article.publishing_principles),
        signed_at=in_words(article.disclosure.signed_at, labels.moment, labels),
        checks=_checks(article, labels),
        sources=source_list(article.sources, article.compared, article.language),
        shown=shown,
        named=name_and_function,
    )
    return page.encode("utf-8")


def _groups(content: tuple[ShownBlock, ...]) -> list[tuple[bool, list[ShownBlock]]]:
    """Blocks in order, list items that follow one another together: (whether a list, blocks)."""
    return [
        (is_list, list(group)) for is_list, group in groupby(content, key=lambda b: b.kind is BlockKind.ITEM)
    ]


def _byline(article: Article, labels: Labels) -> tuple[str, ...]:
    published = in_words(article.published_at, labels.day, labels)
    changed = in_words(article.modified_at, labels.day, labels)
    said = [shown(article.publisher)] if article.publisher else []
    names = [shown(writer.name) for writer in article.writers]
    body = [shown(article.byline_body)] if article.byline_body else []
    if names:
        said.append(f"{labels.by} {', '.join((*names, *body))}")
    else:
        said += body
    said.append(f"{labels.published}: {published}")
    if article.modified_at != article.published_at:
        said.append(f"{labels.changed}: {changed}")
    if article.version > 1:
        said.append(labels.version.format(article.version))
    return tuple(said)


def _corrections(article: Article, labels: Labels) -> tuple[str, ...]:
    """What readers are told of each correction, the newest first."""
    return tuple(
        f"{labels.correction.format(at=in_words(each.at, labels.moment, labels))}: {shown(each.note)}"
        for each in reversed(article.corrections)
    )


def _checks(article: Article, labels: Labels) -> Iterator[tuple[str, str, str]]:
    """Id and title of every check, and what it looked at and found, by the record's own words for that."""
    for coverage in article.coverage:
        title = title_in(coverage.check, labels.locale)
        if coverage.not_checked:
            why = shown(coverage.not_checked).removesuffix(".")
            yield coverage.check, title, f"{labels.not_run}: {why}"
        else:
            found, unit = article.found.count(coverage.check), shown(coverage.unit)
            if article.figures and not (coverage.looked_at or found):
                yield coverage.check, title, labels.looked_at_none.format(unit=unit)
                continue
            looked_at = labels.looked_at.format(unit=unit, count=coverage.looked_at)
            yield coverage.check, title, f"{looked_at}, {_found(found, labels)}"


def _found(count: int, labels: Labels) -> str:
    if count < 2:
        return labels.found_one if count else labels.found_none
    return labels.found_more.format(count)
