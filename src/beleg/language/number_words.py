"""Number words: words that hold a number with its unit, as "halbstündig", "34-jährige", "100-Meter-Lauf" do."""

import re

from beleg.language.counting_words import CountingWords
from beleg.language.numeral import Numerals, step_of
from beleg.language.quantity import TIMES, Quantity, measures
from beleg.terms.token import Token


def number_inside(token: Token, words: CountingWords, numerals: Numerals) -> Quantity | None:
    """The number that a single word holds together with what it measures or counts; None if it holds none."""
    word = token.text.lower().replace("‑", "-")
    fixed = words.fixed.get(word) or words.fixed.get(re.sub(r"e[mnrs]?$", "", word))
    if fixed is not None:
        low, high, measure = fixed
        return _quantity(token, low, high, measure, "")
    match = words.adjective.fullmatch(word)
    value = numerals.inside(match[1].rstrip("-")) if match else None
    if match is not None and value is not None:
        noun, measure = words.adjectives[match[2]]
        return _quantity(token, value, value, measure, noun)
    number, dash, rest = word.partition("-")
    value = numerals.inside(number) if dash and number[:1].isdigit() else None
    unit = words.units.word(rest.partition("-")[0]) if value is not None else None
    return _quantity(token, value, value, unit, "") if value is not None and unit else None


def _quantity(token: Token, low: float, high: float, measure: str, noun: str) -> Quantity:
    dimension, factor = measure, 1.0
    if measure not in ("", TIMES):
        dimension, factor = measures()[measure].dimension, measures()[measure].factor
    return Quantity(
        token.start,
        token.end,
        low * factor,
        unit=dimension,
        counted=noun,
        upper=high * factor,
        step=step_of(low) * factor,
        measure=measure,
        written=low,
        rounded=low != int(low),
    )
