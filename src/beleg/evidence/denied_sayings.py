"""Denied sayings: the source "did not confirm that …", the draft has it confirmed, or the other way round.

The verb that introduces a statement is no part of what is stated, so that it is compared here, and only with itself:
"wollte nicht bestätigen, dass" is the denial of "bestätigte, dass", and of nothing else.
"""

from collections.abc import Iterable, Iterator, Sequence

from beleg.evidence.clauses import Clause, Stated
from beleg.evidence.words import content_words
from beleg.language.language import Language
from beleg.language.lexicon import Lexicon
from beleg.language.markers import Marked
from beleg.terms.clause import Marker
from beleg.terms.span import Span


def sayings(of: Stated, cue: Sequence[Span], language: Language) -> frozenset[str]:
    """The verbs of a sentence that stand in a cue, each by its infinitive, or its stem where no infinitive is known."""
    return frozenset(
        verb
        for span, verb in _verbs(of, language)
        if any(part.start <= span.start < part.end for part in cue)
    )


def denied(verbs: Iterable[str], of: Stated, language: Language) -> frozenset[bool]:
    """For each clause of a sentence that has one of these verbs, whether it denies it; empty where none has."""
    wanted = frozenset(verbs)
    starts = {token.start: number for number, token in enumerate(of.sentence.tokens)}
    return frozenset(
        _denies(of, of.clauses[of.clause[starts[span.start]]], starts[span.start], language)
        for span, verb in _verbs(of, language)
        if verb in wanted
    )


def _verbs(of: Stated, language: Language) -> Iterator[tuple[Span, str]]:
    for number, word in enumerate(content_words(of.sentence.tokens, language)):
        first = of.sentence.text[word.span.start - of.sentence.start]
        if first.islower() or not number:
            yield word.span, word.infinitive or word.stems[0]


def _denies(of: Stated, clause: Clause, verb: int, language: Language) -> bool:
    """Whether a clause denies its verb, rather than what is said: "„Es gab keine Zeugen“, sagte er" denies no saying.

    Where no comma divides clauses, only what stands before the verb can.
    """
    inside = frozenset(clause.tokens)
    return any(
        one.marker is Marker.DENIAL
        and one.start in inside
        and of.said_by[one.start] is None
        and (language.lexicon.comma_before_clause or one.start < verb)
        and not _of_an_attribute(of, one, language.lexicon)
        for one in of.marked
    )


def _of_an_attribute(of: Stated, one: Marked, lexicon: Lexicon) -> bool:
    """Whether a negation belongs to an adjective before its noun: "der nicht anwesende Minister sagte"."""
    adjective, noun = one.end, one.end + 1
    return (
        lexicon.nouns_capitalised
        and noun < len(of.words)
        and of.words.low[one.start] not in lexicon.determiners
        and of.words.low[adjective] not in lexicon.determiners | lexicon.prepositions
        and not of.words.capitalised(adjective)
        and of.words.capitalised(noun)
    )
