"""Opposing: a word of the source that says the opposite of a word of the draft in the same place."""

from collections.abc import Mapping

from beleg.evidence.counterparts import Compared
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.language.opposites import Opposites

LEAST = 4
"""Letters a word must have for a beginning to deny it: "unfair", but "unit" is no denial of "it"."""


def opposite(one: Compared, opposites: Opposites, language: Language) -> str:
    """The word of the source's clause that says the opposite of a word of the draft's; empty where there is none."""
    matched = {mine.span.start: other for mine, other, _ in one.best.matches}
    own = {stem for word in one.words for stem in word.stems}
    theirs = {stem for word in one.best.words for stem in word.stems}
    # "Cutting-edge" is no cut.
    alone = {word.stems[0]: word for word in one.best.words if len(word.stems) == 1}
    said = {language.stem(language.infinitive(low) or low) for low in one.best.theirs.words.low}
    for word in one.words:
        other = matched.get(word.span.start)
        # A word that matches may do so in part only: "low-quality" and "high-quality", "unchanged" and "changed".
        there = alone if other is None else dict.fromkeys(other.stems, other)
        for stem in word.stems:
            if stem in theirs or opposites.beside.get(stem, frozenset()) & said:
                continue
            # Verbs are the opposites of verbs: what cost "das Leben" is not the opposite of "starb".
            alike = {
                one: found for one, found in there.items() if bool(found.infinitive) == bool(word.infinitive)
            }
            against = _against(stem, alike, own, opposites)
            if against is not None:
                return against.span.of(one.best.source)
    return ""


def _against(
    stem: str, there: Mapping[str, ContentWord], own: set[str], opposites: Opposites
) -> ContentWord | None:
    known = opposites.of.get(stem, frozenset())
    # Who writes of a rise and of a fall may mean either.
    if stem in opposites.beside and known & own:
        return None
    candidates = {
        other
        for other in (known | _denied(stem, opposites)) - own
        if not any(one.startswith(other) for one in own)  # "Verurteilte freigesprochen"
    }
    return next((there[other] for other in sorted(candidates) if other in there), None)


def _denied(stem: str, opposites: Opposites) -> set[str]:
    """What a stem is with a denying beginning more or less."""
    without = {
        stem.removeprefix(start)
        for start in opposites.denying
        if stem.startswith(start) and len(stem) - len(start) >= LEAST
    }
    return without | {start + stem for start in opposites.denying if len(stem) >= LEAST}
