"""Cues: the verbs of a sentence that announce somebody's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from beleg.language.lexicon import CueForm, Shape, Takes
from beleg.reading.wording import Range, Wording

_REACH: Final = 40
_FURTHEST_HELPER: Final = 25


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in a sentence: its form, the words that make it up, and the verb that agrees with the subject."""

    form: CueForm
    at: int
    parts: list[Range]
    finite: int
    passive: bool


def cues(wording: Wording, takes: frozenset[Takes], start: int = 0) -> Iterator[Cue]:
    """The cue verbs of a sentence outside quotations, in order."""
    verbs, low = wording.lexicon.verbs, wording.low
    for at in range(start, wording.end):
        if low[at] in verbs and wording.quoted[at] < 0 and (at == 0 or not wording.words.capitalised(at)):
            for form in verbs[low[at]]:
                if form.takes in takes and (cue := cue_at(wording, at, form)):
                    yield cue
                    break


def cue_at(wording: Wording, at: int, form: CueForm) -> Cue | None:
    """The cue that this form of a verb makes at `at`, with its particle or auxiliary; None if it makes none there."""
    close = wording.next_break(at + 1)
    if form.particle:
        # The particle closes its clause; a quotation may stand before it.
        for place in range(min(close, at + _REACH) - 1, at, -1):
            if wording.low[place] == form.particle and _closes(wording, place + 1):
                return Cue(form, at, [(at, at + 1), (place, place + 1)], at, passive=False)
        return None
    helper = _auxiliary(wording, at, close)
    if wording.low[at] == form.lemma and closes_clause(wording, at) and _finite_before(wording, at):
        return None
    if form.shape is Shape.FINITE and (helper is None or not closes_clause(wording, at)):
        return Cue(form, at, [(at, at + 1)], at, passive=False)
    if form.shape is not Shape.PARTICIPLE or helper is None:
        return None
    passive = wording.low[helper] in wording.lexicon.passive
    parts = sorted([(helper, helper + 1), (at, at + 1)])
    if parts[0][1] == parts[1][0]:
        parts = [(parts[0][0], parts[1][1])]
    return Cue(form, at, parts, min(helper, at), passive=passive)


def _closes(wording: Wording, at: int) -> bool:
    """Whether a clause may end before `at`; otherwise "mit" or "an" is a preposition."""
    if at >= wording.end or wording.breaks_at(at) or wording.quoted[at] >= 0:
        return True
    return wording.low[at] in wording.lexicon.conjunctions


def _finite_before(wording: Wording, at: int) -> bool:
    """Whether the clause has its finite verb already: "wollte mehr verlangen" holds an infinitive."""
    for place in range(at - 1, max(-1, at - _FURTHEST_HELPER), -1):
        if wording.breaks_at(place):
            return False
        if wording.low[place] in wording.lexicon.finite and wording.quoted[place] < 0:
            return True
    return False


def closes_clause(wording: Wording, at: int) -> bool:
    """Whether a verb may be the last of its clause; where no comma divides clauses, any may."""
    return at + 1 >= wording.end or wording.breaks_at(at + 1) or not wording.lexicon.comma_before_clause


def _auxiliary(wording: Wording, at: int, close: int) -> int | None:
    """The finite auxiliary of the participle at `at`, in its own clause."""
    auxiliaries = wording.lexicon.auxiliaries
    for place in range(at - 1, max(-1, at - _FURTHEST_HELPER), -1):
        if wording.breaks_at(place):
            break
        if wording.low[place] in auxiliaries and wording.quoted[place] < 0:
            return place
    if at + 1 < close and wording.low[at + 1] in auxiliaries:
        return at + 1
    return None
