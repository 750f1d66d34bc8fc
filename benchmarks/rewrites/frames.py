"""Frames: a saying taken apart into who says it, the verb, and what is said."""

from dataclasses import dataclass
from typing import Final

from beleg.terms.quotation import QuotationKind
from benchmarks.rewrites.german import finite, subject_at
from benchmarks.rewrites.material import Line

_CUES: Final = frozenset("sehen halten bezeichnen nennen zitieren werten sprechen".split())
"""Cues that need more than a speaker and what is said."""
_OPENING: Final = frozenset('„“"»«')
_CLOSING: Final = frozenset('“”"«»')


@dataclass(frozen=True)
class Framed:
    """A sentence made of a frame of speaker and verb alone, and of what is said: tokens `content`, without marks.

    `at` is the token of the verb. `rest` is what else the frame holds ("am Montag"). `first` says whether the frame
    opens the sentence ("Kern sagte, …").
    """

    speaker: str
    verb: str
    at: int
    content: tuple[int, int]
    direct: bool
    first: bool
    rest: str = ""

    @property
    def before(self) -> str:
        """The frame as it opens a sentence: "Kern, die Leiterin, sagte am Montag"."""
        apposition = "," if "," in self.speaker else ""
        return f"{self.speaker}{apposition} {self.verb} {self.rest}".rstrip()

    @property
    def after(self) -> str:
        """The frame as it follows what is said: "sagte Kern am Montag"."""
        return f"{self.verb} {self.speaker} {self.rest}".rstrip()


def framed(line: Line) -> Framed | None:
    """The parts of a sentence with one quotation whose frame is a speaker and a finite cue verb; None for any other."""
    if len(line.quotations) != 1 or len(line.quotations[0].quote) != 1:
        return None
    quotation = line.quotations[0]
    start, end = line.index(quotation.quote[0])
    if end == 0:
        return None
    direct = quotation.kind is QuotationKind.DIRECT
    if not direct and quotation.kind is not QuotationKind.INDIRECT:
        return None
    parts = _after(line, start, end, direct=direct) or _before(line, start, end, direct=direct)
    if parts is None or line.lemmas[parts.at] in _CUES:
        return None
    return parts


def _after(line: Line, start: int, end: int, *, direct: bool) -> Framed | None:
    """The frame follows: "„…“, sagte Kern." """
    at = end
    if direct and line.word(at) in _CLOSING:
        at += 1
    if line.word(at) != "," or start > (1 if direct else 0) or not finite(line, at + 1):
        return None
    speaker = subject_at(line, at + 2, line.end)
    rest = line.words.low[speaker : line.end]
    if (
        speaker == at + 2
        or {",", ":", "(", "und"} & set(rest)
        or any(line.quoted[speaker : line.end])
        or len(rest) > 8
    ):
        return None
    small = line.between(at + 2, speaker)
    while end > start and line.word(end - 1) in {",", "."}:
        end -= 1
    return Framed(
        small, line.word(at + 1), at + 1, (start, end), direct, False, line.between(speaker, line.end)
    )


def _before(line: Line, start: int, end: int, *, direct: bool) -> Framed | None:
    """The frame opens: "Kern sagte: „…“" or "Kern sagte, …"."""
    mark = ":" if direct else ","
    at = start - 1
    if direct and line.word(at) in _OPENING:
        at -= 1
    if line.word(start) == ",":
        at, start = start, start + 1
    if at < 2 or line.word(at) != mark:
        return None
    verb = subject_at(line, 0, at)
    rest = line.words.low[verb + 1 : at]
    if not verb or not finite(line, verb) or {",", ":", "(", "und"} & set(rest) or len(rest) > 8:
        return None
    while end > start and line.word(end - 1) in {",", "."}:
        end -= 1
    if any(word not in _CLOSING | {"."} for word in line.words.low[end:]):
        return None
    return Framed(
        line.small(0, verb), line.word(verb), verb, (start, end), direct, True, line.between(verb + 1, at)
    )
