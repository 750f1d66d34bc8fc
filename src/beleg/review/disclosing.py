"""Disclosing: what the record shows about how an article came to be."""

from collections.abc import Sequence

from beleg.review.assessment import assess, blocks
from beleg.review.signing import sign_off_in_force
from beleg.terms.disclosure import Disclosure
from beleg.terms.dossier import Dossier
from beleg.terms.events import FindingDismissed, SentenceConfirmed, SourceTakenIn
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.report import Report, Verdict
from beleg.terms.review import FindingState, SentenceState
from beleg.terms.revision import Origin, SentenceOrigin


def disclosure(dossier: Dossier) -> Disclosure:
    """Count what the record shows about the current text; no words are chosen here.

    Machine help is a sentence with an engine: put together by it, taken over by its choice, or begun by it and
    rewritten by a person. `signed_by` and `signed_at` are empty unless a signature covers exactly the current
    state; nothing may then be said of a review. Raises Error if there is no draft.
    """
    signature = sign_off_in_force(dossier)
    return _counted(dossier, signature.by if signature else "", signature.at if signature else "")


def disclosure_if_signed(dossier: Dossier, by: str, at: str) -> Disclosure:
    """Return what `disclosure` would be if the account `by` signed the current text at the moment `at`."""
    return _counted(dossier, by, at)


def _counted(dossier: Dossier, signed_by: str, signed_at: str) -> Disclosure:
    current = dossier.current
    if current is None:
        raise Error(f"{dossier.title}: there is no draft to make a disclosure for.")
    origins = current.sentences
    review = assess(dossier)
    held_against = compared(dossier)
    events = [decision.event for decision in dossier.decisions]
    vouched_for = {event.sentence for event in events if isinstance(event, SentenceConfirmed)}
    waved_away = {event.finding for event in events if isinstance(event, FindingDismissed)}
    confirmed = [s for s in review.sentences if s.state is SentenceState.CONFIRMED and s.key in vouched_for]
    dismissed = [f for f in review.findings if f.state is FindingState.DISMISSED and f.key in waved_away]
    report = dossier.last_check.report if dossier.last_check else Report(language=dossier.language)
    opinions = [sentence.opinion for sentence in report.sentences if sentence.opinion]
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
        confirmed=len(confirmed),
        dismissed=len(dismissed),
        signed_by=signed_by,
        signed_at=signed_at,
        content_sha256=current.content_sha256,
        machine_headline=_machine_headline(report, origins),
        nothing_to_check=sum(s.state is SentenceState.NOTHING_TO_CHECK for s in review.sentences),
        weighed=sum(bool(found.finding.evidence) for found in dismissed),
        by_signer=[*(s.by for s in confirmed), *(f.by for f in dismissed)].count(signed_by),
        remarked=sum(found.state is FindingState.OPEN and not blocks(found) for found in review.findings),
        not_run=sum(bool(coverage.not_checked) for coverage in report.coverage),
        carried=sum(s.state is SentenceState.SUPPORTED for s in review.sentences),
        settled=sum(s.state is SentenceState.CONFIRMED for s in review.sentences) - len(confirmed),
        judges=tuple(sorted({opinion.judge for opinion in opinions})),
        judged=len(opinions),
    )


def compared(dossier: Dossier) -> tuple[SourceTakenIn, ...]:
    """Return the sources that the last check of exactly the current text compared it with; none if there is no check.

    A source in another language or without text is taken in, but nothing is held against it.
    """
    check = dossier.last_check
    ids = frozenset(check.report.sources) if check else frozenset()
    return tuple(source for source in dossier.sources if source.source in ids)


def _machine_headline(report: Report, origins: Sequence[SentenceOrigin]) -> bool:
    """Whether a headline of the checked text stands as it came from a machine."""
    headlines = {sentence.text for sentence in report.sentences if sentence.block is BlockKind.HEADLINE}
    return any(each.text in headlines and each.origin is not Origin.PERSON for each in origins)


def _origin(dossier: Dossier, source: SourceTakenIn) -> str:
    """The id of the first source that is the same agency copy; its own if it is the first."""
    earlier = {each.source: each.same_origin_as for each in dossier.sources}
    first = source.source
    # An id is followed once only: a made-up record can name sources in a circle.
    while following := earlier.pop(first, ""):
        first = following
    return first
