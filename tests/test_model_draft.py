"""What becomes of the words of models that are right, careless or lying."""

from collections.abc import Sequence

import pytest

from beleg.drafting.material import material
from beleg.drafting.proposal import Order, Proposal, ProposedBlock, ProposedSentence
from beleg.language.de.german import GERMAN
from beleg.model_draft import ModelDraft, model_draft
from beleg.pipeline import check_draft, reading_of
from beleg.terms.brief import Brief
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.revision import Origin
from beleg.terms.source import Source

REPORT = Source(
    title="Auensee bleibt gesperrt",
    publisher="Lindener Tageblatt",
    text=(
        "Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt. Das Gesundheitsamt fand im Wasser Spuren von Ammoniak.\n\n"
        "„Niemand soll ein Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag. "
        "Die Pächter der Imbisse rechnen mit Verlusten von 40.000 Euro."
    ),
)
BRIEF = Brief(language="de")
CLOSED = ProposedSentence("Der Auensee bleibt bis Juni gesperrt.", ("1.1",))
TRACES = ProposedSentence("Im Wasser fand das Gesundheitsamt Spuren von Ammoniak.", ("1.1",))
LOSSES = ProposedSentence("Die Pächter der Imbisse rechnen mit Verlusten von 40.000 Euro.", ("1.2",))
INVENTED = ProposedSentence("Der Bürgermeister hat den See im Mai besucht.", ("1.1",))
CHANGED = ProposedSentence("Die Pächter der Imbisse rechnen mit Verlusten von 90.000 Euro.", ("1.2",))
MISCITED = ProposedSentence("Die Pächter der Imbisse rechnen mit Verlusten von 40.000 Euro.", ("1.1",))
UNCITED = ProposedSentence("Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt.")
WRONG_SPEAKER = ProposedSentence("„Niemand soll ein Risiko eingehen“, sagte Landrat Ole Brandt.", ("1.2",))


class Model:
    """Proposes what it is made with: one list of sentences for each round; remembers what it was told."""

    name = "model/1"
    host = "127.0.0.1"
    on_this_machine = True

    def __init__(self, *rounds: Sequence[ProposedSentence], headline: str = "") -> None:
        self.rounds = list(rounds)
        self.headline = headline
        self.orders: list[Order] = []

    def propose(self, order: Order) -> Proposal:
        sentences = self.rounds[min(len(self.orders), len(self.rounds) - 1)]
        self.orders.append(order)
        blocks = [ProposedBlock(BlockKind.PARAGRAPH, tuple(sentences))]
        if self.headline:
            blocks.insert(0, ProposedBlock(BlockKind.HEADLINE, (ProposedSentence(self.headline),)))
        return Proposal(blocks=tuple(blocks), model=self.name, prompt_sha256="0" * 64)


def made(model: Model) -> ModelDraft:
    drafted = model_draft([REPORT], model, BRIEF)
    report = check_draft(Source(text=drafted.draft.content), [REPORT], language=GERMAN)
    body = [s for s in report.sentences if s.block is BlockKind.PARAGRAPH]
    assert all(sentence.verdict is Verdict.SUPPORTED for sentence in body)
    return drafted


def test_what_the_sources_bear_out_becomes_text() -> None:
    model = Model([CLOSED, TRACES, LOSSES], headline="Auensee bleibt gesperrt")
    drafted = made(model)
    assert (
        drafted.draft.content == f"# Auensee bleibt gesperrt\n\n{CLOSED.text} {TRACES.text} {LOSSES.text}\n"
    )
    assert not drafted.struck
    assert len(model.orders) == len(drafted.proposals) == 1
    assert {one.engine for one in drafted.draft.sentences} == {"model/1"}
    assert drafted.draft.sentences[1].passages[0].text.startswith("Der Auensee bleibt nach dem Chemieunfall")


def test_only_what_the_source_has_word_for_word_may_stand_unread() -> None:
    drafted = made(Model([CLOSED, TRACES, LOSSES], headline="Auensee bleibt gesperrt"))
    found = {one.text: (one.to_read, one.origin) for one in drafted.draft.sentences}
    assert found == {
        "Auensee bleibt gesperrt": (True, Origin.MACHINE),
        CLOSED.text: (True, Origin.MACHINE),
        TRACES.text: (True, Origin.MACHINE),
        LOSSES.text: (False, Origin.SOURCE),
    }


@pytest.mark.parametrize(
    "lie", [INVENTED, CHANGED, MISCITED, UNCITED, WRONG_SPEAKER], ids=lambda lie: lie.text
)
def test_what_they_do_not_is_struck_and_said_why(lie: ProposedSentence) -> None:
    drafted = made(Model([CLOSED, lie, TRACES]))
    assert lie.text not in drafted.draft.content
    (struck,) = drafted.struck
    assert struck.text == lie.text and struck.reasons
    assert len(drafted.proposals) == 2


