"""What the review remembers of a sentence, with the real checks and sources that come in one after another."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.terms.review import SentenceState
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, INVENTED, SAID, Town, report, text, town

KIOSK = "Ein Kiosk verkauft am Eingang Eis und Limonade."
POSTERS = "Kinder aus Oberlauen wollen für die Wiedereröffnung bunte Plakate malen."


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def _states(pool: Town) -> dict[str, SentenceState]:
    return {each.sentence.text: each.state for each in pool.house.review(pool.dossier).sentences}


def _decide(pool: Town) -> None:
    """Decide everything that is open, as Ute."""
    for found in pool.house.review(pool.dossier).findings:
        if found.finding.check != "unsupported_sentence":
            pool.house.dismiss(pool.dossier, found.key, "Beim Verein nachgefragt.", by=pool.ute.id)
    for each in pool.house.review(pool.dossier).sentences:
        if each.state in (SentenceState.OPEN, SentenceState.REOPENED):
            pool.house.confirm(pool.dossier, each.key, "Am Becken gestanden.", by=pool.ute.id)


def test_moving_a_sentence_and_changing_its_neighbours_leaves_it_confirmed(pool: Town) -> None:
    pool.prepare(text(DECIDED, KIOSK, COSTS))
    _decide(pool)
    assert _states(pool)[KIOSK] is SentenceState.CONFIRMED
    pool.write(text(KIOSK, SAID, COSTS.replace("sollen", "werden"), INVENTED))
    assert _states(pool)[KIOSK] is SentenceState.CONFIRMED
    assert _states(pool)[INVENTED] is SentenceState.OPEN


def test_a_source_that_speaks_of_it_opens_it_again_and_leaves_the_others(pool: Town) -> None:
    pool.prepare(text(DECIDED, KIOSK, INVENTED))
    _decide(pool)
    assert {_states(pool)[KIOSK], _states(pool)[INVENTED]} == {SentenceState.CONFIRMED}
    pool.house.take_in(pool.dossier, [report(POSTERS, "schule.txt")], by=pool.ida.id)
    pool.house.check(pool.dossier, by=pool.ida.id)
    states = _states(pool)
    assert (states[INVENTED], states[KIOSK]) == (SentenceState.REOPENED, SentenceState.CONFIRMED)


def test_after_a_signature_only_the_sentences_that_were_touched_are_open(pool: Town) -> None:
    content = pool.prepare(text(DECIDED, KIOSK, COSTS, INVENTED))
    _decide(pool)
    sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
    pool.write(text(DECIDED, INVENTED, KIOSK, COSTS.replace("sollen", "werden")))
    states = _states(pool)
    assert [sentence for sentence, state in states.items() if state is SentenceState.REOPENED] == [
        COSTS.replace("sollen", "werden")
    ]
    assert {states[KIOSK], states[INVENTED]} == {SentenceState.CONFIRMED}
    assert pool.house.sign_off_in_force(pool.dossier) is None
