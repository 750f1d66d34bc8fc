"""Konjunktiv I: the German mood of reported speech, found without a tagger.

A form counts if it is a Konjunktiv I in the word list or derived from a verb there, is written with a small letter,
and no "ich" stands near (the first person looks the same: "ich habe"). Forms of the Konjunktiv II that stand in for
a Konjunktiv I that looks like the indicative ("sie hätten") are given as not certain. What it cannot see: verbs that
the list lacks, and wishes and instructions in an unusual wording.
"""

from functools import cache
from typing import NamedTuple

from beleg.language.de.conjugation import konjunktiv_one
from beleg.language.de.verb_persons import indicative
from beleg.language.mood import ReportedVerb
from beleg.language.word_lists import word_list
from beleg.language.words import Words


class _Forms(NamedTuple):
    certain: frozenset[str]
    ambiguous: frozenset[str]
    stand_in: frozenset[str]
    idioms: tuple[tuple[str, ...], ...]


@cache
def _forms() -> _Forms:
    data = word_list(__package__, "konjunktiv.toml")
    derived = {konjunktiv_one(verb) for verb in data["verbs"].split()}
    return _Forms(
        certain=frozenset(data["certain"].split()) | derived,
        ambiguous=frozenset(data["ambiguous"].split()),
        stand_in=frozenset(data["stand_in"].split()),
        idioms=tuple(tuple(idiom.split()) for idiom in data["idioms"]),
    )


def reported_verbs(words: Words) -> list[ReportedVerb]:
    """The verbs of a sentence in the Konjunktiv of reported speech, in order."""
    forms = _forms()
    found = []
    for at, word in enumerate(words.low):
        certain = word in forms.certain or (word in forms.ambiguous and _after_subject(words, at))
        if not certain and word not in forms.stand_in:
            continue
        if words.tokens[at].text[0].isupper() or "ich" in words.low[max(0, at - 3) : at + 3]:
            continue
        if any(_stands_here(words, at, idiom) for idiom in forms.idioms if word in idiom):
            continue
        found.append(ReportedVerb(at, certain))
    return found


def indicative_verbs(words: Words) -> list[int]:
    """The places of verbs in the present indicative, as far as the form means nothing else."""
    forms = indicative()
    return [at for at, word in enumerate(words.low) if word in forms and not words.capitalised(at)]


def _after_subject(words: Words, at: int) -> bool:
    """Whether a form that is also an adjective ("reiche") follows a noun or pronoun and stands before no noun."""
    if at == 0 or (at + 1 < len(words) and words.capitalised(at + 1)):
        return False
    before = words.low[at - 1]
    return words.capitalised(at - 1) or before in {"er", "sie", "es", "man", "das", "dies"}


def _stands_here(words: Words, at: int, idiom: tuple[str, ...]) -> bool:
    start = at - idiom.index(words.low[at])
    return start >= 0 and tuple(words.low[start : start + len(idiom)]) == idiom
