"""Places and bodies that German texts name by one word, in all its forms.

The word for a country, its adjective and the word for its people name the same place: "Frankreich", "französischen",
"Franzosen" (Ständiger Ausschuss für geographische Namen, list of states, for the forms).
"""

from functools import cache, lru_cache
from typing import NamedTuple

from beleg.language.mention import Bearer, Known
from beleg.language.word_lists import word_list

_ADJECTIVE = tuple("e en er es em".split())
_PEOPLE = tuple(
    "erinnen ierinnen innen erin ierin in ern iern ers iers er ier en ne n e s isch sch ische ischen ischer isches "
    "ischem sche schen scher sches schem".split()
)
_SMALL = tuple(ending for ending in _PEOPLE if "sch" in ending)
_FROM_HERE = ("er", "ern", "ers", "erin", "erinnen")


_SHORTEST_NAME = 3
"""Letters before the noun for a kind of place."""


class _Gazetteer(NamedTuple):
    names: dict[str, Known]
    stems: dict[str, Known]


@cache
def _gazetteer() -> _Gazetteer:
    data = word_list(__package__, "places.toml")
    names: dict[str, Known] = {}
    stems: dict[str, Known] = {}
    for line in data["countries"].strip().splitlines():
        countries, adjectives, capitals = (part.split() for part in line.split("|"))
        country = Known(countries[0], Bearer.PLACE)
        names |= dict.fromkeys(countries, country)
        stems |= dict.fromkeys(adjectives, country)
        for capital in capitals:
            names.setdefault(capital, Known(capitals[0], Bearer.PLACE, capital_of=countries[0]))
    for line in data["regions"].strip().splitlines():
        regions, adjectives = (part.split() for part in line.split("|"))
        region = Known(regions[0], Bearer.PLACE)
        names |= dict.fromkeys(regions, region)
        stems |= dict.fromkeys(adjectives, region)
    for place in (*data["cities"].split(), *data["waters"].split()):
        names.setdefault(place, Known(place, Bearer.PLACE))
    for line in data["bodies"].strip().splitlines():
        body, *others = line.split()
        for word in (body, *others):
            known = Known(body, Bearer.BODY)
            (stems if word[0].islower() else names)[word] = known
    return _Gazetteer(names, stems)


@lru_cache(maxsize=65_536)
def known_name(word: str) -> Known | None:
    """The place or body a word names, inflected or made into an adjective; None if it is none of those known.

    Words in small letters are adjectives only ("französische"); others are compared with their capital.
    """
    names, stems = _gazetteer()
    if word in names:
        return names[word]
    if word[0].isupper() and word.endswith("s") and word[:-1] in names:
        return names[word[:-1]]
    low = word.casefold() if "ß" not in word else word.lower()
    if low.startswith("deutsch") and low[7:] in ("", *_ADJECTIVE):
        return names["Deutschland"]
    endings = _SMALL if word[0].islower() else _PEOPLE
    if low.endswith(endings):
        for ending in endings:
            if low.endswith(ending) and (found := stems.get(low[: -len(ending)])):
                return found
    if word[0].isupper() and word.endswith(_FROM_HERE):
        return _from_a_town(word, names)
    return None


def _from_a_town(word: str, names: dict[str, Known]) -> Known | None:
    """The town in "Berliner", "Dresdnerin", "Bremer", "Münchner"."""
    for ending in _FROM_HERE:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            tries = (stem, f"{stem}en", f"{stem}e", f"{stem[:-1]}en" if stem.endswith("n") else stem)
            if found := next((names[one] for one in tries if one in names), None):
                return found
    return None


def is_adjective(word: str) -> bool:
    """Whether a word that names a place does so as an adjective: "französische", "Berliner"."""
    return word[0].islower() or (word not in _gazetteer().names and word.endswith("er"))


def kind_of_place(word: str) -> str:
    """The kind of place a compound names, whose first part tells it from others: "see" for "Auensee"; else empty."""
    low = word.lower()
    found = (kind for kind in _kinds_of_place() if low.endswith(kind) or low.endswith(f"{kind}s"))
    return next((kind for kind in found if len(low.removesuffix("s")) - len(kind) >= _SHORTEST_NAME), "")


@cache
def _kinds_of_place() -> tuple[str, ...]:
    return tuple(word_list(__package__, "places.toml")["kinds"].split())
