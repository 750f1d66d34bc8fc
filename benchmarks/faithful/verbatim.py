"""The sentence as it stands: what must not raise anything at all."""

from collections.abc import Iterator
from random import Random

from benchmarks.rewrites.material import Article
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """Every sentence of the article."""
    for line in article.lines:
        yield Rewrite(line.text, line.text, "", "")


GENERATOR = Generator(kind="verbatim", language="de", make=make)
