"""NewsML-G2: the article as the IPTC's XML for agencies and archives, version 2.34, conformance "power".

The text stands as XHTML in `inlineXML`, its page as `remoteContent`. Terms of vocabularies are those of the IPTC's
catalog, named by its aliases (`stat:usable`). A correction carries the signal `sig:correction` and its note both for
editors (`edNote`) and for readers (`description`); what is withdrawn is `stat:canceled` and carries nothing of the
article. The disclosure is the `creditline`, who signed the `contributor` with the role of an editor.
"""

from base64 import urlsafe_b64encode
from hashlib import sha256
from itertools import groupby

from lxml import etree

from beleg.publishing.body import note_blocks, word_count
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.digital_source import digital_source_type
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.elements import add, root, say_language, written
from beleg.publishing.item import item_id, web_uri
from beleg.publishing.labels import labels_in
from beleg.publishing.moments import to_the_second
from beleg.publishing.notes import corrections, credit, to_editors
from beleg.publishing.release import Release
from beleg.publishing.source_list import source_words
from beleg.publishing.words import ShownBlock, shown
from beleg.terms.account import Account
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
XHTML = "http://www.w3.org/1999/xhtml"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"


def render(release: Release) -> bytes:
    """Write the article as a `newsItem`, UTF-8. Raises `Error` for text that XML cannot say (lone surrogates)."""
    try:
        return written(_article(release))
    except ValueError:
        raise Error(f"{release.article.dossier}: a text holds a character that XML does not have.") from None


def withdrawal(notice: WithdrawalNotice) -> bytes:
    """Write that the item is canceled, with what newsrooms and readers are told, and nothing of the article."""
    event, labels = notice.event, labels_in(notice.event.language)
    item = _item(item_id(notice.dossier), event.version, event.language)
    about = add(item, "itemMeta")
    add(about, "itemClass", qcode="ninat:text")
    _provider(about, notice.publisher, notice.newsroom_key)
    add(about, "versionCreated", to_the_second(notice.at))
    add(about, "firstCreated", to_the_second(event.first_published))
    add(about, "pubStatus", qcode="stat:canceled")
    add(about, "title", labels.withdrawn_title)
    add(about, "edNote", "\n".join(shown(line) for line in event.note_newsroom.splitlines()))
    content = add(item, "contentMeta")
    _editor(content, notice.responsible)
    add(content, "language", tag=event.language)
    add(content, "headline", labels.withdrawn_title)
    add(content, "description", shown(event.note_short))
    _contents(item, labels.withdrawn_title, note_blocks(event.note_readers), event.address)
    return written(item)


def _article(release: Release) -> etree._Element:
    article = release.article
    item = _item(release.item, article.version, article.language)
    if article.publisher:
        holder = add(add(item, "rightsInfo"), "copyrightHolder")
        add(holder, "name", shown(article.publisher))
    _item_meta(item, release)
    _content_meta(item, release)
    _contents(item, release.headline, release.body, article.address)
    return item


def _item_meta(item: etree._Element, release: Release) -> None:
    article = release.article
    about = add(item, "itemMeta")
    add(about, "itemClass", qcode="ninat:text")
    _provider(about, article.publisher, release.newsroom_key)
    add(about, "versionCreated", to_the_second(article.modified_at))
    add(about, "firstCreated", to_the_second(article.published_at))
    add(about, "pubStatus", qcode="stat:usable")
    add(about, "title", release.headline)
    add(about, "edNote", to_editors(release))
    if article.corrections:
        add(about, "signal", qcode="sig:correction")
    if earlier := article.updates:
        link = add(about, "link", rel="irel:seeAlso", residref=item_id(earlier.dossier))
        if address := web_uri(earlier.address):
            link.set("href", address)
        words = earlier.headline or release.labels.continues_unnamed
        link.set("title", shown(f"{release.labels.continues}: {words}"))


def _content_meta(item: etree._Element, release: Release) -> None:
    article = release.article
    content = add(item, "contentMeta")
    add(content, "contentCreated", to_the_second(article.published_at))
    add(content, "contentModified", to_the_second(article.modified_at))
    add(content, "digitalSourceType", uri=digital_source_type(article.disclosure))
    for source in article.sources:
        party = add(content, "infoSource", role="cpprole:originfo", literal=source.source)
        add(party, "name", source_words(source))
    for writer in article.writers:
        add(add(content, "creator", role="cpprole:author"), "name", shown(writer.name))
    if article.byline_body:
        add(add(content, "creator", role="cpprole:author"), "name", shown(article.byline_body))
    _editor(content, article.signer)
    add(content, "altId", f"SHA-256 {article.disclosure.content_sha256}")
    add(content, "language", tag=article.language)
    add(content, "headline", release.headline)
    if release.written_by:
        add(content, "by", shown(release.written_by))
    if line := credit(release):
        add(content, "creditline", line)
    for told in corrections(release):
        add(content, "description", told)


def _item(guid: str, version: int, language: str) -> etree._Element:
    item = root(NAMESPACE, "newsItem")
    item.set("guid", guid)
    item.set("version", str(version))
    item.set("standard", "NewsML-G2")
    item.set("standardversion", "2.34")
    item.set("conformance", "power")
    say_language(item, language)
    add(item, "catalogRef", href=CATALOG)
    return item


def _provider(about: etree._Element, publisher: str, newsroom_key: bytes) -> None:
    """Who is responsible for the item: the newsroom, told by the hash of its key (RFC 6920), and by name if it has
    one.
    """
    key = urlsafe_b64encode(sha256(newsroom_key).digest()).decode("ascii").rstrip("=")
    provider = add(about, "provider", uri=f"ni:///sha-256;{key}")
    if publisher:
        add(provider, "name", shown(publisher))


def _editor(content: etree._Element, account: Account) -> None:
    add(add(content, "contributor", role="cpprole:editor"), "name", shown(name_and_function(account)))


def _contents(item: etree._Element, headline: str, body: tuple[ShownBlock, ...], address: str) -> None:
    contents = add(item, "contentSet")
    words = str(word_count(body))
    inline = add(contents, "inlineXML", contenttype="application/xhtml+xml", wordcount=words)
    inline.append(_document(headline, body))
    if page := web_uri(address):
        add(contents, "remoteContent", href=page, contenttype="text/html")


def _document(headline: str, body: tuple[ShownBlock, ...]) -> etree._Element:
    document = root(XHTML, "html")
    add(add(document, "head"), "title", headline)
    text = add(document, "body")
    for is_list, group in groupby(body, key=lambda block: block.kind is BlockKind.ITEM):
        if is_list:
            items = add(text, "ul")
            for block in group:
                _say(add(items, "li"), block)
        else:
            for block in group:
                parent = add(text, "blockquote") if block.kind is BlockKind.QUOTE else text
                _say(add(parent, "h2" if block.kind is BlockKind.SUBHEAD else "p"), block)
    return document


def _say(element: etree._Element, block: ShownBlock) -> None:
    """Put the words of a block into its element, links as `a`."""
    link: etree._Element | None = None
    for piece in block.pieces:
        if piece.address:
            link = add(element, "a", piece.text, href=piece.address)
        elif link is None:
            element.text = piece.text
        else:
            link.tail = piece.text
