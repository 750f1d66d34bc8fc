"""Paradigm: which form of which German verb a word is, and the form that reports it (Konjunktiv).

The forms come from `ablaut`, the infinitives of unknown verbs from `simplemma`. Which Konjunktiv stands in indirect
speech is the rule of the Duden grammar (Indirekte Rede): the Konjunktiv I where it differs from the indicative, else
the Konjunktiv II, and "würde" with the infinitive where that too looks like the indicative or has gone out of use.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Final

from beleg.language.de.verb_forms import infinitive, participles
from beleg.language.word_lists import word_list

_FIRST, _THIRD, _SEVERAL = 0, 2, 5
"""Rows of a paradigm: ich, er, sie (several)."""


class Tense(Enum):
    """Of a finite form in the indicative, or that it is a Konjunktiv already."""

    PRESENT = auto()
    PAST = auto()
    REPORTED = auto()


@dataclass(frozen=True, slots=True)
class Finite:
    """A finite form: its verb (without a particle that stands apart), tense, and whether it is one for several.

    `first` says that it can only be the form for "ich".
    """

    verb: str
    tense: Tense
    several: bool
    first: bool = False
    or_konjunktiv: bool = False
    """A past form that is the Konjunktiv II as well: "wenn sie vorlegten"."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The forms of one verb that matter here, without particle."""

    present: tuple[str, ...]
    past: tuple[str, ...]
    konjunktiv_one: tuple[str, ...]
    konjunktiv_two: tuple[str, ...]
    participle: str


@lru_cache(maxsize=20_000)
def finite(word: str) -> tuple[Finite, ...]:
    """The finite forms that a word in lower case can be, in the third person and for "ich"; empty for other words.

    A form that is indicative and Konjunktiv at once ("sie sagten", "ich komme") counts as indicative.
    """
    found: dict[Finite, None] = {}
    for verb in _verbs(word):
        rows = _rows(verb)
        if rows is None:
            continue
        past = word in {rows.past[_THIRD], rows.past[_SEVERAL]}
        if word == rows.present[_THIRD]:
            found[Finite(verb, Tense.PRESENT, False)] = None
        if word == rows.present[_SEVERAL]:
            found[Finite(verb, Tense.PRESENT, True)] = None
        if past:
            both = word in {rows.konjunktiv_two[_THIRD], rows.konjunktiv_two[_SEVERAL]}
            found[Finite(verb, Tense.PAST, word == rows.past[_SEVERAL], or_konjunktiv=both)] = None
        if word == rows.present[_FIRST] != rows.present[_THIRD]:
            found[Finite(verb, Tense.PRESENT, False, first=True)] = None
        reported = (
            *rows.konjunktiv_one[_THIRD::3],
            *rows.konjunktiv_two[_THIRD::3],
        )
        if word in reported and not any(one.verb == verb and not one.first for one in found):
            found[Finite(verb, Tense.REPORTED, word in {reported[1], reported[3]})] = None
    return tuple(found)


@lru_cache(maxsize=20_000)
def participle_of(word: str) -> str:
    """The verb whose past participle a word in lower case is ("abgesagt" → "absagen"); empty if it is none.

    "bekannt" counts as an adjective: "wurde bekannt" is no passive.
    """
    if looks_like_participle(word):
        return ""
    for verb in _verbs(word):
        rows = _rows(verb)
        if rows is not None and word in {rows.participle, _without_ge(verb, rows)}:
            return verb
    return ""


def _without_ge(verb: str, rows: "_Rows") -> str:
    """The participle of a weak verb with an inseparable prefix: "überstellt", "wiederbelebt"; empty for others."""
    weak = rows.past[_THIRD].endswith("te")
    return rows.past[_THIRD].removesuffix("e") if weak and _INSEPARABLE.match(verb) else ""


def looks_like_participle(word: str) -> bool:
    """Whether a word in lower case is an adjective that looks like a participle: "bekannt"."""
    return word in _data()["adjectives"].split()


def is_infinitive(word: str) -> bool:
    """Whether a word in lower case is the infinitive of a verb."""
    return word in _verbs(word)


def past_participle(verb: str) -> str:
    """The past participle of a verb ("absagen" → "abgesagt"); empty for a verb that is none."""
    rows = _rows(verb)
    return rows.participle if rows else ""


def konjunktiv(form: Finite) -> str:
    """The one word that reports a present form: "ist" → "sei", "haben" → "hätten"; empty where it takes "würde"."""
    rows = _rows(form.verb)
    if rows is None:
        return ""
    if not form.several or form.verb == "sein":
        return rows.konjunktiv_one[_SEVERAL if form.several else _THIRD]
    second = rows.konjunktiv_two[_SEVERAL]
    usual = form.verb in _data()["konjunktiv_two"].split()
    return second if usual else ""


