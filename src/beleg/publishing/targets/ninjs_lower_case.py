"""ninjs in lower case: the article for newsroom systems that grew up with ninjs 1.

They write `versioncreated`, `pubstatus` and `ednote` in lower case, name the item by `guid`, and take provider's own
data in `extra`. The names are those that the widely used open-source system Superdesk reads and writes; it reads
moments only in UTC without fractions of a second. The evidence stands in `extra.beleg`: what was signed, by whom,
the sources, what was checked, and the sign-off itself, so that whoever receives the article can verify it.
"""

import json
from base64 import b64encode

from beleg.publishing import canonical_json
from beleg.publishing.body import in_html, in_plain_text, note_blocks, word_count
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.digital_source import digital_source_type
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.item import item_id, web_uri
from beleg.publishing.labels import labels_in
from beleg.publishing.moments import to_the_second
from beleg.publishing.notes import corrections, credit, to_editors
from beleg.publishing.release import Release
from beleg.publishing.source_list import source_words
from beleg.publishing.words import shown
from beleg.terms.events import SourceTakenIn
from beleg.terms.report import Coverage


def render(release: Release) -> bytes:
    """Write the article in lower case, canonical JSON. Raises `Error` for text that JSON cannot say."""
    article = release.article
    text = in_plain_text(release.body)
    said: canonical_json.Object = {
        "guid": release.item,
        "type": "text",
        "version": str(article.version),
        "firstcreated": to_the_second(article.published_at),
        "versioncreated": to_the_second(article.modified_at),
        "pubstatus": "usable",
        "language": article.language,
        "headline": release.headline,
        "body_html": in_html(release.body),
        "body_text": text,
        "charcount": len(text),
        "wordcount": word_count(release.body),
        "ednote": to_editors(release),
        "authors": [{"name": shown(writer.name), "role": "writer"} for writer in article.writers],
        "extra": {"beleg": _evidence(release)},
    }
    if release.written_by:
        said["byline"] = shown(release.written_by)
    if article.publisher:
        said["source"] = said["copyrightholder"] = shown(article.publisher)
    if page := web_uri(article.address):
        said["uri"] = page
    if article.updates:
        said["evolvedfrom"] = item_id(article.updates.dossier)
    if article.corrections:
        said["signal"] = [_signal("correction")]
    return canonical_json.encode(said)


def withdrawal(notice: WithdrawalNotice) -> bytes:
    """Write that the item is canceled, with what newsrooms and readers are told, and nothing of the article."""
    event, labels = notice.event, labels_in(notice.event.language)
    body = note_blocks(event.note_readers)
    said: canonical_json.Object = {
        "guid": item_id(notice.dossier),
        "type": "text",
        "version": str(event.version),
        "firstcreated": to_the_second(event.first_published),
        "versioncreated": to_the_second(notice.at),
        "pubstatus": "canceled",
        "language": event.language,
        "headline": labels.withdrawn_title,
        "description_text": shown(event.note_short),
        "body_html": in_html(body),
        "body_text": in_plain_text(body),
        "ednote": event.note_newsroom,
        "extra": {"beleg": {"withdrawn_by": shown(name_and_function(notice.responsible))}},
    }
    if notice.publisher:
        said["source"] = shown(notice.publisher)
    if page := web_uri(event.address):
        said["uri"] = page
    return canonical_json.encode(said)


def _evidence(release: Release) -> canonical_json.Object:
    article = release.article
    return {
        "disclosure": credit(release),
        "details": [shown(sentence) for sentence in article.wording.details],
        "digital_source_type": digital_source_type(article.disclosure),
        "content_sha256": article.disclosure.content_sha256,
        "signed_off_by": shown(name_and_function(article.signer)),
        "signed_off_at": article.disclosure.signed_at,
        "sign_off": json.loads(release.envelope),
        "newsroom_key": b64encode(release.newsroom_key).decode("ascii"),
        "record_head": article.record_head,
        "corrections": list(corrections(release)),
        "sources": [_source(source, article.compared) for source in article.sources],
        "checks": [_check(coverage, article.found) for coverage in article.coverage],
        "confirmed_by_a_person": [shown(sentence) for sentence in article.confirmed],
        "publishing_principles": web_uri(article.publishing_principles),
    }


def _source(source: SourceTakenIn, compared: tuple[SourceTakenIn, ...]) -> canonical_json.Object:
    return {
        "id": source.source,
        "name": source_words(source),
        "published": source.published,
        "address": web_uri(source.address),
        "compared": source in compared,
        "same_origin_as": source.same_origin_as,
    }


def _check(coverage: Coverage, found: tuple[str, ...]) -> canonical_json.Object:
    if coverage.not_checked:
        return {"check": coverage.check, "not_run": shown(coverage.not_checked)}
    return {
        "check": coverage.check,
        "looked_at": coverage.looked_at,
        "unit": shown(coverage.unit),
        "findings": found.count(coverage.check),
    }


def _signal(code: str) -> canonical_json.Object:
    return {"code": code, "name": code.capitalize(), "scheme": "http://cv.iptc.org/newscodes/signal/"}
