"""Stage: how far a dossier has come."""

from beleg.review.reopening import needing_a_look
from beleg.review.signing import obstacles
from beleg.terms.dossier import Dossier, SignOff
from beleg.terms.listed import Stage
from beleg.terms.review import Review

_NOBODY = ""


def untouched(dossier: Dossier) -> bool:
    """Whether the text stands as it first came and the record shows of nobody that they looked into it.

    That is: one revision, no judgement, no decision, no signature. That nothing was found does not mean that somebody
    read it.
    """
    return len(dossier.revisions) == 1 and not (dossier.decisions or dossier.judgements or dossier.sign_offs)


def stage(dossier: Dossier, review: Review, in_force: SignOff | None) -> Stage:
    """Return how far a dossier has come; `review` is that of its current text, `in_force` the signature that covers
    it.
    """
    current = dossier.current
    if current is None:
        return Stage.EMPTY
    if dossier.withdrawal is not None:
        return Stage.WITHDRAWN
    if needing_a_look(dossier):
        return Stage.NEEDS_A_LOOK
    if dossier.publications and dossier.publications[-1].event.content_sha256 == current.content_sha256:
        return Stage.PUBLISHED
    if in_force is not None:
        return Stage.SIGNED
    # Whoever it is: an account that has written nothing stands for all that have not.
    if not obstacles(dossier, _NOBODY, review):
        return Stage.UNTOUCHED if untouched(dossier) else Stage.WAITING
    if dossier.sign_offs:
        return Stage.CHANGED
    if dossier.decisions or not (review.open_findings or review.open_sentences):
        return Stage.IN_REVIEW
    return Stage.DRAFT
