"""Article: everything that goes onto a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.publishing.changes import Correction, Predecessor
from beleg.publishing.disclosing import FIGURES, Wording, wording
from beleg.review.assessment import assess
from beleg.review.byline import body_of, byline
from beleg.review.disclosing import compared, disclosure_if_signed
from beleg.review.disclosing import disclosure as disclosure_of
from beleg.review.releasing import version_after
from beleg.terms.account import Account
from beleg.terms.continued import Continued
from beleg.terms.disclosure import Disclosure
from beleg.terms.dossier import Dossier
from beleg.terms.events import SentenceConfirmed, SourceTakenIn
from beleg.terms.refusal import Error
from beleg.terms.report import Coverage
from beleg.terms.review import SentenceState
from beleg.terms.revision import Revision
from beleg.text.written import worded


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A signed text with all that its page says around it.

    `content` is Beleg's Markdown and must hash to `disclosure.content_sha256`. Moments are RFC 3339. The dossier's
    working title is not part of it: nobody signs it.
    """

    dossier: str
    """Id of the dossier; it stands on no page."""
    content: str
    language: str
    published_at: str
    modified_at: str
    released_at: str
    """When exactly this goes out; later than `modified_at` where a text goes out again, at another address."""
    disclosure: Disclosure
    wording: Wording
    figures: int
    """How its figures are told (`beleg.publishing.disclosing.FIGURES`)."""
    signer: Account
    writers: tuple[Account, ...] = ()
    """The persons of the byline (`beleg.review.byline`)."""
    byline_body: str = ""
    """The newsroom or agency that the byline names after them; empty if it names none."""
    sources: tuple[SourceTakenIn, ...] = ()
    compared: tuple[SourceTakenIn, ...] = ()
    """Those of the sources that the text was compared with."""
    coverage: tuple[Coverage, ...] = ()
    """What the checks of exactly this text looked at."""
    found: tuple[str, ...] = ()
    """The check's id of every finding they had, decided or not."""
    confirmed: tuple[str, ...] = ()
    """The sentences that a person vouches for, in the order of the text."""
    address: str = ""
    publisher: str = ""
    publishing_principles: str = ""
    """Address of the newsroom's published rules; empty if it has none."""
    record_head: str = ""
    """Hash of the record's last entry before the publication."""
    version: int = 1
    """Counts the publications of this article from 1; its withdrawal is one more."""
    corrections: tuple[Correction, ...] = ()
    """Those that readers are told of, oldest first."""
    updates: Predecessor | None = None
    """The earlier article that this one continues, if it is an update."""
    embargoed_until: str = ""
    """RFC 3339: before this moment nothing goes out by any target; empty without an embargo."""
    house_note: str = ""
    """A sentence of the house after the disclosure; empty if it has none."""
    manifest: str = ""
    """Where the page says its C2PA manifest lies (`beleg.publishing.item.manifest_link`); empty if it has none."""


def named(dossier: Dossier) -> tuple[str, ...]:
    """Return the ids of the accounts that the page names: those of the byline, then the signer.

    They are all that a bundle lists with names; everybody else in the record stays a pseudonym.
    """
    ids = byline(dossier)
    signed_by = dossier.sign_offs[-1].by if dossier.sign_offs else ""
    return tuple(dict.fromkeys((*ids, signed_by))) if signed_by else ids


def article_of(
    dossier: Dossier,
    people: Sequence[Account],
    *,
    at: str,
    address: str = "",
    publisher: str = "",
    publishing_principles: str = "",
    continues: Continued | None = None,
    manifest: str = "",
    figures: int = FIGURES,
) -> Article:
    """Put together the page of a dossier's current, signed text.

    `dossier` is its state right before the `Published` event, `people` holds at least the accounts of `named(dossier)`,
    `at` is the moment of publishing (RFC 3339), `continues` the article that this one is an update of, `manifest` where
    the page's C2PA manifest will lie, `figures` how the figures are told, where it went out before. A dossier published
    before keeps its first date; the date of its change is that of the last publication with another text or another
    correction. Raises `Error` where there is no text, no signature in force, or an account is missing, and for an
    article that was withdrawn. Whether publishing is allowed at all is decided by `beleg.review`, not here.
    """
    _publishable(dossier)
    return _article(
        dossier,
        people,
        disclosure_of(dossier),
        at=at,
        address=address,
        publisher=publisher,
        publishing_principles=publishing_principles,
        continues=continues,
        manifest=manifest,
        figures=figures,
    )


