"""Atom: the newest articles of a newsroom as a feed (RFC 4287).

An article keeps its entry for all its versions: a correction changes `updated`, and stands at the top of the text. A
withdrawn article keeps it, too: in place of headline and text, readers of the feed get the notes, under the same `id`,
so that what they have kept is replaced. Withdrawals that newer articles have pushed out of the feed stay in it as
`at:deleted-entry` (RFC 6721): who has not looked for a while learns that a kept copy has to go.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from lxml import etree
from markupsafe import escape

from beleg.publishing.body import in_html, note_blocks
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.digital_source import IPTC, digital_source_type
from beleg.publishing.elements import add, root, say_language, written
from beleg.publishing.item import item_id, web_uri
from beleg.publishing.labels import labels_in
from beleg.publishing.moments import moment, to_the_second
from beleg.publishing.notes import corrections, credit
from beleg.publishing.release import Release
from beleg.publishing.words import shown
from beleg.terms.account import Account
from beleg.terms.refusal import Error

MEDIA_TYPE = "application/atom+xml"
NAMESPACE = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
NEWEST = 50
"""Entries of a feed, if nothing else is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says of itself."""

    id: str
    """An IRI that never changes; RFC 4287, 4.2.6."""
    title: str
    founded: str
    """RFC 3339: since when there is this feed; an empty one was last changed then."""
    address: str = ""
    """Where the feed itself lies on the web; empty where not known."""
    publisher: str = ""


def render(
    feed: Feed,
    releases: Iterable[Release],
    withdrawals: Iterable[WithdrawalNotice] = (),
    *,
    newest: int = NEWEST,
) -> bytes:
    """Write the feed of the `newest` articles and withdrawals, the newest first, UTF-8.

    `releases` holds one for every article, the last version; an article that was withdrawn is among `withdrawals`
    only. Any number may be given; time grows with their number, the feed does not. Raises `Error` for a number below
    1, for a moment that is none, and for text that XML cannot say (lone surrogates).
    """
    if newest < 1:
        raise Error("A feed has at least one entry.")
    out = list(withdrawals)
    all_of_them: list[Release | WithdrawalNotice] = [*releases, *out]
    told = nlargest(newest, all_of_them, key=_order)
    kept = {id(one) for one in told}
    forgotten = nlargest(newest, (notice for notice in out if id(notice) not in kept), key=_order)
    try:
        return _written(feed, told, forgotten)
    except ValueError:
        raise Error("The feed: a text holds a character that XML does not have.") from None


def _written(feed: Feed, told: list[Release | WithdrawalNotice], forgotten: list[WithdrawalNotice]) -> bytes:
    document = root(NAMESPACE, "feed", at=TOMBSTONES)
    add(document, "id", feed.id)
    add(document, "title", shown(feed.title))
    changed = max((_changed(one) for one in told), key=moment, default=feed.founded)
    add(document, "updated", to_the_second(changed))
    if feed.publisher:
        add(add(document, "author"), "name", shown(feed.publisher))
    add(document, "generator", "Beleg")
    if address := web_uri(feed.address):
        add(document, "link", rel="self", type=MEDIA_TYPE, href=address)
    for one in told:
        if isinstance(one, Release):
            _entry(document, one)
        else:
            _withdrawn(document, one)
    for notice in forgotten:
        _deleted(document, notice)
    return written(document)


def _entry(feed: etree._Element, release: Release) -> None:
    article = release.article
    entry = _begun(feed, release.item, release.headline, article.modified_at, article.language)
    add(entry, "published", to_the_second(article.published_at))
    writers = tuple(filter(None, (*(writer.name for writer in article.writers), article.byline_body)))
    for name in writers or (article.signer.name,):
        add(add(entry, "author"), "name", shown(name))
    _contributor(entry, article.signer)
    if page := web_uri(article.address):
        add(entry, "link", rel="alternate", type="text/html", hreflang=article.language, href=page)
    for via in dict.fromkeys(filter(None, (web_uri(source.address) for source in article.sources))):
        add(entry, "link", rel="via", href=via)
    term = digital_source_type(article.disclosure).removeprefix(IPTC)
    add(entry, "category", scheme=IPTC, term=term)
    notes = "\n".join(f"<p><strong>{escape(told)}</strong></p>" for told in corrections(release))
    line = f"<p><em>{escape(credit(release))}</em></p>" if credit(release) else ""
    add(entry, "content", "\n".join(filter(None, (notes, in_html(release.body), line))), type="html")


def _withdrawn(feed: etree._Element, notice: WithdrawalNotice) -> None:
    event = notice.event
    title = labels_in(event.language).withdrawn_title
    entry = _begun(feed, item_id(notice.dossier), title, notice.at, event.language)
    add(entry, "published", to_the_second(event.first_published))
    add(add(entry, "author"), "name", shown(notice.responsible.name))
    if page := web_uri(event.address):
        add(entry, "link", rel="alternate", type="text/html", hreflang=event.language, href=page)
    add(entry, "summary", shown(event.note_short), type="text")
    add(entry, "content", in_html(note_blocks(event.note_readers)), type="html")


def _deleted(feed: etree._Element, notice: WithdrawalNotice) -> None:
    deleted = etree.SubElement(feed, f"{{{TOMBSTONES}}}deleted-entry")
    deleted.set("ref", item_id(notice.dossier))
    deleted.set("when", to_the_second(notice.at))
    add(deleted, "comment", shown(notice.event.note_short))


def _begun(feed: etree._Element, item: str, title: str, changed: str, language: str) -> etree._Element:
    entry = add(feed, "entry")
    say_language(entry, language)
    add(entry, "id", item)
    add(entry, "title", title)
    add(entry, "updated", to_the_second(changed))
    return entry


def _contributor(entry: etree._Element, account: Account) -> None:
    add(add(entry, "contributor"), "name", shown(account.name))


def _changed(one: Release | WithdrawalNotice) -> str:
    return one.article.modified_at if isinstance(one, Release) else one.at


def _order(one: Release | WithdrawalNotice) -> tuple[float, str]:
    """By the moment; of two at one moment always the same comes first."""
    name = one.item if isinstance(one, Release) else item_id(one.dossier)
    return moment(_changed(one)).timestamp(), name
