"""Agreement in German main clauses: "Trump glaub nicht", "der Minister betonen", "die Bürger hat".

Looked at is a clause that begins a sentence or follows a colon, with one short phrase and the finite verb right after
it: before the verb of a German main clause stands one phrase and no more (Duden grammar: Verbzweitsatz). That phrase
can be an object ("Die Bürger hat er enttäuscht"), so nothing is said where anything behind the verb could be the
subject.
"""

from collections.abc import Sequence
from typing import Final

from beleg.language.agreement import Disagreement
from beleg.language.de.number import can_follow, lists, past_phrase, subject
from beleg.language.de.verb_persons import Person
from beleg.language.de.verb_persons import persons as verb_forms
from beleg.language.words import Words

_BREAKS: Final = frozenset({",", ":", ";", "–", "—", "-", "(", ")", "/", "…"})
_FINAL: Final = frozenset({".", "!", "?"})
_CLOSING: Final = frozenset('“”"«»‘’')
_CLAUSE_SUBJECTS: Final = frozenset("dass daß ob wie wer was wo wann warum wenn".split())
_EXPLETIVE: Final = frozenset({"es", "das", "dies"})
_FURTHEST_VERB: Final = 12
_ALWAYS_SUBJECT: Final = frozenset({"er", "man", "wir", "ich"})
_TOGETHER: Final = frozenset("und sowie oder bzw wie".split())


class GermanAgreement:
    """Agreement in German (`beleg.language.agreement.Agreement`)."""

    def disagreements(self, words: Words, own: Sequence[bool], persons: frozenset[str]) -> list[Disagreement]:
        """The verbs that do not agree with the phrase right before them."""
        found = []
        for start in _clause_starts(words, own):
            fault = _fault(words, own, start, persons)
            if fault is not None:
                found.append(fault)
        found += _pronouns_after(words, own)
        found += _nobody_to_fit(words, own)
        seen = {fault.verb for fault in found}
        found += [fault for fault in _addressing_nobody(words, own) if fault.verb not in seen]
        return sorted(found, key=lambda fault: fault.verb)

    def only_several(self, verb: str) -> bool:
        """Whether a form is one for several and for nobody else."""
        fits = verb_forms().get(verb)
        return fits is not None and bool(fits & Person.SEVERAL) and not fits & Person.ONE


def _clause_starts(words: Words, own: Sequence[bool]) -> list[int]:
    """Where a main clause begins: with the sentence, and after a colon with a capital."""
    if not len(words) or words.low[-1] not in _FINAL | _CLOSING:
        return []
    starts = [0] if own[0] and words.is_word(0) else []
    starts += [
        at + 1
        for at in range(len(words) - 1)
        if words.low[at] == ":" and own[at] and own[at + 1] and words.capitalised(at + 1)
    ]
    return starts


def _fault(words: Words, own: Sequence[bool], start: int, known: frozenset[str]) -> Disagreement | None:
    """The verb after the phrase at `start`, if it does not agree with it."""
    found = subject(words, start, known)
    if found is None:
        return None
    verb, number = found
    if verb >= len(words) or not own[verb] or words.capitalised(verb):
        return None
    fits = verb_forms().get(words.low[verb])
    if fits is None or fits & number:
        return None
    close = _clause_end(words, verb + 1)
    if not all(own[start:close]) or _has_other_verb(words, verb, close):
        return None
    if number is Person.I and fits is Person.YOU and not words.low[verb].endswith("st"):
        return None  # "Ich frag dich": spoken, but no fault.
    if not fits & (Person.ONE | Person.SEVERAL) and number is not Person.I:
        return None if _addressed(words, own) else Disagreement((start, verb), verb)
    if words.low[start] in _ALWAYS_SUBJECT:
        return Disagreement((start, verb), verb)
    if fits & Person.SEVERAL and can_follow(words, verb + 1, close, several=True):
        return None
    if fits & Person.ONE:
        following = words.low[close + 1 : close + 2]
        if can_follow(words, verb + 1, close, several=False) or (
            words.low[close : close + 1] == [","] and following and following[0] in _CLAUSE_SUBJECTS
        ):
            return None
    return Disagreement((start, verb), verb)


