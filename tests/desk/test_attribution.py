"""Who says a passage, to whom, and through whom."""

import pytest

from beleg.desk.views.attribution import Attribution, said_in_draft, said_in_source
from beleg.desk.wording import Wording, wording
from beleg.newsroom.checking import quotations
from beleg.newsroom.checks_apart import HERE
from beleg.terms.span import Span

GERMAN: Wording = wording("de")


def _source(text: str, words: str) -> tuple[Attribution, ...]:
    start = text.index(words)
    return said_in_source(text, Span(start, start + len(words)), "de", GERMAN)


def test_speaker_form_and_addressee() -> None:
    (said,) = _source("„Die Fähre kommt“, sagte Jana Kern der Rundschau.", "Die Fähre kommt")
    assert said == Attribution(speaker="Jana Kern", how="wörtlich", addressee="der Rundschau", passed_on=())


def test_who_passes_words_on_stands_between_speaker_and_source() -> None:
    (said,) = _source("Laut „Rundschau“ sagte Jana Kern, die Fähre komme im Mai.", "die Fähre komme im Mai")
    assert (said.speaker, said.how) == ("Jana Kern", "sinngemäß")
    assert said.passed_on == ("„Rundschau“",)


def test_nobody_where_the_reader_made_out_no_speaker() -> None:
    assert _source("Die Fähre kommt im Mai. Sie ist blau.", "Die Fähre kommt im Mai.") == ()


def test_a_sentence_of_a_draft_with_its_marks() -> None:
    draft = "# Fähre\n\n**Ein Boot kommt.**\n\nDer [Plan](https://a.example) gilt.\n\n> „Es kommt“, sagte Jana Kern.\n"
    start = draft.index("„Es kommt")
    found = quotations(draft, "de", HERE)
    (said,) = said_in_draft(draft, found, Span(start, draft.index("Kern.") + 5), "de", GERMAN)
    assert said.speaker == "Jana Kern"
    start = draft.index("Der [")
    assert said_in_draft(draft, found, Span(start, start + 10), "de", GERMAN) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "passed_on"),
    [
        ("Der Bau kostet nach Angaben der Stadt rund 28 Millionen Euro.", "Angaben der Stadt", ()),
        ("Laut dem Gutachten des Büros Kray ist die Halle marode.", "laut dem Gutachten des Büros Kray", ()),
        ("Laut Angaben von Rektorin Jana Kern kommt die Fähre.", "Rektorin Jana Kern", ()),
        ("Dem Bericht der „Rundschau“ zufolge kommt sie.", "dem Bericht der „Rundschau“ zufolge", ()),
        ("Ihren Angaben zufolge kommt die Fähre.", "ihren Angaben zufolge", ()),
        (
            "Laut Angaben des Sprechers Udo Behn sagte der Rektor, die Halle sei marode.",
            "der Rektor",
            ("laut Angaben des Sprechers Udo Behn",),
        ),
        (
            "Nach Angaben der Polizei sagte der Fahrer, er sei krank.",
            "der Fahrer",
            ("nach Angaben der Polizei",),
        ),
        (
            "Einem Sprecher zufolge sagte die Rektorin, die Halle komme.",
            "die Rektorin",
            ("einem Sprecher zufolge",),
        ),
        ("Die Fähre komme, sagte der Rektor.", "der Rektor", ()),
    ],
)
def test_who_is_named_in_another_case_is_named_with_the_preposition(
    text: str, speaker: str, passed_on: tuple[str, ...]
) -> None:
    said = _source(text, text)[0]
    assert (said.speaker, said.passed_on) == (speaker, passed_on)
