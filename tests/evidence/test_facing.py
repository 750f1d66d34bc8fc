"""Words that say the opposite of each other beside the same word."""

import pytest

from beleg.evidence.clauses import Stated, stated
from beleg.evidence.facing import faced
from beleg.language.en.english import ENGLISH
from beleg.language.opposites import opposites
from beleg.reading import read


def _stated(text: str) -> Stated:
    reading = read(text, ENGLISH)
    return stated(reading.sentences[0], reading.quotations, ENGLISH)


def _faced(draft: str, passage: str, *others: str) -> list[str]:
    found = faced(
        _stated(draft),
        [_stated(passage)],
        lambda: [_stated(other) for other in others],
        opposites("en"),
        ENGLISH,
    )
    return [one.word for one in found]


@pytest.mark.parametrize(
    ("draft", "passage", "word"),
    [
        ("The mill reported lower profits.", "Higher profits were reported.", "Higher"),
        ("Visits were down 12 percent.", "Visits were up by 12 percent.", "up"),
        ("The ferry leaves before the tour.", "The ferry leaves after the tour.", "after"),
        ("She sells low-quality flour.", "The mill sells high-quality flour.", "high-quality"),
        ("The ticket does not include the ferry.", "It includes the ferry.", "includes"),
    ],
)
def test_the_opposite_beside_the_same_word(draft: str, passage: str, word: str) -> None:
    assert _faced(draft, passage) == [word]


@pytest.mark.parametrize(
    ("draft", "passage"),
    [
        ("Bakers report higher prices.", "Higher prices for wheat, lower prices for maize."),
        ("Higher prices for wheat, lower prices for maize.", "Bakers report lower prices."),
        ("Profits rose by 4 percent.", "Profits were up 4 percent."),
        ("Fees rose in 2021.", "Rents fell in 2021."),
        ("Prices did not rise sharply.", "Prices fell sharply."),
        ("The bridge is not open to lorries.", "The bridge is closed, it may open in May."),
        ("The mill may not sell flour.", "The mill can sell flour, but no bread."),
    ],
)
def test_who_contradicts_nobody(draft: str, passage: str) -> None:
    assert _faced(draft, passage) == []


def test_another_sentence_may_say_it_as_the_draft_does() -> None:
    assert (
        _faced("Bakers report higher prices.", "Lower prices were seen.", "Higher prices came later.") == []
    )
