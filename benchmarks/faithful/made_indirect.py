"""Direct speech told indirectly: the speaker first, the words without marks and in the Konjunktiv I."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.rewrites.frames import framed
from benchmarks.rewrites.german import finite, konjunktiv
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite

_OWN: Final = frozenset(
    "ich wir uns mich mir unser unsere unserem unseren unserer unseres mein meine meinem meinen meiner du dich dir ihr euch "
    "sie heute gestern morgen hier jetzt ! ?".split()
)
"""Words that would have to be turned round with the speaker, the day and the place."""

_PAST: Final = {
    "war": ("sei", "gewesen"),
    "waren": ("seien", "gewesen"),
    "wurde": ("sei", "worden"),
    "wurden": ("seien", "worden"),
}


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every direct quotation whose first clause is a main clause, with a frame of speaker and verb."""
    for line in article.lines:
        parts = framed(line)
        if parts is None or not parts.direct:
            continue
        content = _reported(line, *parts.content)
        if content:
            yield Rewrite(line.text, sentence_of(f"{parts.before}, {content}."), "„…“", "Konjunktiv")


def _reported(line: Line, start: int, end: int) -> str:
    """The words `[start, end)` with their finite verbs in the Konjunktiv; empty where one has no such form."""
    low = line.words.low[start:end]
    if _OWN & set(low) or end - start < 4 or not line.word(start)[0].isupper():
        return ""
    words = [line.word(at) for at in range(start, end)]
    verbs = [at for at in range(start, end) if finite(line, at)]
    if not verbs or verbs[0] == start or "," in low[: verbs[0] - start] or {":", ";", "–", "."} & set(low):
        return ""
    # The main clause comes first and takes the mood; dependent ones may keep theirs.
    if any(at > verbs[0] and not _dependent(line, verbs[0], at) for at in verbs[1:]):
        return ""
    main = line.low(verbs[0])
    if main in _PAST and len(verbs) == 1 and "," not in low:
        words[verbs[0] - start], participle = _PAST[main]
        words[-1] += f" {participle}"
    elif (form := konjunktiv().get(main)) is not None:
        words[verbs[0] - start] = form
    else:
        return ""
    if not line.tag(start).startswith(("N", "FM", "CARD")):
        words[0] = words[0][0].lower() + words[0][1:]
    parts = [words[0]]
    for offset, word in enumerate(words[1:], start=1):
        gap = line.tokens[start + offset].start > line.tokens[start + offset - 1].end
        parts.append((" " if gap else "") + word)
    return "".join(parts)


def _dependent(line: Line, main: int, at: int) -> bool:
    """Whether the verb at `at` ends a clause that a comma and a conjunction or relative pronoun open."""
    commas = [place for place in range(main, at) if line.word(place) == ","]
    return bool(commas) and any(line.tag(place + 1) in {"KOUS", "PRELS", "PWAV"} for place in commas[-1:])


GENERATOR = Generator(kind="made_indirect", language="de", make=make)
