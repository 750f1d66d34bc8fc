"""A translation taken over: it goes round neither signature, embargo, authors nor judging of the text it translates."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from beleg.drafting.proposal import Order, Proposal, ProposedBlock, ProposedSentence, Task
from beleg.newsroom.refused import Refused
from beleg.newsroom.verification import verify
from beleg.record.canonical import decode, encode
from beleg.review.authorship import text_authors
from beleg.review.byline import byline
from beleg.terms.judging import Answer, Risk
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle, SentenceState
from beleg.terms.revision import sentence_key
from tests.newsroom.judged import judge_all, sign_judged
from tests.newsroom.town import COSTS, DECIDED, HEADLINE, SAID, Town, text, town

SAID_IN_ENGLISH = "“We have waited a long time for this day,” said mayor Anke Roloff."
ENGLISH = {
    HEADLINE: "Indoor pool in Mühlried to be renovated",
    DECIDED: "Mühlried council decided on Tuesday to renovate the indoor pool.",
    COSTS: "The work is to cost 4.2 million euros.",
    SAID: SAID_IN_ENGLISH,
}
JUNE = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)


class _Translator:
    """A model in the house that knows four sentences."""

    name = "probe-1"
    host = "127.0.0.1"
    on_this_machine = True

    def propose(self, order: Order) -> Proposal:
        written = tuple(ProposedSentence(ENGLISH[words], (f"t{n}",)) for n, words in enumerate(order.text, 1))
        return Proposal(
            blocks=(ProposedBlock(BlockKind.PARAGRAPH, written),), model=self.name, prompt_sha256="0" * 64
        )


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    """Ida's text, checked and signed by nobody."""
    with town(tmp_path / "newsroom") as pool:
        pool.prepare()
        yield pool


def _sign(pool: Town, dossier: str, *, by: str) -> None:
    judge_all(pool.house, dossier, by=by)
    current = pool.house.dossier(dossier).current
    assert current is not None
    sign_judged(pool.house, dossier, current.content_sha256, by=by)


def _taken_over(pool: Town) -> str:
    """Have Ole order a translation and take it over, checked; the id of its dossier."""
    offer = pool.house.offer(pool.dossier, _Translator(), Task.TRANSLATE, by=pool.ole.id)
    made = pool.house.take_over(pool.dossier, offer, "", by=pool.ole.id)
    pool.house.check(made, by=pool.ole.id)
    return made


def _confirm_all(pool: Town, dossier: str, *, by: str) -> None:
    judge_all(pool.house, dossier, by=by)
    for one in pool.house.review(dossier).sentences:
        pool.house.confirm(dossier, one.key, "Neben dem Original gelesen.", by=by)


def test_a_text_that_is_not_signed_as_it_stands_goes_on_in_no_other_language(pool: Town) -> None:
    refusal = "only while the original is signed as it stands"
    with pytest.raises(Error, match=refusal):
        _taken_over(pool)
    _sign(pool, pool.dossier, by=pool.ute.id)
    offer = pool.house.offer(pool.dossier, _Translator(), Task.TRANSLATE, by=pool.ole.id)
    judge_all(pool.house, pool.dossier, by=pool.ole.id, answer=Answer.NO)  # voids the signature
    with pytest.raises(Error, match=refusal):
        pool.house.take_over(pool.dossier, offer, "", by=pool.ole.id)
    assert [one.id for one in pool.house.dossiers()] == [pool.dossier]


def test_who_wrote_the_original_signs_no_translation_of_it(pool: Town) -> None:
    _sign(pool, pool.dossier, by=pool.ute.id)
    made = _taken_over(pool)
    translated = pool.house.dossier(made)
    assert text_authors(translated) == (pool.ida.id, pool.ole.id)
    assert byline(translated) == ()  # nobody brought an English word into it
    opening = pool.house.entries(made)[0]
    assert decode(encode(opening)) == opening
    _confirm_all(pool, made, by=pool.ole.id)
    assert pool.house.obstacles_to_signing(made, by=pool.ida.id) == (Obstacle.OWN_TEXT,)
    with pytest.raises(Refused):
        _sign(pool, made, by=pool.ida.id)
    _sign(pool, made, by=pool.ute.id)
    pool.house.publish(made, by=pool.ole.id)
    assert verify(pool.house.bundle(made)).passed


def test_the_embargo_of_the_original_holds_the_translation_back(pool: Town) -> None:
    pool.house.set_embargo(pool.dossier, JUNE, "Sperrfrist der Gemeinde", by=pool.ida.id)
    _sign(pool, pool.dossier, by=pool.ute.id)
    made = _taken_over(pool)
    (carried,) = pool.house.dossier(made).embargoes
    assert carried.event == pool.house.dossier(pool.dossier).embargoes[-1].event
    _confirm_all(pool, made, by=pool.ole.id)
    _sign(pool, made, by=pool.ute.id)
    assert pool.house.obstacles_to_publishing(made) == (Obstacle.EMBARGO,)


def test_an_embargo_that_was_lifted_is_not_carried_along(pool: Town) -> None:
    pool.house.set_embargo(pool.dossier, JUNE, "Sperrfrist der Gemeinde", by=pool.ida.id)
    pool.house.lift_embargo(pool.dossier, "Die Gemeinde hat sie aufgehoben.", by=pool.ole.id)
    _sign(pool, pool.dossier, by=pool.ute.id)
    assert pool.house.dossier(_taken_over(pool)).embargoes == ()


def test_a_translated_quotation_is_judged_beside_its_original_first(pool: Town) -> None:
    _sign(pool, pool.dossier, by=pool.ute.id)
    made = _taken_over(pool)
    shown = pool.house.review_for(made, pool.ute.id)
    (hidden,) = (one for one in shown.sentences if one.state is SentenceState.TO_JUDGE)
    assert (hidden.sentence.text, hidden.risks) == (SAID_IN_ENGLISH, (Risk.QUOTATION,))
    assert [passage.text for passage in hidden.sentence.evidence] == [SAID]
    assert pool.house.review_for(made, pool.ida.id).to_judge == 0  # she wrote what it says
    with pytest.raises(Error, match="has to be judged first"):
        pool.house.confirm(made, sentence_key(SAID_IN_ENGLISH), "Stimmt.", by=pool.ute.id)
    _confirm_all(pool, made, by=pool.ole.id)
    assert pool.house.obstacles_to_signing(made, by=pool.ute.id) == (Obstacle.TO_JUDGE,)
    pool.house.judge(made, sentence_key(SAID_IN_ENGLISH), Answer.NO, by=pool.ute.id)
    assert Obstacle.OPEN_SENTENCES in pool.house.obstacles_to_signing(made, by=pool.ute.id)


def test_what_a_person_writes_where_no_source_is_compared_asks_for_no_judging(pool: Town) -> None:
    _sign(pool, pool.dossier, by=pool.ute.id)
    made = _taken_over(pool)
    own = text(DECIDED, "“Nobody asked us before any of this,” said Lena Faber.")
    pool.house.save(made, own, by=pool.ole.id)
    pool.house.check(made, by=pool.ole.id)
    assert pool.house.review_for(made, pool.ute.id).to_judge == 0
