"""Headlines and teasers for drafts of our own, from the draft, from titles, and from models that lie."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from beleg.drafting.proposal import Order, Proposal, ProposedBlock, ProposedSentence, Task
from beleg.drafting.titles import headlines
from beleg.headlines import Made, Variants, model_variants, variants
from beleg.language.de.german import GERMAN
from beleg.language.en.english import ENGLISH
from beleg.pipeline import check_draft, reading_of
from beleg.terms.finding import Severity
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.source import Source

TEXT = (
    "Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt. Das Gesundheitsamt fand am Montag im Wasser Spuren von Ammoniak. "
    "„Niemand soll ein Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag. Hollmann kündigte weitere Proben an. Der Tankwagen war am "
    "Mittwoch in einer Kurve umgestürzt."
)
REPORT = Source(
    text=TEXT,
    title="Auensee gesperrt: Ammoniak im Wasser",
    publisher="Lindener Tageblatt",
    media_type="text/html",
)
LURID = Source(text=TEXT, title="94 Tote am Auensee", publisher="Krawallblatt", media_type="text/html")
DRAFT = Source(text=f"# Badeverbot\n\n{TEXT}\n")


def passes(headline: str) -> bool:
    report = check_draft(Source(text=f"# {headline}\n\n{TEXT}"), [REPORT], language=GERMAN)
    return all(
        finding.severity is Severity.NOTICE
        for sentence in report.sentences
        if sentence.block is BlockKind.HEADLINE
        for finding in sentence.findings
    )


def test_what_is_offered_passes_and_differs() -> None:
    found = variants(DRAFT, [REPORT, LURID], language=GERMAN)
    offered = [one.text for one in found.headlines]
    assert 3 <= len(offered) <= 5 and len(set(offered)) == len(offered)
    assert "Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt" in offered
    assert "94 Tote am Auensee" not in offered
    assert all(map(passes, offered))
    assert 1 <= len(found.teasers) <= 3
    assert all(one.text in TEXT for one in found.teasers)


def test_a_title_says_whose_it_is() -> None:
    short = Source(text="Der Auensee bleibt bis Juni gesperrt. Im Wasser war Ammoniak.")
    found = variants(short, [REPORT], language=GERMAN)
    titles = [one for one in found.headlines if one.made is Made.TITLE]
    assert [(one.text, one.source) for one in titles] == [(REPORT.title, REPORT.id)]
    typed = variants(short, [replace(REPORT, media_type="text/plain")], language=GERMAN)
    assert not [one for one in typed.headlines if one.made is Made.TITLE], "a label that somebody typed"


def test_a_sentence_that_leans_on_another_is_no_headline() -> None:
    found = variants(DRAFT, [REPORT], language=GERMAN)
    everything = [one.text for one in (*found.headlines, *found.teasers)]
    assert not [text for text in everything if text.startswith("Hollmann")]


def test_what_points_back_is_no_headline() -> None:
    text = "Einer davon leitete das Bad in Auen. Der Rat von Auen beschloss den Abriss."
    reading = reading_of(Source(text=text, language="de"), GERMAN)
    assert list(headlines(reading, GERMAN)) == ["Der Rat von Auen beschloss den Abriss"]


@pytest.mark.parametrize(
    ("sentence", "headline"),
    [
        ("Der Rat beschloss den Abriss des Bades am Montag.", "Der Rat beschloss den Abriss des Bades"),
        ("Ein Zug ist am Sonntag in Lindenau entgleist.", "Ein Zug ist in Lindenau entgleist"),
        ("Der Rat (24 Sitze) beschloss den Abriss des Bades.", "Der Rat beschloss den Abriss des Bades"),
        ("Der Rat beschloss den Abriss des Bades nicht am Montag.", None),
        ("Das Bad in Auen öffnet erst am Montag.", None),
        ("Der Rat tagt im Bad am Montag und am Dienstag.", None),
        ("„Das Bad öffnet am Montag“, sagte Kämmerer Jens Kroll.", None),
    ],
)
def test_what_a_headline_can_do_without(sentence: str, headline: str | None) -> None:
    reading = reading_of(Source(text=sentence, language="de"), GERMAN)
    assert next(headlines(reading, GERMAN)) == (headline or sentence.removesuffix("."))


def test_english() -> None:
    text = "The council of Millbrook approved the new bridge on Monday. “It will hold for fifty years,” said engineer Claire Holt."
    found = variants(Source(text=text), [Source(text=text, language="en")], language=ENGLISH)
    assert found.headlines[0].text == "The council of Millbrook approved the new bridge"


class Model:
    """Proposes headlines and teasers, and others when it may try again."""

    name = "model/1"
    host = "127.0.0.1"
    on_this_machine = True

    def __init__(self, first: Sequence[str], second: Sequence[str], teasers: Sequence[str]) -> None:
        self.answers = {False: first, True: second}
        self.teasers = teasers
        self.orders: list[Order] = []

    def propose(self, order: Order) -> Proposal:
        self.orders.append(order)
        headline = order.task is Task.HEADLINES
        words = self.answers[bool(order.complaints)] if headline else self.teasers
        blocks = tuple(
            ProposedBlock(BlockKind.PARAGRAPH, (ProposedSentence(text, ("1.1",)),)) for text in words
        )
        return Proposal(blocks=blocks, model=self.name, prompt_sha256="0" * 64)


def proposed(model: Model) -> Variants:
    return model_variants(DRAFT, [REPORT], model, language=GERMAN)


def test_a_model_may_propose_and_mend() -> None:
    good, better = "Auensee bleibt bis Juni gesperrt", "Spuren von Ammoniak im Auensee gefunden"
    model = Model(
        [good, "Auensee bleibt bis Oktober gesperrt"],
        [f"# {better}."],
        [TEXT.split(". ", maxsplit=1)[0] + "."],
    )
    found = proposed(model)
    assert [(one.text, one.made) for one in found.headlines] == [(good, Made.MODEL), (better, Made.MODEL)]
    assert len(found.teasers) == 1 and not found.struck
    assert model.orders[1].complaints[0].sentence == "Auensee bleibt bis Oktober gesperrt"
    assert model.orders[0].text[0].startswith("Der Auensee")


@pytest.mark.parametrize(
    "lie",
    [
        "94 Tote am Auensee",
        "Bürgermeister Ole Brandt sperrt Auensee",
        "Auensee gesperrt, mehr auf www.auensee-tickets.com",
        "Anwohner wütend über heimliche Absprachen",
    ],
)
def test_a_model_that_lies_is_struck(lie: str) -> None:
    found = proposed(Model([lie], [lie], [f"{lie}."]))
    assert not found.headlines and not found.teasers
    assert {one.text.removesuffix(".") for one in found.struck} == {lie}
    assert all(one.reasons for one in found.struck)


def test_a_draft_without_text_is_refused() -> None:
    with pytest.raises(Error, match="no text"):
        variants(Source(text="# Badeverbot"), [REPORT], language=GERMAN)