def article_in_preview(
    dossier: Dossier,
    people: Sequence[Account],
    signer: Account,
    *,
    at: str,
    address: str = "",
    continues: Continued | None = None,
) -> Article:
    """Put together the page of a dossier's current text as it would be if `signer` signed and it went out at `at`.

    Where a signature is in force, that one counts. It is for looking at: no release can be made of it. Raises `Error`
    where there is no text, an account of `named(dossier)` is missing among `people`, or the article was withdrawn.
    """
    _publishable(dossier)
    signed = disclosure_of(dossier)
    return _article(
        dossier,
        (*people, signer),
        signed if signed.signed_by else disclosure_if_signed(dossier, signer.id, at),
        at=at,
        address=address,
        continues=continues,
    )


def _publishable(dossier: Dossier) -> Revision:
    if dossier.current is None:
        raise Error(f"{dossier.title}: no draft; nothing to publish.")
    if dossier.withdrawal is not None:
        raise Error(f"{dossier.title}: the article was withdrawn; this dossier publishes nothing more.")
    return dossier.current


def _article(
    dossier: Dossier,
    people: Sequence[Account],
    disclosure: Disclosure,
    *,
    at: str,
    address: str,
    continues: Continued | None,
    publisher: str = "",
    publishing_principles: str = "",
    manifest: str = "",
    figures: int = FIGURES,
) -> Article:
    current = _publishable(dossier)
    said = wording(disclosure, people, dossier.language, figures=figures)
    known = {person.id: person for person in people}
    missing = [account for account in named(dossier) if account not in known]
    if missing:
        raise Error(
            f"{dossier.title}: the account {missing[0]} is named on the page but not among the people given."
        )
    check, past = dossier.last_check, dossier.publications
    reviewed = assess(dossier).sentences
    events = (decision.event for decision in dossier.decisions)
    vouched_for = {event.sentence for event in events if isinstance(event, SentenceConfirmed)}
    return Article(
        dossier=dossier.id,
        content=current.content,
        language=dossier.language,
        published_at=past[0].at if past else at,
        modified_at=_modified_at(dossier, current.content_sha256, at),
        released_at=at,
        disclosure=disclosure,
        wording=said,
        figures=figures,
        signer=known[disclosure.signed_by],
        writers=tuple(known[account] for account in byline(dossier)),
        byline_body=body_of(dossier),
        sources=dossier.sources,
        compared=compared(dossier),
        coverage=check.report.coverage if check else (),
        found=tuple(finding.check for finding in check.report.findings) if check else (),
        confirmed=tuple(
            worded(s.sentence.text)
            for s in reviewed
            if s.state is SentenceState.CONFIRMED and s.key in vouched_for
        ),
        address=address,
        publisher=publisher,
        publishing_principles=publishing_principles,
        record_head=dossier.head,
        version=version_after(dossier),
        corrections=_corrections(dossier, at),
        updates=_predecessor(continues),
        embargoed_until=dossier.embargo,
        manifest=manifest,
    )


def _modified_at(dossier: Dossier, content_sha256: str, at: str) -> str:
    """When the text that goes out at `at`, or what readers are told of its corrections, last changed."""
    moment = at
    if dossier.noted_corrections:
        return moment
    for publication in reversed(dossier.publications):
        if publication.event.content_sha256 != content_sha256:
            break
        moment = publication.at
        if publication.event.note:
            break
    return moment


def _corrections(dossier: Dossier, at: str) -> tuple[Correction, ...]:
    """What readers were told before, and what they are told with the version that goes out at `at`."""
    told = [Correction(at=each.at, note=each.event.note) for each in dossier.publications if each.event.note]
    noted = [Correction(at=at, note=each.event.note) for each in dossier.noted_corrections[-1:]]
    return (*told, *noted)


def _predecessor(continues: Continued | None) -> Predecessor | None:
    if continues is None:
        return None
    return Predecessor(dossier=continues.dossier, headline=continues.headline, address=continues.address)
