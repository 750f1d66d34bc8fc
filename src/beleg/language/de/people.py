"""German persons: a name counts as a person's if a first name begins it or a title stands before it."""

from functools import cache
from typing import Final, NamedTuple

from beleg.language.de.names import is_title, plain_nouns
from beleg.language.first_names import first_names
from beleg.language.lexicon import Gender
from beleg.language.people import Somebody
from beleg.language.word_lists import word_list
from beleg.language.words import Words

_PARTICLES: Final = frozenset("von van de den der zu".split())
_LONGEST: Final = 6


class _Lists(NamedTuple):
    female_titles: frozenset[str]
    open_titles: frozenset[str]


@cache
def _lists() -> _Lists:
    data = word_list(__package__, "people.toml")
    return _Lists(*(frozenset(data[name].split()) for name in _Lists._fields))


def people(words: Words) -> list[Somebody]:
    """The persons among the words of one sentence, in order."""
    found = []
    at = 0
    while at + 1 < len(words):
        if not words.capitalised(at):
            at += 1
            continue
        titled = is_title(words.tokens[at].text)
        first = at + titled
        end = _name_end(words, first)
        named = end - first > 1 and _first_name(words, first)
        if (titled and end > first) or named:
            gender = _of_title(words.tokens[at].text) if titled else Gender.UNKNOWN
            if gender is Gender.UNKNOWN and _first_name(words, first):
                gender = _of_first_name(words.tokens[first].text)
            found.append(Somebody(at, end, words.tokens[end - 1].text, gender))
            at = end
        else:
            at += 1
    return found


def _first_name(words: Words, at: int) -> bool:
    """Whether a first name stands at `at`, not in the genitive: after "Annas" comes what is hers."""
    return words.tokens[at].text.partition("-")[0] in first_names(__package__)


def _name_end(words: Words, at: int) -> int:
    """Where the run of names ends that begins at `at`, particles included ("Jana von der Heide"); `at` if none
    begins.
    """
    end = at
    while end < len(words) and end - at < _LONGEST:
        if words.capitalised(end) and words.tokens[end].text not in plain_nouns():
            end += 1
        elif end > at and (after := _past_particles(words, end)) > end:
            end = after
        else:
            break
    return end


def _past_particles(words: Words, at: int) -> int:
    """Past "von der" at `at` if a capital follows; `at` if not."""
    end = at
    while end < len(words) and end - at < 3 and words.tokens[end].text in _PARTICLES:
        end += 1
    return end + 1 if at < end < len(words) and words.capitalised(end) else at


def _of_first_name(name: str) -> Gender:
    return first_names(__package__)[name.partition("-")[0]]


def _of_title(title: str) -> Gender:
    lists = _lists()
    if title in lists.open_titles:
        return Gender.UNKNOWN
    if title in lists.female_titles or title.endswith("in"):
        return Gender.FEMALE
    return Gender.MALE
