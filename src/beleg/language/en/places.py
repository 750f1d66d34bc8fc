"""Places that English texts name by one word, in all its forms: "France", "French"."""

from functools import cache, lru_cache

from beleg.language.mention import Bearer, Known
from beleg.language.word_lists import word_list


@cache
def _forms() -> dict[str, Known]:
    data = word_list(__package__, "places.toml")
    forms: dict[str, Known] = {}
    for line in data["countries"].strip().splitlines():
        countries, adjectives, capitals = (part.split() for part in line.split("|"))
        country = Known(countries[0], Bearer.PLACE)
        forms |= dict.fromkeys(countries, country)
        for adjective in adjectives:
            forms |= dict.fromkeys((adjective.capitalize(), f"{adjective.capitalize()}s"), country)
        for capital in capitals:
            forms.setdefault(capital, Known(capitals[0], Bearer.PLACE, capital_of=countries[0]))
    for place in data["cities"].split():
        forms.setdefault(place, Known(place, Bearer.PLACE))
    return forms


@lru_cache(maxsize=16_384)
def known_name(word: str) -> Known | None:
    """The place a word names; None if it is none of those known."""
    return _forms().get(word.removesuffix("'s").removesuffix("’s"))


def is_adjective(word: str) -> bool:
    """Whether a word that names a place does so as an adjective: "French"."""
    known = known_name(word)
    return known is not None and not known.capital_of and not known.key.startswith(word[:-1])
