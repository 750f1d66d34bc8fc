"""Speakers: the subject of a frame, and whom it is said to."""

from typing import Final

from beleg.reading.clauses import is_dependent
from beleg.reading.cues import Cue
from beleg.reading.wording import Range, Wording

_REACH: Final = 45


def subject(wording: Wording, start: int, verb: int, end: int, *, final: bool = False) -> Range | None:
    """The noun phrase that speaks in a frame: before its finite verb, else after it.

    Phrases with a preposition, in an oblique case, or that name a time are passed over. Before the finite verb of a
    German main clause stands one phrase and no more (Duden grammar: Verbzweitsatz), so there the subject reaches up
    to the verb; `final` says that the verb closes a dependent clause, where this does not hold.
    """
    lexicon, low = wording.lexicon, wording.low
    if verb + 1 < end and low[verb + 1] in lexicon.nominative:
        return (verb + 1, verb + 2)
    surname = start + 1 < verb and low[start + 1] not in lexicon.indefinite
    if surname and low[start] in lexicon.surname_prepositions:
        # "Von der Heide sagte der Zeitung": a surname, unless a subject follows the verb.
        reached = wording.noun_phrase(start + 1, verb)
        if reached == verb and (verb + 1 >= end or low[verb + 1] in lexicon.after_surname):
            return (start, verb)
    if final or not lexicon.comma_before_clause:
        first = max(_main_clause(wording, start, verb), verb - _REACH)
        before = _first_phrase(wording, first, verb)
    else:
        before = _front(wording, max(start, verb - _REACH), verb)
    return before or subject_after(wording, verb, end)


def main_subject(wording: Wording) -> Range | None:
    """The subject of a sentence by its first known finite verb; None where no verb is known."""
    start = 0
    while start < wording.end and is_dependent(wording, start):
        start = wording.next_break(start) + 1
    verb = next((at for at in range(start, wording.end) if wording.verb_at(at)), None)
    return subject(wording, start, verb, wording.end) if verb is not None else None


def subject_after(wording: Wording, verb: int, end: int) -> Range | None:
    """The noun phrase that speaks in an inverted frame: "…, sagte die Sprecherin am Montag"."""
    end = min(end, verb + _REACH)
    found = _surname_after(wording, verb, end) or _first_phrase(wording, verb + 1, end)
    if found is None or not wording.lexicon.comma_before_clause:
        return found
    return found if found[0] <= _clause_end(wording, verb + 1, end) else None


def _surname_after(wording: Wording, verb: int, end: int) -> Range | None:
    """A surname with a preposition that ends its clause: "…, sagte von der Heide"."""
    lexicon, low, at = wording.lexicon, wording.low, verb + 1
    if at + 1 >= end or low[at] not in lexicon.surname_prepositions:
        return None
    forms = lexicon.verbs.get(low[verb], ())
    if any(low[at] in lexicon.reporting_with.get(form.lemma, frozenset()) for form in forms):
        return None  # "sprach von Fehlern"
    name = at + 2 if low[at + 1] in lexicon.inside_surnames else at + 1
    ends = name + 1 >= end or wording.breaks_at(name + 1)
    return (at, name + 1) if name < end and wording.words.capitalised(name) and ends else None


def _clause_end(wording: Wording, at: int, end: int) -> int:
    """The end of the clause at `at`, relative clauses inside it passed over."""
    close = wording.next_break(at)
    while close + 1 < end and is_dependent(wording, close + 1):
        close = wording.next_break(wording.next_break(close + 1) + 1)
    return close


def _front(wording: Wording, start: int, verb: int) -> Range | None:
    """The subject as the one phrase before the finite verb; None where another phrase stands there."""
    lexicon, low = wording.lexicon, wording.low
    start = _front_start(wording, start, verb)
    while start < verb and (
        low[start] in lexicon.adverbs
        or low[start] in lexicon.conjunctions
        or low[start] in lexicon.coordinators
        or not wording.words.is_word(start)
    ):
        if wording.words.tokens[start].text in '„“»«"':
            break
        start += 1
    if start >= verb or low[start] in lexicon.prepositions or low[start] in lexicon.addressee_prepositions:
        return None
    reached = wording.noun_phrase(start, verb)
    if reached == start or _no_subject(wording, start, reached):
        return None
    return (start, _up_to(wording, reached, verb))


def _front_start(wording: Wording, start: int, verb: int) -> int:
    """Where the main clause of the verb begins: after the last clause before it that has a verb of its own."""
    lexicon, low = wording.lexicon, wording.low
    found, at, at_verb = start, start, False
    while at < verb:
        close = min(wording.next_break(at), verb)
        # "Sollte es regnen, sagte Kern": a clause that begins with its verb is a condition.
        if is_dependent(wording, at) or (at == 0 and low[0] in lexicon.finite):
            if at == start:
                found = close + 1
                at_verb = found == verb
        else:
            for place in range(at, close):
                if wording.verb_at(place) and place > at:
                    joined = next(
                        (i for i in range(place + 1, close) if low[i] in lexicon.coordinators), None
                    )
                    found = close + 1 if joined is None else joined + 1
        at = close + 1
    return found if found < verb or at_verb else start


