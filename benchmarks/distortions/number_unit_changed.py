"""The number kept, its unit changed: weeks for months, per cent for percentage points, millions for billions."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article
from benchmarks.rewrites.rewrite import Generator, Rewrite

_ALIKE: Final = (
    ("Tage", "Wochen"),
    ("Wochen", "Monate"),
    ("Monate", "Jahre"),
    ("Tagen", "Wochen"),
    ("Wochen", "Monaten"),
    ("Monaten", "Jahren"),
    ("Sekunden", "Minuten"),
    ("Minuten", "Stunden"),
    ("Millionen", "Milliarden"),
    ("Prozent", "Prozentpunkte"),
    ("Meter", "Kilometer"),
    ("Metern", "Kilometern"),
    ("Kilometer", "Meilen"),
    ("Euro", "Dollar"),
    ("US-Dollar", "Euro"),
    ("Tonnen", "Kilogramm"),
    ("Hektar", "Quadratkilometer"),
    ("Quadratmeter", "Quadratkilometer"),
)
"""Units that can stand for each other in the same case and number."""
_NUMBER_BEFORE: Final = frozenset(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig".split()
)


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every unit right after its number, outside quotation marks."""
    for line in article.lines:
        for at in range(1, len(line)):
            before = line.low(at - 1)
            counted = before in _NUMBER_BEFORE or (
                before[:1].isdigit() and not before.startswith(("19", "20"))
            )
            if not counted or line.quoted[at] or before == "1" or line.low(at + 1) == "alt":
                continue
            others = sorted(
                {other for row in _ALIKE if line.word(at) in row for other in row} - {line.word(at)}
            )
            # Only a change is measured in percentage points: "um 3 Prozent".
            if others == ["Prozentpunkte"] and line.low(at - 2) != "um":
                continue
            if others:
                other = dice.choice(others)
                yield Rewrite(line.text, line.with_words(at, at + 1, other), line.word(at), other)


GENERATOR = Generator(
    kind="number_unit_changed", language="de", make=make, named_by=frozenset(("number_changed",))
)
