"""Roles: who acts in a clause, and who or what it happens to.

Found by the surface of German: prepositions, articles that cannot be nominative ("den", "dem"), the
passive ("wurde von … getötet"), and word order where the articles leave it open (the subject comes first; Duden
grammar: Satzgliedstellung). In English, where nouns have no capitals, nobody is found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from beleg.evidence.clauses import Clause
from beleg.language.language import Language
from beleg.language.words import Words


@dataclass(frozen=True, slots=True)
class Roles:
    """The roles of the nouns of a clause, by token.

    `agent` acts, `patient` is acted on; `others` gives the preposition before a noun, or "oblique" for one in the
    dative or accusative. `certain` is True if an article, the passive or the lack of another phrase shows who acts, False
    if only the order of the words does.
    """

    agent: frozenset[int]
    patient: frozenset[int]
    others: Mapping[int, str]
    certain: bool


def roles(words: Words, clause: Clause, language: Language) -> Roles:
    """The roles of a clause's nouns."""
    lexicon = language.lexicon
    nominal: list[tuple[int, frozenset[int]]] = []
    others: dict[int, str] = {}
    for start, end in clause.parts:
        at = start
        while at < end:
            before = words.low[at]
            governed = before in lexicon.prepositions or before in lexicon.comparing
            first = at + 1 if governed else at
            stop = language.noun_phrase(words, first, end) if first < end else first
            if stop <= first:
                at += 1
                continue
            heads = _heads(words, first, stop)
            if governed:
                others.update(dict.fromkeys(heads, before))
            elif words.low[first] in lexicon.oblique:
                others.update(dict.fromkeys(heads, "oblique"))
            elif heads or words.low[first] in lexicon.pronouns:
                nominal.append((first, heads))
            at = stop
    passive = _passive(words, clause, language)
    subject = _subject(words, clause, nominal, language)
    rest = frozenset(head for _, heads in nominal for head in heads if heads != subject)
    if passive:
        agents = frozenset(head for head, role in others.items() if role in lexicon.agents)
        return Roles(agents, subject, others, True)
    if not subject:
        return Roles(frozenset(), frozenset(), others, False)  # no verb that shows who acts
    shown = len(nominal) == 1 or any(
        heads == subject and words.low[first] in lexicon.male_determiners for first, heads in nominal
    )
    oblique = {head for head, role in others.items() if role == "oblique"}
    return Roles(subject, rest | oblique, others, shown)


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
) -> frozenset[int]:
    """The first phrase that can be nominative; before the verb if one stands there."""
    finite = next((at for at in clause.tokens if _finite(words, at, language)), None)
    if finite is None:
        return frozenset()
    before = [heads for at, heads in nominal if at < finite]
    after = [heads for at, heads in nominal if at > finite]
    return next(iter(before or after), frozenset())


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
