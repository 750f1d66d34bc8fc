"""A bracket, a relative clause, an adverbial of time or a small adverb left out."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.german import finite, time_phrase
from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_ADVERBS: Final = frozenset(
    "zudem außerdem unterdessen inzwischen mittlerweile ebenfalls übrigens zugleich gleichzeitig".split()
)
_RELATIVE: Final = frozenset("der die das dem den deren dessen denen welche welcher welches".split())


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for everything that can be left out without another sense; quotations and numbers of results stay."""
    for line in article.lines:
        for at in range(1, len(line)):
            if line.quoted[at]:
                continue
            end = _bracket(line, at) or _relative_clause(line, at) or _adverbial(line, at)
            if end:
                yield Rewrite(line.text, line.with_words(at, end, ""), line.between(at, end), "")


def _bracket(line: Line, at: int) -> int:
    if line.word(at) != "(":
        return 0
    end = next((place for place in range(at + 1, len(line)) if line.word(place) == ")"), 0)
    return end + 1 if end and end - at < 12 else 0


def _relative_clause(line: Line, at: int) -> int:
    """The end of ", die …," after a name, where it cannot narrow down which one is meant; the comma that closes it goes
    with it, a full stop stays.
    """
    if (
        line.word(at) != ","
        or line.low(at + 1) not in _RELATIVE
        or line.tag(at + 1) != "PRELS"
        or line.tag(at - 1) != "NE"
    ):
        return 0
    end = next((place for place in range(at + 2, len(line)) if line.word(place) in {",", ".", ";", "–"}), 0)
    if not end or not finite(line, end - 1) or any(line.quoted[at:end]):
        return 0
    if line.word(end) == ",":
        return (
            end + 1 if line.tag(end + 1) in {"VV(FIN)", "VA(FIN)", "VM(FIN)", "APPR", "ADV", "PTKVZ"} else end
        )
    return end


def _adverbial(line: Line, at: int) -> int:
    if (
        line.low(at) in _ADVERBS
        and line.word(at) == line.low(at)
        and line.tag(at + 1) not in {"KON", "$,"}
        and line.tag(at - 1) not in {"KON", "$,"}
    ):
        return at + 1
    after = time_phrase(line, at)
    left = line.tag(at - 1) not in {"KON", "ADV", "APPR", "$(", "CARD", "$,", "NN"} and line.low(
        after
    ) not in {",", "und", "(", "bis", "oder"}
    copula = line.lemmas[at - 1] == "sein" and line.word(after) == "."
    return after if after > at and left and not copula else 0


GENERATOR = Generator(kind="shortened", language="de", make=make)
