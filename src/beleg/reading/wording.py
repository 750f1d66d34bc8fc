"""Wording: one sentence as the families of constructions look at it."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from beleg.language.language import Language
from beleg.language.lexicon import Lexicon
from beleg.language.words import Words
from beleg.terms.quotation import Medium, Points
from beleg.terms.span import Span
from beleg.terms.token import Token

Range = tuple[int, int]
"""Words from the first to before the second, by their place in the sentence."""

_BREAKS = frozenset({",", ":", ";", "–", "—"})
_LONGEST_PHRASE = 40
_FINAL = frozenset({".", "!", "?", "…", "...", ":"})


def _breaks(low: Sequence[str], quoted: Sequence[int]) -> list[int]:
    """Where commas and the like divide the sentence; those between brackets divide only what the brackets hold."""
    found: list[int] = []
    opened = -1
    for at, word in enumerate(low):
        if word == "(":
            opened = len(found) if opened < 0 else opened
        elif word == ")" and opened >= 0:
            del found[opened:]
            opened = -1
        elif word in _BREAKS and quoted[at] < 0:
            found.append(at)
    return found


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence's words, and which of them stand inside quotation marks as somebody's words.

    `quoted[i]` is the place of the marked words in the reading's list, or -1; names in marks („Bild“) are not
    quoted. `end` is the place after the last word that is not the final mark.
    """

    words: Words
    quoted: Sequence[int]
    end: int
    language: Language
    breaks: Sequence[int]
    """Where commas, colons, semicolons and dashes of the sentence itself stand, in order."""

    @classmethod
    def of(cls, tokens: Sequence[Token], quoted: Sequence[int], language: Language) -> "Wording":
        """The wording of a sentence with these tokens."""
        words = Words.of(tokens)
        end = len(words)
        while end > 0 and words.low[end - 1] in _FINAL and quoted[end - 1] < 0:
            end -= 1
        return cls(words, quoted, end, language, _breaks(words.low, quoted))

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon of its language."""
        return self.language.lexicon

    @property
    def low(self) -> Sequence[str]:
        """Its words in lower case."""
        return self.words.low

    def has_any(self, words: Collection[str]) -> bool:
        """Whether any of these words stands in the sentence; asked before a search that would go through it word by
        word.
        """
        return any(map(words.__contains__, self.low))

    def part(self, start: int, end: int) -> "Wording":
        """The words from `start` to before `end` as a wording of their own; it ends with the last of them."""
        words = Words(self.words.tokens[start:end], self.words.low[start:end])
        breaks = [at - start for at in self.breaks if start <= at < end]
        return Wording(words, self.quoted[start:end], min(self.end, end) - start, self.language, breaks)

    def verb_at(self, at: int) -> bool:
        """Whether a known finite verb of the sentence's own stands at `at`."""
        return (
            self.low[at] in self.lexicon.finite_forms
            and self.quoted[at] < 0
            and not self.words.capitalised(at)
        )

    def breaks_at(self, at: int) -> bool:
        """Whether a comma, colon, semicolon or dash of the sentence itself stands at `at`."""
        if self.low[at] not in _BREAKS or self.quoted[at] >= 0:
            return False
        place = bisect_left(self.breaks, at)
        return place < len(self.breaks) and self.breaks[place] == at

    def next_break(self, at: int) -> int:
        """The first break at or after `at`; the sentence's end if there is none."""
        place = bisect_left(self.breaks, at)
        return min(self.breaks[place], self.end) if place < len(self.breaks) else self.end

    def break_before(self, at: int) -> int:
        """The last break before `at`; -1 if there is none."""
        place = bisect_left(self.breaks, at)
        return self.breaks[place - 1] if place else -1

    def spans(self, ranges: Sequence[Range]) -> tuple[Span, ...]:
        """The stretches of the text that these words cover."""
        return tuple(self.words.span(start, end) for start, end in ranges if start < end)

    def said(self, ranges: Sequence[Range]) -> str:
        """These words as one string, with "…" between those that stand apart."""
        return " … ".join(
            " ".join(token.text for token in self.words.tokens[start:end]) for start, end in ranges
        )

    def trimmed(self, start: int, end: int) -> Range:
        """The range without commas and dashes at its edges."""
        while start < end and self.breaks_at(start):
            start += 1
        while end > start and self.breaks_at(end - 1):
            end -= 1
        return start, end

    def noun_phrase(self, at: int, end: int | None = None) -> int:
        """Where the noun phrase at `at` ends, before any quotation; `at` if there is none."""
        limit = self.end if end is None else min(end, self.end)
        limit = next((i for i in range(at, min(limit, at + _LONGEST_PHRASE)) if self.quoted[i] >= 0), limit)
        return self.language.noun_phrase(self.words, at, limit) if at < limit else at

    def rest(self, frame: Range) -> list[Range]:
        """What is left of the sentence without a frame: the content it announces."""
        parts = [self.trimmed(0, frame[0]), self.trimmed(frame[1], self.end)]
        return [part for part in parts if part[0] < part[1]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A frame in a sentence with the content it announces; ranges of the sentence's words."""

    content: Sequence[Range]
    frame: Sequence[Range]
    cue: Sequence[Range]
    speaker: Range | None
    addressee: Range | None = None
    referent: Range | None = None
    """Who the speaker's words stand for: in "Angaben der Polizei" the police."""
    rule: str
    """The id of the construction."""
    points: tuple[Points, ...] = ()
    """What spoke for it and against it where there was a choice."""
    chain: Sequence[Range] = ()
    """Who passes these words on, nearest first: the paper in "sagte Kern laut „Rundschau“"."""
    medium: Medium = Medium.SPEECH
    main: bool = True
    """Whether the content is the sentence's main statement; not so after a noun: "Der Vorwurf, er …, ist alt"."""
