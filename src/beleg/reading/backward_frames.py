"""Backward frames: a sentence that says who said the one before it: "Das teilte die Stadt am Montag mit."."""

from typing import Final

from beleg.language.lexicon import Shape, Takes
from beleg.reading.cues import Cue, cues
from beleg.reading.speakers import subject_after
from beleg.reading.wording import Range, Wording

_CLAUSE: Final = frozenset({Takes.CLAUSE})
_REACH: Final = 4


def backward_frame(wording: Wording) -> tuple[Cue, Range] | None:
    """The cue and the speaker of a sentence that is nothing but a frame for the one before; None if it is not."""
    if not wording.end or wording.low[0] not in wording.lexicon.backward:
        return None
    cue = next(cues(wording, _CLAUSE), None)
    if cue is None or cue.passive or cue.finite > _REACH or cue.form.shape is Shape.INFINITIVE:
        return None
    if cue.form.lemma not in wording.lexicon.backward_cues:
        return None
    speaker = subject_after(wording, cue.finite, wording.end)
    if speaker is None or (cue.form.particle == "" and speaker[0] != cue.finite + 1):
        return None
    return cue, speaker
