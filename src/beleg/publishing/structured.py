"""Structured data: the article as schema.org `NewsArticle` in JSON-LD."""

import json
from dataclasses import dataclass

from beleg.publishing import canonical_json
from beleg.publishing.article import Article
from beleg.publishing.body import below_headline, word_count
from beleg.publishing.changes import Correction, Predecessor
from beleg.publishing.digital_source import digital_source_type
from beleg.publishing.item import item_id
from beleg.publishing.words import body_of, headline_of, shown, shown_blocks, teaser_of
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.events import SourceTakenIn

# In a <script> element HTML ends the element at "</script" and changes its mind at "<!--", wherever in JSON these
# stand; written as escapes they are the same JSON and no HTML at all.
_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def json_ld(article: Article) -> str:
    """Return the JSON-LD of an article, safe to stand in a <script> element as it is.

    Properties that nothing is known of are left out. `creditText` is the disclosure's line, if it has one; `identifier`
    the SHA-256 of the signed text, `@id` the item's name in every target. Raises `Error` for text that JSON cannot say
    (lone surrogates).
    """
    content = shown_blocks(article.content)
    data: canonical_json.Object = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": item_id(article.dossier),
        "inLanguage": article.language,
        "datePublished": article.published_at,
        "dateModified": article.modified_at,
        "version": str(article.version),
        "editor": _person(article.signer),
        "identifier": {
            "@type": "PropertyValue",
            "propertyID": "SHA-256",
            "value": article.disclosure.content_sha256,
        },
        "articleBody": body_of(content),
        "wordCount": word_count(below_headline(content)),
        "digitalSourceType": digital_source_type(article.disclosure),
    }
    if article.wording.line:
        data["creditText"] = shown(article.wording.line)
    if headline := headline_of(content):
        data["headline"] = headline
    if teaser := teaser_of(content):
        data["description"] = teaser
    authors = [_person(writer) for writer in article.writers]
    if article.byline_body:
        authors.append({"@type": "Organization", "name": shown(article.byline_body)})
    if authors:
        data["author"] = list(authors)
    if article.publisher:
        data["publisher"] = {"@type": "NewsMediaOrganization", "name": article.publisher}
    if article.sources:
        data["citation"] = [_citation(source) for source in article.sources]
    if article.corrections:
        data["correction"] = [_correction(each) for each in article.corrections]
    if article.address:
        data["url"] = article.address
        data["mainEntityOfPage"] = article.address
    if article.publishing_principles:
        data["publishingPrinciples"] = article.publishing_principles
    if article.updates:
        data["isBasedOn"] = _predecessor(article.updates)
    return in_script(data)


def in_script(data: canonical_json.Object) -> str:
    """Write data as JSON that is safe in a <script> element as it is. Raises `Error` for what JSON cannot say."""
    return canonical_json.encode(data).decode("utf-8").translate(_ESCAPES)


def _correction(told: Correction) -> canonical_json.Object:
    return {"@type": "CorrectionComment", "text": shown(told.note), "datePublished": told.at}


def _predecessor(earlier: Predecessor) -> canonical_json.Object:
    said: canonical_json.Object = {"@type": "NewsArticle", "@id": item_id(earlier.dossier)}
    if earlier.headline:
        said["headline"] = shown(earlier.headline)
    if address := web_address(earlier.address):
        said["url"] = address
    return said


def _person(account: Account) -> canonical_json.Object:
    person: canonical_json.Object = {"@type": "Person", "name": shown(account.name)}
    if account.function:
        person["jobTitle"] = shown(account.function)
    return person


def _citation(source: SourceTakenIn) -> canonical_json.Object:
    citation: canonical_json.Object = {
        "@type": "CreativeWork",
        "identifier": source.source,
        "name": shown(source.title or source.name or source.source[:12]),
    }
    if source.publisher:
        citation["publisher"] = {"@type": "Organization", "name": shown(source.publisher)}
    if source.published:
        citation["datePublished"] = source.published
    if address := web_address(source.address):
        citation["url"] = address
    return citation


_COMPARED = (
    "@context",
    "@type",
    "@id",
    "headline",
    "description",
    "articleBody",
    "inLanguage",
    "datePublished",
    "dateModified",
    "creditText",
    "digitalSourceType",
    "identifier",
    "editor",
    "author",
    "citation",
    "correction",
    "isBasedOn",
    "mainEntityOfPage",
    "url",
    "version",
    "wordCount",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a page says that no record holds; empty where it does not say it."""

    publisher: str = ""
    publishing_principles: str = ""


def stated(words: str) -> Stated:
    """Read from JSON-LD what no record holds; what is not in its place counts as not said."""
    found = _object(words)
    publisher = found.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    said = (name, found.get("publishingPrinciples"))
    publisher_name, principles = (part if isinstance(part, str) else "" for part in said)
    return Stated(publisher=publisher_name, publishing_principles=principles)


def disagreements(words: str, article: Article) -> tuple[str, ...]:
    """Return the properties in which JSON-LD differs from what the article says; ("JSON-LD",) if it is none.

    Publisher and the newsroom's rules are not looked at: no record holds them.
    """
    found = _object(words)
    if not found:
        return ("JSON-LD",)
    expected = json.loads(json_ld(article))
    return tuple(name for name in _COMPARED if found.get(name) != expected.get(name))


def _object(words: str) -> canonical_json.Object:
    try:
        found = json.loads(words)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