class Perfect(Enum):
    """With which auxiliary a verb forms its perfect."""

    HABEN = auto()
    SEIN = auto()
    BOTH = auto()
    """By its meaning: "ist gefahren", "hat den Wagen gefahren"."""
    UNKNOWN = auto()
    """A verb that is not listed, such as "verdunsten": "haben" where it has an object."""


def perfect_of(verb: str) -> Perfect:
    """With which auxiliary the verb, a particle of its own included, forms its perfect."""
    data = _data()
    if verb in data["both"].split():
        return Perfect.BOTH
    if verb in data["sein"].split():
        return Perfect.SEIN
    if verb in data["haben"].split() or verb in participles():
        return Perfect.HABEN
    for particle in sorted(_particles(), key=len, reverse=True):
        base = verb.removeprefix(particle)
        if base == verb:
            continue
        if base in data["sein_with_particle"].split():
            return Perfect.SEIN
        if base in data["both"].split():
            return Perfect.BOTH
        if base in participles() and base not in data["sein"].split():
            return Perfect.HABEN
    return Perfect.HABEN if verb.startswith("be") else Perfect.UNKNOWN


def particle_verb(particle: str, verb: str) -> str:
    """The verb that a particle at the end of its clause makes ("zurück" and "treten"); empty if there is none."""
    if particle not in _particles():
        return ""
    rows = _rows(particle + verb)
    return particle + verb if rows is not None else ""


def makes_one_word(particle: str, participle: str) -> bool:
    """Whether an adverb and a participle are written as one word: "wiedererkannt", but "wieder gewonnen"."""
    from simplemma import is_known

    one = particle + participle
    return participle_of(participle) in _data()["with_wieder"].split() and is_known(one, "de")


@cache
def _data() -> Mapping[str, str]:
    return word_list(__package__, "perfect.toml")


@cache
def _particles() -> frozenset[str]:
    return frozenset(word_list(__package__, "words.toml")["separable"].split()) | frozenset(
        _data()["particles"].split()
    )


@lru_cache(maxsize=20_000)
def _verbs(word: str) -> tuple[str, ...]:
    """The verbs a word in lower case may be a form of."""
    from simplemma import lemmatize

    if not word.isalpha() or len(word) < 2 or not word.islower():
        return ()
    candidates = dict.fromkeys(
        [*_IRREGULAR.get(word, ()), infinitive(word), lemmatize(word, "de", greedy=False)]
    )
    verbs = [verb for verb in candidates if verb.endswith("n") and _rows(verb) is not None]
    return tuple(verb for verb in verbs if _knows(verb))


def _knows(verb: str) -> bool:
    """Whether it is a verb and not another word in -n ("gegen", "morgen")."""
    from simplemma import is_known

    listed = verb in participles() or verb in _data()["with_ge"].split()
    if verb.startswith("ge") and not listed and is_known(verb[2:], "de"):
        return False  # "gesperrte" is no form of a verb "gesperren"
    return verb not in _data()["no_verbs"].split() and is_known(verb, "de")


@lru_cache(maxsize=20_000)
def _rows(verb: str) -> _Rows | None:
    from ablaut import conjugate

    try:
        table = conjugate(verb)
    except ValueError:
        return None

    def plain(forms: list[str]) -> tuple[str, ...]:
        return tuple(form.split(" ")[0] for form in forms)

    def joined(forms: list[str]) -> tuple[str, ...]:
        return tuple("".join(reversed(form.split(" "))) for form in forms)

    apart = " " in table.present[_THIRD]
    write = joined if apart else plain
    return _Rows(
        present=write(table.present),
        past=write(table.preterite),
        konjunktiv_one=write(table.konjunktiv1),
        konjunktiv_two=write(table.konjunktiv2),
        participle=participles().get(verb, table.past_participle),
    )


_INSEPARABLE: Final = re.compile(
    r"(?:\w{2,7})?(?:be|ent|emp|er|miss|ver|zer)\w{4,}|(?:über|unter|hinter|wider)\w{4,}"
)
_IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = {
    form: (verb,)
    for verb, forms in {
        "sein": "bin ist sind war waren sei seien wäre wären gewesen",
        "haben": "habe hat haben hatte hatten hätte hätten gehabt",
        "werden": "werde wird werden wurde wurden würde würden worden geworden",
        "können": "kann können konnte konnten könne könnte könnten gekonnt",
        "müssen": "muss müssen musste mussten müsse müsste müssten gemusst",
        "wollen": "will wollen wollte wollten wolle gewollt",
        "sollen": "soll sollen sollte sollten solle gesollt",
        "dürfen": "darf dürfen durfte durften dürfe dürfte dürften gedurft",
        "mögen": "mag mögen mochte mochten möge möchte möchten gemocht",
        "wissen": "weiß wissen wusste wussten wisse wüsste wüssten gewusst",
    }.items()
    for form in forms.split()
}
