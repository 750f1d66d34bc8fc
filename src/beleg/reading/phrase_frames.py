"""Frames of attribution phrases: which words of a sentence a phrase stands for, and where the phrase ends."""

from typing import Final

from beleg.reading.clauses import clause_of, front_end, is_dependent
from beleg.reading.wording import Framed, Range, Wording
from beleg.terms.quotation import Medium

_FRONT: Final = 3


def framed(
    wording: Wording,
    frame: Range,
    cue: list[Range],
    speaker: Range | None,
    *,
    rule: str,
    referent: Range | None = None,
    medium: Medium = Medium.SPEECH,
) -> Framed:
    """What a phrase attributes: the rest of its clause where that is a dependent one, else of its sentence."""
    start, end = clause_of(wording, frame[0])
    dependent = is_dependent(wording, start) and start < frame[0]
    if dependent:
        end = wording.next_break(frame[1])
        parts = [wording.trimmed(start, frame[0]), wording.trimmed(frame[1], end)]
        content = [part for part in parts if part[0] < part[1]]
    else:
        content = wording.rest(frame)
    return Framed(
        content=content,
        frame=[frame],
        cue=cue,
        speaker=speaker,
        referent=referent if referent != speaker else None,
        medium=medium,
        rule=rule,
        main=not dependent,
    )


def to_the_verb(wording: Wording, at: int, reached: int, moods: frozenset[int]) -> tuple[int, int]:
    """Where a phrase at the head of its clause ends, and where its frame does: the same without a closing comma."""
    before = range(at)
    if at > _FRONT or any(wording.verb_at(i) or wording.breaks_at(i) for i in before):
        return reached, reached
    if any(wording.words.capitalised(i) for i in before if i):
        return reached, reached
    end = front_end(wording, at, reached, moods)
    last = wording.trimmed(at, end)[1]
    return (last, end) if last > at else (reached, reached)
