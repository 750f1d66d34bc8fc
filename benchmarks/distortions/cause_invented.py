"""Two facts of the article that stand side by side, joined as cause and effect."""

from collections.abc import Iterator
from random import Random
from typing import Final

from beleg.terms.reading import Voice
from benchmarks.rewrites.german import finite, inverted, verb_final
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite

_CAUSAL: Final = frozenset(
    "weil da denn deshalb daher deswegen darum wegen aufgrund daraufhin infolge dadurch somit durch grund ursache folge "
    "damit sodass dennoch trotz trotzdem obwohl allerdings jedoch aber".split()
)
_JOINS: Final = ("deshalb", "daraufhin", "aus diesem Grund")


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """For each two plain neighbours "A, deshalb B" or "B, weil A", as far as their order of words allows."""
    for first, second in article.neighbours():
        if not (_simple(first) and _simple(second)):
            continue
        original = f"{first.text} {second.text}"
        if effect := inverted(second):
            join = dice.choice(_JOINS)
            yield Rewrite(original, sentence_of(f"{first.between(0, first.end)}, {join} {effect}."), "", join)
        if cause := verb_final(first):
            yield Rewrite(
                original, sentence_of(f"{second.between(0, second.end)}, weil {cause}."), "", "weil"
            )


def _simple(line: Line) -> bool:
    low = set(line.words.low)
    return (
        line.sentence.voice is Voice.OWN
        and not line.quotations
        and not any(line.quoted)
        and not _CAUSAL & low
        and not {":", ";", "(", "–"} & low
        and line.word(len(line) - 1) == "."
        and len(line) <= 22
        and sum(finite(line, at) for at in range(len(line))) == 1
        and "," not in low
    )


GENERATOR = Generator(
    kind="cause_invented", language="de", make=make, named_by=frozenset(("cause_invented",))
)  # fmt: skip
