"""A quotation in which one word was exchanged, dropped, or a number changed."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.material import Article, Line, said_directly
from benchmarks.rewrites.numerals import another_number
from benchmarks.rewrites.rewrite import Generator, Rewrite

_MODALS: Final = {
    "muss": "kann", "kann": "muss", "müssen": "können", "können": "müssen", "darf": "muss", "dürfen": "müssen",
    "will": "muss", "wollen": "müssen", "soll": "darf", "sollen": "dürfen",
    "immer": "manchmal", "alle": "einige", "viele": "wenige", "mehr": "weniger", "sehr": "etwas", "nie": "selten",
    "gut": "schlecht", "große": "kleine", "großen": "kleinen", "großer": "kleiner", "großes": "kleines",
}  # fmt: skip
_DROPPED: Final = frozenset(("ADJ(A)", "ADV"))
_FIRM: Final = frozenset(
    "so als wie dann da hier wo warum wann zu erst noch schon nur mehr weniger je desto".split()
)


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """For every direct quotation of four words or more, one alteration of each sort that it allows."""
    if not any(said_directly(one) for line in article.lines for one in line.quotations):
        return
    by_slot: dict[tuple[str, str, str], list[str]] = {}
    for line in article.lines:
        for at in range(1, len(line)):
            if (slot := _slot(line, at)) is not None:
                by_slot.setdefault(slot, []).append(line.word(at))
    for line in article.lines:
        for quotation in filter(said_directly, line.quotations):
            start, end = line.index(quotation.span)
            if end - start < 4:
                continue
            yield from _exchanged(line, start, end, by_slot, dice)
            for at in range(start, end):
                if line.low(at) in _MODALS and line.low(at - 1) not in {
                    "nicht",
                    "sehr",
                    "so",
                    "zu",
                    "kein",
                    "immer",
                }:
                    yield _with(line, at, _MODALS[line.low(at)])
                elif (
                    at > start
                    and line.tag(at) in _DROPPED
                    and line.low(at) not in _FIRM
                    and _droppable(line, at)
                ):
                    yield _with(line, at, "")
            for number in line.language.quantities(line.tokens[start:end]):
                if (other := another_number(line, number, dice)) is not None:
                    first, last, words = other
                    yield Rewrite(
                        line.text, line.with_words(first, last, words), line.between(first, last), words
                    )


def _slot(line: Line, at: int) -> tuple[str, str, str] | None:
    """What a word has to share with another to stand in its place: determiner and kind, or ending and kind."""
    tag = line.tag(at)
    if (
        tag == "NN"
        and line.tag(at - 1) in {"ART", "PPOSAT", "APPRART"}
        and line.tag(at + 1) not in {"NE", "NN"}
    ):
        return (tag, line.low(at - 1), line.word(at)[-1])
    if tag == "ADJ(A)" and line.tag(at + 1) == "NN" and line.word(at).islower():
        return (tag, line.low(at)[-2:], "")
    return None


def _exchanged(
    line: Line, start: int, end: int, by_slot: dict[tuple[str, str, str], list[str]], dice: Random
) -> Iterator[Rewrite]:
    for at in range(start + 1, end):
        slot = _slot(line, at)
        others = (
            sorted({word for word in by_slot.get(slot, ()) if word not in line.words.low} - {line.word(at)})
            if slot
            else []
        )
        others = [word for word in others if line.language.stem(word) != line.language.stem(line.word(at))]
        if others:
            yield _with(line, at, dice.choice(others))


def _droppable(line: Line, at: int) -> bool:
    if line.tag(at) == "ADV":
        return (
            line.tag(at + 1) not in {"APPR", "ART", "CARD", "ADV", "PTKNEG", "KON"}
            and line.low(at + 1) != "wie"
        )
    return line.tag(at + 1) == "NN" and line.tag(at - 1) in {"ART", "PPOSAT"}


def _with(line: Line, at: int, word: str) -> Rewrite:
    if line.word(at)[0].isupper():
        word = word[:1].upper() + word[1:]
    return Rewrite(line.text, line.with_words(at, at + 1, word), line.word(at), word)


GENERATOR = Generator(
    kind="quotation_altered", language="de", make=make,
    named_by=frozenset(("quotation_altered", "quotation_not_in_source", "number_changed")),
)  # fmt: skip
