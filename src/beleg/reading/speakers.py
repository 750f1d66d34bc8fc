"""Speakers: the subject of a frame, and whom it is said to."""

from beleg.reading.wording import Range, Wording

_REACH = 45


def subject(wording: Wording, start: int, verb: int, end: int) -> Range | None:
    """The noun phrase that speaks in a frame: before its finite verb, else after it.

    Phrases with a preposition, in an oblique case, or that name a time are passed over.
    """
    if verb + 1 < end and wording.low[verb + 1] in wording.lexicon.nominative:
        return (verb + 1, verb + 2)
    if start < verb and wording.low[start] in wording.lexicon.surname_prepositions:
        # "Von der Heide sagte der Zeitung": a surname, unless a subject follows the verb.
        reached = wording.noun_phrase(start + 1, verb)
        if reached == verb and (verb + 1 >= end or wording.low[verb + 1] in wording.lexicon.after_surname):
            return (start, verb)
    start = max(_main_clause(wording, start, verb), verb - _REACH)
    return _first_phrase(wording, start, verb) or _first_phrase(wording, verb + 1, min(end, verb + _REACH))


def subject_after(wording: Wording, verb: int, end: int) -> Range | None:
    """The noun phrase that speaks in an inverted frame: "…, sagte die Sprecherin am Montag"."""
    return _first_phrase(wording, verb + 1, min(end, verb + _REACH))


def addressee(wording: Wording, verb: int, speaker: Range | None, end: int) -> Range | None:
    """Whom it is said to: "der Zeitung" after the speaker, "gegenüber dem Sender", "told reporters"."""
    lexicon = wording.lexicon
    for at in range(verb + 1, min(end, verb + _REACH)):
        if wording.low[at] in lexicon.addressee_prepositions:
            reached = wording.noun_phrase(at + 1, end)
            return (at + 1, reached) if reached > at + 1 else None
    after = speaker[1] if speaker and speaker[0] > verb else verb + 1
    if after < end and (wording.low[after] in lexicon.determiners or wording.low[after] in lexicon.oblique):
        reached = wording.noun_phrase(after, end)
        if reached > after and wording.low[reached - 1] not in lexicon.time_nouns:
            return (after, reached)
    return None


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
