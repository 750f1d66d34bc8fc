"""ninjs 3.1: the article for systems that read the IPTC's news in JSON as its schema has it.

The standard (https://iptc.org/std/ninjs/, version 3.1) refuses every property it does not name. It has none for a
correction, a responsible editor or a credit line: corrections and disclosure stand in `descriptions`, each with its
role, and in `edNote`; who signed is a party with the role of an editor among `infoSources`. Roles of parties are
the IPTC's (http://cv.iptc.org/newscodes/contentprodpartyrole/).
"""

from collections.abc import Iterator

from beleg.publishing import canonical_json
from beleg.publishing.body import in_html, in_plain_text, note_blocks, word_count
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.digital_source import IPTC, digital_source_type
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.item import item_id, web_uri
from beleg.publishing.labels import labels_in
from beleg.publishing.moments import to_the_second
from beleg.publishing.notes import corrections, credit, to_editors
from beleg.publishing.release import Release
from beleg.publishing.source_list import source_words
from beleg.publishing.words import shown

PARTY_ROLES = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
_STANDARD: canonical_json.Object = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}


def render(release: Release) -> bytes:
    """Write the article as ninjs 3.1, canonical JSON. Raises `Error` for text that JSON cannot say."""
    article = release.article
    source_type = digital_source_type(article.disclosure)
    said: canonical_json.Object = {
        "uri": release.item,
        "standard": _STANDARD,
        "type": "text",
        "representationType": "full",
        "version": str(article.version),
        "firstCreated": to_the_second(article.published_at),
        "versionCreated": to_the_second(article.modified_at),
        "pubStatus": "usable",
        "language": article.language,
        "title": release.headline,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": release.headline}],
        "bodies": [_body(release)],
        "edNote": to_editors(release),
        "infoSources": list(_parties(release)),
        "digitalSourceType": {"name": source_type.removeprefix(IPTC), "uri": source_type},
        "altIds": [{"role": "SHA-256", "value": article.disclosure.content_sha256}],
    }
    if descriptions := list(_descriptions(release)):
        said["descriptions"] = descriptions
    if release.written_by:
        said["by"] = shown(release.written_by)
    if article.publisher:
        said["copyrightHolder"] = shown(article.publisher)
    said |= _places(article.address)
    if rules := web_uri(article.publishing_principles):
        said["trustIndicators"] = [{"title": release.labels.principles, "href": rules}]
    if earlier := article.updates:
        name = shown(earlier.headline or release.labels.continues_unnamed)
        said["associations"] = [{"name": name, "rel": "evolvedFrom", "uri": item_id(earlier.dossier)}]
    return canonical_json.encode(said)


def withdrawal(notice: WithdrawalNotice) -> bytes:
    """Write that the item is canceled, with what newsrooms and readers are told, and nothing of the article."""
    event, labels = notice.event, labels_in(notice.event.language)
    said: canonical_json.Object = {
        "uri": item_id(notice.dossier),
        "standard": _STANDARD,
        "type": "text",
        "representationType": "full",
        "version": str(event.version),
        "firstCreated": to_the_second(event.first_published),
        "versionCreated": to_the_second(notice.at),
        "pubStatus": "canceled",
        "language": event.language,
        "title": labels.withdrawn_title,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": labels.withdrawn_title}],
        "bodies": [
            {"role": "main", "contentType": "text/html", "value": in_html(note_blocks(event.note_readers))}
        ],
        "descriptions": [
            {"role": "withdrawal", "contentType": "text/plain", "value": shown(event.note_short)}
        ],
        "edNote": event.note_newsroom,
        "infoSources": [
            *_publisher(notice.publisher),
            {"name": shown(name_and_function(notice.responsible)), "role": f"{PARTY_ROLES}editor"},
        ],
        **_places(event.address),
    }
    return canonical_json.encode(said)


def _body(release: Release) -> canonical_json.Object:
    text = in_plain_text(release.body)
    return {
        "role": "main",
        "contentType": "text/html",
        "charCount": len(text),
        "wordCount": word_count(release.body),
        "value": in_html(release.body),
    }


def _descriptions(release: Release) -> Iterator[canonical_json.Object]:
    if line := credit(release):
        yield {"role": "disclosure", "contentType": "text/plain", "value": line}
    for told in corrections(release):
        yield {"role": "correction", "contentType": "text/plain", "value": told}


def _parties(release: Release) -> Iterator[canonical_json.Object]:
    """The publisher, the person who signed, and every source."""
    article = release.article
    yield from _publisher(article.publisher)
    yield {"name": shown(name_and_function(article.signer)), "role": f"{PARTY_ROLES}editor"}
    for source in article.sources:
        party: canonical_json.Object = {
            "name": source_words(source),
            "role": f"{PARTY_ROLES}originfo",
            "literal": source.source,
        }
        if address := web_uri(source.address):
            party["uri"] = address
        yield party


def _publisher(publisher: str) -> Iterator[canonical_json.Object]:
    if publisher:
        yield {"name": shown(publisher), "role": f"{PARTY_ROLES}distributor"}


def _places(address: str) -> canonical_json.Object:
    """Where its page stands, as a rendition."""
    page = web_uri(address)
    return {"renditions": [{"name": "web", "href": page, "contentType": "text/html"}]} if page else {}
