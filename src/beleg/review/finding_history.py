"""Finding history: what people decided about a finding, one after the other, and what of it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.terms.dossier import Decision, Dossier
from beleg.terms.events import FindingDismissed, FindingEscalated, SentenceConfirmed


@dataclass(frozen=True, slots=True)
class FindingHistory:
    """What became of a finding; `settled` says that it stands dismissed, `last` is the decision that counts."""

    settled: bool = False
    last: Decision | None = None
    escalated_by: tuple[str, ...] = ()


def told(decisions: Sequence[Decision], key: str, sentence: str) -> FindingHistory:
    """Tell what was decided about the finding `key`; a confirmation of `sentence` (a key, or empty) settles it too."""
    history = FindingHistory()
    for decision in decisions:
        match decision.event:
            case FindingEscalated(finding=found) if found == key:
                history = FindingHistory(False, decision, (*history.escalated_by, decision.by))
            case FindingDismissed(finding=found) if found == key:
                history = _settle(history, decision)
            case SentenceConfirmed(sentence=confirmed) if sentence and confirmed == sentence:
                history = _settle(history, decision)
            case _:
                pass
    return history


def _settle(history: FindingHistory, decision: Decision) -> FindingHistory:
    # Nobody settles what they passed on themselves.
    return history if decision.by in history.escalated_by else FindingHistory(True, decision)


def escalated_by(dossier: Dossier, key: str) -> tuple[str, ...]:
    """Return who escalated the finding since it was last dismissed: they cannot be the ones to dismiss it."""
    return told(dossier.decisions, key, "").escalated_by
