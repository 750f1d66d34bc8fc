"""Third person: "ich" and its forms, as one tells of somebody else (Duden grammar: Indirekte Rede,
Personenverschiebung).
"""

from collections.abc import Mapping, Sequence
from typing import Final

from beleg.language.de.clause_phrases import data
from beleg.language.de.verb_places import AmbiguityError
from beleg.language.lexicon import Gender

_PRONOUNS: Final[Mapping[str, tuple[str, str]]] = {
    "ich": ("er", "sie"),
    "mich": ("ihn", "sie"),
    "mir": ("ihm", "ihr"),
}
"""For a man, for a woman."""


def in_third_person(words: Sequence[tuple[str, int]], speaker: Gender) -> list[tuple[str, int]]:
    """Return words (each with its place, which stays) with "ich" turned; "sich" where the speaker acts on themselves.

    Raises AmbiguityError where there is an "ich" and it is not known whether a woman or a man speaks.
    """
    low = [word.lower() for word, _ in words]
    first = data()["first_person"]
    if first.isdisjoint(low):
        return list(words)
    if speaker not in {Gender.FEMALE, Gender.MALE}:
        raise AmbiguityError
    index = int(speaker is Gender.FEMALE)
    turned = []
    for word, at in words:
        new = _turned(word.lower(), index, reflexive="ich" in low)
        turned.append(((new.capitalize() if word[0].isupper() else new) if new else word, at))
    return turned


def _turned(low: str, index: int, *, reflexive: bool) -> str:
    if low in {"mich", "mir"} and reflexive:
        return "sich"
    if low in _PRONOUNS:
        return _PRONOUNS[low][index]
    if low in data()["first_person"]:
        return ("sein", "ihr")[index] + low.removeprefix("mein")
    return ""
