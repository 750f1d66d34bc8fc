"""Opposing: a word of the source that says the opposite of a word of the draft in the same place."""

from collections.abc import Mapping

from beleg.evidence.clauses import Stated
from beleg.evidence.counterparts import Compared
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.language.opposites import Opposites
from beleg.language.words import Words

LEAST = 4
"""Letters a word must have for a beginning to deny it: "unfair", but "unit" is no denial of "it"."""


def opposite(mine: Stated, one: Compared, opposites: Opposites, language: Language) -> str:
    """The word of the source's clause that says the opposite of a word of the draft's; empty where there is none."""
    found = _of_words(one, opposites, language)
    if found is not None:
        return found.span.of(one.best.source)
    return _of_places(mine, one, opposites, language)


def _of_words(one: Compared, opposites: Opposites, language: Language) -> ContentWord | None:
    matched = {mine.span.start: other for mine, other, _ in one.best.matches}
    own = {stem for word in one.words for stem in word.stems}
    theirs = {stem for word in one.best.words for stem in word.stems}
    # "Cutting-edge" is no cut.
    alone = {word.stems[0]: word for word in one.best.words if len(word.stems) == 1}
    said = {language.stem(language.infinitive(low) or low) for low in one.best.theirs.words.low}
    for word in one.words:
        other = matched.get(word.span.start)
        # A word that matches may do so in part only: "low-quality" and "high-quality", "unchanged" and "changed".
        there = alone if other is None else {stem: other for stem in other.stems}
        for stem in word.stems:
            if stem in theirs or opposites.beside.get(stem, frozenset()) & said:
                continue
            against = _against(stem, there, own, opposites)
            if against is not None:
                return against
    return None


def _against(
    stem: str, there: Mapping[str, ContentWord], own: set[str], opposites: Opposites
) -> ContentWord | None:
    known = opposites.of.get(stem, frozenset())
    # Who writes of a rise and of a fall may mean either.
    if stem in opposites.beside and known & own:
        return None
    candidates = (known | _denied(stem, opposites)) - own
    return next((there[other] for other in sorted(candidates) if other in there), None)


def _denied(stem: str, opposites: Opposites) -> set[str]:
    """What a stem is with a denying beginning more or less."""
    without = {
        stem.removeprefix(start)
        for start in opposites.denying
        if stem.startswith(start) and len(stem) - len(start) >= LEAST
    }
    return without | {start + stem for start in opposites.denying if len(stem) >= LEAST}


def _of_places(mine: Stated, one: Compared, opposites: Opposites, language: Language) -> str:
    """A word for the other side of the same thing: "down 4 percent" for "up 4 percent"."""
    sides = [_sides(counterpart.theirs.words, opposites, language) for counterpart in one.counterparts]
    here = frozenset(one.clause.tokens)
    for at, place, thing in _sides_at(mine.words, opposites, language):
        if at not in here or any((place, thing) in there for there in sides):
            continue
        for other in sorted(opposites.places[place]):
            if (other, thing) in sides[0]:
                return other
    return ""


def _sides(words: Words, opposites: Opposites, language: Language) -> set[tuple[str, str]]:
    return {(place, thing) for _, place, thing in _sides_at(words, opposites, language)}


def _sides_at(words: Words, opposites: Opposites, language: Language) -> list[tuple[int, str, str]]:
    """Each word for a side with its place in the sentence and the stem of what lies there, the first word after it."""
    return [
        (at, low, language.stem(thing))
        for at, low in enumerate(words.low)
        if low in opposites.places
        and (thing := _thing(words, at + 1, language))
    ]


def _thing(words: Words, at: int, language: Language) -> str:
    while at < len(words) and (words.low[at] in language.lexicon.determiners | language.lexicon.possessives or words.low[at] in "$€£"):
        at += 1
    return words.low[at] if at < len(words) and words.is_word(at) else ""
