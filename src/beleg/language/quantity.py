"""Quantity: a number in a text, with what it is measured in, what it counts, and how exactly it is meant."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from beleg.terms.span import Span

PERCENT = "percent"
"""The unit of a share, in every language: "30 Prozent", "ein Drittel", "jeder fünfte"."""
POINTS = "percentage points"
"""The unit of a difference of two shares; never the same as `PERCENT`."""
TIMES = "times"
"""The unit of a multiple or a repetition: "sechsmal", "das Dreifache", "twice"."""
ORDINAL = "ordinal"
"""The unit of a place in an order: "der dritte Versuch", "in der 68. Minute", "Platz 3"."""
SCORE = "score"
"""The unit of a result, with the second number in `upper`: "3:1", "21 zu 8 Stimmen"."""


class Bound(StrEnum):
    """How a text limits a number: the words before it, by what they allow."""

    EXACT = "exact"
    ABOUT = "about"
    """On both sides: "rund", "etwa", "around"."""
    WELL = "well"
    """A little more: "gut", "etwas mehr als", "just over"."""
    BARELY = "barely"
    """A little less: "knapp", "fast", "almost"."""
    MORE = "more"
    """More, and not the number itself: "mehr als"."""
    LESS = "less"
    """Less, and not the number itself: "weniger als"."""
    LEAST = "least"
    """The number or more: "mindestens", "über", "at least"."""
    MOST = "most"
    """The number or less: "höchstens", "bis zu", "up to"."""

    @property
    def upwards(self) -> bool:
        """Whether it says that the thing itself is more than the number."""
        return self in (Bound.WELL, Bound.MORE, Bound.LEAST)

    @property
    def downwards(self) -> bool:
        """Whether it says that the thing itself is less than the number."""
        return self in (Bound.BARELY, Bound.LESS, Bound.MOST)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, in digits or in words: "zwölf", "1.200.000", "rund 1,2 Millionen Euro", "30 Prozent".

    `value` is the number with its multiplier applied and converted to the base of its dimension: "2 Tonnen" and "2.000
    Kilogramm" are 2000. `unit` is that dimension ("mass", "length", "euro", `PERCENT`), empty where the number counts
    things; `measure` is the unit as written ("tonne") and `written` the number as written. `counted` is the noun that
    is counted, lower case, empty where there is none. `upper` is the end of a range, converted as well, and equal to
    `value` where there is none. `step` is what the last written digit stands for, converted: 100 for "1,1 Tonnen".
    `rounded` says that the number is written with decimals or a multiplier, as rounded numbers are. `indefinite` says
    that it may be no more than an article ("eine Stunde").
    """

    start: int
    end: int
    value: float
    unit: str = ""
    counted: str = ""
    bound: Bound = Bound.EXACT
    upper: float = float("nan")
    step: float = 1.0
    measure: str = ""
    written: float = float("nan")
    rounded: bool = False
    indefinite: bool = False

    def __post_init__(self) -> None:
        if self.upper != self.upper:
            object.__setattr__(self, "upper", self.value)
        if self.written != self.written:
            object.__setattr__(self, "written", self.value)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_range(self) -> bool:
        """Whether it says from where to where: "10 bis 12"; a score is none."""
        return self.upper != self.value and self.unit != SCORE


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit: the dimension it measures, and how many of the dimension's base units it is."""

    dimension: str
    factor: float


@cache
def measures() -> dict[str, Measure]:
    """Every unit Beleg converts, by its name; the languages say by which words they call it."""
    table = tomllib.loads(files("beleg.language").joinpath("measures.toml").read_text("utf-8"))
    return {
        name: Measure(dimension, float(factor))
        for dimension, units in table.items()
        for name, factor in units.items()
    }
