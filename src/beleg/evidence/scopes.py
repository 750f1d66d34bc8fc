"""Scopes: how far what a word says of a statement reaches: brackets, "und", and clauses about nobody."""

from collections.abc import Sequence

from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.words import Words
from beleg.terms.clause import Marker

OF_MODALS = frozenset((Marker.DOUBT, Marker.POSSIBILITY, Marker.PLAN, Marker.RESERVE))
"""What a clause has from the modal verb of the one before."""


def in_brackets(words: Words) -> frozenset[int]:
    """The tokens between round brackets: what they say holds for no more than stands in them."""
    inside, found = False, []
    for at, low in enumerate(words.low):
        inside = low == "(" or (inside and low != ")")
        if inside:
            found.append(at)
    return frozenset(found)


def shares_its_modal(clause: Sequence[int], words: Words, language: Language) -> bool:
    """Whether a clause goes on after "und" with the modal verb of the one before: "sollen fliehen und Hilfe geholt
    haben".
    """
    inside = [words.low[at] for at in clause if words.is_word(at)]
    lexicon = language.lexicon
    last = -2 if inside[-1:] and inside[-1] in lexicon.perfect_infinitives else -1
    return (
        len(inside) > 1
        and inside[0] in lexicon.conjunctions
        and (lexicon.finite_forms | lexicon.auxiliaries).isdisjoint(inside[:last])
        and (last == -2 or language.infinitive(inside[-1]) == inside[-1])
    )


def is_relative(clause: Sequence[int], words: Words, language: Language) -> bool:
    """Whether a clause is a relative one: after a comma, with its verb at the end."""
    inside = [at for at in clause if words.is_word(at)]
    first = clause[0]
    return (
        len(inside) > 1
        and first > 0
        and language.lexicon.comma_before_clause
        and words.low[first - 1] == ","
        and words.low[first] in language.lexicon.relatives
        and (
            words.low[inside[-1]] in language.lexicon.finite_forms
            or bool(language.infinitive(words.low[inside[-1]]))
        )
        and not words.capitalised(inside[-1])
    )


def names_nobody(clause: Sequence[int], words: Words, language: Language) -> bool:
    """Whether a clause says that there is none of what it names: "kein Käufer", "niemand"."""
    denied = language.negations & language.lexicon.determiners | clause_words(language.code).nobody
    return any(words.low[at] in denied for at in clause)


def says_nobody(clause: Sequence[int], words: Words, language: Language) -> bool:
    """Whether a clause says of nobody what its verb says: "Verletzt wurde niemand"."""
    nobody = clause_words(language.code).nobody
    return any(words.low[at] in nobody for at in clause)
