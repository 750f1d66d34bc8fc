"""Number: which phrases of a German clause are one and which are several, as far as their words say so."""

from functools import cache
from typing import Final, NamedTuple

from beleg.language.de.names import is_first_name, is_title
from beleg.language.de.verb_persons import Person, persons
from beleg.language.word_lists import word_list
from beleg.language.words import Words

_SINGULAR_ARTICLES: Final = frozenset(
    "der das ein eine dieser dieses jeder jede jedes kein unser mein sein ihr".split()
)
_ANY_NUMBER: Final = frozenset("die diese".split())
_PLURAL: Final = frozenset(
    "viele einige mehrere zahlreiche zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
)
_BEFORE_NOUNS: Final = frozenset(
    "die diese jene keine meine seine ihre unsere deren der das ein eine dieser dieses kein jeder jede jedes jener jenes "
    "sein ihr mein unser".split()
)
_GENITIVE: Final = frozenset("der des eines einer dieser seiner ihrer".split())
_MOST_ADJECTIVES: Final = 3
_LONGEST_NAME: Final = 4
_MOST_ATTRIBUTES: Final = 2


class _Lists(NamedTuple):
    singular_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    people: frozenset[str]
    same_in_plural: frozenset[str]
    measures: frozenset[str]
    plural_names: frozenset[str]
    oblique: frozenset[str]
    several: frozenset[str]
    one: frozenset[str]
    feminine_ends: tuple[str, ...]
    addressing: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    function_words: frozenset[str]


@cache
def lists() -> _Lists:
    """The closed classes and nouns that say how many a phrase means."""
    data = word_list(__package__, "agreement.toml")
    common = word_list(__package__, "words.toml")
    nouns, words = data["nouns"], data["words"]
    return _Lists(
        singular_endings=tuple(nouns["singular_endings"].split()),
        plural_endings=tuple(nouns["plural_endings"].split()),
        people=frozenset(nouns["people"].split()),
        same_in_plural=frozenset(noun for noun in nouns["people"].split() if noun.endswith("er")),
        measures=frozenset(nouns["measures"].split()),
        plural_names=frozenset(nouns["plural_names"].split()),
        oblique=frozenset(words["oblique"].split()),
        several=frozenset(words["several"].split()),
        one=frozenset(words["one"].split()),
        feminine_ends=tuple(nouns["feminine_ends"].split()),
        addressing=frozenset(words["addressing"].split()),
        adverbs=frozenset(common["adverbs"].split()),
        determiners=frozenset(common["determiners"].split()),
        prepositions=frozenset(common["prepositions"].split()),
        function_words=frozenset(common["function_words"].split()),
    )


def subject(words: Words, start: int, known: frozenset[str]) -> tuple[int, Person] | None:
    """Where a short phrase that begins at `start` ends, and its number; None if either is open to doubt."""
    known_lists, low = lists(), words.low
    first = low[start]
    if first in {"er", "man"}:
        return start + 1, Person.ONE
    if first == "ich":
        return start + 1, Person.I
    if first == "wir":
        return start + 1, Person.SEVERAL
    if first in _SINGULAR_ARTICLES | _ANY_NUMBER | _PLURAL:
        return _described(words, start)
    if first in known_lists.function_words or first in known_lists.prepositions:
        return None
    end = start
    while end < len(words) and end - start < _LONGEST_NAME and words.capitalised(end) and low[end].isalpha():
        end += 1
    names = [words.tokens[at].text for at in range(start, end)]
    while len(names) > 1 and is_title(names[0]) and not is_first_name(names[0]):
        names.pop(0)
    if not names or names[-1] in known_lists.plural_names:
        return None
    titled = len(names) < end - start
    bare = len(names) == 1 and names[0] in known
    if (is_first_name(names[0]) and len(names) > 1) or bare or titled:
        return (end, Person.ONE) if not names[-1].endswith("s") or len(names) > 1 else None
    return None


