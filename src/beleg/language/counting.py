"""Counting: read the numbers of a sentence with their unit, their limits, and what they count.

The grammar is the same in German and English as far as it goes: [limit] number [multiplier] [to number] [unit or noun].
What differs, how a number is spelled and where its noun stands, a language says through `Numerals`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from beleg.language.counting_words import CountingWords
from beleg.language.labels_in_digits import labels_in_digits
from beleg.language.number_beginnings import begins_none
from beleg.language.number_words import number_inside
from beleg.language.numeral import Numeral, Numerals
from beleg.language.quantity import ORDINAL, PERCENT, SCORE, TIMES, Bound, Quantity, measures
from beleg.language.shared_units import with_shared_units
from beleg.terms.span import Span
from beleg.terms.token import Token

_RESULT = re.compile(r"(\d{1,3}):(\d{1,3})(?:$|-)")
_DASHED = re.compile(r"(\d[\d.,]*)([-\u2010\u2011])(\d[\d.,]*)")


class Counting:
    """The numbers of one sentence. `dates` are stretches that are dates and hold no numbers."""

    def __init__(
        self, tokens: Sequence[Token], words: CountingWords, numerals: Numerals, dates: Sequence[Span]
    ) -> None:
        self._tokens = tokens = [part for token in tokens for part in _parts(token)]
        self._words = words
        self._numerals = numerals
        kinds = words.words
        self._dated = {
            number
            for number, token in enumerate(tokens)
            if any(date.start <= token.start and token.end <= date.end for date in dates)
        } | set(labels_in_digits(tokens, kinds["lines"], kinds["dialled"], kinds["on_the_line"]))

    def quantities(self) -> list[Quantity]:
        """The numbers, in order."""
        found = []
        at = 0
        while at < len(self._tokens):
            if begins_none(self._tokens, at, self._words, self._numerals):
                at += 1
                continue
            quantity, end = (None, at + 1) if at in self._dated else self._at(at)
            if quantity is not None:
                found.append(self._limited(quantity, at))
            at = max(end, at + 1)
        return with_shared_units(found, self._tokens, self._words.words["sharing"])

    def _limited(self, quantity: Quantity, at: int) -> Quantity:
        """With the words before it that say how exactly it is meant; an article may stand between."""
        bound = self._words.bound_before(self._tokens, at)
        words = self._words.words
        if bound is Bound.EXACT and self._lower(at - 1) in words["articles"] | words["ones"]:
            bound = self._words.bound_before(self._tokens, at - 1)
        return replace(quantity, bound=bound)

    def _at(self, at: int) -> tuple[Quantity | None, int]:
        token = self._tokens[at]
        word = token.text.lower()
        held = number_inside(token, self._words, self._numerals)
        if held is not None:
            return held, at + 1
        before = self._words.before.longest(self._tokens, at)
        if before is not None and (number := self._number(before[1])) is not None:
            return self._measured(at, number.end, number, number, before[0])
        for reader in (self._halved, self._share):
            if (found := reader(at, word)) is not None:
                return found
        if result := _RESULT.match(word):
            goals = Numeral(float(result[1]), at + 1), Numeral(float(result[2]), at + 1)
            return self._quantity(at, at + 1, *goals, unit=SCORE), at + 1
        first = self._number(at)
        if first is None or (
            first.indefinite and word in self._words.words["ones"] and not self._unit_in_words(first.end)
        ):
            return None, at + 1
        if token.text[0].isdigit() and self._numerals.is_name(self._tokens, at):
            return None, first.end
        return self._counted(at, first)

    def _number(self, at: int) -> Numeral | None:
        """A number with its multipliers: "1,2 Millionen", "eine Million"."""
        if at >= len(self._tokens) or at in self._dated:
            return None
        number = self._numerals.numeral(self._tokens, at)
        if number is None and self._lower(at) in self._words.words["ones"]:
            multiplied = self._words.multipliers.longest(self._tokens, at + 1)
            number = Numeral(1.0, at + 1, indefinite=multiplied is None)
        if number is None:
            own = self._words.multipliers.longest(self._tokens, at)
            # "Dutzend", "a dozen"; "Millionen Menschen" is no number.
            return Numeral(12.0, own[1]) if own and own[0] == 12.0 else None
        while not number.kind and (more := self._words.multipliers.longest(self._tokens, number.end)):
            number = replace(
                number, value=number.value * more[0], step=number.step * more[0], end=more[1], rounded=True
            )
        return number

    def _counted(self, at: int, first: Numeral) -> tuple[Quantity, int]:
        """A number, or a range or a result of two, with what it counts."""
        second = self._second(at, first)
        number = second or first
        if first.kind == TIMES:
            return self._quantity(at, first.end, first, first, unit=TIMES), first.end
        if first.kind == ORDINAL:
            noun = self._numerals.counted(self._tokens, first.end)
            return self._quantity(at, first.end, first, first, unit=ORDINAL, counted=noun), first.end
        if second is None and self._lower(at - 1) in self._words.words["places"]:
            place = self._lower(at - 1)
            return self._quantity(at, first.end, first, first, unit=ORDINAL, counted=place), first.end
        if second is not None and self._is_score(first, second):
            return self._quantity(at, second.end, first, second, unit=SCORE), second.end
        if number.unit:
            return self._measured(at, number.end, first, number, number.unit)
        if (unit := self._unit(number.end)) is not None:
            return self._measured(at, unit[1], first, number, unit[0])
        noun = self._numerals.counted(self._tokens, number.end)
        return self._quantity(at, number.end, first, number, counted=noun), number.end

    def _unit(self, at: int) -> tuple[str, int] | None:
        found = self._words.units.longest(self._tokens, at)
        if found is None or found[1] - 1 in self._dated:
            return None
        # "5 s." and "3 m" are units, "3 S" and "2 T" letters of something else.
        letter = self._tokens[at].text
        return (
            None if found[1] == at + 1 and len(letter) == 1 and letter.isupper() and letter != "W" else found
        )

    def _unit_in_words(self, at: int) -> bool:
        """Whether "a" can be a number before it: "a day", but not "a $20 note"."""
        return self._unit(at) is not None and self._tokens[at].text[0].isalpha()

    def _second(self, at: int, first: Numeral) -> Numeral | None:
        """The second number of "10 bis 12", "zwischen 10 und 12", "3 zu 1"."""
        between = self._lower(at - 1) in self._words.words["between"]
        joint = self._lower(first.end)
        kinds = self._words.words
        end = first.end
        if unit := self._unit(end):
            end, joint = unit[1], self._lower(unit[1])  # "zwischen 10 Euro und 12 Euro"
        linked = joint in kinds["to"] or (joint in kinds["and"] and between)
        if joint == "to" and self._lower(at - 1) == "from":
            return None  # "rose from 30 to 40 percent"
        if linked:
            last = self._number(end + 1)
            if last is None or last.indefinite or last.kind != first.kind:
                return None
            if first.value < last.value or (first.value < 1000 <= last.value):
                return last
            # "3-1" without spaces is a result, "10 - 3" nothing to rely on.
            dash = self._tokens[first.end]
            return (
                last if dash.start == self._tokens[first.end - 1].end and joint not in ("bis", "to") else None
            )
        if joint in kinds["against"] and end == first.end:
            return self._number(end + 1)
        return None

    def _is_score(self, first: Numeral, second: Numeral) -> bool:
        """Whether the two numbers are a result: "3 zu 1", "28 gegen 8 Stimmen"."""
        joint = self._lower(first.end)
        if joint in self._words.words["to"]:
            return second.value < first.value
        return joint in self._words.words["against"] and (
            joint in ("zu", ":") or self._lower(second.end) in self._words.words["scored"]
        )

    def _measured(
        self, at: int, end: int, first: Numeral, last: Numeral, measure: str
    ) -> tuple[Quantity, int]:
        """A number in a unit; in a range the multiplier of the second counts for the first: "2 bis 3 Millionen"."""
        return self._quantity(at, end, first, last, measure=measure), end

    def _quantity(
        self,
        at: int,
        end: int,
        first: Numeral,
        last: Numeral,
        *,
        unit: str = "",
        measure: str = "",
        counted: str = "",
    ) -> Quantity:
        dimension, factor = unit, 1.0
        if measure == TIMES:
            dimension = TIMES
        elif measure:
            dimension, factor = measures()[measure].dimension, measures()[measure].factor
        value = first.value
        if (
            last is not first
            and unit != SCORE
            and last.rounded
            and not first.rounded
            and value < 1000 <= last.value
        ):
            value *= last.value / _without_multiplier(last)
        return Quantity(
            self._tokens[at].start,
            self._tokens[end - 1].end,
            value * factor,
            unit=dimension,
            counted=counted,
            upper=last.value * factor,
            step=last.step * factor,
            measure=measure,
            written=first.value,
            rounded=last.rounded,
            indefinite=first.indefinite,
        )

    def _share(self, at: int, word: str) -> tuple[Quantity | None, int] | None:
        """A share as a fraction: "ein Drittel", "die Hälfte", "jeder fünfte", "drei von zehn", "one in five"."""
        tokens, words = self._tokens, self._words
        whole = words.fractions.longest(tokens, at)
        if whole is not None and whole[0] == 2:
            if self._lower(at - 1) in ("zweite", "zweiten", "erste", "ersten", "second", "first"):
                return None, whole[1]
            return self._percent(at, whole[1], 1, 2), whole[1]
        if word in words.words["every"]:
            nth = self._numerals.numeral(tokens, at + 1)
            if nth is not None and nth.kind == ORDINAL and nth.value > 1 and not self._unit(nth.end):
                return self._percent(at, nth.end, 1, nth.value), nth.end
            return None
        count = self._number(at)
        if count is None and word in ("one", "ein", "einer", "eine", "einem"):
            count = Numeral(1.0, at + 1, indefinite=True)
        if count is None or count.kind:
            return None
        parts = words.fractions.longest(tokens, count.end)
        if parts is not None and not self._unit(parts[1]):
            return self._percent(at, parts[1], count.value, parts[0]), parts[1]
        if parts is not None and (unit := self._unit(parts[1])) is not None:
            number = Numeral(count.value / parts[0], unit[1], step=0.05, rounded=True)
            return self._measured(at, unit[1], number, number, unit[0])
        if self._lower(count.end) in words.words["out_of"]:
            of = self._number(count.end + (2 if self._lower(count.end + 1) == "of" else 1))
            round_total = of is not None and (of.value in (10, 100, 1000) or self._lower(count.end) == "in")
            if of and not of.kind and not of.unit and round_total and count.value < of.value <= 1000:
                if self._unit(of.end) or (count.indefinite and word not in ("one", "einer", "eine", "ein")):
                    return None
                return self._percent(at, of.end, count.value, of.value), of.end
        return None

    def _percent(self, at: int, end: int, count: float, parts: float) -> Quantity:
        share = Numeral(round(100 * count / parts, 4), end, step=100 / parts / 2, rounded=True)
        return replace(
            self._quantity(at, end, share, share, measure=PERCENT), measure="fraction", written=count
        )

    def _halved(self, at: int, word: str) -> tuple[Quantity | None, int] | None:
        """ "eine halbe Stunde", "half an hour", "half a million people"."""
        words = self._words.words
        half = at + 1 if word in self._words.words["ones"] and self._lower(at + 1) in words["half"] else at
        if self._lower(half) not in words["half"]:
            return None
        end = half + 1
        if self._lower(end) in self._words.words["ones"]:
            end += 1
        value, step = 0.5, 0.5
        rounded = False
        if more := self._words.multipliers.longest(self._tokens, end):
            value, step, end, rounded = value * more[0], step * more[0], more[1], True
        number = Numeral(value, end, step=step, rounded=rounded)
        unit = self._unit(end)
        if unit is not None:
            return self._measured(at, unit[1], number, number, unit[0])
        if not rounded:
            return None
        noun = self._numerals.counted(self._tokens, end)
        return self._quantity(at, end, number, number, counted=noun), end

    def _lower(self, at: int) -> str:
        return self._tokens[at].text.lower() if 0 <= at < len(self._tokens) else ""


def _parts(token: Token) -> list[Token]:
    """ "10-12" as three tokens; every other token as it is."""
    match = _DASHED.fullmatch(token.text) if token.text[0].isdigit() else None
    if match is None or token.end - token.start != len(token.text):
        return [token]
    return [
        Token(token.start + match.start(part), token.start + match.end(part), match[part])
        for part in (1, 2, 3)
    ]


def _without_multiplier(number: Numeral) -> float:
    """The number before its multiplier: 3 for "3 Millionen"."""
    return next((number.value / one for one in (1e12, 1e9, 1e6, 1e3) if number.value >= one), number.value)
