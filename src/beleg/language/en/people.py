"""English persons: a name counts as a person's if a first name begins it or "Mr", "Ms" stands before it."""

from functools import cache

from beleg.language.first_names import first_names
from beleg.language.lexicon import Gender
from beleg.language.people import Somebody
from beleg.language.word_lists import word_list
from beleg.language.words import Words


@cache
def _titles() -> dict[str, Gender]:
    """Who bears a title."""
    data = word_list(__package__, "people.toml")
    titles = dict.fromkeys(data["female_titles"].split(), Gender.FEMALE)
    titles |= dict.fromkeys(data["male_titles"].split(), Gender.MALE)
    return titles


def people(words: Words) -> list[Somebody]:
    """The persons among the words of one sentence, in order."""
    known, titles = first_names(__package__), _titles()
    found = []
    at = 0
    while at < len(words):
        word = words.tokens[at].text
        gender = known.get(word) or titles.get(word)
        end = at + 1
        if gender is not None:
            while (
                end < len(words)
                and end - at < 4
                and (words.capitalised(end) or (words.low[end] == "." and word in titles and end == at + 1))
            ):
                end += 1
            if words.capitalised(end - 1) and end - at > 1:
                found.append(Somebody(at, end, words.tokens[end - 1].text, gender))
        at = end
    return found