def _described(words: Words, start: int) -> tuple[int, Person] | None:
    """The end and number of "der Minister", "die zuständigen Behörden", "die Bürger"."""
    known_lists, low = lists(), words.low
    at = start + 1
    while at < len(words) - 1 and at - start <= _MOST_ADJECTIVES and _is_adjective(low[at], words, at):
        at += 1
    if at >= len(words) or not words.capitalised(at) or not low[at].isalpha():
        return None
    noun = words.tokens[at].text
    if noun in known_lists.measures or noun in known_lists.plural_names:
        return None
    first = low[start]
    end = at + 1
    plural = noun in known_lists.people or noun.lower().endswith(known_lists.plural_endings)
    if first in _SINGULAR_ARTICLES:
        # "Der Frauen gedachten …" is a genitive of several, "der Verwaltung fehlen …" a dative.
        if first == "der" and (plural or _feminine(noun)) and noun not in known_lists.same_in_plural:
            return None
        while end < len(words) and words.capitalised(end) and is_title(noun) and low[end].isalpha():
            end += 1
        return _past_attributes(words, end), Person.ONE
    if first in _PLURAL or plural:
        return (_past_attributes(words, end), Person.SEVERAL) if plural else None
    if noun.lower().endswith((*known_lists.singular_endings, *known_lists.feminine_ends)):
        return _past_attributes(words, end), Person.ONE
    return None


def _past_attributes(words: Words, at: int) -> int:
    """Past "der Bahn" and "in Bonn" at `at`: they do not change how many the noun before them is."""
    for _ in range(_MOST_ATTRIBUTES):
        if at + 1 >= len(words):
            break
        if words.low[at] in _GENITIVE or words.low[at] in lists().prepositions:
            at = max(past_phrase(words, at + 1, len(words)), at)
            if words.low[at - 1] in lists().prepositions:
                break
    return at


def _feminine(noun: str) -> bool:
    return noun.lower().endswith((*lists().singular_endings, *lists().feminine_ends, "in"))


def _is_adjective(word: str, words: Words, at: int) -> bool:
    return (
        word.isalpha()
        and not words.capitalised(at)
        and word.endswith(("e", "en", "er", "es"))
        and word not in lists().function_words
        and word not in persons()
    )


def can_follow(words: Words, start: int, end: int, *, several: bool) -> bool:
    """Whether anything from `start` to before `end` can be a subject in this number."""
    known, low = lists(), words.low
    candidates = known.several if several else known.one
    certain = known.singular_endings if several else known.plural_endings
    at = start
    while at < end:
        word = low[at]
        if word == "vor" and low[at + 1 : at + 2] == ["allem"]:
            at += 2
        elif word in known.prepositions or word in known.oblique:
            after = past_phrase(words, at + 1, end)
            nothing = after == at + 1
            # A preposition at the end of the clause is the verb's particle: "kündigte … an".
            if nothing and word in known.prepositions and after < end:
                return True
            at = after
        elif word in candidates:
            if word not in _BEFORE_NOUNS or not _noun_after(words, at + 1, end).endswith(certain):
                return True
            at = past_phrase(words, at + 1, end)
        elif several and word in _SINGULAR_ARTICLES:
            if _noun_after(words, at + 1, end).capitalize() in known.measures:
                return True
            at = past_phrase(words, at + 1, end)
        elif words.capitalised(at) or word[0].isdigit():
            return True
        else:
            at += 1
    return False


def _noun_after(words: Words, at: int, end: int) -> str:
    """The first capitalised word of the phrase at `at`, lower case; empty if none stands there."""
    after = past_phrase(words, at, end)
    return words.low[after - 1] if after > at else ""


def past_phrase(words: Words, at: int, end: int) -> int:
    """Past determiners, adjectives and the noun of the phrase at `at`; `at` if no noun stands there.

    What follows the noun is left: it can be a phrase of its own ("in Kolumbien Wahlen").
    """
    place = at
    while place < end and words.low[place] in lists().determiners:
        place += 1
    while (
        place < min(end, at + _MOST_ADJECTIVES + 2)
        and not words.capitalised(place)
        and _is_adjective(words.low[place], words, place)
    ):
        place += 1
    return place + 1 if place < end and words.capitalised(place) else at
