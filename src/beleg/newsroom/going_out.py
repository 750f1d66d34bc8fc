"""Going out: the page and the bundle of a publication, made from the record alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from beleg.publishing.article import article_of
from beleg.publishing.bundle import bundle_of, pack
from beleg.publishing.page import render
from beleg.record.canonical import encode
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.dossier import Dossier
from beleg.terms.events import Entry, Published
from beleg.terms.refusal import Error


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page ready to go out, and the event that will say so."""

    raw: bytes
    event: Published


def page_of(dossier: Dossier, people: Sequence[Account], *, at: str, address: str) -> Page:
    """Return the page of the dossier's signed text as published at `at` (RFC 3339) under `address` (or empty).

    Raises Error if the address is not one of the web, or if the text has no headline. That a signature is in force
    is for the caller to see to.
    """
    if address and web_address(address) != address:
        raise Error(
            f"{address[:200]}: not an address of the web; it has to begin with https:// or http:// and name a host."
        )
    current = dossier.current
    if current is None:
        raise Error(f"{dossier.title}: there is no draft to publish.")
    article = article_of(dossier, people, at=at, address=address)
    raw = render(article)
    event = Published(
        number=current.number,
        content_sha256=current.content_sha256,
        page_sha256=sha256(raw).hexdigest(),
        address=address,
        disclosure=article.wording.recorded,
    )
    return Page(raw=raw, event=event)


def bundle_after(entries: Sequence[Entry], people: Sequence[Account], page: bytes) -> bytes:
    """Return the bundle of the publication that is the last of these entries."""
    lines = tuple(encode(entry) for entry in entries)
    return pack(bundle_of(replay(entries), people, record=lines, page=page))
