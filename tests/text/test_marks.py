"""Which quotation mark belongs to which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.text.blocks import blocks
from beleg.text.marks import Marking, quotation_marks


def marking(text: str) -> Marking:
    return quotation_marks(text, blocks(text))


def words(text: str) -> list[list[str]]:
    return [[part.of(text) for part in marked.parts] for marked in marking(text).marked]


@pytest.mark.parametrize(
    "text",
    [
        "„Ja“",
        "„Ja”",
        '„Ja"',
        "»Ja«",
        "«Ja»",
        "« Ja »",
        "“Ja”",
        "“Ja“",
        "”Ja”",
        '"Ja"',
        "‚Ja‘",
        "‘Ja’",
        "›Ja‹",
        "‹Ja›",
        "'Ja'",
    ],
)
def test_every_kind_of_mark(text: str) -> None:
    assert words(f"Sie rief {text}, und ging.") == [["Ja"]]
    assert marking(f"Sie rief {text}, und ging.").unpaired == ()


def test_a_quotation_in_a_quotation() -> None:
    assert words("„Er rief ‚Halt!‘ und lief“") == [["Er rief ‚Halt!‘ und lief"], ["Halt!"]]
    assert words('"Er rief "Halt!" und lief"') == [['Er rief "Halt!" und lief'], ["Halt!"]]
    assert words("„Er rief: „Halt!“ und lief“") == [["Er rief: „Halt!“ und lief"], ["Halt!"]]


def test_apostrophes_are_no_marks() -> None:
    text = "It’s the workers’ day, isn't it? Hans' Haus, Rock 'n' Roll"
    assert marking(text) == Marking((), ())


def test_inches_are_no_marks() -> None:
    assert marking('Ein Rohr von 5" Weite.') == Marking((), ())


def test_the_opening_mark_repeated_at_each_paragraph() -> None:
    assert words("„Erstens.\n\n„Zweitens.\n\n„Drittens.“ So war es.") == [
        ["Erstens.", "Zweitens.", "Drittens."]
    ]


def test_a_quotation_over_two_paragraphs_without_a_repeated_mark() -> None:
    assert words("Sie sagte: „Erstens.\n\nZweitens.“") == [["Erstens.", "Zweitens."]]


def test_a_mark_without_partner_opens_nothing() -> None:
    text = "„Das ist offen, sagte er.\n\nDie „Post“ schwieg."
    assert words(text) == [["Post"]]
    assert marking(text).unpaired == (0,)
    assert marking("Das ist zu“, sagte er.").unpaired == (10,)


def test_a_headline_keeps_its_marks_to_itself() -> None:
    text = "# „Offen\n\nDas ist zu“, sagte er."
    assert words(text) == []
    assert len(marking(text).unpaired) == 2


@given(st.text(alphabet="„“”\"»«‚‘’'‹› aB.\n1", max_size=60))
def test_marks_pair_without_crossing(text: str) -> None:
    found = marking(text)
    spans = [(marked.start, marked.end) for marked in found.marked]
    for start, end in spans:
        assert not any(start < other < end < other_end for other, other_end in spans)
    assert all(text[at] in '„“”"»«‹›' for at in found.unpaired)
    assert all(
        marked.start < part.start <= part.end < marked.end for marked in found.marked for part in marked.parts
    )
