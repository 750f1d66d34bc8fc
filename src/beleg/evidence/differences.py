"""Differences: in what a clause of the draft and its counterpart differ besides their markers."""

from beleg.evidence.clauses import Clause, Stated
from beleg.evidence.counterparts import Compared, Counterpart
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.language.markers import Markers
from beleg.language.opposites import Opposites
from beleg.terms.clause import ClauseState, Marker

_OPENING_MARKS = frozenset('„“»«"‚‘')


def tells(mine: Stated, one: Compared, language: Language) -> bool:
    """Whether a clause of the draft tells of a saying itself: "verlangt den Abriss", or has words in marks."""
    theirs = one.best.theirs
    quoted = {word.span.start for word, _, at in one.best.matches if theirs.said_by[at] is not None}
    return any(
        mine.words.low[at] in _OPENING_MARKS
        or (
            mine.words.low[at] in language.lexicon.verbs
            and mine.sentence.tokens[at].start not in quoted
            and (at == 0 or not mine.words.capitalised(at))
        )
        for at in one.clause.tokens
    )


def reworded(one: Compared, opposites: Opposites) -> int:
    """How many verbs either side has that the other has not, and words that say what is not there ("arbeitslos")."""
    here = {mine.span.start for mine, _, _ in one.best.matches}
    there = {other.span.start for _, other, _ in one.best.matches}

    def tells(word: ContentWord) -> bool:
        return bool(word.infinitive) or _lacks(word, opposites)

    return (
        sum(tells(word) and word.span.start not in here for word in one.words)
        + sum(tells(word) and word.span.start not in there for word in one.best.words)
        + sum(_lacks(mine, opposites) != _lacks(other, opposites) for mine, other, _ in one.best.matches)
    )


def _lacks(word: ContentWord, opposites: Opposites) -> bool:
    return word.stems[-1].endswith(opposites.lacking) if opposites.lacking else False


def complete(one: Compared, opposite: str) -> bool:
    """Whether one side has every content word of the other, its verb among them; a word and its opposite count as
    one.
    """
    if not opposite and not any(mine.infinitive for mine, _, _ in one.best.matches):
        return False
    here = {mine.span.start for mine, _, _ in one.best.matches}
    there = {other.span.start for _, other, _ in one.best.matches}
    spare = bool(opposite)
    return (
        sum(word.span.start not in here for word in one.words) <= spare
        or sum(word.span.start not in there for word in one.best.words) <= spare
    )


def limited(mine: Stated, clause: Clause, here: ClauseState, markers: Markers, language: Language) -> bool:
    """Whether a clause of the draft speaks of a part or a number of things itself."""
    if Marker.SOME in here.marks or any(mine.words.low[at] in markers.shares for at in clause.tokens):
        return True
    own = {mine.sentence.tokens[at].start for at in clause.tokens}
    return any(quantity.start in own for quantity in language.quantities(mine.sentence.tokens))


def limits(mine: Stated, counterpart: Counterpart, markers: Markers) -> bool:
    """Whether the source's clause is limited, or a noun of it is that means all of its kind in the draft."""
    theirs = counterpart.theirs
    if Marker.SOME in theirs.clause_marks[counterpart.clause]:
        return True
    token_at = {token.start: number for number, token in enumerate(mine.sentence.tokens)}
    for word, _, at in counterpart.matches:
        here = token_at[word.span.start]
        before = mine.words.low[max(0, here - 2) : here]
        if Marker.SOME in theirs.marks[at] - mine.marks[here] and markers.definite.intersection(before):
            return True
    return False
