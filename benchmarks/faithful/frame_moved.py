"""The frame moved: "„…“, sagte Kern" becomes "Kern sagte: „…“", "Kern sagte, …" becomes "…, sagte Kern"."""

from collections.abc import Iterator
from random import Random

from benchmarks.rewrites.frames import Framed, framed
from benchmarks.rewrites.german import finite
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every sentence that is a saying with a frame of speaker and verb."""
    for line in article.lines:
        parts = framed(line)
        if parts is None:
            continue
        sentence = _direct(line, parts) if parts.direct else _indirect(line, parts)
        if sentence:
            yield Rewrite(line.text, sentence_of(sentence), f"{parts.speaker} {parts.verb}", "")


def _direct(line: Line, parts: Framed) -> str:
    words = line.between(*parts.content)
    if parts.first:
        return f"„{words}“, {parts.after}."
    return f"{parts.before}: „{words}.“"


def _indirect(line: Line, parts: Framed) -> str:
    start, end = parts.content
    if not any(start < verb.at < end - 1 for verb in line.language.reported_verbs(line.words)):
        return ""
    dependent = line.low(start) in line.language.lexicon.subordinators or finite(line, start)
    if dependent or line.tag(end - 1) == "VV(IZU)" or line.low(end - 2) == "zu":
        return ""
    if parts.first:
        return f"{line.between(start, end)}, {parts.after}."
    return f"{parts.before}, {line.small(start, end)}."


GENERATOR = Generator(kind="frame_moved", language="de", make=make)
