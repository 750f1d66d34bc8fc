"""Differences: in what a clause of the draft and its counterpart differ besides their markers."""

from collections.abc import Iterable

from beleg.evidence.clauses import Clause, Stated
from beleg.evidence.counterparts import Compared, Counterpart
from beleg.evidence.roles import Roles, roles
from beleg.evidence.words import ContentWord, alike, content_words
from beleg.language.language import Language
from beleg.language.markers import Markers
from beleg.terms.clause import ClauseState, Marker

_AIMED = frozenset(("gegen", "against"))
"""Prepositions before the one an act is aimed at."""
_TOGETHER = frozenset(("mit", "with"))
"""Prepositions before one who acts as well."""
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


def reworded(one: Compared) -> int:
    """How many verbs either side has that the other has not."""
    here = {mine.span.start for mine, _, _ in one.best.matches}
    there = {other.span.start for _, other, _ in one.best.matches}
    return sum(bool(word.infinitive) and word.span.start not in here for word in one.words) + sum(
        bool(word.infinitive) and word.span.start not in there for word in one.best.words
    )


def complete(one: Compared, opposite: str) -> bool:
    """Whether one side has every content word of the other, a word and its opposite counted as one."""
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


def acting(mine: Stated, one: Compared, language: Language) -> tuple[str, str]:
    """Who acts here and who there, if it is the same act and the two have changed places; else two empty strings."""
    theirs = one.best.theirs
    if not any(
        word.infinitive and word.infinitive == other.infinitive and theirs.clause[at] == one.best.clause
        for word, other, at in one.best.matches
    ):
        return "", ""
    here = roles(mine.words, one.clause, language)
    there = roles(theirs.words, theirs.clauses[one.best.clause], language)
    agent_here, agent_there = _named(mine, here.agent, language), _named(theirs, there.agent, language)
    if not agent_here or alike(agent_here, agent_there):
        return "", ""
    if not ((here.certain and there.certain) or _by_order(mine, here, theirs, there, language)):
        return "", ""
    if agent_there:
        swapped = alike(agent_here, _named(theirs, _undergoing(there), language)) and alike(
            agent_there, _named(mine, _undergoing(here), language)
        )
    else:
        swapped = bool(here.patient) and alike(
            agent_here, _named(theirs, there.patient | _aimed_at(there), language)
        )
    return (_words(mine, here.agent), _words(theirs, there.agent)) if swapped else ("", "")


def _by_order(mine: Stated, here: Roles, theirs: Stated, there: Roles, language: Language) -> bool:
    """Whether the order of the words may be trusted on one side, the other being certain: both who act are able to.

    "Berichte konnten die Helfer nicht bestätigen" has its object first; reports confirm nothing.
    """
    return (here.certain or there.certain) and (
        _can_act(mine, here.agent, language) and _can_act(theirs, there.agent, language)
    )


def _can_act(whole: Stated, tokens: Iterable[int], language: Language) -> bool:
    """Whether one of the words is a name, a title or a house."""
    names = [one for one in language.mentions(whole.sentence.tokens) if one.certain and not one.adjective]
    return any(
        language.is_title(whole.sentence.tokens[at].text)
        or language.houses.of(whole.sentence.tokens[at].text)
        or any(one.start <= at < one.end for one in names)
        for at in tokens
    )


def _named(whole: Stated, tokens: Iterable[int], language: Language) -> list[ContentWord]:
    wanted = {whole.sentence.tokens[at].start for at in tokens if whole.words.capitalised(at)}
    return [word for word in content_words(whole.sentence.tokens, language) if word.span.start in wanted]


def _undergoing(found: Roles) -> frozenset[int]:
    """Those who do not act; who acts together with somebody ("traf sich mit") can change places."""
    return found.patient | {at for at, role in found.others.items() if role not in _TOGETHER}


def _aimed_at(found: Roles) -> frozenset[int]:
    return frozenset(at for at, role in found.others.items() if role in _AIMED)


def _words(whole: Stated, tokens: Iterable[int]) -> str:
    return " ".join(whole.sentence.tokens[at].text for at in sorted(tokens))
