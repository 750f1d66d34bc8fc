"""A sentence of another article: nothing in this one speaks of it."""

from collections.abc import Iterator
from random import Random

from benchmarks.rewrites.material import Article
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """Every sentence of another article that this one does not have as well."""
    for line in article.other.lines if article.other else ():
        if line.text not in article.text:
            yield Rewrite("", line.text, "", line.text)


GENERATOR = Generator(
    kind="extrinsic", language="de", make=make,
    named_by=frozenset(("unsupported_sentence", "quotation_not_in_source", "name_changed", "number_changed")),
)  # fmt: skip
