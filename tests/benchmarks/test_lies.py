"""The suite of lies measures what it says, and a lying endpoint gets none of them into a draft as plain text."""

import pytest

from beleg.model_draft import model_draft
from beleg.models.endpoint import Endpoint
from beleg.models.language_model import LanguageModel
from beleg.terms.brief import Brief
from benchmarks.lies import CASES, UNTUNED, Fate, Told, fate, told
from tests.models.chat_server import Heard, Reply, article, serving

DOSSIERS = [*told(CASES), *told(UNTUNED)]


def test_there_are_lies_of_many_kinds_and_no_sentence_is_both() -> None:
    lies = [lie for dossier in DOSSIERS for lie in dossier.lies]
    true = [text for dossier in DOSSIERS for text in (*dossier.true, dossier.anchor)]
    assert len(lies) >= 240 and len({lie.kind for lie in lies}) >= 30
    assert len(true) >= 100
    assert len({lie.text for lie in lies}) == len(lies)
    assert not {lie.text for lie in lies} & set(true)
    assert {dossier.language for dossier in DOSSIERS} == {"de", "en"}


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda one: f"{one.name}-{one.language}")
def test_the_anchor_stands(dossier: Told) -> None:
    assert fate(dossier.anchor, dossier) is not Fate.STRUCK


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda one: f"{one.name}-{one.language}")
def test_all_lies_of_a_dossier_at_once_over_http(dossier: Told) -> None:
    def answer(heard: Heard) -> Reply:
        labels = list(heard.data["passages"])
        return Reply(article((dossier.anchor, labels), *((lie.text, labels) for lie in dossier.lies)))

    with serving(answer) as server:
        model = LanguageModel(Endpoint(address=server.address), "liar-1")
        brief = Brief(language=dossier.language, sentences=60)
        made = model_draft(dossier.sources, model, brief)
    assert len(server.heard) == 2
    assert {one.text for one in made.draft.sentences if not one.to_read} <= {dossier.anchor}
    assert len(made.draft.sentences) + len(made.struck) == 1 + len(dossier.lies)
    assert all(struck.reasons for struck in made.struck)


def test_word_for_word_is_plain_and_other_words_are_not() -> None:
    ferry = next(one for one in told(UNTUNED) if one.name == "ferry")
    assert fate("Eine einfache Fahrt kostet weiterhin 3,50 Euro.", ferry) is Fate.PLAIN
    assert fate("Weiterhin kostet eine einfache Fahrt 3,50 Euro.", ferry) is Fate.FLAGGED
    assert fate("Eine einfache Fahrt kostet weiterhin 5,30 Euro.", ferry) is Fate.STRUCK
