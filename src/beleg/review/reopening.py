"""Reopening: which sentences have to be looked at again because a source changed or was taken back."""

from collections.abc import Mapping

from beleg.terms.dossier import Dossier, SourceEvent
from beleg.terms.events import SentenceConfirmed
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence
from beleg.terms.review import Touched
from beleg.terms.revision import sentence_key
from beleg.terms.source_change import PassageChange, SourceChanged
from beleg.text.overlaps import Overlaps


def touched(dossier: Dossier) -> tuple[Touched, ...]:
    """Return every sentence that rested on a passage when it changed, vanished or was taken back, once for each such
    event.

    What a sentence rested on is what the last check before the event says that spoke of it: an edit elsewhere in the
    text, or another check since, does not hide what a sentence was built on. In the order of the events, then of the
    texts.
    """
    found: list[Touched] = []
    resting: dict[str, CheckedSentence] = {}
    seen = 0
    for told in dossier.source_events:
        for check in dossier.checks[seen : told.checks]:
            resting.update((sentence_key(sentence.text), sentence) for sentence in check.report.sentences)
        seen = max(seen, told.checks)
        change = _Change(told)
        for key, sentence in resting.items():
            passages = tuple(passage for passage in sentence.evidence if change.takes(passage))
            if passages:
                changes = tuple(dict.fromkeys(one for passage in passages for one in change.of(passage)))
                found.append(
                    Touched(sentence=key, text=sentence.text, passages=passages, changes=changes, told=told)
                )
    return tuple(found)


def waiting(dossier: Dossier) -> Mapping[str, tuple[Touched, ...]]:
    """Return what `touched` gives, by the key of the sentence, without what somebody has confirmed a sentence after."""
    if not dossier.source_events:
        return {}
    confirmed: dict[str, int] = {}
    for decision in dossier.decisions:
        if isinstance(decision.event, SentenceConfirmed):
            confirmed[decision.event.sentence] = decision.position
    open_: dict[str, tuple[Touched, ...]] = {}
    for one in touched(dossier):
        if one.told.position > confirmed.get(one.sentence, 0):
            open_[one.sentence] = (*open_.get(one.sentence, ()), one)
    return open_


def needing_a_look(dossier: Dossier) -> tuple[Touched, ...]:
    """Return what is `waiting` of the text that is out, in the order of its sentences; nothing if none is, or if it
    was withdrawn.

    Only what happened since it went out: before, nothing could be signed that was waiting.
    """
    if not dossier.publications or dossier.withdrawal is not None:
        return ()
    last = dossier.publications[-1]
    open_ = waiting(dossier)
    out = next((r for r in dossier.revisions if r.number == last.event.number), None)
    keys = dict.fromkeys(sentence_key(sentence.text) for sentence in out.sentences) if out else ()
    return tuple(one for key in keys for one in open_.get(key, ()) if one.told.position > last.position)


class _Change:
    """What became of a source, asked passage by passage."""

    def __init__(self, told: SourceEvent) -> None:
        event = told.event
        self._source = event.source
        self._changes: Overlaps[PassageChange] | None = None
        if isinstance(event, SourceChanged):
            self._changes = Overlaps((one.passage.span, one) for one in event.passages)

    def takes(self, passage: Passage) -> bool:
        """Whether nothing can rest on the passage as it was."""
        return passage.source == self._source and (self._changes is None or bool(self.of(passage)))

    def of(self, passage: Passage) -> tuple[PassageChange, ...]:
        """What changed in the passage; nothing where the source was taken back as a whole."""
        if self._changes is None or passage.source != self._source:
            return ()
        return tuple(self._changes.at(passage.span))
