"""German verb forms from an infinitive: as many as the word lists need.

Rules of the Duden grammar (weak verbs; Konjunktiv I is stem and "e"); strong verbs name their principal parts.
"""

from collections.abc import Iterator

from beleg.language.lexicon import Shape

_INSEPARABLE = (
    "be",
    "ge",
    "er",
    "ver",
    "zer",
    "ent",
    "emp",
    "miss",
    "wider",
    "unter",
    "über",
    "wieder",
    "offen",
)
_WRITTEN_APART = ("bekannt", "klar", "nahe")
"""Particles that are adjectives: "bekannt gegeben" is written apart as often as together."""
_NEEDS_E = ("d", "t", "chn", "ffn", "gn", "dm", "tm")


def conjugate(entry: str) -> Iterator[tuple[str, Shape, str]]:
    """The third-person forms, participle and infinitives of a verb, each with the particle that stands apart.

    `entry` is the infinitive with a separable prefix set off ("mit|teilen"), for a strong verb followed by its
    present, past and participle: "an|geben gibt gab gegeben".
    """
    particle, _, plain = entry.rpartition("|")
    verb, present, past, participle = principal_parts(plain)
    plural_past = past + ("n" if past.endswith("e") else "en")
    for finite in (present, verb, past, plural_past):
        yield finite, Shape.FINITE, particle
        if particle:
            yield particle + finite, Shape.FINITE, ""
    yield particle + participle, Shape.PARTICIPLE, ""
    if particle in _WRITTEN_APART:
        yield participle, Shape.PARTICIPLE, particle
    yield particle + verb, Shape.INFINITIVE, ""
    if particle:
        yield f"{particle}zu{verb}", Shape.INFINITIVE, ""


def principal_parts(entry: str) -> tuple[str, str, str, str]:
    """Infinitive, present, past and participle of an entry without a separable prefix."""
    infinitive, *parts = entry.split()
    present, past, participle = parts or _weak(infinitive)
    return infinitive, present, past, participle


def konjunktiv_one(infinitive: str) -> str:
    """The third person singular of the Konjunktiv I: "gehen" → "gehe", "liefern" → "liefere"."""
    return _stem(infinitive) + "e"


def _stem(infinitive: str) -> str:
    return infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]


def _weak(infinitive: str) -> tuple[str, str, str]:
    stem = _stem(infinitive)
    link = "e" if stem.endswith(_NEEDS_E) else ""
    prefix = "" if infinitive.endswith("ieren") or infinitive.startswith(_INSEPARABLE) else "ge"
    return f"{stem}{link}t", f"{stem}{link}te", f"{prefix}{stem}{link}t"
