"""Judging: what a person may see of a review, what they say of sentences before that, and which evidence they had on
screen.
"""

from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import replace

from beleg.newsroom.dossiers import Dossiers
from beleg.record import evidence_shown
from beleg.review import judging
from beleg.review.assessment import assess
from beleg.review.evidence_seen import has_evidence
from beleg.terms.dossier import Judgement
from beleg.terms.judging import Answer
from beleg.terms.refusal import Error
from beleg.terms.review import Review, ReviewedSentence, SentenceState
from beleg.terms.role import Permission
from beleg.terms.sight import Sight


class Judging(Dossiers):
    """The part of a newsroom's door that concerns who judges before they see; see `beleg.newsroom.house.Newsroom`."""

    def review_for(self, dossier_id: str, viewer: str) -> Review:
        """Return the review as the account `viewer` may see it now (`beleg.review.judging.masked`).

        Everything that a screen shows of findings and verdicts is made from this.
        """
        dossier = self.dossier(dossier_id)
        return judging.masked(assess(dossier), dossier, viewer)

    def judge(
        self,
        dossier_id: str,
        sentence_key: str,
        answer: Answer,
        *,
        by: str,
        evidence: str = "",
        in_view: bool = False,
    ) -> Judgement:
        """Say whether the sources say a sentence of high risk, before the machine's verdict on it is shown.

        `evidence` is the key of the evidence that `by` had before them (empty: whatever it has), `in_view` whether
        their screen says that all of it was in view. See `beleg.review.judging.judgement` for what is refused.
        """
        with self._acting(dossier_id, by, Permission.JUDGE) as acting:
            dossier = acting.dossier
            told = acting.verdicts_shown()
            current = next((one for one in assess(dossier).sentences if one.key == sentence_key), None)
            # Who ever changed the text was shown all findings then, even if the change was taken back.
            known = any(revision.by == by for revision in dossier.revisions) or (
                current is not None and (sentence_key, current.evidence_key) in told
            )
            event = judging.judgement(
                dossier, sentence_key, answer, by=by, evidence=evidence, verdict_shown=known
            )
            seen = acting.sight(event.sentence, event.evidence, told=in_view)
            acting.append(replace(event, sight=seen))
            return acting.dossier.judgements[-1]

    def note_evidence_shown(
        self, dossier_id: str, sentence: ReviewedSentence, *, by: str, seen: Sight = Sight.DISPLAYED
    ) -> None:
        """Keep that the evidence of a sentence was sent to `by`; with the verdict, unless they judge it first.

        Where nothing is known of what was `seen` it does not count as shown, because nobody knows whether it came into
        view; the verdict does, because nobody knows that it did not. It costs a write the first time only. Nothing is
        kept of a sentence without evidence, nor while somebody else is storing something for so long that the page
        would have to wait: then it counts as not shown.
        """
        if not sentence.evidence_key or not has_evidence(sentence):
            return
        with_verdict = sentence.state is not SentenceState.TO_JUDGE
        what = (sentence.key, sentence.evidence_key)
        with self._store.reading() as connection:
            if not (
                (with_verdict and what not in evidence_shown.shown_with_verdict(connection, dossier_id, by))
                or (
                    seen is not Sight.NOT_KNOWN
                    and what not in evidence_shown.shown(connection, dossier_id, by)
                )
                or (
                    seen is Sight.IN_VIEW
                    and evidence_shown.sight(connection, dossier_id, by, what) is not Sight.IN_VIEW
                )
            ):
                return
        with suppress(Error), self._store.act() as act:
            evidence_shown.note(act.connection, dossier_id, by, what, with_verdict=with_verdict, seen=seen)

    def note_verdicts_told(self, dossier_id: str, *, by: str) -> None:
        """Keep that `by` was sent what the machine says of every sentence: with the review report, or with the record.

        What they say of a sentence after that, they do not say before its verdict. Raises Error if nothing can be kept:
        then nothing is to be sent.
        """
        dossier = self.dossier(dossier_id)
        if dossier.current is None:
            return
        with self._store.act() as act:
            told = evidence_shown.shown_with_verdict(act.connection, dossier_id, by)
            for key in {(one.key, one.evidence_key) for one in assess(dossier).sentences} - told:
                evidence_shown.note(
                    act.connection, dossier_id, by, key, with_verdict=True, seen=Sight.NOT_KNOWN
                )

    def evidence_shown(self, dossier_id: str, *, by: str) -> AbstractSet[evidence_shown.Shown]:
        """Return which evidence of which sentence has been on the screen of `by`; see
        `beleg.review.evidence_seen.unread`.
        """
        with self._store.reading() as connection:
            return evidence_shown.shown(connection, dossier_id, by)
