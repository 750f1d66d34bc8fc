"""A number changed to another one of the same size or look."""

from collections.abc import Iterator
from random import Random

from benchmarks.rewrites.material import Article
from benchmarks.rewrites.numerals import another_number
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every count or measure outside quotation marks."""
    for line in article.lines:
        for quantity in line.language.quantities(line.tokens):
            other = another_number(line, quantity, dice)
            if other is not None and not line.quoted[other[0]]:
                first, last, words = other
                yield Rewrite(
                    line.text, line.with_words(first, last, words), line.between(first, last), words
                )


GENERATOR = Generator(
    kind="number_changed", language="de", make=make, named_by=frozenset(("number_changed",))
)
