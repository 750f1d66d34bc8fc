"""Planting: faults put by rule into true sentences of a text, for practice.

The rules are few and plain, and give up rather than write bad German or English. The same seed plants the same faults.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Final, TypeVar

from beleg.language.language import Language
from beleg.language.lexicon import Gender
from beleg.language.planting import PlantingWords, planting_words
from beleg.language.words import Words
from beleg.terms.quotation import QuotationKind
from beleg.terms.reading import Reading, Sentence
from beleg.terms.span import Span
from beleg.terms.training import FaultKind, PlantedFault
from beleg.text.marks import quotation_marks

_DIGITS: Final = re.compile(r"\d[\d.,]*\d|\d")
_BINDING: Final = frozenset("so wie zu sehr as very".split())
"""Words that make one phrase with the next: "so gut wie"."""
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class _Change:
    """Other words for a stretch of the text."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the rules look at: the text, what it is made of, and the words of its language."""

    reading: Reading
    language: Language
    words: PlantingWords
    quoted: tuple[Span, ...]
    """What stands between quotation marks, without them."""

    def is_quoted(self, span: Span) -> bool:
        return any(one.covers(span) for one in self.quoted)


class _Dice:
    """Choices that follow from a seed and nothing else."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._thrown = 0

    def one_of(self, things: Sequence[_Thing]) -> _Thing:
        self._thrown += 1
        digest = sha256(f"{self._seed}/{self._thrown}".encode()).digest()
        return things[int.from_bytes(digest[:8], "big") % len(things)]


def planted(
    reading: Reading, language: Language, true: Set[int], *, faults: int, seed: str
) -> tuple[str, tuple[PlantedFault, ...]]:
    """Return the text with at most `faults` faults in it, and what they are, in the order of the text.

    `true` are the places (from 0) of the sentences a fault may be planted into, one at most in each; the kinds take
    turns. Fewer are planted where the text offers no more; without any the text comes back as it was.
    """
    words = planting_words(language.code)
    if words is None:
        return reading.text, ()
    marked = quotation_marks(reading.text, reading.blocks).marked
    ground = _Ground(reading, language, words, tuple(part for one in marked for part in one.parts))
    dice = _Dice(seed)
    offered: dict[FaultKind, dict[int, _Change]] = {}
    for kind, rule in _RULES.items():
        for place in sorted(true):
            changes = [one for one in rule(ground, reading.sentences[place]) if _says_else(ground, one)]
            if changes:
                offered.setdefault(kind, {})[place] = dice.one_of(changes)
    chosen: dict[int, tuple[FaultKind, _Change]] = {}
    while len(chosen) < faults and any(offered.values()):
        for kind in list(offered):
            free = [place for place in offered[kind] if place not in chosen]
            if not free:
                del offered[kind]
            elif len(chosen) < faults:
                place = dice.one_of(free)
                chosen[place] = (kind, offered[kind][place])
    return _with(reading, chosen)


def _with(
    reading: Reading, chosen: dict[int, tuple[FaultKind, _Change]]
) -> tuple[str, tuple[PlantedFault, ...]]:
    text, faults = reading.text, []
    for place, (kind, change) in sorted(chosen.items(), reverse=True):
        sentence, span = reading.sentences[place], change.span
        now = text[sentence.start : span.start] + change.words + text[span.end : sentence.end]
        text = text[: sentence.start] + now + text[sentence.end :]
        faults.append(PlantedFault(kind=kind, sentence=place, was=sentence.text, now=now))
    return text, tuple(reversed(faults))


def _says_else(ground: _Ground, change: _Change) -> bool:
    return change.span.of(ground.reading.text) != change.words


def _numbers(ground: _Ground, sentence: Sentence) -> Iterator[_Change]:
    """Two digits of a number in another order, or the last one a step further."""
    for quantity in ground.language.quantities(sentence.tokens):
        found = _DIGITS.search(quantity.span.of(ground.reading.text))
        if found is None or ground.is_quoted(quantity.span):
            continue
        start = quantity.start + found.start()
        yield _Change(Span(start, start + len(found[0])), _other_number(found[0]))


def _other_number(written: str) -> str:
    digits = [at for at, sign in enumerate(written) if sign.isdigit()]
    signs = list(written)
    for one, other in pairwise(digits):
        leading_zero = one == digits[0] and signs[other] == "0"
        if signs[one] != signs[other] and not leading_zero:
            signs[one], signs[other] = signs[other], signs[one]
            return "".join(signs)
    signs[digits[0]] = str(int(signs[digits[0]]) % 9 + 1)
    return "".join(signs)


def _names(ground: _Ground, sentence: Sentence) -> Iterator[_Change]:
    """A person named in full, exchanged for another one of the text whom the same pronoun can stand for."""
    people = {
        (span.of(ground.reading.text), gender)
        for each in ground.reading.sentences
        for span, gender in _people(ground, each)
    }
    for span, gender in _people(ground, sentence):
        if ground.is_quoted(span):
            continue
        for name, others in sorted(people, key=lambda pair: pair[0]):
            surname = name.split()[-1]
            if others == gender != Gender.UNKNOWN.value and surname not in sentence.text:
                yield _Change(span, name)


def _people(ground: _Ground, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """Where persons are named by first and last name, without their titles."""
    words = Words.of(sentence.tokens)
    for somebody in ground.language.people(words):
        around = words.span(somebody.start, somebody.end)
        for name in ground.language.names(sentence.tokens):
            full = " " in name.of(ground.reading.text)
            if full and around.covers(name) and name.of(ground.reading.text).endswith(somebody.surname):
                first = ground.language.gender(name.of(ground.reading.text).split()[0])
                yield name, (somebody.gender if first is Gender.UNKNOWN else first).value
                break


def _negations(ground: _Ground, sentence: Sentence) -> Iterator[_Change]:
    """A negation outside quotation marks left out, with the blank before it."""
    yield from (
        change for change in _left_out_negation(ground, sentence) if not ground.is_quoted(change.span)
    )


def _left_out_negation(ground: _Ground, sentence: Sentence) -> Iterator[_Change]:
    low = [token.text.lower() for token in sentence.tokens]
    for at in range(1, len(low) - 1):
        if low[at] != ground.words.negation or "sondern" in low or "but" in low[at:]:
            continue
        following = low[at + 1]
        if following not in ground.words.not_before and low[at - 1] not in {
            "noch",
            "auch",
            "gar",
            "yet",
            "or",
        }:
            yield _Change(Span(sentence.tokens[at - 1].end, sentence.tokens[at].end), "")


def _quotations(ground: _Ground, sentence: Sentence) -> Iterator[_Change]:
    """A word of a quotation exchanged for one that says something else, or its negation left out."""
    for change in _left_out_negation(ground, sentence):
        if ground.is_quoted(change.span):
            yield change
    for before, token in pairwise(sentence.tokens):
        other = ground.words.quoted.get(token.text)
        span = Span(token.start, token.end)
        if other and ground.is_quoted(span) and before.text.lower() not in _BINDING:
            yield _Change(span, other)


def _attributions(ground: _Ground, sentence: Sentence) -> Iterator[_Change]:
    """What somebody is reported to have said, told as a fact: the frame behind it goes, and the mood with it."""
    inside = [one for one in ground.reading.quotations if sentence.span.covers(one.span)]
    if len(inside) != 1 or len(inside[0].quote) != 1 or len(inside[0].frame) != 1:
        return
    quotation, text = inside[0], ground.reading.text
    told, frame = quotation.quote[0], quotation.frame[0]
    behind = (
        told.start == sentence.start and told.end <= frame.start and text[frame.end : sentence.end] == "."
    )
    if quotation.kind is not QuotationKind.INDIRECT or not behind or text[told.end : frame.start].strip(" ,"):
        return
    fact = _in_indicative(ground, sentence, told)
    if fact is not None:
        yield _Change(sentence.span, fact.rstrip(" ,") + ".")


def _in_indicative(ground: _Ground, sentence: Sentence, told: Span) -> str | None:
    """The words told, every verb of reported speech in the indicative.

    None where one has no form in the list, and where none is in the mood of reported speech in a language that has one.
    """
    words, text, forms = Words.of(sentence.tokens), told.of(ground.reading.text), ground.words.indicative
    reported = {verb.at for verb in ground.language.reported_verbs(words)}
    changed = 0
    for at in reversed(range(len(words))):
        token, form = words.tokens[at], forms.get(words.low[at])
        inside = told.covers(Span(token.start, token.end)) and token.text[0].islower()
        if not inside or (at not in reported and form is None):
            continue
        if form is None:
            return None
        start = token.start - told.start
        text = text[:start] + form + text[start + len(token.text) :]
        changed += 1
    return text if changed or not forms else None


def _reservations(ground: _Ground, sentence: Sentence) -> Iterator[_Change]:
    """A word of doubt left out, with the blank before it."""
    tokens = sentence.tokens
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        span = Span(before.end, token.end)
        if (
            token.text.lower() in ground.words.hedges
            and after.text[0].isalnum()
            and not ground.is_quoted(span)
        ):
            yield _Change(span, "")


_RULES: Final[dict[FaultKind, Callable[[_Ground, Sentence], Iterator[_Change]]]] = {
    FaultKind.QUOTATION: _quotations,
    FaultKind.NUMBER: _numbers,
    FaultKind.NAME: _names,
    FaultKind.ATTRIBUTION: _attributions,
    FaultKind.NEGATION: _negations,
    FaultKind.RESERVATION: _reservations,
}
