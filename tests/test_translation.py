"""Translations of models that are careful and of models that are not, German to English and back."""

from collections.abc import Sequence

import pytest

from beleg.drafting.proposal import Order, Proposal, ProposedBlock, ProposedSentence, Task
from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.source import Source
from beleg.translation import Translation, translated

DRAFT = Source(
    language="de",
    text=(
        "# Auensee bleibt bis Juni gesperrt\n\n"
        "Das Gesundheitsamt fand am 8. Mai im Wasser 40 Milligramm Ammoniak. „Niemand soll ein Risiko eingehen“, sagte Amtsärztin "
        "Birte Hollmann am Freitag.\n\n"
        "Die Firma habe nichts gewusst, sagte Geschäftsführer Jens Kroll. Der Fahrer war angeblich eingeschlafen. "
        "Verletzt wurde bei dem Unfall niemand."
    ),
)
RIGHT = (
    "Auensee stays closed until June",
    "The health office found 40 milligrams of ammonia in the water on 8 May.",
    "“Nobody should take a risk,” medical officer Birte Hollmann said on Friday.",
    "The company had known nothing, managing director Jens Kroll said.",
    "The driver had allegedly fallen asleep.",
    "Nobody was injured in the accident.",
)
DRAFT_EN = Source(
    language="en",
    text=(
        "The repair of the bridge costs 1.2 million euros. The town had not asked anybody, mayor Tom Reed said. "
        "The contractor allegedly hid a report."
    ),
)
RIGHT_DE = (
    "Die Reparatur der Brücke kostet 1,2 Millionen Euro.",
    "Die Stadt habe niemanden gefragt, sagte Bürgermeister Tom Reed.",
    "Die Baufirma hat angeblich einen Bericht verschwiegen.",
)


class Model:
    """Translates as it is told: a list of sentences for each round."""

    name = "model/1"
    host = "127.0.0.1"
    on_this_machine = True

    def __init__(self, *rounds: Sequence[str]) -> None:
        self.rounds = rounds
        self.orders: list[Order] = []

    def propose(self, order: Order) -> Proposal:
        sentences = self.rounds[min(len(self.orders), len(self.rounds) - 1)]
        self.orders.append(order)
        written = tuple(ProposedSentence(text, (f"t{n}",)) for n, text in enumerate(sentences, 1) if text)
        block = ProposedBlock(BlockKind.PARAGRAPH, written)
        return Proposal(blocks=(block,), model=self.name, prompt_sha256="0" * 64)


def made(*rounds: Sequence[str]) -> Translation:
    return translated(DRAFT, Model(*rounds), language=GERMAN, into=ENGLISH)


def with_(number: int, words: str) -> list[str]:
    return [words if at == number else text for at, text in enumerate(RIGHT)]


def test_a_careful_translation_stands_and_says_what_was_not_checked() -> None:
    model = Model(RIGHT)
    found = translated(DRAFT, model, language=GERMAN, into=ENGLISH)
    assert [one.reasons for one in found.sentences] == [()] * 6
    assert found.content == (
        f"# {RIGHT[0]}\n\n{RIGHT[1]} {RIGHT[2]}\n\n{RIGHT[3]} {RIGHT[4]} {RIGHT[5]}\n\n{found.note}\n"
    )
    assert (
        found.note.startswith("[Translation by model/1: numbers,")
        and "nothing else was checked" in found.note
    )
    assert not found.struck
    (order,) = model.orders
    assert order.task is Task.TRANSLATE and order.text[0] == "Auensee bleibt bis Juni gesperrt"


def test_into_german() -> None:
    found = translated(DRAFT_EN, Model(RIGHT_DE), language=ENGLISH, into=GERMAN)
    assert [one.reasons for one in found.sentences] == [()] * 3
    assert "alles andere wurde nicht geprüft" in found.content


@pytest.mark.parametrize(
    ("number", "wrong", "why"),
    [
        (1, "The health office found 14 milligrams of ammonia in the water on 8 May.", "numbers differ"),
        (1, "The health office found 40 milligrams of ammonia in the water on 9 May.", "dates"),
        (2, "“Nobody should take a risk,” medical officer Bertha Holm said on Friday.", "“Amtsärztin Birte Hollmann” is missing"),
        (2, "Nobody should take a risk, medical officer Birte Hollmann said on Friday.", "quotations"),
        (3, "The company had known nothing about it.", "whose statement"),
        (4, "The driver had fallen asleep.", "reservation (“angeblich”)"),
        (5, "Several people were injured in the accident.", "denies"),
        (5, "Nobody was injured in the accident, see www.auensee-hilfe.com now.", "address"),
        (5, "Nobody was injured, and the town now wants to rebuild the whole road along the lake before next summer comes.", "longer"),
        (0, "Auensee reportedly stays closed until June", "is not in the original"),
    ],
)  # fmt: skip
def test_what_differs_is_no_text(number: int, wrong: str, why: str) -> None:
    found = made(with_(number, wrong))
    assert wrong not in found.content
    assert f"[Not translated: {found.sentences[number].original}]" in found.content
    assert any(why in reason for reason in found.sentences[number].reasons)
    assert [at for at, one in enumerate(found.sentences) if one.reasons] == [number]
    assert len(found.proposals) == 2


@pytest.mark.parametrize(
    ("number", "wrong", "why"),
    [
        (0, "Die Reparatur der Brücke kostet 12 Millionen Euro.", "Zahlen"),
        (1, "Die Stadt hat niemanden gefragt.", "wessen Aussage"),
        (1, "Die Stadt habe alle gefragt, sagte Bürgermeister Tom Reed.", "verneint"),
        (2, "Die Baufirma hat einen Bericht verschwiegen.", "Vorbehalt"),
    ],
)
def test_what_differs_in_german_is_no_text(number: int, wrong: str, why: str) -> None:
    words = [wrong if at == number else text for at, text in enumerate(RIGHT_DE)]
    found = translated(DRAFT_EN, Model(words), language=ENGLISH, into=GERMAN)
    assert wrong not in found.content
    assert any(why in reason for reason in found.sentences[number].reasons)


def test_the_model_may_mend_it_once_and_what_passed_stays() -> None:
    model = Model(with_(4, "The driver had fallen asleep."), with_(1, "Something else."))
    found = translated(DRAFT, model, language=GERMAN, into=ENGLISH)
    assert not found.struck
    assert RIGHT[1] in found.content and RIGHT[4] in found.content
    (complaint,) = model.orders[1].complaints
    assert complaint.wording == ("Der Fahrer war angeblich eingeschlafen.",)


def test_a_sentence_left_out_leaves_a_gap() -> None:
    found = made(with_(5, ""))
    assert "[Not translated: Verletzt wurde bei dem Unfall niemand.]" in found.content


def test_what_cannot_be_translated_is_refused() -> None:
    with pytest.raises(Error, match="already"):
        translated(DRAFT, Model(RIGHT), language=GERMAN, into=GERMAN)
    with pytest.raises(Error, match="nothing was kept"):
        translated(DRAFT, Model([""]), language=GERMAN, into=ENGLISH)
    with pytest.raises(Error, match="no text"):
        translated(Source(text=" "), Model(RIGHT), language=GERMAN, into=ENGLISH)
