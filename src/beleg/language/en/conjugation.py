"""English verb forms from an infinitive."""

from collections.abc import Iterator

from beleg.language.lexicon import Shape


def conjugate(entry: str) -> Iterator[tuple[str, Shape, str]]:
    """The finite forms and participles of a verb; a particle stands apart after a bar ("point|out").

    `entry` is the infinitive, for an irregular verb followed by its past and participle: "write wrote written".
    """
    infinitive, *parts = entry.split()
    verb, _, particle = infinitive.partition("|")
    past, participle = (parts[0], parts[-1]) if parts else (_regular(verb), _regular(verb))
    yield _third_person(verb), Shape.FINITE, particle
    yield verb, Shape.FINITE, particle
    yield past, Shape.FINITE, particle
    yield participle, Shape.PARTICIPLE, particle


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"
