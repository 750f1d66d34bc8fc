"""A neutral verb of saying in place of another one: sagte, erklärte; berichtete, meldete; teilte mit, gab bekannt."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article
from benchmarks.rewrites.rewrite import Generator, Rewrite

_ALIKE: Final = {
    "sagte": "erklärte", "sagten": "erklärten", "erklärte": "sagte", "erklärten": "sagten", "sagt": "erklärt",
    "meldete": "berichtete", "berichtete": "meldete", "meldet": "berichtet", "berichtet": "meldet",
}  # fmt: skip
_APART: Final = {
    ("teilte", "mit"): ("gab", "bekannt"), ("teilten", "mit"): ("gaben", "bekannt"),
    ("gab", "bekannt"): ("teilte", "mit"), ("gaben", "bekannt"): ("teilten", "mit"),
}  # fmt: skip


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every such verb that is the cue of a quotation with a speaker."""
    for line in article.lines:
        for one in line.quotations:
            cue = [at for part in one.cue for at in range(*line.index(part))]
            if not cue or not one.speaker or any(line.quoted[at] for at in cue):
                continue
            at, low = cue[0], line.low(cue[0])
            if len(cue) == 2 and (pair := _APART.get((low, line.low(cue[1])))):
                sentence = line.with_words(cue[1], cue[1] + 1, pair[1])
                first = line.tokens[at]
                sentence = sentence[: first.start] + pair[0] + sentence[first.end :]
                yield Rewrite(line.text, sentence, line.word(at), " … ".join(pair))
            elif len(cue) == 1 and low in _ALIKE and _takes_clause(line.low(at + 1), low):
                yield Rewrite(line.text, line.with_words(at, at + 1, _ALIKE[low]), low, _ALIKE[low])


def _takes_clause(after: str, verb: str) -> bool:
    """Whether what follows is a clause for either verb: "berichtete von" and "erklärte den Rücktritt" are not."""
    return after not in {"von", "vom", "über", "den", "die", "sich", "zu", "im", "einen"} and not (
        verb == "berichtet" and after == "."
    )


GENERATOR = Generator(kind="saying_verb_changed", language="de", make=make)
