"""Judged: somebody who judges whatever they have to before they may decide."""

from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import SignOff
from beleg.terms.judging import Answer
from beleg.terms.review import SentenceState


def judge_all(house: Newsroom, dossier: str, *, by: str, answer: Answer = Answer.YES) -> tuple[str, ...]:
    """Have `by` judge every sentence they have to judge first, all with one answer; return their keys."""
    review = house.review_for(dossier, by)
    keys = dict.fromkeys(s.key for s in review.sentences if s.state is SentenceState.TO_JUDGE)
    for key in keys:
        house.judge(dossier, key, answer, by=by)
    return tuple(keys)


def sign_judged(house: Newsroom, dossier: str, content_sha256: str, *, by: str, seen: str = "") -> SignOff:
    """Have `by` judge whatever they have to before they sign, and sign."""
    judge_all(house, dossier, by=by)
    return house.sign_off(dossier, content_sha256, by=by, seen=seen)
