"""Which of several constructions a sentence is read with, and what spoke for it."""

import pytest

from beleg.reading.selection import WEIGHTS
from tests.reading.reading import Words, quotations, reading


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("In einem Brief, der gestern kam, sagte Kern, das Geld fehle.", ("das Geld fehle",), "leading_frame"),
        ("Sollte es regnen, sagte Kern, man werde drinnen feiern.", ("man werde drinnen feiern",), "leading_frame"),
        ("Das Geld fehle, sagte Kern, und der Bau ruhe.", ("Das Geld fehle", "und der Bau ruhe"), "trailing_frame"),
    ],
)  # fmt: skip
def test_a_frame_after_its_content_needs_a_clause_before_it(
    text: str, content: tuple[str, ...], rule: str
) -> None:
    assert quotations(text) == [Words("indirect", content, "Kern")]
    why = reading(text).quotations[0].why
    assert why and why.rule == rule


def test_the_points_are_those_of_the_table() -> None:
    text = "In einem Brief, der gestern kam, sagte Kern, das Geld fehle."
    why = reading(text).quotations[0].why
    assert why and why.points
    assert all(WEIGHTS[one.reason] == one.weight for one in why.points)


def test_without_a_choice_there_are_no_points() -> None:
    why = reading("Kern sagte, das Geld fehle.").quotations[0].why
    assert why and why.points == ()
