"""Which persons a German finite verb form can stand for: "glaubt" is er or ihr, "glaub" neither er nor sie.

Rules of the Duden grammar for weak verbs; strong ones name their principal parts (`verbs.toml`, `cues.toml`), and
those that follow no rule are spelled out (`agreement.toml`). A form that is not in the table says nothing.
"""

from collections.abc import Iterable, Iterator
from enum import Flag, auto
from functools import cache
from typing import Final

from beleg.language.de.conjugation import principal_parts
from beleg.language.word_lists import word_list


class Person(Flag):
    """For whom a form can stand."""

    I = auto()  # noqa: E741
    YOU = auto()
    """du, and the imperative that speaks to one."""
    ONE = auto()
    """er, sie, es, and every noun in the singular."""
    SEVERAL = auto()
    """wir, sie, and every noun in the plural."""
    YOU_ALL = auto()


_SIBILANTS: Final = ("s", "ß", "z", "x")


@cache
def persons() -> dict[str, Person]:
    """Every known finite form, lower case, with all persons it can stand for; forms that are other words are left
    out.
    """
    data = word_list(__package__, "agreement.toml")
    table: dict[str, Person] = {}
    participles: set[str] = set()
    for entry in _entries():
        participles.add(principal_parts(entry)[3])
        for form, person in _regular(entry):
            table[form] = table.get(form, Person(0)) | person
    for forms in data["irregular"].values():
        for form, person in _spelled_out(forms):
            table[form] = table.get(form, Person(0)) | person
    silent = participles | set(data["words"]["another_word"].split())
    return {form: person for form, person in table.items() if form not in silent}


@cache
def indicative() -> frozenset[str]:
    """Present forms for er, sie, es (and "sind") that no Konjunktiv shares: "hat", "gibt", "kann", not "haben"."""
    data = word_list(__package__, "agreement.toml")
    present = {principal_parts(entry)[1] for entry in _entries()}
    present |= {forms.split()[2] for forms in data["irregular"].values()} | {"sind"}
    # "soll" and "mag" report themselves.
    return frozenset(form for form in present if form in persons()) - {"soll", "mag"}


def _entries() -> Iterable[str]:
    verbs = word_list(__package__, "verbs.toml")
    irregular = word_list(__package__, "agreement.toml")["irregular"]
    entries = [*verbs["irregular"].splitlines()[1:], *verbs["weak"].split()]
    for kinds in word_list(__package__, "cues.toml").values():
        entries += [entry for listed in kinds.values() for entry in listed]
    for entry in entries:
        plain = entry.rpartition("|")[2]
        if plain.split()[0] not in irregular:
            yield plain


def _regular(entry: str) -> Iterator[tuple[str, Person]]:
    infinitive, present, past, _ = principal_parts(entry)
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    weak = present.startswith(stem) and present[len(stem) :] in {"t", "et"}
    link = "e" if stem.endswith(("t", "d")) or present == stem + "et" else ""
    yield infinitive, Person.SEVERAL
    yield stem + "e", Person.I | Person.ONE
    yield present, Person.ONE
    yield f"{stem}{link}t", Person.YOU_ALL
    bare = present if stem.endswith(("t", "d")) and not weak else present.removesuffix("t")
    if not bare.endswith(_SIBILANTS):
        yield bare + "st", Person.YOU
    changes_vowel = not weak and stem[-3:] != present[:-1][-3:] and "ä" not in present and "u" not in stem
    if changes_vowel and not stem.endswith(("t", "d")):
        yield present.removesuffix("t"), Person.YOU
    elif not link and infinitive.endswith("en") and not stem.endswith(("n", "m")):
        yield stem, Person.YOU
    yield past, Person.I | Person.ONE
    yield past + ("n" if past.endswith("e") else "en"), Person.SEVERAL
    yield past + "st", Person.YOU
    if past.endswith("e"):
        yield past + "t", Person.YOU_ALL


def _spelled_out(forms: str) -> Iterator[tuple[str, Person]]:
    plain, one, several = (part.split() for part in forms.split("|"))
    in_order = (
        Person.I,
        Person.YOU,
        Person.ONE,
        Person.SEVERAL,
        Person.YOU_ALL,
        Person.I | Person.ONE,
        Person.SEVERAL,
    )
    yield from zip(plain, in_order, strict=True)
    for form in one:
        yield form, Person.I | Person.ONE
    for form in several:
        yield form, Person.SEVERAL
