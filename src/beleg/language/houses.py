"""Houses: which kind of body or circle of people a word speaks for."""

from dataclasses import dataclass
from functools import cache, lru_cache

from beleg.language.word_lists import word_list


@dataclass(frozen=True, slots=True)
class Houses:
    """The kinds of houses of a language; `parts` are beginnings or later parts of words with their house, the longest
    first.

    `together` are pairs of houses that may speak as one, `representatives` parts of words for who speaks for a house,
    `writings` ends of words for what was said or written.
    """

    parts: tuple[tuple[str, str], ...]
    together: frozenset[frozenset[str]]
    representatives: tuple[str, ...]
    writings: tuple[str, ...]

    def of(self, word: str) -> frozenset[str]:
        """The houses a word speaks for: "Polizeisprecher" for the police; empty where it names none."""
        return _of(self, word.casefold() if "ß" not in word else word.lower())

    def represents(self, word: str) -> bool:
        """Whether the word is for somebody who speaks for a house, whatever it is: "Sprecher", "Konzernchef"."""
        low = word.lower()
        return any(part in low for part in self.representatives)

    def written(self, word: str) -> bool:
        """Whether the word is for what was said or written rather than for who speaks: "Mitteilung"."""
        return word.lower().endswith(self.writings)

    def apart(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether two sets of houses certainly are different ones."""
        return bool(one and other) and not any(
            a == b or frozenset((a, b)) in self.together for a in one for b in other
        )


@lru_cache(maxsize=16_384)
def _of(houses: Houses, low: str) -> frozenset[str]:
    found = set()
    for part, house in houses.parts:
        if low.startswith(part) or (len(part) > 4 and part in low):
            found.add(house)
            low = low.replace(part, "-")
    return frozenset(found)


@cache
def read_houses(package: str) -> Houses:
    """The houses in `houses.toml` of a language's package."""
    data = word_list(package, "houses.toml")
    parts = []
    for line in data["houses"].strip().splitlines():
        house, *words = line.split()
        parts += [(word, house) for word in words]
    together = set()
    for line in data["together"].strip().splitlines():
        house, *others = line.split()
        together |= {frozenset((house, other)) for other in others}
    return Houses(
        tuple(sorted(parts, key=lambda pair: -len(pair[0]))),
        frozenset(together),
        tuple(data["representatives"].split()),
        tuple(data["writings"].split()),
    )
