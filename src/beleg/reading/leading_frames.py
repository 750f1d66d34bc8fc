"""Leading frames: "X sagte, dass …", "X teilte mit: …", "X wies darauf hin, …", "X said that …"."""

from typing import Final

from beleg.language.lexicon import Takes
from beleg.language.mood import ReportedVerb
from beleg.reading.content_clauses import content_start
from beleg.reading.cues import Cue, closes_clause, cues, joined
from beleg.reading.speakers import addressee, agent, subject
from beleg.reading.wording import Framed, Range, Wording

_CLAUSE: Final = frozenset({Takes.CLAUSE})
_FURTHEST_CORRELATE: Final = 12


def leading_frame(wording: Wording, reported: list[ReportedVerb]) -> Framed | None:
    """A frame before its content: "X sagte, …"; None if the sentence has none."""
    found = _nearest(wording, reported)
    if found is None:
        return None
    cue, start = found
    clause = _dependent_clause(wording, cue)
    first = clause or 0
    speaker = (
        agent(wording, start)
        if cue.passive
        else subject(wording, first, cue.finite, start, final=clause is not None)
    )
    return Framed(
        content=[(start, wording.end if clause is None else wording.next_break(start))],
        frame=[(0, start)],
        cue=_with_correlate(wording, cue, start),
        speaker=speaker,
        addressee=addressee(wording, cue, speaker, start),
        medium=cue.form.medium,
        rule="leading_frame",
        main=clause is None,
    )


def _nearest(wording: Wording, reported: list[ReportedVerb]) -> tuple[Cue, int] | None:
    """The cue that stands nearest before the first content, and where that begins.

    "Er bestätigte die Zahlen, teilte aber mit, …": the second verb announces, not the first.
    """
    found: tuple[Cue, int] | None = None
    for cue in cues(wording, _CLAUSE):
        if found is not None and cue.at >= found[1]:
            break
        start = content_start(wording, cue, reported)
        if start is not None and (found is None or start == found[1]):
            found = cue, start
    return found


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
    low, correlates = wording.low, wording.lexicon.correlates
    parts = list(cue.parts)
    for at in range(cue.at + 1, min(end, cue.at + _FURTHEST_CORRELATE)):
        if low[at] in correlates and (cue.form.particle or wording.breaks_at(min(at + 1, wording.end - 1))):
            parts.append((at, at + 1))
    if cue.at and low[cue.at - 1] in correlates and (cue.at - 1, cue.at) not in parts:
        parts.append((cue.at - 1, cue.at))
    return joined(parts)