def test_the_model_is_told_once_what_was_wrong_and_may_mend_it() -> None:
    model = Model([CLOSED, CHANGED], [CLOSED, LOSSES])
    drafted = made(model)
    assert LOSSES.text in drafted.draft.content
    assert not drafted.struck
    (complaint,) = model.orders[1].complaints
    assert complaint.sentence == CHANGED.text
    assert any("40.000" in reason for reason in complaint.reasons)
    assert any("40.000" in words for words in complaint.wording)


def test_a_worse_second_round_does_not_replace_the_first() -> None:
    drafted = made(Model([CLOSED, TRACES, CHANGED], [CHANGED, LOSSES]))
    assert CLOSED.text in drafted.draft.content and TRACES.text in drafted.draft.content
    assert [one.text for one in drafted.struck] == [CHANGED.text]


def test_a_headline_that_says_more_than_the_text_is_struck() -> None:
    drafted = made(Model([CLOSED, TRACES], headline="Drei Tote am Auensee"))
    assert not drafted.draft.content.startswith("#")
    assert [one.text for one in drafted.struck] == ["Drei Tote am Auensee"]


@pytest.mark.parametrize(
    "words",
    [
        "Der Auensee bleibt bis Juni gesperrt (https://gewinn.example/jetzt).",
        "Der Auensee bleibt bis Juni gesperrt, mehr auf www.auensee-tickets.com.",
        "Der Auensee bleibt bis Juni gesperrt, Fragen an info@auensee.example.",
    ],
)
def test_an_address_that_no_source_has_is_struck(words: str) -> None:
    drafted = made(Model([TRACES, ProposedSentence(words, ("1.1",))]))
    assert drafted.draft.content == f"{TRACES.text}\n"
    assert any("Adresse" in reason for one in drafted.struck for reason in one.reasons)


def test_a_sentence_cannot_become_a_headline_by_its_marks() -> None:
    marked = ProposedSentence("# - Der Auensee bleibt\nbis Juni gesperrt.", ("1.1",))
    assert made(Model([marked, TRACES])).draft.content == f"{CLOSED.text} {TRACES.text}\n"


def test_where_nothing_is_borne_out_nothing_is_kept() -> None:
    with pytest.raises(Error, match="nothing was kept"):
        model_draft([REPORT], Model([INVENTED]), BRIEF)
    with pytest.raises(Error, match="does not read"):
        model_draft([REPORT], Model([CLOSED]), Brief(language="fr"))


def test_passages_are_whole_sentences_and_slice_back() -> None:
    given = material([REPORT], [reading_of(REPORT, GERMAN)])
    assert list(given.passages) == ["1.1", "1.2"]
    for passage in given.passages.values():
        assert REPORT.text[passage.start : passage.end] == passage.text
    assert given.names == {"1": "Lindener Tageblatt, Auensee bleibt gesperrt"}
    assert given.left_out == 0


def test_no_source_is_left_out_for_the_length_of_another() -> None:
    long = Source(text="\n\n".join(f"Der Rat tagte im Jahr {year} in Auen." for year in range(1900, 2000)))
    sources = [long, REPORT]
    given = material(sources, [reading_of(source, GERMAN) for source in sources], most=700)
    assert given.characters <= 700
    assert {label.partition(".")[0] for label in given.passages} == {"1", "2"}
    assert given.left_out > 0


@pytest.mark.parametrize(
    "added",
    [
        "<b",
        " mehr auf Wetten.top/jetzt",
        " 203.0.113.9",
        " [See](//x)",
        " a\u200bb",
        " Link](x",
        " <img src=x>",
    ],
)
def test_marks_addresses_and_unseen_characters_are_struck(added: str) -> None:
    words = f"{LOSSES.text.removesuffix('.')}{added}."
    drafted = made(Model([CLOSED, ProposedSentence(words, ("1.2",))]))
    assert [one.text for one in drafted.struck] == [words]
    assert words not in drafted.draft.content


def test_no_more_sentences_than_ordered() -> None:
    drafted = model_draft(
        [REPORT],
        Model([CLOSED, TRACES, LOSSES], headline="Auensee bleibt gesperrt"),
        Brief(language="de", sentences=2),
    )
    assert LOSSES.text not in drafted.draft.content
    assert TRACES.text in drafted.draft.content


def test_labels_that_bear_nothing_are_not_recorded() -> None:
    sprayed = ProposedSentence(LOSSES.text, ("1.1", "1.2"))
    drafted = made(Model([CLOSED, sprayed]))
    assert [[p.text[:10] for p in one.passages] for one in drafted.draft.sentences] == [
        ["Der Auense"],
        ["„Niemand s"],
    ]


def test_a_sentence_is_struck_where_it_stands_and_not_for_its_words() -> None:
    drafted = made(Model([LOSSES, MISCITED]))
    assert [one.text for one in drafted.struck] == [MISCITED.text]
    assert drafted.draft.content.count(LOSSES.text) == 1
