"""A person or place of the article named where the article names another one."""

from collections.abc import Iterator
from random import Random

from beleg.language.de.places import known_name
from benchmarks.rewrites.material import Article
from benchmarks.rewrites.names import persons, places, speaking
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every person or place that is no speaker, where another of its kind can take the slot."""
    people, towns = persons(article), places(article)
    for line in article.lines:
        taken = speaking(line)
        for mention in (m for m in people if m.line is line):
            if taken & set(range(mention.start, mention.end)) or line.quoted[mention.start]:
                continue
            others = sorted(
                {
                    o.words
                    for o in people
                    if o.surname != mention.surname and o.fits(mention) and o.surname not in line.text
                }
            )
            if others:
                other = dice.choice(others)
                yield Rewrite(
                    line.text, line.with_words(mention.start, mention.end, other), mention.words, other
                )
        for mention in (m for m in towns if m.line is line):
            others = sorted(
                {
                    o.words
                    for o in towns
                    if o.words not in line.text
                    and mention.words not in o.words
                    and not _has_capital(o.words, mention.words)
                }
            )
            if others and not line.quoted[mention.start]:
                other = dice.choice(others)
                yield Rewrite(
                    line.text, line.with_words(mention.start, mention.end, other), mention.words, other
                )


def _has_capital(country: str, town: str) -> bool:
    """Whether the country has the town as its capital: "in Norwegen" stays true of what happened in Oslo."""
    one, other = known_name(country), known_name(town)
    return one is not None and other is not None and other.capital_of == one.key


GENERATOR = Generator(
    kind="name_changed", language="de", make=make, named_by=frozenset(("name_changed", "unsupported_sentence"))
)  # fmt: skip