def _clause_end(words: Words, at: int) -> int:
    """Where the clause ends: at a mark, or where "und" joins another verb to it."""
    table = verb_forms()
    for place in range(at, len(words)):
        word = words.low[place]
        joins = word in _TOGETHER and place + 1 < len(words) and words.low[place + 1] in table
        if joins or word in _BREAKS or word in _FINAL:
            return place
    return len(words)


def _has_other_verb(words: Words, verb: int, close: int) -> bool:
    """Whether another finite verb stands in the clause: then this form may be an infinitive."""
    table = verb_forms()
    return any(
        at != verb
        and not words.capitalised(at)
        and words.low[at] in table
        and not (table[words.low[at]] & Person.SEVERAL and _is_infinitive(words.low[at]))
        for at in range(verb + 1, close)
    )


def _is_infinitive(word: str) -> bool:
    return word.endswith("n") and word not in {"waren", "hatten", "sind", "wurden"}


def _nobody_to_fit(words: Words, own: Sequence[bool]) -> list[Disagreement]:
    """ "Am Abend wurden das Rathaus gesperrt": a verb in the plural in a clause with nothing that could be several."""
    low, table = words.low, verb_forms()
    known = lists()
    if not len(words) or low[-1] != "." or not all(own):
        return []
    first = low[0]
    if first == "zu" or not (first in known.prepositions or first in known.oblique or first in known.adverbs):
        return []
    verb = next((at for at in range(1, len(words)) if low[at] in table and not words.capitalised(at)), None)
    if verb is None or verb > _FURTHEST_VERB or not _only_several(table[low[verb]]):
        return []
    end = len(words) - 1
    if any(word in _BREAKS or word in _TOGETHER for word in low[:end]):
        return []
    if any(
        word in _EXPLETIVE and past_phrase(words, at + 1, end) == at + 1 for at, word in enumerate(low[:end])
    ):
        return []
    if any(word[0].isdigit() for word in low[:verb]):
        return []
    if can_follow(words, 0 if first not in known.adverbs else 1, verb, several=True):
        return []
    if can_follow(words, verb + 1, end, several=True) or _has_other_verb(words, verb, end):
        return []
    return [Disagreement(None, verb)]


def _only_several(fits: Person) -> bool:
    return bool(fits & Person.SEVERAL) and not fits & (Person.ONE | Person.I)


def _pronouns_after(words: Words, own: Sequence[bool]) -> list[Disagreement]:
    """ "Stattdessen schieben er die Schuld …": a verb in the plural and "er" right after it, with nobody beside him."""
    table, low = verb_forms(), words.low
    found = []
    for at in range(1, len(words) - 2):
        if (
            low[at + 1] not in {"er", "man"}
            or not own[at]
            or words.capitalised(at)
            or words.capitalised(at + 1)
        ):
            continue
        fits = table.get(low[at])
        if fits is None or fits & Person.ONE or low[at + 2] in _TOGETHER or low[at + 2] in _BREAKS:
            continue
        earlier = next((i for i in range(at - 1, -1, -1) if low[i] in _BREAKS), -1)
        if any(low[i] in table for i in range(earlier + 1, at)):
            continue
        found.append(Disagreement((at + 1, at + 2), at))
    return found


def _addressing_nobody(words: Words, own: Sequence[bool]) -> list[Disagreement]:
    """Forms for "du" or "ihr" in a sentence that speaks to nobody: "Danach begründetet sie den Plan"."""
    if words.low[-1:] == ["!"] or _addressed(words, own):
        return []
    table = verb_forms()
    return [
        Disagreement(None, at)
        for at, word in enumerate(words.low)
        if at
        and own[at]
        and not words.capitalised(at)
        and word in table
        and not table[word] & (Person.ONE | Person.SEVERAL | Person.I)
    ]


def _addressed(words: Words, own: Sequence[bool]) -> bool:
    """Whether the sentence's own words speak to somebody."""
    return any(own[at] and word in lists().addressing for at, word in enumerate(words.low))
