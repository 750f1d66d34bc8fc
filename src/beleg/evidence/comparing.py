"""Comparing: which of two things a clause says is the greater one.

"Mehr Frauen als Männer" and "mehr Männer als Frauen" have the same words; what stands after "als" is what is measured
against (Duden, Die Grammatik, on the comparative clause).
"""

from dataclasses import dataclass

from beleg.evidence.clauses import Stated
from beleg.evidence.counterparts import Compared
from beleg.evidence.words import ContentWord, alike, content_words
from beleg.language.clause_words import clause_words
from beleg.language.language import Language
from beleg.language.opposites import Opposites

_REACH = 8
"""Words between the comparative and the word of comparison after it: "mehr Frauen aus dem Landkreis als"."""


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A comparison: the comparative's stem, the words before "als", and the noun after it with its preposition."""

    degree: str
    before: list[ContentWord]
    standard: list[ContentWord]
    words: str


def turned_round(mine: Stated, one: Compared, opposites: Opposites, language: Language) -> tuple[str, str]:
    """What the draft measures against and what the source does, if each has the other's measure; else two empty
    strings.
    """
    here = _comparison(mine, mine.clauses.index(one.clause), language)
    there = _comparison(one.best.theirs, one.best.clause, language) if here else None
    if here is None or there is None or there.degree in opposites.of.get(here.degree, frozenset()):
        return "", ""
    swapped = alike(here.standard, there.before) and alike(there.standard, here.before)
    same = alike(here.standard, there.standard)
    return (here.words, there.words) if swapped and not same else ("", "")


def _comparison(whole: Stated, number: int, language: Language) -> _Comparison | None:
    inside = whole.clauses[number].tokens
    words, lexicon, forms = whole.words, language.lexicon, clause_words(language.code)
    for place, at in enumerate(inside):
        if words.low[at] not in forms.measured_against:
            continue
        degrees = [
            words.low[other]
            for other in inside[max(0, place - _REACH) : place]
            if words.low[other] in forms.degrees
            or (
                words.low[other].endswith(forms.comparative_endings)
                and words.low[other] not in language.function_words
                and not (lexicon.nouns_capitalised and words.capitalised(other))
            )
        ]
        content = [
            (inside.index(token), word)
            for word in content_words(whole.sentence.tokens, language)
            for token in inside
            if words.tokens[token].start == word.span.start and _is_noun(whole, word, language)
        ]
        standard = [word for token, word in content if place < token <= place + _REACH][:1]
        if degrees and standard:
            end = standard[0].span.end
            return _Comparison(
                language.stem(degrees[-1]),
                [word for token, word in content if token < place],
                standard,
                " ".join(token.text for token in words.tokens[at:] if token.end <= end),
            )
    return None


def _is_noun(whole: Stated, word: ContentWord, language: Language) -> bool:
    first = whole.sentence.text[word.span.start - whole.sentence.start]
    return first.isupper() or not language.lexicon.nouns_capitalised
