"""The catalogue of generators: every module of `benchmarks.distortions` and `benchmarks.faithful` holds one."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from random import Random

from benchmarks import distortions, faithful
from benchmarks.rewrites.material import Article
from benchmarks.rewrites.rewrite import Generator, Rewrite


@cache
def generators() -> tuple[Generator, ...]:
    """All generators, distortions first, by the names of their modules."""
    found: list[Generator] = []
    for package in (distortions, faithful):
        for module in sorted(iter_modules(package.__path__), key=lambda module: module.name):
            found.append(import_module(f"{package.__name__}.{module.name}").GENERATOR)
    return tuple(found)


@cache
def described() -> dict[str, str]:
    """What each kind of rewrite does: the first sentence of its module, by kind."""
    words = {}
    for package in (distortions, faithful):
        for found in iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{found.name}")
            words[module.GENERATOR.kind] = (module.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    return words


def sample(
    generator: Generator, articles: Sequence[Article], *, most: int, each: int = 1, seed: str = "beleg"
) -> list[tuple[Article, Rewrite]]:
    """At most `most` rewrites, at most `each` of one article, drawn by the dice of this seed; the articles in order."""
    drawn: list[tuple[Article, Rewrite]] = []
    for number, article in enumerate(articles):
        if len(drawn) >= most:
            break
        dice = Random(f"{seed} {generator.kind} {number}")
        made = list(generator.make(article, dice))
        drawn += [(article, rewrite) for rewrite in dice.sample(made, min(each, len(made)))]
    return drawn[:most]
