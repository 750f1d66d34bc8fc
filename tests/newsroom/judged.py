"""Judged: somebody who judges whatever they have to before they may decide."""

from beleg.newsroom.house import Newsroom
from beleg.terms.judging import Answer
from beleg.terms.review import SentenceState


def judge_all(house: Newsroom, dossier: str, *, by: str, answer: Answer = Answer.YES) -> tuple[str, ...]:
    """Have `by` judge every sentence they have to judge first, all with one answer; return their keys."""
    review = house.review_for(dossier, by)
    keys = dict.fromkeys(s.key for s in review.sentences if s.state is SentenceState.TO_JUDGE)
    for key in keys:
        house.judge(dossier, key, answer, by=by)
    return tuple(keys)
