"""English: a "not" dropped after its auxiliary, or put in after it."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_TAKES_NOT: Final = frozenset("is are was were will would could should can has have had may must".split())
_CONTRACTED: Final = {
    "isn't": "is", "aren't": "are", "wasn't": "was", "weren't": "were", "won't": "will", "wouldn't": "would",
    "couldn't": "could", "can't": "can", "hasn't": "has", "haven't": "have", "hadn't": "had", "shouldn't": "should",
}  # fmt: skip
_FOCUS: Final = frozenset(
    "only just even also still already always never nobody nothing no none neither yet".split()
)
_NO_PLACE: Final = frozenset("not been be".split())
_OPENERS: Final = frozenset("and or that what who which".split())
_DETERMINERS: Final = frozenset(
    "a an the this that these those my your our his her its their any some".split()
)


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every negated auxiliary, and for the first auxiliary of a sentence without a negation."""
    for line in article.lines:
        low = line.words.low
        if _FOCUS & set(low) or line.text.endswith("?"):
            continue
        denied = [at for at in range(1, len(line)) if _denied(line, at)]
        for at in denied:
            if low[at] == "not":
                yield Rewrite(line.text, line.with_words(at, at + 1, ""), "not", "")
            else:
                plain = _CONTRACTED[low[at].replace("’", "'")]
                yield Rewrite(line.text, line.with_words(at, at + 1, plain), line.word(at), plain)
        if (
            not denied
            and not line.language.negations & set(low)
            and not any(w.endswith(("n't", "n’t")) for w in low)
        ):
            yield from _put_in(line)


def _denied(line: Line, at: int) -> bool:
    if line.quoted[at]:
        return False
    if line.low(at) == "not":
        return line.low(at - 1) in _TAKES_NOT and line.low(at + 1) not in {"to", ",", "."}
    return line.low(at).replace("’", "'") in _CONTRACTED


def _put_in(line: Line) -> Iterator[Rewrite]:
    """ "is expected" becomes "is not expected"; after a subject, before a small word."""
    for at in range(1, len(line) - 2):
        before, after = line.low(at - 1), line.low(at + 1)
        whole = line.word(at + 1).isalpha() and line.word(at + 1).islower() and before[:1].isalnum()
        if (
            line.low(at) not in _TAKES_NOT
            or not whole
            or line.quoted[at]
            or after in _DETERMINERS | _NO_PLACE
            or before in _OPENERS
        ):
            continue
        yield Rewrite(line.text, line.with_words(at, at + 1, f"{line.word(at)} not"), line.word(at), "not")
        return


GENERATOR = Generator(
    kind="english_negation_flipped", language="en", make=make, named_by=frozenset(("negation_flipped",))
)
