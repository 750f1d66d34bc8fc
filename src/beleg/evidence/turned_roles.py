"""Turned roles: whether two sentences with the same verb have somebody act in one who is acted on in the other.

By the surface alone: the article of a noun (German), and the sides of the verb on which two nouns stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from beleg.evidence.words import content_words
from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.turning import turning
from beleg.language.words import Words
from beleg.terms.span import Span

CLAUSE_ENDS = frozenset(",;:–—")
_ATTRIBUTES = 3
"""Words between an article or preposition and its noun."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where a noun stands: its article, its token, and which phrase of nouns beside each other it belongs to."""

    written: str
    article: str
    at: int
    phrase: int


def changed_places(mine: Words, theirs: Words, language: Language) -> str:
    """The noun of `mine` that acts where it is acted on in `theirs`, or the other way round; empty where nothing shows
    it.
    """
    verbs, others = verbs_of(mine, language), verbs_of(theirs, language)
    shared = [verb for verb in verbs if verb in others]
    if shared and (moved := _another_case(mine, theirs, language)):
        return moved
    for verb in shared:
        if moved := _turned_round(
            clause_around(mine, verbs[verb]), clause_around(theirs, others[verb]), language
        ):
            return moved
    return ""


def _another_case(mine: Words, theirs: Words, language: Language) -> str:
    """A noun that stands in another case than there, by its article, in two sentences without a passive."""
    if _passive(mine, language) or _passive(theirs, language):
        return ""
    here, there = _standing(mine, language), _standing(theirs, language)
    both = [stem for stem in here if stem in there]
    for stem in both:
        one, other = here[stem].article, there[stem].article
        if (
            one != other
            and len(both) > 1
            and any({one, other} <= forms for forms in turning(language.code).articles)
        ):
            return here[stem].written
    return ""


def _turned_round(mine: Words, theirs: Words, language: Language) -> str:
    """Two nouns whose order is another than there, where nothing but their order shows who acts."""
    here, there = _standing(mine, language), _standing(theirs, language)
    both = [stem for stem in here if stem in there]
    if any({here[stem].article, there[stem].article} & turning(language.code).showing for stem in both):
        return ""
    flipped = _passive(mine, language) != _passive(theirs, language)
    for first, second in combinations(both, 2):
        if here[first].phrase == here[second].phrase or there[first].phrase == there[second].phrase:
            continue
        same = (here[first].phrase < here[second].phrase) == (there[first].phrase < there[second].phrase)
        if same == flipped:
            return here[first].written
    return ""


def joined_anew(mine: Words, theirs: Words, language: Language) -> str:
    """A noun beside a verb that it stands beside nowhere in `theirs`, where it belongs to another verb; empty if there
    is none.

    "Sie begrüßte die Entscheidung, bemängelte aber den Preis" does not say what "Sie bemängelte die Entscheidung" does.
    A noun before the verb of an earlier main clause may act in the later ones as well, and is let off.
    """
    verbs, others = verbs_of(mine, language), verbs_of(theirs, language)
    nouns, places = _standing(mine, language), _standing(theirs, language)
    for verb, at in verbs.items():
        if verb not in others:
            continue
        beside = clause_around(mine, at).tokens
        its = clause_around(theirs, others[verb]).tokens
        for stem, noun in nouns.items():
            if stem not in places or mine.tokens[noun.at] not in beside:
                continue
            there = places[stem].at
            if theirs.tokens[there] in its:
                continue
            clause = clause_around(theirs, there)
            elsewhere = [
                n for other, n in others.items() if other not in verbs and theirs.tokens[n] in clause.tokens
            ]
            if elsewhere and min(elsewhere) < there < others[verb]:
                return noun.written
    return ""


def clause_around(words: Words, at: int) -> Words:
    """The words between the marks on either side of a word."""
    first = next((n + 1 for n in range(at, -1, -1) if words.tokens[n].text in CLAUSE_ENDS), 0)
    last = next((n for n in range(at, len(words)) if words.tokens[n].text in CLAUSE_ENDS), len(words))
    return Words(words.tokens[first:last], words.low[first:last])


def verbs_of(words: Words, language: Language) -> dict[str, int]:
    """The verbs among the words by stem, with where they stand; in German all that is written small and carries
    content.
    """
    places = {token.start: at for at, token in enumerate(words.tokens)}
    found: dict[str, int] = {}
    for one in content_words(words.tokens, language):
        at = places[one.span.start]
        capitals = language.lexicon.nouns_capitalised
        if one.infinitive or (not words.capitalised(at) if capitals else words.low[at].endswith("ed")):
            found.setdefault(one.stems[0], at)
    return found


def _passive(words: Words, language: Language) -> bool:
    lexicon = language.lexicon
    return any(language.participle(word) for word in words.low) and any(
        word in lexicon.passive for word in words.low
    )


def _standing(words: Words, language: Language) -> Mapping[str, _Standing]:
    """The nouns of which nothing before them says what they are to the verb, by their stems."""
    lexicon = language.lexicon
    moments = [moment.span for moment in language.dates(words.tokens)]
    found: dict[str, _Standing] = {}
    phrase = 0
    last = -2
    for one in content_words(words.tokens, language):
        at = next(n for n, token in enumerate(words.tokens) if token.start == one.span.start)
        span = Span(words.tokens[at].start, words.tokens[at].end)
        noun = (
            words.capitalised(at) if lexicon.nouns_capitalised else not words.low[at].endswith(("ly", "ed"))
        )
        noun = noun and words.low[at] not in turning(language.code).directions
        if one.infinitive or not noun or any(moment.covers(span) for moment in moments):
            continue
        article = _article(words, at, language)
        if at - last > 1 and not (
            at - last == 2 and words.low[at - 1] in clause_words(language.code).joining
        ):
            phrase += 1
        last = at
        if article is not None:
            found.setdefault(one.stems[0], _Standing(words.tokens[at].text, article, at, phrase))
    return found


def _article(words: Words, at: int, language: Language) -> str | None:
    """The article before a noun, empty if there is none; None if a preposition or another noun stands before."""
    lexicon, lists = language.lexicon, turning(language.code)
    articles = frozenset[str]().union(*lists.articles)
    for before in range(at - 1, max(-1, at - 1 - _ATTRIBUTES), -1):
        word = words.low[before]
        if word == lexicon.infinitive_mark and before + 1 < at and not lexicon.nouns_capitalised:
            return ""  # "to sue shop owners": a verb stands between
        if word in lexicon.prepositions and word not in lexicon.agents:
            return None
        if word in articles or word in lexicon.determiners:
            behind = words.low[before - 1] if before else ""
            governed = behind in lexicon.prepositions and behind not in lexicon.agents
            owned = before > 0 and word in lists.genitive and words.capitalised(before - 1)
            return None if governed or owned else word
        if not words.is_word(before) or language.infinitive(word):
            return ""
    return ""
