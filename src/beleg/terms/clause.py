"""Clauses: what a clause says besides its content, in the draft and in the sources."""

from dataclasses import dataclass
from enum import StrEnum

from beleg.terms.passage import Passage
from beleg.terms.span import Span


class Marker(StrEnum):
    """What a word says about the statement it stands in."""

    DOUBT = "doubt"
    """That it may not be so: "angeblich", "mutmaßlich", "offenbar"."""
    POSSIBILITY = "possibility"
    """That it could be: "könnte"."""
    PLAN = "plan"
    """That it is intended or expected: "soll", "will", "geplant"."""
    AHEAD = "ahead"
    """That it is announced, wanted or tried, or has yet to be done: "kündigte an, … zu sperren", "muss noch
    zustimmen".
    """
    RESERVE = "reserve"
    """That it depends on something, or on somebody: "wenn", "fordert"; counts in the draft only."""
    DENIAL = "denial"
    """That it is not so: "nicht", "kein"."""
    ALL = "all"
    """That it holds without exception: "alle", "vollständig"."""
    SOME = "some"
    """That it holds in part: "einige", "teilweise"."""
    CAUSE = "cause"
    """That one thing is the reason for another: "weil", "deshalb"."""
    REASON = "reason"
    """Words that may name a reason, among other things: "Grund", "durch", "nachdem"."""


OPEN = frozenset((Marker.DOUBT, Marker.POSSIBILITY, Marker.PLAN, Marker.RESERVE))
"""Markers by which a clause does not say that something is so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseState:
    """Who vouches for a clause, and how.

    `attributed` is True if it is somebody's statement, `speaker` whose, as far as the text says. `marked` are the
    markers that hold for it, each with the word that sets it.
    """

    attributed: bool = False
    speaker: str = ""
    marked: tuple[tuple[Marker, str], ...] = ()

    @property
    def marks(self) -> frozenset[Marker]:
        """The markers that hold."""
        return frozenset(marker for marker, _ in self.marked)

    def words(self, *of: Marker) -> str:
        """The words that set these markers, joined by commas."""
        return ", ".join(dict.fromkeys(word for marker, word in self.marked if marker in of))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseEvidence:
    """A clause of the draft at `span` and the clause of a source that reports the same.

    `shared` is the share of its content that the passage has (0 to 1), each word weighted by how rare it is, and
    `aligned` how many words that are. `here` and `there` are the two states; clauses of one sentence that go back to
    the same clause of a source share theirs. Where several passages report it equally well, `there` has only what holds
    in all of them, and `anywhere` has the marks that hold in any. `reworded` counts the verbs, adjectives and adverbs
    on either side that the other does not have. `broader` is True where the source limits a noun ("einige Händler") and
    the draft does not ("die Händler"). `acting` names who acts here and who there, where somebody who acts on one side
    is acted on, or stands elsewhere, on the other; empty where the roles agree or cannot be told. `measured` is what is
    measured against here and there ("als Frauen", "als Männer") where each side has the other's measure. `opposite` is
    a word there that says the opposite of a word here ("Minus" for "Plus"); `facing` is True where both stand beside
    the same word, whatever else the clauses share. `complete` is True if one side has all content words of the other,
    such an opposite counted as had. `happened` is True where the draft tells as done what its counterpart does not.
    `nobody` is True where the source says of nobody what the draft's verb says ("Verletzt wurde niemand"). `frame` is
    True for a clause that only says who speaks ("heißt es in dem Bericht").
    """

    span: Span
    passage: Passage
    shared: float
    aligned: int
    here: ClauseState
    there: ClauseState
    anywhere: frozenset[Marker]
    reworded: int = 0
    broader: bool = False
    acting: tuple[str, str] = ("", "")
    measured: tuple[str, str] = ("", "")
    opposite: str = ""
    complete: bool = False
    facing: bool = False
    happened: bool = False
    nobody: bool = False
    frame: bool = False
