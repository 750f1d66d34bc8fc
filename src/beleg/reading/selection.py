"""Selection: which of the frames that a sentence may be read with is taken, by a sum of named weights.

Every construction proposes its frame, and the one with the most points is taken; on a tie the one that stands first in
the table. The weights are round numbers set by hand, in the order in which the constructions can be trusted. There
are few of them because there is little to choose: two constructions claim the same sentence about once in twenty
articles, so more features would weigh noise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from beleg.language.mood import ReportedVerb
from beleg.reading.clauses import is_dependent
from beleg.reading.wording import Framed, Wording
from beleg.terms.quotation import Points

WEIGHTS: Final[Mapping[str, int]] = {
    "it_is_said": 5,
    "trailing_frame": 4,
    "leading_frame": 3,
    "claim": 2,
    "relative_content": 1,
    "nothing_said_before": -2,
}
"""Points of each construction, and of what speaks for or against one: a frame after its content that has no clause
before it ("In einem Brief, der gestern kam, sagte Kern, …") announces what follows."""


def select(wording: Wording, candidates: Sequence[Framed], reported: Sequence[ReportedVerb]) -> Framed | None:
    """The frame with the most points, with these points where there was a choice; None without candidates."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    order = list(WEIGHTS)
    weighed = [replace(one, points=_points(wording, one, reported)) for one in candidates]
    return max(
        weighed, key=lambda framed: (sum(one.weight for one in framed.points), -order.index(framed.rule))
    )


def _points(wording: Wording, framed: Framed, reported: Sequence[ReportedVerb]) -> tuple[Points, ...]:
    reasons = [framed.rule]
    start = framed.frame[0][0]
    if framed.content and framed.content[0][0] < start and not _said_around(wording, framed, reported):
        reasons.append("nothing_said_before")
    return tuple(Points(reason, WEIGHTS[reason]) for reason in reasons)


def _said_around(wording: Wording, framed: Framed, reported: Sequence[ReportedVerb]) -> bool:
    """Whether before the frame stands something that can be said: words in marks, or a main clause with its verb.

    A clause that begins with its verb is a condition ("Sollte er kommen, …"). Where the verb follows the frame, the
    frame was put into the clause: "Die Brücke, sagte Kern, sei alt".
    """
    end, after = framed.frame[0][0], framed.frame[-1][1]
    if after < wording.end and (wording.verb_at(after) or any(verb.at == after for verb in reported)):
        return True
    if any(wording.quoted[at] >= 0 for at in range(end)):
        return True
    moods = {verb.at for verb in reported}
    start = 0
    while start < end:
        close = min(wording.next_break(start), end)
        if not is_dependent(wording, start) and any(
            at > 0 and (wording.verb_at(at) or at in moods) for at in range(start, close)
        ):
            return True
        start = close + 1
    return False
