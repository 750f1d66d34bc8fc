"""German numerals: how German spells its numbers, in words, in digits, and inside other words."""

import re
from collections.abc import Sequence
from functools import cache, cached_property

from beleg.language.counting_words import CountingWords, read_counting_words
from beleg.language.numeral import Numeral, plain_value, step_of
from beleg.language.quantity import ORDINAL, TIMES
from beleg.terms.token import Token

_NUMERAL = re.compile(
    r"(?:ein|zwei|zwo|drei|vier|fünf|sechs?|sieb|acht|neun|zehn|elf|zwölf|zwan|ßig|zig|hundert|tausend|und)+"
)
_SPELLED = {
    "null": 0,
    "zwei": 2,
    "zweier": 2,
    "zweien": 2,
    "zwo": 2,
    "drei": 3,
    "dreier": 3,
    "dreien": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "hundert": 100,
    "tausend": 1000,
}
_STEMS_OF_ORDINALS = {"ers": 1, "drit": 3, "sieb": 7, "ach": 8}
_ORDINAL = re.compile(r"(.+?)(s?)te[nrsm]?")
_ORDINAL_ENDINGS = ("te", "ten", "ter", "tes", "tem")
_ONE = frozenset("ein eins eine einer einem einen eines".split())
_BEFORE_ORDINALS = frozenset(
    "der die das dem den des ein eine einen einem einer am im vom zum beim zur jeder jede jedes jedem jeden ihr ihre ihren "
    "ihrem sein seine seinen seinem seiner als".split()
)
_SINGLE_UNIT = re.compile(r"(\d[\d.,]*)(km|cm|mm|m|kg|g|t|ha|km²|m²|°|kw|mw|gw|kwh|€|%|l|h|min)$")


@cache
def word_value(word: str) -> float | None:
    """The value of a German numeral in words, lower case: "zwölf", "dreihundertfünfzig", "zweieinhalb".

    None if it is not a numeral; "ein" and its forms are none, they are articles far more often.
    """
    if word in _SPELLED:
        return float(_SPELLED[word])
    if word in _ONE or not _NUMERAL.match(word):
        return None
    if word.endswith("einhalb") and (value := word_value(word[: -len("einhalb")])):
        return value + 0.5
    from text_to_num import text2num

    try:
        return float(text2num(word, "de"))
    except ValueError:
        return None


@cache
def ordinal_value(word: str) -> int | None:
    """The value of a German ordinal in words, lower case, in any form: "dritte", "zwanzigsten"; None if it is none."""
    match = _ORDINAL.fullmatch(word) if word.endswith(_ORDINAL_ENDINGS) else None
    if match is None:
        return None
    stem = match[1] + match[2]
    if stem in _STEMS_OF_ORDINALS:
        return _STEMS_OF_ORDINALS[stem]
    value = word_value(match[1])
    # From twenty on the ending is -ste.
    if value is None or value != int(value) or (match[1] in ("hundert", "tausend") and not match[2]):
        return None
    return int(value) if (value % 100 >= 20 or value % 100 == 0) == bool(match[2]) else None


