"""German descriptions of persons: how a noun beside a name is taken up again with an article."""

from collections.abc import Sequence
from typing import Final

from beleg.language.lexicon import Gender

_FEMALE: Final = ("in", "frau")
_SHORTEST: Final = 4
_LONGEST: Final = 40


def noun_forms(noun: str) -> list[str]:
    """The nouns by which one whom this lower-case noun describes may be taken up again.

    The noun itself; an adjective used as a noun in its weak form ("Abgeordneter": "der Abgeordnete"); and the last part
    of a compound ("Umweltministerin": "die Ministerin"), for which every ending of four letters or more is given:
    where a compound divides is not known, and only real nouns are looked up.
    """
    weak = noun.removesuffix("r") if noun.endswith("er") else noun
    whole = noun if len(noun) <= _LONGEST else noun[-_LONGEST:]
    parts = [whole[at:] for at in range(1, len(whole) - _SHORTEST + 1)]
    return [noun, *parts] if weak == noun else [noun, weak, *parts, *(part[:-1] for part in parts)]


def described(words: Sequence[str]) -> list[tuple[str, Gender]]:
    """The nouns that an article with one noun can be a form of, with the gender it then has; empty for other words.

    Singular only: "die" is feminine, "dem" and "des" are masculine (a neuter is no person here), "der" is masculine
    or, as a dative or genitive, feminine. "den" is a plural wherever somebody speaks.
    """
    if len(words) != 2:
        return []
    article, noun = words
    weak = [noun[:-1]] if noun.endswith("en") else []
    if article == "die":
        return [(noun, Gender.FEMALE)]
    if article == "dem":
        return [(one, Gender.MALE) for one in (noun, *weak)]
    if article == "des":
        strong = [noun[:-cut] for cut in (1, 2) if noun.endswith("es"[-cut:])]
        return [(one, Gender.MALE) for one in (*strong, *weak)]
    if article == "der":
        own = Gender.FEMALE if noun.endswith(_FEMALE) else Gender.MALE
        return [(noun, own), *((one, Gender.FEMALE) for one in weak)]
    return []
