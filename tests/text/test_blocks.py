"""Blocks of Beleg's Markdown and of plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.terms.reading import BlockKind
from beleg.text.blocks import blocks


def read(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in blocks(text)]


def test_headline_subhead_items_and_paragraphs() -> None:
    text = "# Brücke bleibt zu\n\nDer Rat tagte.\nEr beriet lange.\n\n## Kosten\n- drei Angebote\n* zwei Absagen\n\nEnde.\n"
    assert read(text) == [
        ("headline", "Brücke bleibt zu"),
        ("paragraph", "Der Rat tagte.\nEr beriet lange."),
        ("subhead", "Kosten"),
        ("item", "drei Angebote"),
        ("item", "zwei Absagen"),
        ("paragraph", "Ende."),
    ]


def test_a_second_headline_is_a_subhead() -> None:
    assert read("# Eins\n\n# Zwei\n\n### Drei") == [
        ("headline", "Eins"),
        ("subhead", "Zwei"),
        ("subhead", "Drei"),
    ]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert read("\n\nDer Rat tagte.\nDas Geld reicht.\n\n") == [
        ("paragraph", "Der Rat tagte."),
        ("paragraph", "Das Geld reicht."),
    ]


def test_windows_line_ends_divide_like_others() -> None:
    assert read("# A\r\n\r\nEins\r\nzwei.\r\n\r\nDrei.") == [
        ("headline", "A"),
        ("paragraph", "Eins\r\nzwei."),
        ("paragraph", "Drei."),
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\r\n\r\n", "\u2028"])
def test_white_space_has_no_blocks(text: str) -> None:
    assert blocks(text) == ()


@pytest.mark.parametrize("text", ["#Hashtag ist kein Titel", "-5 Grad am Morgen", "*betont*"])
def test_marks_without_a_blank_are_text(text: str) -> None:
    assert [block.kind for block in blocks(text)] == [BlockKind.PARAGRAPH]


@given(st.text(alphabet="# -*•\n\r\tAbü\u0308🙂.", max_size=80))
def test_blocks_are_in_order_trimmed_and_leave_out_only_marks(text: str) -> None:
    found = blocks(text)
    at = 0
    for block in found:
        words = text[block.start : block.end]
        assert at <= block.start < block.end
        assert words == words.strip()
        assert not text[at : block.start].strip("#-*• \t\n\r")
        at = block.end
    assert not text[at:].strip("#-*• \t\n\r")
