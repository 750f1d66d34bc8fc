"""German persons: a name counts as a person's if a first name begins it or a title stands before it."""

from functools import cache
from typing import NamedTuple

from beleg.language.de.names import is_first_name, is_title, names
from beleg.language.lexicon import Gender, word_list
from beleg.language.people import Somebody
from beleg.language.words import Words


class _Lists(NamedTuple):
    female: frozenset[str]
    either: frozenset[str]
    female_titles: frozenset[str]
    open_titles: frozenset[str]


@cache
def _lists() -> _Lists:
    data = word_list(__package__, "people.toml")
    return _Lists(*(frozenset(data[name].split()) for name in _Lists._fields))


def people(words: Words, known_words: frozenset[str]) -> list[Somebody]:
    """The persons among the words of one sentence, in order; `known_words` open a sentence without being a name."""
    at_start = {token.start: at for at, token in enumerate(words.tokens)}
    found = []
    for name in names(words.tokens, known_words):
        start = end = at_start[name.start]
        while end < len(words) and words.tokens[end].end <= name.end:
            end += 1
        first, surname = words.tokens[start].text, words.tokens[end - 1].text
        titled = start > 0 and is_title(words.tokens[start - 1].text)
        if titled:
            gender = _of_title(words.tokens[start - 1].text)
        elif end - start > 1 and is_first_name(first):
            gender = _of_first_name(first)
        else:
            continue
        if gender is Gender.UNKNOWN and is_first_name(first):
            gender = _of_first_name(first)
        found.append(Somebody(start - titled, end, surname, gender))
    return found


def _of_first_name(name: str) -> Gender:
    lists = _lists()
    if name.partition("-")[0] in lists.either:
        return Gender.UNKNOWN
    return Gender.FEMALE if name.partition("-")[0] in lists.female else Gender.MALE


def _of_title(title: str) -> Gender:
    lists = _lists()
    if title in lists.open_titles:
        return Gender.UNKNOWN
    if title in lists.female_titles or title.endswith("in"):
        return Gender.FEMALE
    return Gender.MALE
