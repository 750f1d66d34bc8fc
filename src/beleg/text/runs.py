"""Runs: stretches of words that two texts have in common, in time linear in both."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Word = str


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words from word `here` of one text that stand from word `there` in another (by number) as well."""

    here: int
    text: int
    there: int
    length: int


class Runs:
    """Texts, as sequences of words, in which common runs of at least `shortest` words are looked for."""

    def __init__(self, texts: Sequence[Sequence[Word]], shortest: int) -> None:
        self._texts = texts
        self._shortest = shortest
        self._first: Mapping[tuple[Word, ...], tuple[int, int]] = self._indexed()

    def _indexed(self) -> dict[tuple[Word, ...], tuple[int, int]]:
        first: dict[tuple[Word, ...], tuple[int, int]] = defaultdict(tuple)  # type: ignore[arg-type]
        for number, words in enumerate(self._texts):
            # Every `shortest`-th sequence is enough: a run twice as long holds one of them.
            for at in range(0, len(words) - self._step + 1, self._step):
                first.setdefault(tuple(words[at : at + self._step]), (number, at))
        return first

    @property
    def _step(self) -> int:
        return max(1, self._shortest // 2)

    def common(self, words: Sequence[Word]) -> Iterator[Run]:
        """The longest runs of `words` that stand in one of the texts, from left to right, without overlap."""
        at, step, done = 0, self._step, 0
        while at + step <= len(words):
            found = self._first.get(tuple(words[at : at + step]))
            if found is None:
                at += 1
                continue
            number, there = found
            text = self._texts[number]
            back = 0
            while at - back > done and there - back > 0 and words[at - back - 1] == text[there - back - 1]:
                back += 1
            length = step
            while (
                at + length < len(words)
                and there + length < len(text)
                and words[at + length] == text[there + length]
            ):
                length += 1
            if back + length >= self._shortest:
                yield Run(at - back, number, there - back, back + length)
                at = done = at + length
            else:
                at += 1
