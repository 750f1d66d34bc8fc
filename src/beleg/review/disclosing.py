"""Disclosing: what the record shows about how an article came to be."""

from beleg.review.assessment import assess
from beleg.review.signing import sign_off_in_force
from beleg.terms.disclosure import Disclosure
from beleg.terms.dossier import Dossier
from beleg.terms.events import FindingDismissed, SentenceConfirmed
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
        sources=len(dossier.sources),
        origins=sum(not source.same_origin_as for source in dossier.sources),
        supported=sum(s.sentence.verdict is Verdict.SUPPORTED for s in review.sentences),
        confirmed=sum(s.state is SentenceState.CONFIRMED and s.key in confirmed for s in review.sentences),
        dismissed=sum(f.state is FindingState.DISMISSED and f.key in dismissed for f in review.findings),
        signed_by=signature.by if signature else "",
        signed_at=signature.at if signature else "",
        content_sha256=current.content_sha256,
    )
