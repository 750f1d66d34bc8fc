"""Perfect auxiliary: whether a German verb makes its perfect with "haben" or "sein" in a clause, and what is a
pluperfect already.

Duden grammar (Perfektbildung): many verbs take either by their meaning ("ist gefahren", "hat den Wagen gefahren").
Where the words do not say which, `AmbiguityError` is raised.
"""

import re
from typing import Final

from beleg.language.de.clause_phrases import data
from beleg.language.de.paradigm import (
    Perfect,
    is_infinitive,
    looks_like_participle,
    participle_of,
    perfect_of,
)
from beleg.language.de.verb_forms import participle
from beleg.language.de.verb_places import AUXILIARIES, AmbiguityError, VerbPlaces

_HELPING: Final = frozenset({"sein", "haben"})
_MAY_BE_PARTICIPLE: Final = re.compile(
    r"(?:\w*ge|be|ent|emp|er|miss|ver|zer|über|unter|hinter|wider|wieder|um|durch|voll)\w{2,}(?:t|en)|\w+iert"
)


def is_participle(word: str) -> bool:
    """Whether a word is a participle, of a known verb or by its look ("vereitelt")."""
    return bool(participle_of(word)) or (participle(word) and not looks_like_participle(word))


def perfect_with(places: VerbPlaces, verb: str, start: int, end: int, *, shared: bool = False) -> str:
    """The auxiliary of a verb in the clause `[start, end)`.

    A verb that is not listed takes "haben" only where it has an object; one that is listed with "sein" has none:
    "Das Gericht kippte den Erlass" is another verb than "Der Lastwagen kippte".
    """
    perfect = perfect_of(verb)
    if perfect in {Perfect.HABEN, Perfect.BOTH}:
        if perfect is Perfect.BOTH:
            raise AmbiguityError
        return "haben"
    has_object = verb not in AUXILIARIES and places.has_object(start, end, shared=shared)
    if has_object is (perfect is Perfect.SEIN):
        raise AmbiguityError
    return "sein" if perfect is Perfect.SEIN else "haben"


def is_pluperfect(verb: str, last: str) -> bool:
    """Whether "hatte" or "war" with this last word of its clause is a pluperfect, not a state ("war gesperrt")."""
    if last == "worden" or (verb == "haben" and is_participle(last)):
        return True
    of = participle_of(last)
    if not of and is_participle(last):
        raise AmbiguityError  # of a verb that is not known: "war verfugt" may be either
    if of and perfect_of(of) in {Perfect.BOTH, Perfect.UNKNOWN}:
        raise AmbiguityError
    return bool(of) and perfect_of(of) is Perfect.SEIN


def refuse_participle(verb: str, last: str) -> None:
    """Raise where the word before "gehabt" or "gewesen" may be the participle of a verb that is not known:
    "übernachtet".
    """
    explained = participle_of(last) or looks_like_participle(last) or last in data()["never_verbs"]
    if verb == "haben" and is_infinitive(last):
        raise AmbiguityError  # "hatte ihn verlassen müssen"
    if verb in _HELPING and not explained and _MAY_BE_PARTICIPLE.fullmatch(last):
        raise AmbiguityError
