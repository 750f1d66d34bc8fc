"""English numerals: how English spells its numbers, in words, in digits, and inside other words."""

import re
from collections.abc import Sequence
from functools import cached_property

from beleg.language.counting_words import CountingWords, read_counting_words
from beleg.language.numeral import Numeral, plain_value, step_of
from beleg.language.quantity import ORDINAL, TIMES
from beleg.terms.token import Token

_WORDS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: float(10 * value)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_GLUED = re.compile(r"([$€£]?)(\d[\d,.]*?)([a-z²³%°]+)$")
_AFTER_HUNDRED = ("hundred", "thousand", "million", "billion")


def word_value(word: str) -> float | None:
    """The value of an English numeral in words, lower case: "twelve", "forty-two"; None if it is none.

    "one" is none: it is a pronoun far more often.
    """
    if word == "one":
        return None
    if word in _WORDS or word in _TENS:
        return _WORDS.get(word, _TENS.get(word))
    tens, dash, ones = word.partition("-")
    if dash and tens in _TENS and ones in _WORDS:
        return _TENS[tens] + _WORDS[ones]
    return None


def ordinal_value(word: str) -> int | None:
    """The value of an English ordinal, lower case: "third", "21st"; None if it is none."""
    if match := re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", word):
        return int(match[1])
    tens, dash, ones = word.partition("-")
    if dash and tens in _TENS and ones in _ORDINALS:
        return int(_TENS[tens]) + _ORDINALS[ones]
    return _ORDINALS.get(word)


def digits_value(digits: str) -> float | None:
    """The value of an English number in digits: commas group thousands, a full stop opens the decimals."""
    plain = digits.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits) else digits
    return plain_value(plain)


class EnglishNumerals:
    """English numerals (`beleg.language.numeral.Numerals`)."""

    @cached_property
    def words(self) -> CountingWords:
        """The words around English numbers."""
        return read_counting_words(__package__)

    def numeral(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """The number that begins at `at`: "12", "1.2bn", "two hundred and fifty", "third", "5-fold"."""
        if at >= len(tokens):
            return None
        word = tokens[at].text.lower()
        if glued := _GLUED.match(word):
            return self._glued(glued, tokens, at)
        if word[0].isdigit():
            value = digits_value(word)
            following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
            if value is None:
                return None
            if following in ("times", "x", "×"):
                return _numeral(value, word, at + 2, kind=TIMES)
            return _numeral(value, word, at + 1)
        if word.endswith("fold") and (value := word_value(word[:-4])):
            return Numeral(value, at + 1, kind=TIMES)
        if word == "both":
            return Numeral(2.0, at + 1, indefinite=True)
        value = word_value(word)
        if value is None and word == "one" and self._follows(tokens, at + 1, _AFTER_HUNDRED):
            value = 1.0
        if value is None:
            nth = ordinal_value(word)
            return Numeral(float(nth), at + 1, kind=ORDINAL) if nth is not None else None
        return self._spelled(tokens, at, value)

    def may_begin(self, word: str) -> bool:
        """Whether a number can begin with this word, lower case."""
        if word[0].isdigit() or word in ("one", "both") or _GLUED.match(word) is not None:
            return True
        value = word_value(word[:-4]) if word.endswith("fold") else word_value(word)
        return value is not None or ordinal_value(word) is not None

    def _spelled(self, tokens: Sequence[Token], at: int, value: float) -> Numeral:
        """Number words go on: "twenty five", "two hundred and fifty"."""
        end = at + 1
        if (
            value in _TENS.values()
            and end < len(tokens)
            and (ones := _WORDS.get(tokens[end].text.lower(), 0)) < 10
        ):
            value, end = (value + ones, end + 1) if ones else (value, end)
        if self._follows(tokens, end, ("hundred",)):
            value, end = value * 100, end + 1
            after = end + 1 if self._follows(tokens, end, ("and",)) else end
            rest = word_value(tokens[after].text.lower()) if after < len(tokens) else None
            if rest is not None and rest < 100:
                value, end = value + rest, after + 1
        if self._follows(tokens, end, ("times",)):
            return Numeral(value, end + 1, kind=TIMES)
        return Numeral(value, end, step=step_of(value))

    def _follows(self, tokens: Sequence[Token], at: int, words: Sequence[str]) -> bool:
        return at < len(tokens) and tokens[at].text.lower() in words

    def _glued(self, glued: re.Match[str], tokens: Sequence[Token], at: int) -> Numeral | None:
        value = digits_value(glued[2])
        if value is None:
            return None
        letters = glued[3]
        if letters in ("st", "nd", "rd", "th"):
            return Numeral(value, at + 1, kind=ORDINAL)
        if letters == "x":
            return _numeral(value, glued[2], at + 1, kind=TIMES)
        signed = glued[1] or (at and tokens[at - 1].text in "$€£")
        multiplier = {"k": 1e3, "bn": 1e9, "tn": 1e12, "mn": 1e6, "b": 1e9}.get(letters)
        if letters == "m" and signed:
            multiplier = 1e6
        unit = "" if multiplier else self.words.units.word(letters) or ("metre" if letters == "m" else "")
        if glued[1]:
            unit = self.words.before.word(glued[1]) or ""
        number = _numeral(value, glued[2], at + 1, unit=unit)
        if multiplier is None:
            return number if unit else None
        return Numeral(value * multiplier, at + 1, step=number.step * multiplier, unit=unit, rounded=True)

    def inside(self, stem: str) -> float | None:
        """The number before the ending of an adjective."""
        if stem in ("one", "half"):
            return 1.0 if stem == "one" else 0.5
        return digits_value(stem) if stem[:1].isdigit() else word_value(stem)

    def counted(self, tokens: Sequence[Token], at: int) -> str:
        """The first plural in reach, else the next word."""
        words = []
        for token in tokens[at : at + 3]:
            if not token.text[0].isalpha() or token.text.lower() in _ENDS_PHRASE:
                break
            words.append(token.text.lower())
        return next(
            (word for word in words if word.endswith("s") or word in _PLURALS), words[0] if words else ""
        )

    def is_name(self, tokens: Sequence[Token], at: int) -> bool:
        """ "Route 66", "Article 5", "Boeing 747": a number that tells things apart and counts nothing."""
        if [token.text for token in tokens[at : at + 3]] == ["24", "/", "7"]:
            return True
        before = tokens[at - 1].text if at else ""
        return (before not in {"I", "A"} and len(before) == 1 and before.isupper()) or (
            before[:1].isupper()
            and before.lower() in self.words.words["labels"]
            and not self.words.measured(tokens, at + 1)
        )


_PLURALS = frozenset("people men women children police staff".split())
_ENDS_PHRASE = frozenset(
    "of in on at by to from for with and or were was are is had have has who that as than more".split()
)


def _numeral(value: float, digits: str, end: int, *, kind: str = "", unit: str = "") -> Numeral:
    decimals = len(digits.partition(".")[2])
    return Numeral(value, end, step=step_of(value, decimals), kind=kind, unit=unit, rounded=bool(decimals))


NUMERALS = EnglishNumerals()
