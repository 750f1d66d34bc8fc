"""Cues: the verbs of a sentence that announce somebody's words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from beleg.language.lexicon import CueForm, Shape, Takes
from beleg.reading.clauses import past_insertion
from beleg.reading.wording import Range, Wording

_REACH: Final = 40
_FURTHEST_HELPER: Final = 25
_SHORTEST_APART: Final = 5


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
    if not wording.has_any(verbs):
        return
    for at in range(start, wording.end):
        if low[at] in verbs and wording.quoted[at] < 0 and (at == 0 or not wording.words.capitalised(at)):
            for form in verbs[low[at]]:
                if form.takes in takes and (cue := cue_at(wording, at, form)):
                    yield cue
                    break


def cue_at(wording: Wording, at: int, form: CueForm) -> Cue | None:
    """The cue that this form of a verb makes at `at`, with its particle or auxiliary; None if it makes none there."""
    close = wording.next_break(at + 1)
    if form.particle and form.shape is Shape.PARTICIPLE:
        helper = _auxiliary(wording, at, close) if at and wording.low[at - 1] == form.particle else None
        if helper is None:
            return None
        passive = wording.low[helper] in wording.lexicon.passive
        return Cue(
            form, at, joined([(helper, helper + 1), (at - 1, at + 1)]), min(helper, at), passive=passive
        )
    if form.particle:
        while close < wording.end and (after := past_insertion(wording, close)) > close:
            close = wording.next_break(after + 1)
        # The particle closes its clause; a quotation may stand before it.
        for place in range(min(close, at + _REACH) - 1, at, -1):
            if wording.low[place] == form.particle and _closes(wording, place + 1):
                return Cue(form, at, [(at, at + 1), (place, place + 1)], at, passive=False)
        if at and wording.low[at - 1] == form.particle and len(form.particle) > _SHORTEST_APART:
            # "…, die bekannt gab, …": a long particle is written apart at the end of a dependent clause as well.
            return Cue(form, at, [(at - 1, at + 1)], at, passive=False)
        return None
    if form.shape is not Shape.PARTICIPLE and _perfect_at_the_end(wording, at):
        return None
    helper = _auxiliary(wording, at, close)
    if wording.low[at] == form.lemma and closes_clause(wording, at) and _finite_before(wording, at):
        return None
    if form.shape is Shape.FINITE and (helper is None or not closes_clause(wording, at)):
        if _another_verb(wording, at, close):
            return None
        return Cue(form, at, [(at, at + 1)], at, passive=False)
    if form.shape is not Shape.PARTICIPLE or helper is None:
        return None
    passive = wording.low[helper] in wording.lexicon.passive
    last = at + 1
    if last < wording.end and wording.low[last] in wording.lexicon.passive and last != helper:
        passive, last = True, last + 1
    if passive and helper and wording.low[helper - 1] == wording.lexicon.dummy:
        helper -= 1
        return Cue(form, at, joined([(helper, helper + 2), (at, last)]), helper + 1, passive=True)
    return Cue(form, at, joined([(helper, helper + 1), (at, last)]), min(helper, at), passive=passive)


def _another_verb(wording: Wording, at: int, close: int) -> bool:
    """Whether a particle at the end of its clause makes a verb another one: "sprach ihn frei" is no "sprach".

    An adverb does not: "sagte er weiter" is "sagte".
    """
    last = close - 1
    particles, adverbs = wording.lexicon.separable, wording.lexicon.adverbs
    if last <= at or wording.low[last] not in particles or wording.quoted[last] >= 0:
        return False
    if wording.low[last] in adverbs:
        return False
    return not any(wording.verb_at(place) for place in range(at + 1, last))


def _perfect_at_the_end(wording: Wording, at: int) -> bool:
    """Whether a form closes its clause as a participle with its auxiliary: "…, der erklärt hatte, …"."""
    low, lexicon = wording.low, wording.lexicon
    return (
        lexicon.comma_before_clause
        and at + 1 < wording.end
        and low[at + 1] in lexicon.auxiliaries
        and closes_clause(wording, at + 1)
        and any(form.shape is Shape.PARTICIPLE for form in lexicon.verbs[low[at]])
    )


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
    place, last = at - 1, max(-1, at - _FURTHEST_HELPER)
    while place > last:
        if wording.breaks_at(place):
            if at + 1 < close and wording.low[at + 1] in auxiliaries:
                break
            opened = wording.break_before(place)
            if opened < 0 or past_insertion(wording, opened) != place:
                break
            place = opened
        elif wording.low[place] in auxiliaries and wording.quoted[place] < 0:
            return place
        place -= 1
    if at + 1 < close and wording.low[at + 1] in auxiliaries:
        return at + 1
    return None


def joined(parts: list[Range]) -> list[Range]:
    """These words in order, those that stand together as one stretch."""
    found: list[Range] = []
    for start, end in sorted(parts):
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
