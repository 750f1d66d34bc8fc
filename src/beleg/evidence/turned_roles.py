"""Turned roles: whether two sentences with the same verb have somebody act in one who is acted on in the other.

By the surface alone: the article of a noun (German), and the sides of the verb on which two nouns stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from beleg.evidence.words import content_words
from beleg.language.language import Language
from beleg.language.turning import turning
from beleg.language.words import Words
from beleg.terms.span import Span

CLAUSE_ENDS = frozenset(",;:–—")
_ATTRIBUTES = 3
"""Words between an article or preposition and its noun."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a noun stands: its article, and whether before the verb."""

    written: str
    article: str
    before: bool


def changed_places(mine: Words, theirs: Words, language: Language) -> str:
    """The noun of `mine` that acts where it is acted on in `theirs`, or the other way round; empty where nothing shows it."""
    verbs, others = _verbs(mine, language), _verbs(theirs, language)
    for verb in (one for one in verbs if one in others):
        clause, its = _clause(mine, verbs[verb]), _clause(theirs, others[verb])
        if moved := _changed(clause, _verbs(clause, language), its, _verbs(its, language), verb, language):
            return moved
    return ""


def _changed(
    mine: Words, verbs: dict[str, int], theirs: Words, others: dict[str, int], verb: str, language: Language
) -> str:
    if _passive(mine, verbs[verb], language) != _passive(theirs, others[verb], language):
        return ""
    here, there = _standing(mine, verbs[verb], language), _standing(theirs, others[verb], language)
    both = [stem for stem in here if stem in there]
    lists = turning(language.code)
    for stem in both:
        one, other = here[stem].article, there[stem].article
        if one != other and len(both) > 1 and any({one, other} <= forms for forms in lists.articles):
            return here[stem].written
    if any({here[stem].article, there[stem].article} & lists.showing for stem in both):
        return ""
    moved = [stem for stem in both if here[stem].before != there[stem].before]
    if {here[stem].before for stem in moved} == {True, False}:
        return here[moved[0]].written
    return ""


def _clause(words: Words, at: int) -> Words:
    """The words between the marks on either side of a word."""
    first = next((n + 1 for n in range(at, -1, -1) if words.tokens[n].text in CLAUSE_ENDS), 0)
    last = next((n for n in range(at, len(words)) if words.tokens[n].text in CLAUSE_ENDS), len(words))
    return Words(words.tokens[first:last], words.low[first:last])


def _verbs(words: Words, language: Language) -> dict[str, int]:
    """The verbs among the words that do not only tell who says something, with where they stand."""
    places = {token.start: at for at, token in enumerate(words.tokens)}
    found: dict[str, int] = {}
    for one in content_words(words.tokens, language):
        at = places[one.span.start]
        a_verb = one.infinitive or (not language.lexicon.nouns_capitalised and words.low[at].endswith("ed"))
        if a_verb and (one.infinitive or words.low[at]) not in language.lexicon.saying:
            found.setdefault(one.stems[0], at)
    return found


def _passive(words: Words, verb: int, language: Language) -> bool:
    lexicon = language.lexicon
    return language.participle(words.low[verb]) and any(word in lexicon.passive for word in words.low)


def _standing(words: Words, verb: int, language: Language) -> Mapping[str, _Standing]:
    """The nouns of which nothing before them says what they are to the verb, by their stems."""
    lexicon = language.lexicon
    moments = [moment.span for moment in language.dates(words.tokens)]
    found: dict[str, _Standing] = {}
    for one in content_words(words.tokens, language):
        at = next(n for n, token in enumerate(words.tokens) if token.start == one.span.start)
        span = Span(words.tokens[at].start, words.tokens[at].end)
        noun = words.capitalised(at) if lexicon.nouns_capitalised else not words.low[at].endswith("ly")
        if one.infinitive or not noun or at == verb or any(moment.covers(span) for moment in moments):
            continue
        article = _article(words, at, language)
        if article is not None:
            found.setdefault(one.stems[0], _Standing(words.tokens[at].text, article, at < verb))
    return found


def _article(words: Words, at: int, language: Language) -> str | None:
    """The article before a noun, empty if there is none; None if a preposition or another noun stands before."""
    lexicon, lists = language.lexicon, turning(language.code)
    articles = frozenset[str]().union(*lists.articles)
    for before in range(at - 1, max(-1, at - 1 - _ATTRIBUTES), -1):
        word = words.low[before]
        if word in lexicon.prepositions and word not in lexicon.agents:
            return None
        if word in articles or word in lexicon.determiners:
            behind = words.low[before - 1] if before else ""
            governed = behind in lexicon.prepositions and behind not in lexicon.agents
            owned = before > 0 and lexicon.nouns_capitalised and words.capitalised(before - 1)
            return None if governed or owned else word
        if not words.is_word(before) or language.infinitive(word):
            return ""
    return ""
