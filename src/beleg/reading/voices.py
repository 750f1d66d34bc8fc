"""Voices: who vouches for a sentence's main statement."""

from beleg.language.words import starts_with
from beleg.reading.wording import Wording
from beleg.terms.reading import Voice


def hedged(wording: Wording) -> bool:
    """Whether a sentence of the text's own is asserted with a reservation: "angeblich", "soll", "reportedly".

    A hedge inside a relative clause or a quotation does not touch the main statement; an inflected one ("der
    mutmaßliche Täter") only qualifies its noun.
    """
    lexicon, low = wording.lexicon, wording.low
    words = (lexicon.hedges, lexicon.hedge_verbs, lexicon.hedge_infinitives, lexicon.hedge_phrases)
    if not any(map(wording.has_any, words)):
        return False
    relative = False
    for at in range(wording.end):
        if wording.quoted[at] >= 0:
            continue
        if wording.breaks_at(at):
            relative = at + 1 < wording.end and low[at + 1] in lexicon.relatives
            continue
        if relative:
            continue
        if at and wording.words.capitalised(at):
            continue
        if low[at] in lexicon.hedges or low[at] in lexicon.hedge_verbs:
            return True
        if low[at] in lexicon.hedge_infinitives and lexicon.infinitive_mark in low[at:]:
            return True
        if starts_with(low, at, lexicon.hedge_phrases):
            return True
    return False


def voice_of(wording: Wording, *, attributed: bool) -> Voice:
    """The voice of a sentence, given whether its main statement lies in a quotation."""
    if attributed:
        return Voice.ATTRIBUTED
    return Voice.HEDGED if hedged(wording) else Voice.OWN
