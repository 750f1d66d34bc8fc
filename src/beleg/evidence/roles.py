"""Roles: who acts in a clause, and who or what it happens to.

Found by the surface of German: prepositions, articles that cannot be nominative ("den", "dem"), the
passive ("wurde von … getötet"), and word order where the articles leave it open (the subject comes first; Duden
grammar: Satzgliedstellung). In English, where nouns have no capitals, nobody is found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from beleg.evidence.clauses import Clause
from beleg.evidence.scopes import is_relative
from beleg.evidence.words import content_words
from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.words import Words


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of the nouns of a clause, by token.

    `agent` acts, `patient` is acted on; `others` gives the preposition before a noun, or "oblique" for one in the
    dative or accusative. `certain` is True if an article, the passive or the lack of another phrase shows who acts,
    False if only the order of the words does. `verbs` are the infinitives of the clause, `passive` says whether it is
    one, and `by_pronoun` whether a pronoun acts, so that who does stands in another clause.
    """

    agent: frozenset[int]
    patient: frozenset[int]
    others: Mapping[int, str]
    certain: bool
    verbs: frozenset[str] = frozenset()
    passive: bool = False
    by_pronoun: bool = False


def roles(words: Words, clause: Clause, language: Language) -> Roles:
    """The roles of a clause's nouns."""
    lexicon = language.lexicon
    nominal: list[tuple[int, frozenset[int]]] = []
    others: dict[int, str] = {}
    passive, begun = _passive(words, clause, language), _verb_last(words, clause, language)
    agents = lexicon.agents | clause_words(language.code).causing
    governing, governed_until, subject_shown = "", -1, False
    for start, end in clause.parts:
        at = start
        while at < end:
            if _finite(words, at, language):
                at, begun = at + 1, True  # "stellte Weber": no adjective before the name
                continue
            if at == clause.tokens[0] and is_relative(clause.tokens, words, language):
                if words.low[at] not in lexicon.oblique:
                    nominal.append((at, frozenset()))  # "der mehrere Minister entließ"
                at += 1
                continue
            before = words.low[at]
            governed = before in lexicon.prepositions or before in lexicon.comparing
            first = at + 1 if governed else at
            stop = language.noun_phrase(words, first, end) if first < end else first
            if not governed and words.low[first] in lexicon.nominative:
                stop = first + 1  # "er keine Soldaten": the pronoun is a phrase of its own
            if stop <= first:
                at += 1
                continue
            if passive and begun:
                # "Wurden zwei Wanderer von der Bergwacht gerettet": only before its verb "von" belongs to a noun.
                stop = next((n for n in range(first + 1, stop) if words.low[n] in agents), stop)
            heads = _heads(words, first, stop)
            if governed:
                others.update(dict.fromkeys(heads, before))
                governing, governed_until = before, stop
            elif at == governed_until and words.low[first] in lexicon.determiners:
                others.update(dict.fromkeys(heads, governing))  # a genitive: "beim Treffen der Minister"
                governed_until = stop
            elif words.low[first] in lexicon.oblique:
                others.update(dict.fromkeys(heads, "oblique"))
            elif heads and nominal and not begun and _in_apposition(words, first, stop, end, language):
                nominal[-1] = (nominal[-1][0], nominal[-1][1] | heads)
            elif heads or (words.low[first] in lexicon.pronouns and words.low[first] != lexicon.dummy):
                nominal.append((first, heads))
                subject_shown |= words.low[first] in lexicon.nominative
            at = stop
    found = Roles(
        frozenset(),
        frozenset(),
        others,
        certain=False,
        verbs=_verbs(words, clause, language),
        passive=passive,
    )
    subject = _subject(words, clause, nominal, language)
    if passive:
        by = frozenset(head for head, role in others.items() if role in agents)
        return replace(found, agent=by, patient=subject or frozenset(), certain=True)
    if not subject:
        # No verb that shows who acts, or a pronoun that does.
        met = frozenset(head for _, heads in nominal for head in heads) if subject_shown else frozenset[int]()
        return replace(found, by_pronoun=subject is not None, patient=met)
    rest = frozenset(head for _, heads in nominal for head in heads if heads != subject)
    shown = len(nominal) == 1 or any(
        heads == subject and words.low[first] in lexicon.male_determiners for first, heads in nominal
    )
    oblique = {head for head, role in others.items() if role == "oblique"}
    return replace(found, agent=subject, patient=rest | oblique, certain=shown)


