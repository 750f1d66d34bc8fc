"""Decided: what people have vouched for and dismissed in the text that waits for a signature."""

from dataclasses import dataclass

from beleg.checks.catalogue import title_in
from beleg.desk.views.draft import Names
from beleg.desk.wording import Wording
from beleg.terms.dossier import Dossier
from beleg.terms.events import FindingDismissed, SentenceConfirmed
from beleg.terms.review import FindingState, Review, SentenceState


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A confirmed sentence or a dismissed finding, as the signer reads it."""

    what: str
    """What was decided, in words."""
    words: str
    """The sentence, or the words the finding flags."""
    by: str
    """Name of the person."""
    reason: str
    is_author: bool
    """Whether that person wrote or changed some of the text."""


def decided(dossier: Dossier, review: Review, names: Names, words: Wording) -> tuple[Decided, ...]:
    """The confirmed sentences, then the dismissed findings, each in the order of the text.

    They are those that the disclosure counts: a finding settled by confirming its sentence is not told twice.
    """
    current = dossier.current
    if current is None:
        return ()
    events = [decision.event for decision in dossier.decisions]
    confirmed = {event.sentence for event in events if isinstance(event, SentenceConfirmed)}
    dismissed = {event.finding for event in events if isinstance(event, FindingDismissed)}
    vouched = (
        (words.say("Sentence confirmed"), s.sentence.text, s.by, s.reason)
        for s in review.sentences
        if s.state is SentenceState.CONFIRMED and s.key in confirmed
    )
    put_aside = (
        (
            words.say("Dismissed: %(title)s", title=title_in(f.finding.check, words.language)),
            f.finding.span.of(current.content),
            f.by,
            f.reason,
        )
        for f in review.findings
        if f.state is FindingState.DISMISSED and f.key in dismissed
    )
    return tuple(
        Decided(what=what, words=text, by=names.name(by), reason=reason, is_author=by in review.authors)
        for what, text, by, reason in (*vouched, *put_aside)
    )
