"""English noun phrases, by closed classes and capitals: "Mayor Anna Weber, who", "the city council"."""

from typing import Final

from beleg.language.lexicon import Lexicon
from beleg.language.words import Words

_ATTACHING: Final = frozenset("of for from at in with by".split())
_ABBREVIATED: Final = frozenset("mr mrs ms dr prof st sen rep gov gen jr sr".split())
_PARTICLES: Final = frozenset("van von de der da di la le al el bin ibn".split())
_LONGEST: Final = 7
_FURTHEST: Final = 30


def noun_phrase(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    """Where the noun phrase that begins at `at` ends, attributes and apposition included; `at` if there is none."""
    end = min(end, at + _FURTHEST)
    reached = _with_attributes(lexicon, words, at, end)
    if reached == at or words.low[at] in lexicon.pronouns:
        return reached
    if reached + 1 < end and words.low[reached] == ",":
        after = _with_attributes(lexicon, words, reached + 1, end)
        if (
            after > reached + 1
            and words.low[reached + 1] not in lexicon.pronouns
            and (after == len(words) or words.low[after] in {",", ":", "."})
        ):
            return after
    return reached


def _with_attributes(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    reached = _core(lexicon, words, at, end)
    if reached == at or words.low[at] in lexicon.pronouns:
        return reached
    while reached < end:
        word = words.low[reached]
        if word == "(":
            close = next((i for i in range(reached, min(end, reached + 8)) if words.low[i] == ")"), None)
            if close is None:
                break
            reached = close + 1
        elif word in _ATTACHING or word in lexicon.conjunctions:
            after = _core(lexicon, words, reached + 1, end)
            inner = words.low[reached + 1 : after]
            if (
                after == reached + 1
                or inner[0] in lexicon.pronouns
                or any(w in lexicon.time_nouns for w in inner)
            ):
                break
            reached = after
        else:
            break
    return reached


def _core(lexicon: Lexicon, words: Words, at: int, end: int) -> int:
    if at < end and words.low[at] in lexicon.pronouns:
        return at + 1
    reached = at
    while reached < min(end, at + 2) and words.low[reached] in lexicon.determiners:
        reached += 1
    first = reached
    while reached < min(end, first + _LONGEST) and _noun_like(lexicon, words, reached, at):
        reached += 1
    return reached if reached > first else at


def _noun_like(lexicon: Lexicon, words: Words, at: int, start: int) -> bool:
    word = words.low[at]
    if word == ".":
        before = words.low[at - 1]
        return at > start and (len(before) == 1 or before in _ABBREVIATED)
    if words.capitalised(at) and at > 0:
        initial = len(word) == 1 and at + 1 < len(words) and words.low[at + 1] == "."
        return initial or (word not in lexicon.pronouns and word not in lexicon.determiners)
    if word in _PARTICLES and at > start and at + 1 < len(words) and words.capitalised(at + 1):
        return True
    if at > start and words.low[at - 1] in lexicon.determiners and word in lexicon.verbs:
        # "the report says": after an article the noun, not the verb.
        return True
    closed = (
        lexicon.finite,
        lexicon.verbs,
        lexicon.prepositions,
        lexicon.conjunctions,
        lexicon.adverbs,
        lexicon.pronouns,
        lexicon.determiners,
        lexicon.subordinators,
        lexicon.other_subordinators,
        lexicon.relatives,
        lexicon.auxiliaries,
        lexicon.oblique,
    )
    if at == 0 and words.capitalised(0) and len(words) > 1 and words.capitalised(1) and word.endswith("ly"):
        return True  # "Sally Moor", not "Lately"
    return word[0].isalnum() and not word.endswith("ly") and not any(word in words_of for words_of in closed)
