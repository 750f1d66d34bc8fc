"""Two neighbouring sentences in one, by "und" or a semicolon."""

from collections.abc import Iterator
from random import Random

from benchmarks.rewrites.german import subject_first
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for each two short neighbours without quotations, the second one with its subject first."""
    for first, second in article.neighbours():
        if (
            not (_plain(first) and _plain(second))
            or len(first) + len(second) > 45
            or not subject_first(second)
        ):
            continue
        join = dice.choice((" und", ";"))
        sentence = f"{first.between(0, first.end)}{join} {second.small(0, second.end)}."
        yield Rewrite(f"{first.text} {second.text}", sentence_of(sentence), ".", join.strip())


def _plain(line: Line) -> bool:
    return (
        not line.quotations
        and not any(line.quoted)
        and line.word(len(line) - 1) == "."
        and ":" not in line.words.low
    )


GENERATOR = Generator(kind="merged", language="de", make=make)
