"""Slots: which word of its sentence a name depends on."""

import pytest

from beleg.evidence.slots import firm_slots, loose_slots
from beleg.language.de.german import GERMAN
from beleg.text.tokens import tokenize


def _slots(text: str, name: str) -> tuple[set[str], set[str]]:
    tokens = tokenize(text)
    among = GERMAN.mentions(tokens)
    mention = next(one for one in among if one.span.of(text) == name)
    return firm_slots(mention, among, tokens, GERMAN), loose_slots(mention, tokens, GERMAN)


@pytest.mark.parametrize(
    ("one", "name", "other", "rival"),
    [
        (
            "Es ermittelt die Staatsanwaltschaft Kassel.",
            "Kassel",
            "Die Staatsanwaltschaft Fulda ermittelt.",
            "Fulda",
        ),
        (
            "Vor italienischen Gästen sang er.",
            "italienischen",
            "Er sang vor französischen Gästen.",
            "französischen",
        ),
        ("Das folgt US-Modellen.", "US-Modellen", "Das folgt skandinavischen Modellen.", "skandinavischen"),
        (
            "Nach dem Treffen mit Landrat Peter Brandis",
            "Peter Brandis",
            "Treffen mit Anna Weber",
            "Anna Weber",
        ),
        ("Der Rat lobte Ole Thoms (SPD).", "SPD", "Ole Thoms (CDU) ging.", "CDU"),
        (
            "Ole Thoms, der Leiter der Bauaufsicht, ging.",
            "Ole Thoms",
            "Da ging Jens Kroll, der Leiter der Bauaufsicht.",
            "Jens Kroll",
        ),
        ("Neben Japan und Norwegen tagte er.", "Japan", "China und Norwegen tagten.", "China"),
    ],
)
def test_two_names_in_the_same_slot(one: str, name: str, other: str, rival: str) -> None:
    assert _slots(one, name)[0] & _slots(other, rival)[0]


def test_a_preposition_alone_is_a_loose_slot() -> None:
    firm, loose = _slots("Für Bremen hat er gerechnet.", "Bremen")
    other_firm, other_loose = _slots("Gerechnet hat das Werk für Lübeck.", "Lübeck")
    assert not firm & other_firm
    assert loose & other_loose
