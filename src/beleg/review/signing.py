"""Signing: what stands between a draft and a signature, and whether a signature still holds."""

from beleg.review.assessment import assess
from beleg.terms.dossier import Dossier, SignOff
from beleg.terms.reading import BlockKind
from beleg.terms.review import Obstacle
from beleg.text.blocks import blocks


def obstacles(dossier: Dossier, account: str) -> tuple[Obstacle, ...]:
    """Return why `account` cannot sign the current content now; empty if it can.

    Who has had a hand in the text cannot sign it, whatever their function (four-eyes rule). Never holds
    `Obstacle.NOT_SIGNED`, which is about publishing.
    """
    found = _unfinished(dossier)
    if account in assess(dossier).authors:
        found += (Obstacle.OWN_TEXT,)
    return found


def sign_off_in_force(dossier: Dossier) -> SignOff | None:
    """Return the signature that covers exactly the current state of the dossier; None if there is none.

    It is the last one or none. It holds while the content is the one signed (a full revert to it included), a
    check of it has seen every source, nothing is open, and since the signature no source was taken in, changed or taken
    back, and nobody decided anything: each would be something that the signer has not seen.
    """
    current = dossier.current
    if current is None or not dossier.sign_offs:
        return None
    last = dossier.sign_offs[-1]
    decided_since = any(decision.position > last.position for decision in dossier.decisions)
    taken_in_since = len(dossier.sources) > last.sources
    changed_since = any(told.position > last.position for told in dossier.source_events)
    if last.event.content_sha256 != current.content_sha256:
        return None
    if decided_since or taken_in_since or changed_since:
        return None
    return None if obstacles(dossier, last.by) else last


def obstacles_to_publishing(dossier: Dossier) -> tuple[Obstacle, ...]:
    """Return why the dossier cannot be published now; empty if a signature covers exactly its current state."""
    if sign_off_in_force(dossier) is not None:
        return ()
    return (*_unfinished(dossier), Obstacle.NOT_SIGNED)


def _unfinished(dossier: Dossier) -> tuple[Obstacle, ...]:
    """What stands in the way whoever wants to sign."""
    if dossier.current is None or not dossier.current.content.strip():
        return (Obstacle.NO_DRAFT,)
    found: list[Obstacle] = []
    if not any(block.kind is BlockKind.HEADLINE for block in blocks(dossier.current.content)):
        found.append(Obstacle.NO_HEADLINE)
    if dossier.last_check is None or dossier.unchecked_sources or dossier.check_outdated:
        found.append(Obstacle.NOT_CHECKED)
    review = assess(dossier)
    if review.open_findings:
        found.append(Obstacle.OPEN_FINDINGS)
    if review.open_sentences:
        found.append(Obstacle.OPEN_SENTENCES)
    return tuple(found)