def digits_value(digits: str) -> float | None:
    """The value of a German number in digits: full stops group thousands, a comma opens the decimals."""
    plain = re.sub(r"[\s\u00a0\u202f']", "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    plain = plain.replace(",", ".")
    return plain_value(plain)


_MULTIPLE = ("malige", "maligen", "maliger", "maliges", "mals", "mal", "faches", "fache", "fachen", "fach")


class GermanNumerals:
    """German numerals (`beleg.language.numeral.Numerals`)."""

    @cached_property
    def words(self) -> CountingWords:
        """The words around German numbers."""
        return read_counting_words(__package__)

    def numeral(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        """The number that begins at `at`: "12", "360 000", "1,5-fache", "sechsmal", "dritten", "3." before a noun."""
        if at >= len(tokens):
            return None
        word = tokens[at].text.lower()
        if word[0].isdigit():
            return self._digits(tokens, at)
        if word in ("beide", "beiden", "beider"):
            return Numeral(2.0, at + 1, indefinite=True)
        if (value := word_value(word)) is not None:
            if at + 1 < len(tokens) and tokens[at + 1].text.lower() == "mal":
                return Numeral(value, at + 2, step=step_of(value), kind=TIMES)
            return Numeral(value, at + 1, step=step_of(value), rounded=value != int(value))
        for ending in _MULTIPLE if word.endswith(_MULTIPLE) else ():
            if word.endswith(ending) and (value := word_value(word[: -len(ending)])):
                return Numeral(value, at + 1, step=step_of(value), kind=TIMES)
        if (nth := ordinal_value(word)) is not None and not self._watches(tokens, at):
            return Numeral(float(nth), at + 1, kind=ORDINAL)
        return None

    def may_begin(self, word: str) -> bool:
        """Whether a number can begin with this word, lower case."""
        if word[0].isdigit() or word in ("beide", "beiden", "beider") or word_value(word) is not None:
            return True
        if word.endswith(_MULTIPLE) and any(
            word.endswith(ending) and word_value(word[: -len(ending)]) for ending in _MULTIPLE
        ):
            return True
        return ordinal_value(word) is not None

    def _watches(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether "achte", "achten" is the verb: an ordinal has an article or a preposition before it."""
        before = tokens[at - 1].text.lower() if at else ""
        return tokens[at].text.startswith("achte") and before not in _BEFORE_ORDINALS

    def _digits(self, tokens: Sequence[Token], at: int) -> Numeral | None:
        word = tokens[at].text.lower()
        if glued := _SINGLE_UNIT.match(word):
            value = digits_value(glued[1])
            unit = self.words.units.word(glued[2]) or ""
            return _numeral(value, glued[1], at + 1, unit=unit) if value is not None else None
        if multiple := re.fullmatch(r"([\d.,]+)-?(?:mal|fach|fache[ns]?)", word):
            value = digits_value(multiple[1])
            return _numeral(value, multiple[1], at + 1, kind=TIMES) if value is not None else None
        digits, last = _spaced(tokens, at)
        value = digits_value(digits)
        if value is None:
            return None
        following = tokens[last + 1].text if last + 1 < len(tokens) else ""
        beyond = tokens[last + 2].text if last + 2 < len(tokens) else ""
        if following == "." and beyond[:1].isalpha() and value < 1000 and value == int(value):
            return Numeral(value, last + 2, kind=ORDINAL)
        if following in ("-", "x") and beyond.lower() in ("mal", "fach"):
            return _numeral(value, digits, last + 3, kind=TIMES)
        if following.lower() in ("mal", "x", "×"):
            return _numeral(value, digits, last + 2, kind=TIMES)
        return _numeral(value, digits, last + 1)

    def inside(self, stem: str) -> float | None:
        """The number before the ending of an adjective."""
        if stem in ("ein", "eine"):
            return 1.0
        return digits_value(stem) if stem[:1].isdigit() else word_value(stem)

    def counted(self, tokens: Sequence[Token], at: int) -> str:
        """The first capitalised word in reach, past attributes and up to a mark."""
        for token in tokens[at : at + 4]:
            if not token.text[0].isalpha():
                return ""
            if token.text[0].isupper():
                return token.text.lower()
            if not token.text.endswith(("e", "en", "er", "em", "es")):
                return ""
        return ""

    def is_name(self, tokens: Sequence[Token], at: int) -> bool:
        """ "A 12", "Artikel 5", "Boeing 747", "Stuttgart 21": a number that tells things apart and counts nothing."""
        if at == 0:
            return False
        before = tokens[at - 1].text
        if len(before) == 1 and before.isupper():
            return True
        # "kostet die Halle 4 Millionen Euro": what is measured is no name.
        return before.lower() in self.words.words["labels"] and not self.words.measured(tokens, at + 1)


def _numeral(value: float, digits: str, end: int, *, kind: str = "", unit: str = "") -> Numeral:
    decimals = len(digits.partition(",")[2])
    return Numeral(value, end, step=step_of(value, decimals), kind=kind, unit=unit, rounded=bool(decimals))


def _spaced(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The digits at `at`, with groups of three after single spaces ("360 000"), and the index of the last group."""
    number = tokens[at].text.rstrip(".")
    last = at
    while (
        len(tokens[at].text) <= 3
        and last + 1 < len(tokens)
        and re.fullmatch(r"\d{3}", tokens[last + 1].text)
        and tokens[last + 1].start == tokens[last].end + 1
    ):
        last += 1
        number += tokens[last].text
    return number, last


NUMERALS = GermanNumerals()
