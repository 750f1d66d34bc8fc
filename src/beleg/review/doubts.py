"""Doubts: what people have said of sentences that the sources do not say, and nobody has decided about since.

Who judges a sentence of high risk (`beleg.review.judging`) and answers no has read the passages and not found it there. That a
machine found it counts for less: the sentence is open until somebody changes its words, or takes a decision about it with a
reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from beleg.terms.dossier import Decision, Dossier, Judgement


def doubts(dossier: Dossier) -> Mapping[str, tuple[Judgement, ...]]:
    """Return the answers that open sentences, by the key of the sentence, in the order of the record.

    Of each person the newest answer about these words counts: who is asked again because the evidence is another, and then says
    yes, doubts no more. Other evidence alone takes no doubt away. An answer from before answers opened anything opens nothing.
    """
    newest = {(one.event.sentence, one.by): one for one in dossier.judgements}
    found: defaultdict[str, tuple[Judgement, ...]] = defaultdict(tuple)
    for one in sorted(newest.values(), key=lambda judgement: judgement.position):
        if one.event.opens:
            found[one.event.sentence] += (one,)
    return found


def since(doubted: Iterable[Judgement], decided: Iterable[Decision]) -> tuple[Judgement, ...]:
    """Return the doubts that are newer than the last of the decisions about the sentence."""
    last = max((decision.position for decision in decided), default=-1)
    return tuple(one for one in doubted if one.position > last)
