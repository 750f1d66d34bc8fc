"""English persons: a name counts as a person's if a first name begins it or "Mr", "Ms" stands before it."""

from functools import cache

from beleg.language.lexicon import Gender, word_list
from beleg.language.people import Somebody
from beleg.language.words import Words


@cache
def _genders() -> tuple[dict[str, Gender], dict[str, Gender]]:
    """The gender of first names, and of titles."""
    data = word_list(__package__, "people.toml")
    first = dict.fromkeys(data["female"].split(), Gender.FEMALE)
    first |= dict.fromkeys(data["male"].split(), Gender.MALE)
    titles = dict.fromkeys(data["female_titles"].split(), Gender.FEMALE)
    titles |= dict.fromkeys(data["male_titles"].split(), Gender.MALE)
    return first, titles


def people(words: Words) -> list[Somebody]:
    """The persons among the words of one sentence, in order."""
    first_names, titles = _genders()
    found = []
    at = 0
    while at < len(words):
        word = words.tokens[at].text
        gender = first_names.get(word) or titles.get(word)
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
