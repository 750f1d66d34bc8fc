"""Digits without end: codes, or somebody's joke. They count nothing, and no text may break on them."""

import pytest

from beleg import check
from beleg.language.numeral import MOST_DIGITS, plain_value
from beleg.language.registry import language_for
from beleg.text.tokens import tokenize

RUNS = ("1" * 19, "1" * 400, "1" * 5000, "0" * 400, "111." * 200 + "111", "1." * 200 + "5")
FRAMES = {
    "de": (
        "Die Stadt zahlt {} Euro.",
        "Der Rat tagte am {}. Mai 2024.",
        "Das Spiel endete {}:{}.",
        "In den Jahren 2010 bis {} war es so.",
        "Rund {} Millionen Euro fehlen, {} Prozent stimmten zu.",
        "Um {}.{} Uhr kamen {} von {} Leuten.",
    ),
    "en": (
        "The city pays {} euros.",
        "It was the {}th time on May {}, 2024.",
        "About ${} million, {}bn dollars and {} per cent.",
        "It ended {}-{} at {}:{} pm.",
    ),
}


@pytest.mark.parametrize("language", FRAMES)
def test_a_text_with_digits_without_end_is_checked(language: str) -> None:
    for frame in FRAMES[language]:
        for digits in RUNS:
            long, short = frame.replace("{}", digits), frame.replace("{}", "5")
            for draft, source in ((long, short), (short, long)):
                assert check(draft, [source], language=language).sentences


def test_the_largest_whole_number_is_read_and_a_longer_code_is_none() -> None:
    assert plain_value("9" * MOST_DIGITS) == float("9" * MOST_DIGITS)
    assert plain_value("9" * (MOST_DIGITS + 1)) is None
    assert plain_value("1234.5") == 1234.5
    german = language_for("de")
    assert german is not None
    assert [q.value for q in german.quantities(tokenize(f"Konto {'4' * 22}, gezahlt 5 Euro."))] == [5]
