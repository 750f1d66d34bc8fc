"""German spelling: a word in small letters that no list knows, but that is one slip away from a known word.

Three lists, each asked only about what the one before leaves open: the closed classes and verb forms Beleg has itself,
some 120,000 stems (Wikidata Lexemes, CC0), and simplemma's dictionaries of German and English, which take half a second
to load and so are opened only for a word that looks misspelt. Compounds and derivations are taken apart.
"""

import gzip
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from beleg.language.de.verb_persons import persons
from beleg.language.stems import stem
from beleg.language.word_lists import word_list

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzäöüß"
_SHORTEST: Final = 5
_LONGEST: Final = 30
_SHORTEST_PART: Final = 3
_SHORTEST_JOINED: Final = 4
_MOST_MEANT: Final = 3
_MOST_PARTS: Final = 3
_ENDINGS: Final = (
    "e en er es em n s t st te ten tes tem ter et est end ende enden ender endes endem ste sten ster stes stem "
    "ere eren erer eres erem sch sche schen scher sches schem isch ische ischen ischer isches ischem"
).split()


class GermanSpelling:
    """Spelling of German (`beleg.language.spelling.Spelling`)."""

    def knows(self, word: str) -> bool:
        """Whether a word in small letters is known, or too short or long to tell."""
        return not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or _known(word)

    def meant(self, word: str) -> tuple[str, ...]:
        """The known words that an unknown one can have been meant to be."""
        return () if self.knows(word) else _meant(word)


class _Stems:
    """The known stems, opened two letters at a time: a draft needs a few hundred of the 160,000."""

    def __init__(self, lines: str, own: frozenset[str]) -> None:
        self._lines = lines
        self._own = own
        self._opened: dict[str, frozenset[str]] = {}

    def __contains__(self, found: str) -> bool:
        first = found[:2]
        if first not in self._opened:
            start, end = self._place(first), self._place(first + "\U0010ffff")
            self._opened[first] = frozenset(self._lines[start:end].split("\n"))
        return found in self._opened[first] or found in self._own

    def _place(self, word: str) -> int:
        """Where the first line stands that is not before `word`; the lines are sorted."""
        low, high = 0, len(self._lines)
        while low < high:
            middle = self._lines.rfind("\n", low, (low + high) // 2) + 1 or low
            end = self._lines.find("\n", middle)
            end = len(self._lines) if end < 0 else end
            if self._lines[middle:end] < word:
                low = min(end + 1, len(self._lines))
            else:
                high = middle
        return low


@cache
def _stems() -> _Stems:
    """The known stems, with those of the words Beleg lists itself."""
    packed = files(__package__).joinpath("known_stems.txt.gz").read_bytes()
    lists = word_list(__package__, "words.toml")
    own = [word for value in lists.values() if isinstance(value, str) for word in value.split()]
    own += word_list(__package__, "spelling.toml")["words"].split()
    return _Stems(gzip.decompress(packed).decode(), frozenset(stem(word, "german") for word in own))


@cache
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    """What can stand before a known word, and what after one."""
    data = word_list(__package__, "spelling.toml")
    return frozenset(data["before"].split()), frozenset(
        stem(part, "german") for part in data["after"].split()
    )


@lru_cache(maxsize=8_192)
def _known(word: str) -> bool:
    """Whether the word is known: whole or inflected, with something before or after it, or as a compound."""
    if _inflected(word):
        return True
    before, after = _parts()
    for at in range(2, len(word) - _SHORTEST_PART + 1):
        first, second = word[:at], word[at:]
        if first in before and (_inflected(second) or _inflected(second.removeprefix("zu"))):
            return True
        if stem(second, "german") in after and (first in before or _joins(first)):
            return True
    return _compound(word, _MOST_PARTS) or _compound(stem(word, "german"), 2)


@lru_cache(maxsize=2_048)  # a draft is checked again after every edit, and its unknown words stay
def _meant(word: str) -> tuple[str, ...]:
    """The known words that are a slip away from an unknown one."""
    near = [other for other in _slips(word) if _stem_known(stem(other, "german"))]
    if not near or _in_dictionary(word):
        return ()
    dictionary = _dictionary("de")
    found = dict.fromkeys(other for other in near if other in dictionary)
    return tuple(found)[:_MOST_MEANT]


def _stem_known(found: str) -> bool:
    """Whether this is a known stem, or two in one."""
    known = _stems()
    return found in known or any(
        found[at:] in known and found[:at] in known
        for at in range(_SHORTEST_JOINED, len(found) - _SHORTEST_JOINED + 1)
    )


def _inflected(word: str) -> bool:
    """Whether its stem is known, or that of the word without one more ending."""
    known = _stems()
    return (
        word in persons()
        or stem(word, "german") in known
        or any(
            word.endswith(ending)
            and len(word) - len(ending) > _SHORTEST_PART
            and stem(word.removesuffix(ending), "german") in known
            for ending in _ENDINGS
        )
    )


def _compound(word: str, parts: int) -> bool:
    """Whether it is made of at most so many known words of some length."""
    for at in range(_SHORTEST_JOINED, len(word) - _SHORTEST_JOINED + 1):
        if _joins(word[:at]) and (
            word[at:] in _stems() or _inflected(word[at:]) or (parts > 2 and _compound(word[at:], parts - 1))
        ):
            return True
    return False


def _joins(part: str) -> bool:
    """Whether it is a known word, also with a linking "s"."""
    known = _stems()
    return len(part) >= _SHORTEST_JOINED and (
        stem(part, "german") in known or (part.endswith("s") and stem(part[:-1], "german") in known)
    )


def _slips(word: str) -> Iterator[str]:
    """The words from which this one differs by one slip: two letters swapped, one left out, one too many, one wrong."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for first, rest in cuts:
        if len(rest) > 1:
            yield first + rest[1] + rest[0] + rest[2:]
    for first, rest in cuts:
        for letter in _LETTERS:
            yield first + letter + rest
    for first, rest in cuts:
        if rest:
            yield first + rest[1:]
    for first, rest in cuts:
        if rest:
            for letter in _LETTERS:
                yield first + letter + rest[1:]


@cache
def _dictionary(code: str) -> Mapping[str, str]:
    """simplemma's dictionary of a language, from a form to its lemma."""
    from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

    found: Mapping[str, str] = DEFAULT_DICTIONARY_FACTORY.get_dictionary(code)
    return found


def _in_dictionary(word: str) -> bool:
    """Whether German or English has the word, inflected, or as a compound of two."""
    german, english = _dictionary("de"), _dictionary("en")

    def has(part: str) -> bool:
        return part in german or part.capitalize() in german

    if has(word) or word in english:
        return True
    if any(word.endswith(ending) and has(word.removesuffix(ending)) for ending in _ENDINGS):
        return True
    return any(
        (has(word[:at]) or (word[at - 1] == "s" and has(word[: at - 1]))) and has(word[at:])
        for at in range(_SHORTEST_JOINED, len(word) - _SHORTEST_JOINED + 1)
    )
