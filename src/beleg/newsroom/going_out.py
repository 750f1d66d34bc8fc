"""Going out: page, bundle and other forms of a publication or a withdrawal, made from the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Generic, TypeVar

from beleg.publishing import tombstone, withdrawal_bundle
from beleg.publishing.article import article_of
from beleg.publishing.bundle import ErasureMembers, LogMembers, bundle_of, pack
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.disclosing import FIGURES
from beleg.publishing.outputs import C2PA, in_members, manifest_for, of_article, of_withdrawal
from beleg.publishing.release import Release
from beleg.publishing.targets import c2pa
from beleg.publishing.targets import page as page_target
from beleg.publishing.targets.c2pa import Certificate
from beleg.publishing.withdrawal_bundle import WithdrawalBundle, responsible_member
from beleg.publishing.words import headline_of, shown_blocks
from beleg.record.canonical import encode
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.continued import Continued
from beleg.terms.dossier import Dossier
from beleg.terms.events import Entry, Output, Published, Withdrawn
from beleg.terms.refusal import Error

_Event = TypeVar("_Event", Published, Withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOut(Generic[_Event]):
    """A page with its other forms (by target), ready to go out, and the event that will say so."""

    page: bytes
    outputs: Mapping[str, bytes]
    event: _Event


def release_of(
    dossier: Dossier,
    people: Sequence[Account],
    *,
    at: str,
    address: str,
    sign_off: bytes,
    newsroom_key: bytes,
    continues: Continued | None = None,
    house_note: str = "",
    guidelines: str = "",
    figures: int = FIGURES,
) -> Release:
    """Return the release of the dossier's signed text as published at `at` (RFC 3339) under `address` (or empty).

    `sign_off` is the envelope of the sign-off in force, `newsroom_key` the public key it is to be verified with.
    `house_note` and `guidelines` are what the house adds to the disclosure, `figures` is how its figures are told.
    Raises Error if the address is not one of the web, and as `Release`. That a signature is in force is for the caller
    to see to.
    """
    if address and web_address(address) != address:
        raise Error(
            f"{address[:200]}: not an address of the web; it has to begin with https:// or http:// and name a host."
        )
    article = article_of(
        dossier,
        people,
        at=at,
        address=address,
        publishing_principles=guidelines,
        continues=continues,
        manifest=manifest_for(dossier.id, address),
        figures=figures,
    )
    article = replace(article, house_note=house_note)
    return Release(article=article, envelope=sign_off, newsroom_key=newsroom_key)


def publication_of(
    dossier: Dossier, release: Release, certificate: Certificate, continues: Continued | None = None
) -> GoingOut[Published]:
    """Return what goes out of a release of the dossier, in all forms; `certificate` signs the page's manifest.

    Raises Error where a target does.
    """
    current = dossier.current
    if current is None:
        raise Error(f"{dossier.title}: there is no draft to publish.")
    page = page_target.render(release)
    made = {**of_article(release), C2PA: c2pa.render(release, certificate)}
    event = Published(
        number=current.number,
        content_sha256=current.content_sha256,
        page_sha256=sha256(page).hexdigest(),
        address=release.article.address,
        disclosure=release.article.wording.recorded,
        version=release.article.version,
        note=dossier.noted_corrections[-1].event.note if dossier.noted_corrections else "",
        outputs=_named(made),
        continues=continues,
        house_note=release.article.house_note,
        guidelines=release.article.publishing_principles,
        figures=release.article.figures,
    )
    return GoingOut(page=page, outputs=made, event=event)


def _named(made: Mapping[str, bytes]) -> tuple[Output, ...]:
    return tuple(
        Output(target=target, sha256=sha256(raw).hexdigest()) for target, raw in sorted(made.items())
    )


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


def withdrawal_of(notice: WithdrawalNotice) -> GoingOut[Withdrawn]:
    """Return what goes out of a withdrawn article: the tombstone in place of its page, and the same in other forms."""
    page = tombstone.render(notice.event, notice.responsible, at=notice.at)
    made = of_withdrawal(notice)
    event = replace(notice.event, page_sha256=sha256(page).hexdigest(), outputs=_named(made))
    return GoingOut(page=page, outputs=made, event=event)


def bundle_after(
    entries: Sequence[Entry],
    people: Sequence[Account],
    out: GoingOut[Published],
    *,
    sign_off: bytes,
    log: LogMembers,
    erasure: ErasureMembers | None = None,
) -> bytes:
    """Return the bundle of the publication that is the last of these entries; `erasure` if it was made anew."""
    parts = bundle_of(
        replay(entries),
        people,
        record=tuple(encode(entry) for entry in entries),
        page=out.page,
        sign_off=sign_off,
        log=log,
        outputs=in_members(out.outputs),
        erasure=erasure,
    )
    return pack(parts)


def withdrawal_bundle_of(
    entry: Entry,
    responsible: Account,
    out: GoingOut[Withdrawn],
    *,
    log: LogMembers,
    erasure: ErasureMembers | None = None,
) -> bytes:
    """Return the bundle of the withdrawal that this entry tells of; `erasure` if it was made anew."""
    parts = WithdrawalBundle(
        page=out.page,
        entry=encode(entry),
        log=log,
        people=responsible_member(responsible),
        head=entry.hash,
        outputs=in_members(out.outputs),
        erasure=erasure,
    )
    return withdrawal_bundle.pack(parts)
