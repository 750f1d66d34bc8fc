"""The infinitive behind a German verb form, without a tagger: "stieg", "gestiegen" → "steigen"; "abgelehnt" →
"ablehnen".

Built from the verbs of `verbs.toml` and `cues.toml` and the rules of the Duden grammar for prefixes: a separable one
stands before "ge" and "zu" ("abgelehnt", "abzulehnen"), an inseparable one takes the place of "ge" ("erschossen").
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from beleg.language.de.conjugation import conjugate
from beleg.language.lexicon import Shape
from beleg.language.word_lists import word_list

_INSEPARABLE: Final = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "wider", "unter", "über")
_SHORTEST: Final = 3
_LONGEST: Final = 9
"""Letters of the longest particle, "gegenüber"."""
_WEAK: Final = re.compile(r"(?:\w{2,6})?ge\w{2,}t|\w{3,}iert|(?:be|ent|er|ver|zer)\w{2,}t")


@lru_cache(maxsize=65_536)
def infinitive(word: str) -> str:
    """The infinitive of a verb form in lower case; empty for a word that is no known form of a verb."""
    forms = _forms()
    if known := forms.get(word):
        return known
    for cut in range(2, min(len(word) - _SHORTEST + 1, _LONGEST + 1)):
        front, rest = word[:cut], word[cut:]
        if front in _particles():
            inside = rest[2:] if rest.startswith("zu") else ""
            if verb := forms.get(rest) or forms.get(inside):
                return front + verb
        if front in _INSEPARABLE and (verb := forms.get(rest) or _participles().get("ge" + rest)):
            return front + verb
    return ""


@lru_cache(maxsize=65_536)
def participle(word: str) -> bool:
    """Whether a word in lower case is a past participle: a known one, or "ge…t", "…iert" of a verb not listed."""
    participles = _participles()
    if word in participles or _WEAK.fullmatch(word):
        return True
    return any(
        (word[cut:] in participles and word[:cut] in _particles())
        or ("ge" + word[cut:] in participles and word[:cut] in _INSEPARABLE)
        for cut in range(2, min(len(word), _LONGEST) + 1)
    )


@cache
def _particles() -> frozenset[str]:
    """Parts of separable verbs that stand at the end of a main clause ("lehnte … ab")."""
    return frozenset(word_list("beleg.language.de", "words.toml")["separable"].split())


@cache
def _forms() -> Mapping[str, str]:
    """Every form of the listed verbs with its infinitive; the form of a shorter entry wins."""
    forms: dict[str, str] = {}
    for entry in _entries():
        verb = entry.split()[0].replace("|", "")
        for form, _, particle in conjugate(entry):
            if not particle:
                forms.setdefault(form, verb)
    return forms


@cache
def _participles() -> Mapping[str, str]:
    return {
        form: entry.split()[0]
        for entry in _entries()
        for form, shape, particle in conjugate(entry)
        if shape is Shape.PARTICIPLE and not particle
    }


@cache
def participles() -> Mapping[str, str]:
    """The past participle of every listed verb by its infinitive: "unterschreiben" → "unterschrieben"."""
    return {
        entry.split()[0].replace("|", ""): form
        for entry in _entries()
        for form, shape, particle in conjugate(entry)
        if shape is Shape.PARTICIPLE and not particle
    }


def _entries() -> list[str]:
    verbs = word_list(__package__, "verbs.toml")
    cues = word_list(__package__, "cues.toml")
    listed = [*verbs["irregular"].strip().splitlines(), *verbs["weak"].split()]
    return [*listed, *(entry for kinds in cues.values() for entries in kinds.values() for entry in entries)]