def _up_to(wording: Wording, reached: int, verb: int) -> int:
    """How far a subject that begins the clause reaches: appositions and attributes up to the verb belong to it."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(reached, verb):
        if (wording.breaks_at(at - 1) and is_dependent(wording, at)) or wording.verb_at(at):
            return reached
    end = verb
    while end > reached and (
        wording.breaks_at(end - 1)
        or (low[end - 1] in lexicon.adverbs and not wording.words.capitalised(end - 1))
    ):
        end -= 1
    return end


def agent(wording: Wording, end: int) -> Range | None:
    """Who speaks in the passive: "wurde von X mitgeteilt"."""
    for at in range(min(end, wording.end)):
        if wording.low[at] in wording.lexicon.agents and wording.quoted[at] < 0:
            reached = wording.noun_phrase(at + 1, end)
            if reached > at + 1:
                return (at + 1, reached)
    return None


def addressee(wording: Wording, cue: Cue, speaker: Range | None, end: int) -> Range | None:
    """Whom it is said to in a frame that ends at `end`: "sagte der Zeitung", "warf dem Rat vor", "told reporters".

    In the passive the one it is said to is the subject: "Der Rat wird aufgefordert, …".
    """
    lexicon, low = wording.lexicon, wording.low
    if (found := _after_preposition(wording, 0, end)) is not None:
        return found
    if cue.passive and cue.form.lemma in lexicon.addressing | lexicon.addressing_dative:
        place = _front_start(wording, 0, cue.finite)
        while place < cue.finite and low[place] in lexicon.adverbs:
            place += 1
        reached = wording.noun_phrase(place, cue.finite)
        if reached > place and low[place] not in lexicon.prepositions:
            return (place, reached)
        return _object(wording, cue.finite + 1, min(end, cue.finite + _REACH), accusative=True)
    if cue.passive:
        return None
    accusative = cue.form.lemma in lexicon.addressing
    after = max(cue.finite + 1, speaker[1] if speaker and speaker[0] > cue.finite else 0)
    close = min(end, after + _REACH)
    found = _object(wording, after, close, accusative=accusative)
    if found is None and lexicon.comma_before_clause and speaker and speaker[0] > cue.finite:
        # "Dem Rat warf Kern vor": the dative stands before the verb.
        place = _front_start(wording, 0, cue.finite)
        reached = wording.noun_phrase(place, cue.finite)
        datives = lexicon.datives if not accusative else lexicon.datives | lexicon.accusatives
        if reached == cue.finite and low[place] in datives:
            return (place, reached)
    return found


def addressee_after(wording: Wording, verb: int, speaker: Range | None, end: int) -> Range | None:
    """Whom it is said to in an inverted frame: "…, sagte Kern der Zeitung", "…, sagte sie gegenüber dem Sender"."""
    if (found := _after_preposition(wording, verb + 1, end)) is not None:
        return found
    after = speaker[1] if speaker and speaker[0] > verb else verb + 1
    return _object(wording, after, min(end, after + _REACH), accusative=False)


def _after_preposition(wording: Wording, start: int, end: int) -> Range | None:
    lexicon = wording.lexicon
    for at in range(start, min(end, start + _REACH)):
        if wording.low[at] in lexicon.addressee_prepositions and wording.quoted[at] < 0:
            reached = wording.noun_phrase(at + 1, end)
            return (at + 1, reached) if reached > at + 1 else None
    return None


def _object(wording: Wording, start: int, end: int, *, accusative: bool) -> Range | None:
    """The first object that can be the one addressed; what stands after a preposition is none."""
    lexicon, low = wording.lexicon, wording.low
    if not lexicon.comma_before_clause:
        if start < end and (low[start] in lexicon.determiners or low[start] in lexicon.oblique):
            reached = wording.noun_phrase(start, end)
            if reached > start and low[reached - 1] not in lexicon.time_nouns:
                return (start, reached)
        return None
    heads = lexicon.datives | lexicon.accusatives if accusative else lexicon.datives
    at = start
    while at < end:
        if wording.quoted[at] >= 0 or wording.breaks_at(at):
            return None
        if low[at] in lexicon.prepositions:
            at = max(wording.noun_phrase(at + 1, end), at + 1)
            continue
        reached = wording.noun_phrase(at, end)
        if reached > at and low[at] in heads and not _no_addressee(wording, at, reached):
            return (at, reached)
        at = max(reached, at + 1)
    return None


def _no_addressee(wording: Wording, start: int, end: int) -> bool:
    return any(word in wording.lexicon.time_nouns for word in wording.low[start:end])


def _main_clause(wording: Wording, start: int, verb: int) -> int:
    """Past a dependent clause at the head: "Als der Zug kam, sagte Weber"."""
    lexicon = wording.lexicon
    first = wording.low[start] if start < verb else ""
    if first in lexicon.other_subordinators - lexicon.conjunctions or first in lexicon.subordinators:
        for at in range(verb - 1, start, -1):
            if wording.breaks_at(at):
                return at + 1
    return start


def _first_phrase(wording: Wording, start: int, end: int) -> Range | None:
    lexicon, low = wording.lexicon, wording.low
    at = start
    while at < end:
        if wording.quoted[at] >= 0:
            at += 1
            continue
        if low[at] in lexicon.prepositions or low[at] in lexicon.addressee_prepositions:
            at = max(wording.noun_phrase(at + 1, end), at + 1)
            continue
        if low[at] in lexicon.relatives and at > start and low[at - 1] == ",":
            # A relative clause names no subject of the frame: on to its end.
            at = wording.next_break(at) + 1
            continue
        reached = wording.noun_phrase(at, end)
        if reached == at:
            at += 1
            continue
        if _no_subject(wording, at, reached):
            at = reached
            continue
        return (at, reached)
    return None


def _no_subject(wording: Wording, start: int, end: int) -> bool:
    lexicon, low = wording.lexicon, wording.low
    if low[start] in lexicon.oblique or low[start] in lexicon.reflexives:
        return True
    heads = [word for word in low[start : min(end, start + 3)] if word not in lexicon.determiners]
    return bool(heads) and heads[0] in lexicon.time_nouns
