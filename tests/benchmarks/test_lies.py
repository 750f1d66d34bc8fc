"""The suite of lies measures what it says, and a lying endpoint gets none of them into a draft."""

import pytest

from beleg.model_draft import model_draft
from beleg.models.endpoint import Endpoint
from beleg.models.language_model import LanguageModel
from beleg.terms.brief import Brief
from benchmarks.lies import Told, stands, told
from tests.models.chat_server import Heard, Reply, article, serving

DOSSIERS = told()


def test_there_are_lies_of_many_kinds_and_no_sentence_is_both() -> None:
    lies = [lie for dossier in DOSSIERS for lie in dossier.lies]
    true = [text for dossier in DOSSIERS for text in (*dossier.true, dossier.anchor)]
    assert len(lies) >= 60 and len({lie.kind for lie in lies}) >= 12
    assert len(true) >= 30
    assert len({lie.text for lie in lies}) == len(lies)
    assert not {lie.text for lie in lies} & set(true)
    assert {dossier.language for dossier in DOSSIERS} == {"de", "en"}


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda one: one.name)
def test_the_anchor_stands(dossier: Told) -> None:
    assert stands(dossier.anchor, dossier)


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda one: one.name)
def test_all_lies_of_a_dossier_at_once_over_http(dossier: Told) -> None:
    def answer(heard: Heard) -> Reply:
        labels = list(heard.data["passages"])
        lies = [(lie.text, labels) for lie in dossier.lies if not stands(lie.text, dossier)]
        return Reply(article((dossier.anchor, labels), *lies))

    with serving(answer) as server:
        model = LanguageModel(Endpoint(address=server.address), "liar-1")
        brief = Brief(language=dossier.language, sentences=60)
        made = model_draft(dossier.sources, model, brief)
    assert len(server.heard) == 2
    assert made.draft.content.strip() == dossier.anchor
    assert all(struck.reasons for struck in made.struck)
