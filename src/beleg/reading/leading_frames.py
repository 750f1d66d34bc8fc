"""Leading frames: "X sagte, dass …", "X teilte mit: …", "X wies darauf hin, …", "X said that …"."""

from typing import Final

from beleg.language.lexicon import Takes
from beleg.language.mood import ReportedVerb
from beleg.reading.content_clauses import content_start
from beleg.reading.cues import Cue, closes_clause, cues
from beleg.reading.speakers import addressee, subject
from beleg.reading.wording import Framed, Range, Wording

_CLAUSE: Final = frozenset({Takes.CLAUSE})
_FURTHEST_CORRELATE: Final = 12


def leading_frame(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """A frame before its content: "X sagte, …"; None if the sentence has none."""
    for cue in cues(wording, _CLAUSE):
        start = content_start(wording, cue, reported)
        if start is None:
            continue
        clause = _dependent_clause(wording, cue)
        first = clause or 0
        speaker = _agent(wording, cue, start) if cue.passive else subject(wording, first, cue.finite, start)
        return Framed(
            content=[(start, wording.end if clause is None else wording.next_break(start))],
            frame=[(first, start)],
            cue=_with_correlate(wording, cue, start),
            speaker=speaker,
            addressee=addressee(wording, cue.finite if cue.form.particle else cue.at, speaker, start),
            medium=cue.form.medium,
            main=clause is None,
        )
    return None


def _dependent_clause(wording: Wording, cue: Cue) -> int | None:
    """Where the dependent clause begins that the cue stands in; None if it stands in a main clause.

    "Während die Stadt behauptet, …, hat der Kreis …": what is announced is not the sentence's main statement.
    """
    lexicon, low = wording.lexicon, wording.low
    start = next((at + 1 for at in range(cue.at - 1, -1, -1) if wording.breaks_at(at)), 0)
    if not lexicon.comma_before_clause or start >= cue.at or not closes_clause(wording, cue.at):
        return None
    if low[start] in lexicon.other_subordinators - lexicon.conjunctions:
        return start
    return start if start and low[start] in lexicon.relatives else None


def _with_correlate(wording: Wording, cue: Cue, end: int) -> list[Range]:
    """The cue with a word that points to its clause: "wies darauf hin", "ging davon aus"."""
    parts = list(cue.parts)
    for at in range(cue.at + 1, min(end, cue.at + _FURTHEST_CORRELATE)):
        if wording.low[at] in wording.lexicon.correlates and cue.form.particle:
            parts.append((at, at + 1))
    return sorted(parts)


def _agent(wording: Wording, cue: Cue, end: int) -> Range | None:
    """Who speaks in the passive: "wurde von X mitgeteilt"."""
    for at in range(min(end, wording.end)):
        if wording.low[at] in wording.lexicon.agents and wording.quoted[at] < 0:
            reached = wording.noun_phrase(at + 1, end)
            if reached > at + 1:
                return (at + 1, reached)
    return None
