"""Doubts: what people have said of sentences that the sources do not say, and nobody has decided about since.

Who judges a sentence of high risk (`beleg.review.judging`) and answers no has read the passages and not found it there.
That a machine found it counts for less: the sentence is open until somebody changes its words, or takes a decision
about it with a reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from beleg.terms.dossier import Decision, Dossier, Judgement
from beleg.terms.judging import Answer


def doubts(dossier: Dossier, evidence: Mapping[str, str]) -> Mapping[str, tuple[Judgement, ...]]:
    """Return the answers that open sentences, by the key of the sentence, in the order of the record.

    `evidence` is what the evidence of every sentence is called now, by the sentence's key. Of each person the newest no
    about these words counts. Who is asked again because the evidence is another, and then says yes, doubts no more
    while the evidence is that one; who then cannot tell doubts as before. Other evidence alone takes no doubt away. An
    answer from before answers opened anything opens nothing.
    """
    newest: dict[tuple[str, str], Judgement] = {}
    for one in dossier.judgements:
        said = (one.event.sentence, one.by)
        if one.event.opens:
            newest[said] = one
        elif one.event.answer is Answer.YES and one.event.evidence == evidence.get(one.event.sentence):
            newest.pop(said, None)
    found: defaultdict[str, tuple[Judgement, ...]] = defaultdict(tuple)
    for one in sorted(newest.values(), key=lambda judgement: judgement.position):
        found[one.event.sentence] += (one,)
    return found


def since(doubted: Iterable[Judgement], decided: Iterable[Decision]) -> tuple[Judgement, ...]:
    """Return the doubts that are newer than the last of the decisions about the sentence."""
    last = max((decision.position for decision in decided), default=-1)
    return tuple(one for one in doubted if one.position > last)
