"""Signing: what stands between a draft and a signature, and whether a signature still holds."""

from datetime import datetime

from beleg.review.assessment import assess
from beleg.review.authorship import byline_setters, note_writers, source_describers, text_authors
from beleg.review.judging import to_judge
from beleg.terms.dossier import Dossier, Publication, SignOff
from beleg.terms.reading import BlockKind
from beleg.terms.review import Obstacle, Review
from beleg.text.blocks import blocks


def obstacles(dossier: Dossier, account: str, review: Review | None = None) -> tuple[Obstacle, ...]:
    """Return why a signature of `account` cannot cover the current content; empty if it can.

    Who has had a hand in the text, in the details of its sources, in the correction note or in the byline cannot sign
    it, whatever their function (four-eyes rule). `review` is that of the current content where it is at hand. Never
    holds `Obstacle.NOT_SIGNED` and `Obstacle.EMBARGO`, which are about publishing.
    """
    found = _unfinished(dossier, review or assess(dossier))
    if account in text_authors(dossier):
        found += (Obstacle.OWN_TEXT,)
    elif account in source_describers(dossier):
        found += (Obstacle.OWN_DETAILS,)
    elif account in note_writers(dossier):
        found += (Obstacle.OWN_NOTE,)
    elif account in byline_setters(dossier):
        found += (Obstacle.OWN_BYLINE,)
    return found


def obstacles_to_signing(dossier: Dossier, account: str) -> tuple[Obstacle, ...]:
    """Return why `account` cannot sign the current content now; empty if they can.

    Besides `obstacles`, against which a signature has to hold for good, who signs judges first. That is asked when a
    signature is given and voids none that was given, also not one from before sentences were judged.
    """
    found = obstacles(dossier, account)
    return (*found, Obstacle.TO_JUDGE) if to_judge(dossier, account) else found


def sign_off_in_force(dossier: Dossier) -> SignOff | None:
    """Return the signature that covers exactly the current state of the dossier; None if there is none.

    It is the last one or none. It holds while the content is the one signed (a full revert to it included), a check of
    it has seen every source, nothing is open, and since the signature no source was taken in, changed, taken back or
    described anew, nobody decided anything, set the byline or wrote a correction note: each would be something that the
    signer has not seen. The embargo that was in force when it was given is part of what was signed: lifted or moved to
    an earlier moment, it voids the signature.
    """
    current = dossier.current
    if current is None or not dossier.sign_offs:
        return None
    last = dossier.sign_offs[-1]
    decided_since = any(decision.position > last.position for decision in dossier.decisions)
    taken_in_since = len(dossier.sources) > last.sources
    changed_since = any(told.position > last.position for told in dossier.source_events)
    described_since = any(told.position > last.position for told in dossier.descriptions)
    noted_since = any(correction.position > last.position for correction in dossier.corrections)
    named_since = any(byline.position > last.position for byline in dossier.bylines)
    other_text = last.event.content_sha256 != current.content_sha256
    if (
        other_text
        or decided_since
        or taken_in_since
        or changed_since
        or described_since
        or noted_since
        or named_since
    ):
        return None
    if embargo_cut_short(dossier, last):
        return None
    return None if obstacles(dossier, last.by) else last


def out_under(dossier: Dossier, sign_off: SignOff | None) -> Publication | None:
    """Return what went out under exactly this signature, the last of it; None if nothing did, or without a
    signature.
    """
    if sign_off is None:
        return None
    return next((out for out in reversed(dossier.publications) if dossier.sign_off_of(out) == sign_off), None)


def embargo_cut_short(dossier: Dossier, sign_off: SignOff) -> bool:
    """Whether the embargo that held when this signature was given has been lifted or moved to an earlier moment
    since.
    """
    before = [one.event.until for one in dossier.embargoes if one.position < sign_off.position]
    signed = before[-1] if before else ""
    if not signed:
        return False
    return not dossier.embargo or datetime.fromisoformat(dossier.embargo) < datetime.fromisoformat(signed)


def obstacles_to_publishing(dossier: Dossier, at: str) -> tuple[Obstacle, ...]:
    """Return why the dossier cannot be published at the moment `at` (RFC 3339).

    Empty if a signature covers exactly its current state and no embargo holds it back.
    """
    if dossier.withdrawal is not None:
        return (Obstacle.WITHDRAWN,)
    found = (
        () if sign_off_in_force(dossier) else (*_unfinished(dossier, assess(dossier)), Obstacle.NOT_SIGNED)
    )
    return (*found, Obstacle.EMBARGO) if under_embargo(dossier, at) else found


def under_embargo(dossier: Dossier, at: str) -> bool:
    """Whether the moment `at` (RFC 3339) lies before the end of the dossier's embargo."""
    return bool(dossier.embargo) and datetime.fromisoformat(at) < datetime.fromisoformat(dossier.embargo)


def needs_correction_note(dossier: Dossier) -> bool:
    """Whether the current text is another than the one published last, so that readers have to be told why."""
    if dossier.current is None or not dossier.publications:
        return False
    return dossier.publications[-1].event.content_sha256 != dossier.current.content_sha256


def correction_note_missing(dossier: Dossier) -> bool:
    """Whether readers have to be told of a correction, and nobody has written what; not after a withdrawal."""
    return needs_correction_note(dossier) and not dossier.noted_corrections and dossier.withdrawal is None


def _unfinished(dossier: Dossier, review: Review) -> tuple[Obstacle, ...]:
    """What stands in the way whoever wants to sign."""
    if dossier.withdrawal is not None:
        return (Obstacle.WITHDRAWN,)
    if dossier.current is None or not dossier.current.content.strip():
        return (Obstacle.NO_DRAFT,)
    found: list[Obstacle] = []
    if not any(block.kind is BlockKind.HEADLINE for block in blocks(dossier.current.content)):
        found.append(Obstacle.NO_HEADLINE)
    if dossier.last_check is None or dossier.unchecked_sources or dossier.check_outdated:
        found.append(Obstacle.NOT_CHECKED)
    if review.open_findings:
        found.append(Obstacle.OPEN_FINDINGS)
    if review.open_sentences:
        found.append(Obstacle.OPEN_SENTENCES)
    if correction_note_missing(dossier):
        found.append(Obstacle.NO_CORRECTION_NOTE)
    return tuple(found)
