"""The whole path with a real language model; `make model-test` builds and starts one, other runs skip it.

Not its quality is looked at, which is poor for a small one, but that what it writes becomes text only as far as the
sources bear it out, whatever it writes.
"""

import os

import pytest

from beleg.drafting.proposal import NoProposalError
from beleg.language.de.german import GERMAN
from beleg.model_draft import model_draft
from beleg.models.endpoint import Endpoint
from beleg.models.language_model import LanguageModel
from beleg.pipeline import check_draft
from beleg.terms.brief import Brief
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.source import Source

ENDPOINT = os.environ.get("BELEG_MODEL_ENDPOINT", "")
SOURCE = Source(
    title="Auensee bleibt gesperrt",
    publisher="Lindener Tageblatt",
    text=(
        "Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt. Das Gesundheitsamt fand im Wasser Spuren von Ammoniak.\n\n"
        "„Niemand soll ein Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag."
    ),
)


@pytest.mark.skipif(not ENDPOINT, reason="no language model; `make model-test` starts one")
def test_a_real_model_puts_nothing_into_a_draft_that_the_sources_do_not_say() -> None:
    model = LanguageModel(Endpoint(address=ENDPOINT), "small", deadline=600, patience=600)
    try:
        made = model_draft([SOURCE], model, Brief(language="de", sentences=3))
    except (NoProposalError, Error) as refused:
        print(f"refused: {refused}")
        assert str(refused).endswith(".")
        return
    print(made.draft.content, *(f"struck: {one.text} {one.reasons}" for one in made.struck), sep="\n")
    report = check_draft(Source(text=made.draft.content), [SOURCE], language=GERMAN)
    body = [sentence for sentence in report.sentences if sentence.block is BlockKind.PARAGRAPH]
    assert body and all(sentence.verdict is Verdict.SUPPORTED for sentence in body)
    assert made.proposals[0].tokens_in > 0
