"""The words of one speaker given to another speaker of the article."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from beleg.terms.quotation import Naming
from benchmarks.rewrites.material import Article, Line
from benchmarks.rewrites.rewrite import Generator, Rewrite

_BODIES: Final = (
    "polizei", "staatsanwaltschaft", "feuerwehr", "regierung", "gericht", "partei", "ministerium", "behörde",
    "gewerkschaft", "unternehmen", "verband", "zeitung", "amt", "kommission", "verwaltung",
)  # fmt: skip
_NOMINATIVE: Final = frozenset("der die das ein eine".split())


@dataclass(frozen=True)
class _Voice:
    """A speaker where one stands: tokens of a line, in the nominative before or after a cue in this number."""

    line: Line
    start: int
    end: int
    plural: bool
    named: bool

    @property
    def words(self) -> str:
        return self.line.between(self.start, self.end)

    @property
    def name(self) -> str:
        return self.line.low(self.end - 1).removesuffix("s")

    def same(self, other: "_Voice") -> bool:
        """Whether the two could be one person: they share a noun, or one is no name and may stand for the other."""
        mine = {word.lower() for word in self.words.split() if word[0].isupper()}
        theirs = {word.lower() for word in other.words.split() if word[0].isupper()}
        return bool(mine & theirs) or not (self.distinct and other.distinct)

    @property
    def distinct(self) -> bool:
        return self.named or self.name.endswith(_BODIES)


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every quotation whose speaker stands in its sentence and can be exchanged for another one."""
    voices = [voice for line in article.lines for voice in _voices(line)]
    for voice in voices:
        others = sorted(
            {
                other.words
                for other in voices
                if other.plural == voice.plural
                and not other.same(voice)
                and other.words not in voice.line.text
            }
        )
        if others:
            other = dice.choice(others)
            words = other
            if voice.start and words.split()[0].lower() in _NOMINATIVE:
                words = words[0].lower() + words[1:]
            yield Rewrite(
                voice.line.text, voice.line.with_words(voice.start, voice.end, words), voice.words, other
            )


def _voices(line: Line) -> Iterator[_Voice]:
    for one in line.quotations:
        if len(one.speaker) != 1 or not one.cue or one.naming not in {Naming.NAMED, Naming.DESCRIBED}:
            continue
        start, end = line.index(one.speaker[0])
        cue, _ = line.index(one.cue[0])
        tags = set(line.tags[start:end])
        verb = line.tag(cue).endswith("(FIN)")
        nominative = line.tag(start) in {"NE", "NN"} or line.low(start) in _NOMINATIVE
        before = line.tag(start - 1)
        if (
            not end
            or not verb
            or not nominative
            or before in {"APPR", "APPRART"}
            or end - start > 6
            or "$," in tags
        ):
            continue
        if line.low(end) == "," and line.tag(end + 1) in {"NN", "NE", "ART", "PRELS"}:
            continue  # an apposition would stay behind
        if (
            "PPOSAT" in tags
            or line.tag(start) == "PRELS"
            or line.tag(start + 1) == "ART"
            or line.low(end) in {"und", "sowie"}
            or line.tag(end) == "NN"
            or line.low(cue - 1) == "wie"
        ):
            continue
        yield _Voice(line, start, end, line.low(cue).endswith("en"), one.naming is Naming.NAMED)


GENERATOR = Generator(
    kind="wrong_speaker", language="de", make=make, named_by=frozenset(("speaker_mismatch",))
)  # fmt: skip
