"""Disclosing: what the record shows about how an article came to be."""

from beleg.review.assessment import assess
from beleg.review.signing import sign_off_in_force
from beleg.terms.disclosure import Disclosure
from beleg.terms.dossier import Dossier
from beleg.terms.events import FindingDismissed, SentenceConfirmed, SourceTakenIn
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.review import FindingState, SentenceState
from beleg.terms.revision import Origin


def disclosure(dossier: Dossier) -> Disclosure:
    """Count what the record shows about the current text; no words are chosen here.

    Machine help is a sentence with an engine: put together by it, taken over by its choice, or begun by it and
    rewritten by a person. `signed_by` and `signed_at` are empty unless a signature covers exactly the current
    state; nothing may then be said of a review. Raises Error if there is no draft.
    """
    current = dossier.current
    if current is None:
        raise Error(f"{dossier.title}: there is no draft to make a disclosure for.")
    origins = current.sentences
    review = assess(dossier)
    signature = sign_off_in_force(dossier)
    held_against = compared(dossier)
    events = [decision.event for decision in dossier.decisions]
    confirmed = {event.sentence for event in events if isinstance(event, SentenceConfirmed)}
    dismissed = {event.finding for event in events if isinstance(event, FindingDismissed)}
    return Disclosure(
        sentences=len(origins),
        machine=sum(o.origin is Origin.MACHINE for o in origins),
        rewritten=sum(o.origin is Origin.PERSON and bool(o.engine) for o in origins),
        source=sum(o.origin is Origin.SOURCE for o in origins),
        person=sum(o.origin is Origin.PERSON and not o.engine for o in origins),
        engines=tuple(sorted({o.engine for o in origins if o.engine})),
        sources=len(held_against),
        origins=len({_origin(dossier, source) for source in held_against}),
        not_compared=len(dossier.sources) - len(held_against),
        supported=sum(s.sentence.verdict is Verdict.SUPPORTED for s in review.sentences),
        confirmed=sum(s.state is SentenceState.CONFIRMED and s.key in confirmed for s in review.sentences),
        dismissed=sum(f.state is FindingState.DISMISSED and f.key in dismissed for f in review.findings),
        signed_by=signature.by if signature else "",
        signed_at=signature.at if signature else "",
        content_sha256=current.content_sha256,
    )


def compared(dossier: Dossier) -> tuple[SourceTakenIn, ...]:
    """Return the sources that the last check of exactly the current text compared it with; none if there is no check.

    A source in another language or without text is taken in, but nothing is held against it.
    """
    check = dossier.last_check
    ids = frozenset(check.report.sources) if check else frozenset()
    return tuple(source for source in dossier.sources if source.source in ids)


def _origin(dossier: Dossier, source: SourceTakenIn) -> str:
    """The id of the first source that is the same agency copy; its own if it is the first."""
    earlier = {each.source: each.same_origin_as for each in dossier.sources}
    first = source.source
    # An id is followed once only: a made-up record can name sources in a circle.
    while following := earlier.pop(first, ""):
        first = following
    return first
