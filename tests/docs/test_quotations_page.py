"""The page on quotations: what it says is missed is missed, and its figures are those recorded."""

import re
from pathlib import Path

import pytest

from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.quotation import QuotationKind
from beleg.terms.span import Span
from docs.generator.quotation_figures import with_figures

PAGE = (Path(__file__).parents[2] / "docs" / "quotations.md").read_text("utf-8")
KINDS = {
    "direct": QuotationKind.DIRECT,
    "indirect": QuotationKind.INDIRECT,
    "reported": QuotationKind.REPORTED,
    "free indirect": QuotationKind.FREE_INDIRECT,
    "carried on": QuotationKind.INDIRECT_FREE_INDIRECT,
}
MISSED = [
    (kind, words)
    for kind, words in re.findall(r"^\| ([a-z ]+) \| (.*?\*\*.*?\*\*.*?) \|", PAGE, re.MULTILINE)
    if kind in KINDS
]


def test_there_is_an_example_for_every_kind() -> None:
    assert {kind for kind, _ in MISSED} == set(KINDS)


@pytest.mark.parametrize(("kind", "example"), MISSED)
def test_what_the_page_says_is_missed_is_missed(kind: str, example: str) -> None:
    before, words, after = example.split("**")
    text = before + words + after
    marked = Span(len(before), len(before) + len(words))
    found = [
        part
        for quotation in read(text, language_for("de")).quotations
        if quotation.kind is KINDS[kind]
        for part in quotation.quote
    ]
    assert not any(part.overlaps(marked) for part in found)


def test_the_page_shows_the_recorded_figures() -> None:
    assert with_figures(PAGE) == PAGE
