"""A reservation dropped: "soll … haben" becomes "hat …", "könnte" becomes "wird", "mutmaßlich" and the like go."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.german import finite, subject_at
from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_ADVERBS: Final = frozenset(
    "angeblich mutmaßlich offenbar voraussichtlich womöglich vermutlich möglicherweise anscheinend wahrscheinlich wohl".split()
)
_ATTRIBUTES: Final = ("mutmaßlich", "angeblich", "vermeintlich", "vermutlich", "möglich")
_PERFECT: Final = {"haben": ("hat", "haben"), "sein": ("ist", "sind")}
_POSSIBLE: Final = {"könnte": "wird", "könnten": "werden", "dürfte": "wird", "dürften": "werden"}


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every hedge outside quotation marks that can go."""
    for line in article.lines:
        for at in range(len(line)):
            low = line.low(at)
            if line.quoted[at]:
                continue
            if low in _ADVERBS and (at == 0 or line.word(at) == low):
                yield from _without_adverb(line, at)
            elif (
                low.startswith(_ATTRIBUTES)
                and line.tag(at) == "ADJ(A)"
                and line.tag(at - 1) in {"ART", "APPRART", "PPOSAT"}
            ):
                yield Rewrite(line.text, line.with_words(at, at + 1, ""), line.word(at), "")
            elif low in {"soll", "sollen"} | set(_POSSIBLE):
                yield from _finite(line, at)


def _without_adverb(line: Line, at: int) -> Iterator[Rewrite]:
    if at:
        if line.low(at + 1) not in {",", ".", "und", "oder"} and line.low(at - 1) not in {
            ",",
            "sehr",
            "höchst",
            "nicht",
            "und",
        }:
            yield Rewrite(line.text, line.with_words(at, at + 1, ""), line.word(at), "")
    elif finite(line, 1) and (subject := subject_at(line, 2)) > 2:
        rest = line.text[line.tokens[subject - 1].end :]
        yield Rewrite(
            line.text, f"{line.between(2, 3).capitalize() if line.word(2).islower() else line.word(2)}{line.text[line.tokens[2].end:line.tokens[subject - 1].end]} {line.word(1)}{rest}", line.word(0), ""
        )  # fmt: skip


def _finite(line: Line, at: int) -> Iterator[Rewrite]:
    """Put the infinitive of the clause in the place of its hedging verb, or the future for the possible."""
    if at + 1 < len(line) and line.low(at + 1) in {",", ".", "und"}:
        # In a dependent clause the verbs stand together at its end: "gestohlen haben soll".
        if (
            line.low(at) in {"soll", "sollen"}
            and line.low(at - 1) in _PERFECT
            and line.tag(at - 2) in {"VV(PP)", "VA(PP)"}
        ):
            present = _PERFECT[line.low(at - 1)][line.low(at) == "sollen"]
            yield Rewrite(
                line.text, line.with_words(at - 1, at + 1, present), line.between(at - 1, at + 1), present
            )
        return
    end = next((place for place in range(at + 1, len(line)) if line.low(place) in {",", ".", ";"}), len(line))
    last = line.low(end - 1)
    if (last in _PERFECT and line.tag(end - 2) in {"VV(PP)", "VA(PP)"}) or (
        last == "sein" and line.low(at).startswith("soll") and line.tag(end - 2) == "ADJ(D)"
    ):
        present = _PERFECT[last][line.low(at).endswith("en")]
        sentence = line.with_words(end - 1, end, "")
        sentence = sentence[: line.tokens[at].start] + present + sentence[line.tokens[at].end :]
        yield Rewrite(line.text, sentence[:1].upper() + sentence[1:], f"{line.word(at)} … {last}", present)
    elif line.low(at) in _POSSIBLE and line.tag(end - 1) in {"VV(INF)", "VA(INF)"}:
        future = _POSSIBLE[line.low(at)]
        yield Rewrite(line.text, line.with_words(at, at + 1, future), line.word(at), future)


GENERATOR = Generator(
    kind="hedge_lost", language="de", make=make, named_by=frozenset(("hedge_lost", "attribution_lost"))
)  # fmt: skip