def _verb_last(words: Words, clause: Clause, language: Language) -> bool:
    """Whether a clause has its finite verb at the end: "dass zwei Wanderer von der Bergwacht gerettet wurden"."""
    tokens = [at for at in clause.tokens if words.is_word(at)]
    finite = next((at for at in tokens if _finite(words, at, language)), None)
    return finite is not None and len(tokens) > 1 and finite == tokens[-1]


def _verbs(words: Words, clause: Clause, language: Language) -> frozenset[str]:
    """The infinitives of the verbs of a clause, with the particle that stands apart ("bat … an")."""
    tokens = [words.tokens[at] for at in clause.tokens]
    attributes = {
        token.start
        for token, following in pairwise(tokens)
        if token.text[0].islower()
        and following.text[0].isupper()
        and token.text.lower().endswith(clause_words(language.code).attribute_endings)
        and any(
            language.participle(token.text.lower().removesuffix(ending))
            for ending in clause_words(language.code).attribute_endings
        )
    }
    return frozenset(
        word.infinitive
        for word in content_words(tokens, language)
        if word.infinitive and word.span.start not in attributes
    )


def _in_apposition(words: Words, first: int, stop: int, end: int, language: Language) -> bool:
    """Whether a phrase before the verb says once more who acts: "der Bischof von Lindenau, Ole Thoms, hat …"."""
    if not first or words.low[first - 1] != ",":
        return False
    verb = stop + 1 if stop < end and words.low[stop] == "," else stop
    return verb < end and _finite(words, verb, language)


def _heads(words: Words, start: int, stop: int) -> frozenset[int]:
    """The nouns of a phrase, as far as its own preposition or comma; adjectives and articles carry no role."""
    nouns: list[int] = []
    for at in range(start, stop):
        if not words.is_word(at):
            break
        if words.capitalised(at) and (at > 0 or stop - start > 1 or not nouns):
            nouns.append(at)
    return frozenset(nouns)


def _passive(words: Words, clause: Clause, language: Language) -> bool:
    """Whether a clause is in the passive; its "werden" may stand in the next one ("gestellt und gezwungen werden")."""
    low = [words.low[at] for at in clause.tokens]
    passive, perfect = language.lexicon.passive, language.lexicon.auxiliaries - language.lexicon.passive
    if not any(language.participle(word) for word in low):
        return False
    if any(word in passive for word in low):
        return True
    # The participle ends the clause; "befindet" only looks like one.
    final = next((word for word in reversed(low) if word[0].isalpha() and not _joins(word, language)), "")
    return (
        language.participle(final)
        and not any(word in perfect for word in low)
        and any(word in passive for word in words.low[clause.tokens[-1] :])
    )


def _joins(word: str, language: Language) -> bool:
    return word in language.lexicon.conjunctions


def _subject(
    words: Words, clause: Clause, nominal: Sequence[tuple[int, frozenset[int]]], language: Language
) -> frozenset[int] | None:
    """The first phrase that can be nominative, before the verb if one stands there: no words for a pronoun; None if
    there is no such phrase, or no verb."""
    finite = next((at for at in clause.tokens if _finite(words, at, language)), None)
    if finite is None:
        return None
    before = [heads for at, heads in nominal if at < finite]
    after = [heads for at, heads in nominal if at > finite]
    return next(iter(before or after), None)


def _finite(words: Words, at: int, language: Language) -> bool:
    """Whether a finite verb stands at a word: a known one, or one that looks like it right after a noun."""
    low = words.low[at]
    if words.capitalised(at) or not words.is_word(at):
        return False
    if low in language.lexicon.finite_forms:
        return True
    infinitive = language.infinitive(low)
    if infinitive and low != infinitive and not language.participle(low):
        return True
    if at == 0 or not (words.capitalised(at - 1) and words.is_word(at - 1)):
        return False
    return low not in language.function_words and low.endswith(language.past_endings)
