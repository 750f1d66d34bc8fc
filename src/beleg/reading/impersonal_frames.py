"""Impersonal frames: "In dem Bericht heißt es, dass …", "…, hieß es aus dem Rathaus"."""

from typing import Final

from beleg.language.words import starts_with
from beleg.reading.wording import Framed, Range, Wording

_REACH: Final = 15


def impersonal_frame(wording: Wording) -> Framed | None:
    """The first frame of a sentence that says that something is said, without a person who says it."""
    low = wording.low
    if not wording.has_any(wording.lexicon.it_is_said):
        return None
    for at in range(wording.end):
        length = starts_with(low, at, wording.lexicon.it_is_said)
        if not length or wording.quoted[at] >= 0:
            continue
        after = wording.next_break(at + length)
        cue = [(at, at + length)]
        if at and (wording.breaks_at(at - 1) or wording.quoted[at - 1] >= 0):
            speaker = _what_speaks(wording, at + length, after)
            return Framed(
                content=wording.rest((at, after)),
                frame=[(at, after)],
                cue=cue,
                speaker=speaker,
                rule="it_is_said",
            )
        if after + 1 < wording.end and after - at < _REACH and low[after] in {",", ":"}:
            speaker = _what_speaks(wording, 0, after)
            return Framed(
                content=[(after + 1, wording.end)],
                frame=[(0, after + 1)],
                cue=cue,
                speaker=speaker,
                rule="it_is_said",
            )
    return None


def _what_speaks(wording: Wording, start: int, end: int) -> Range | None:
    """The body or paper in the place of a speaker: "aus dem Rathaus", "in der Mitteilung"."""
    lexicon, low = wording.lexicon, wording.low
    for at in range(start, end - 1):
        if low[at] in lexicon.places and wording.quoted[at] < 0:
            reached = wording.noun_phrase(at + 1, end)
            if reached > at + 1 and not any(word in lexicon.time_nouns for word in low[at + 1 : reached]):
                return (at + 1, reached)
    return None
