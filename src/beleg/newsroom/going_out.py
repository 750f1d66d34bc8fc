"""Going out: the page and the bundle of a publication or a withdrawal, made from the record alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Generic, TypeVar

from beleg.publishing import tombstone, withdrawal_bundle
from beleg.publishing.article import article_of
from beleg.publishing.bundle import ErasureMembers, LogMembers, bundle_of, pack
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.release import Release
from beleg.publishing.targets import page as page_target
from beleg.publishing.withdrawal_bundle import WithdrawalBundle, responsible_member
from beleg.publishing.words import headline_of, shown_blocks
from beleg.record.canonical import encode
from beleg.review.releasing import version_after
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.dossier import Dossier
from beleg.terms.events import Continued, Entry, Published, Withdrawn
from beleg.terms.refusal import Error

_Event = TypeVar("_Event", Published, Withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[_Event]):
    """A page ready to go out, and the event that will say so."""

    raw: bytes
    event: _Event


def page_of(
    dossier: Dossier,
    people: Sequence[Account],
    *,
    at: str,
    address: str,
    sign_off: bytes,
    newsroom_key: bytes,
    continues: Continued | None = None,
) -> Page[Published]:
    """Return the page of the dossier's signed text as published at `at` (RFC 3339) under `address` (or empty).

    `sign_off` is the envelope of the sign-off in force, `newsroom_key` the public key it is to be verified with.
    Raises Error if the address is not one of the web, and as `Release`. That a signature is in force is for the
    caller to see to.
    """
    if address and web_address(address) != address:
        raise Error(
            f"{address[:200]}: not an address of the web; it has to begin with https:// or http:// and name a host."
        )
    current = dossier.current
    if current is None:
        raise Error(f"{dossier.title}: there is no draft to publish.")
    article = article_of(dossier, people, at=at, address=address, continues=continues)
    release = Release(article=article, envelope=sign_off, newsroom_key=newsroom_key)
    raw = page_target.render(release)
    event = Published(
        number=current.number,
        content_sha256=current.content_sha256,
        page_sha256=sha256(raw).hexdigest(),
        address=address,
        disclosure=article.wording.recorded,
        version=version_after(dossier),
        note=dossier.noted_corrections[-1].event.note if dossier.noted_corrections else "",
        continues=continues,
    )
    return Page(raw=raw, event=event)


def continued(earlier: Dossier) -> Continued:
    """Return what an update says of the published article that it continues.

    Raises Error if that was never published.
    """
    if not earlier.publications:
        raise Error(f"{earlier.title}: not published; nothing continues it.")
    last = earlier.publications[-1].event
    signed = next(revision for revision in earlier.revisions if revision.number == last.number)
    return Continued(
        dossier=earlier.id,
        address=last.address,
        headline="" if earlier.withdrawal else headline_of(shown_blocks(signed.content)),
        page_sha256=earlier.withdrawal.event.page_sha256 if earlier.withdrawal else last.page_sha256,
    )


def tombstone_of(notice: WithdrawalNotice) -> Page[Withdrawn]:
    """Return the tombstone that takes the place of the article's page."""
    raw = tombstone.render(notice.event, notice.responsible, at=notice.at)
    return Page(raw=raw, event=replace(notice.event, page_sha256=sha256(raw).hexdigest()))


def bundle_after(
    entries: Sequence[Entry],
    people: Sequence[Account],
    page: bytes,
    *,
    sign_off: bytes,
    log: LogMembers,
    erasure: ErasureMembers | None = None,
) -> bytes:
    """Return the bundle of the publication that is the last of these entries; `erasure` if it was made anew."""
    return pack(
        bundle_of(
            replay(entries),
            people,
            record=tuple(encode(entry) for entry in entries),
            page=page,
            sign_off=sign_off,
            log=log,
            outputs={},
            erasure=erasure,
        )
    )


def withdrawal_bundle_of(
    entry: Entry,
    responsible: Account,
    page: bytes,
    *,
    log: LogMembers,
    erasure: ErasureMembers | None = None,
) -> bytes:
    """Return the bundle of the withdrawal that this entry tells of; `erasure` if it was made anew."""
    parts = WithdrawalBundle(
        page=page,
        entry=encode(entry),
        log=log,
        people=responsible_member(responsible),
        head=entry.hash,
        outputs={},
        erasure=erasure,
    )
    return withdrawal_bundle.pack(parts)
