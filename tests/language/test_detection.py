"""Which language a text is in."""

import pytest

from beleg.language.detection import detect
from beleg.language.registry import language_for


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Rat hat die Sanierung der Brücke beschlossen, und die Arbeiten beginnen im Mai.", "de"),
        ("Bürgermeisterin tritt nach der Wahl zurück", "de"),
        ("The council has approved the repair of the bridge, and work will begin in May.", "en"),
        ("Le conseil a approuvé la réparation du pont et les travaux commenceront en mai.", ""),
        ("De raad heeft het herstel van de brug goedgekeurd en het werk begint in mei.", ""),
        ("", ""),
        ("12 34 56", ""),
        ("Hagenried", ""),
    ],
)
def test_detect(text: str, code: str) -> None:
    assert detect(text) == code


def test_the_decomposed_form_is_read_alike() -> None:
    assert (
        detect("Fu\u0308r die Bru\u0308cke fehlt das Geld, und u\u0308ber den Plan wird nicht geredet.")
        == "de"
    )


def test_languages_by_code() -> None:
    for code in ("de", "DE", "de-AT", "de_CH"):
        language = language_for(code)
        assert language is not None
        assert language.code == "de"
    english = language_for("en-GB")
    assert english is not None
    assert english.code == "en"
    assert language_for("fr") is None
    assert language_for("") is None
