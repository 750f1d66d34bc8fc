"""Facing: words of the draft and of a passage that say the opposite of each other beside the same word.

"Lower margins" faces "higher margins", "down 4 percent" faces "up 4 percent", however long the sentences around them
are. Who has both ("higher prices for wheat, lower prices for maize") contradicts nobody.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleg.evidence.clauses import Stated
from beleg.language.language import Language
from beleg.language.opposites import Opposites
from beleg.terms.clause import Marker

REACH = 3
"""Words without content that may stand between the two: "decline in the price"."""
_LINKS = frozenset("$€£%")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A word that has an opposite, at a token of a sentence, with the word beside it and whether that follows."""

    at: int
    stem: str
    beside: str
    follows: bool


@dataclass(frozen=True, slots=True)
class Faced:
    """A token of the draft, and the number of the passage and the word there that says the opposite beside the same word."""

    at: int
    passage: int
    word: str


def faced(
    mine: Stated,
    passages: Sequence[Stated],
    others: Sequence[Stated],
    opposites: Opposites,
    language: Language,
) -> Iterator[Faced]:
    """The words of a sentence whose opposite stands in one of the passages; `others` are further sentences about
    the same thing, which may have the draft's own word."""
    own = _phrases(mine, opposites, language)
    if not own:
        return
    theirs = [_phrases(passage, opposites, language) for passage in passages]
    said = {(phrase.stem, phrase.beside) for there in theirs for phrase in there}
    said.update((phrase.stem, phrase.beside) for other in others for phrase in _phrases(other, opposites, language))
    here = {(phrase.stem, phrase.beside) for phrase in own}
    for phrase in own:
        alike = opposites.beside.get(phrase.stem, frozenset((phrase.stem,)))
        if any((stem, phrase.beside) in said for stem in (phrase.stem, *alike)):
            continue
        against = opposites.of.get(phrase.stem, frozenset())
        if any((stem, phrase.beside) in here for stem in against):
            continue
        for number, there in enumerate(theirs):
            found = next(
                (
                    one
                    for one in there
                    if one.stem in against and (one.beside, one.follows) == (phrase.beside, phrase.follows)
                ),
                None,
            )
            if found is not None and _denied(mine, phrase.at) == _denied(passages[number], found.at):
                yield Faced(phrase.at, number, passages[number].sentence.tokens[found.at].text)
                break


def _phrases(whole: Stated, opposites: Opposites, language: Language) -> list[_Phrase]:
    words = [
        (at, part)
        for at, low in enumerate(whole.words.low)
        for part in (low.split("-") if low[0].isalpha() else [low])
        if part
    ]
    found = []
    dated: frozenset[int] | None = None
    for place, (at, low) in enumerate(words):
        stem = language.stem(language.infinitive(low) or low)
        if stem not in opposites.of:
            continue
        if dated is None:
            dated = _dated(whole, language)
        steps = [True] if low in language.function_words else [True, False]
        for follows in steps:
            beside = _beside(words, place, 1 if follows else -1, dated, language)
            if beside:
                found.append(_Phrase(at, stem, beside, follows))
    return found


def _beside(
    words: Sequence[tuple[int, str]], place: int, step: int, dated: frozenset[int], language: Language
) -> str:
    """The stem of the next word with content; empty where a mark comes before it, or a date, which goes with anything."""
    for number in range(1, REACH + 2):
        place += step
        if not 0 <= place < len(words):
            return ""
        at, low = words[place]
        if at in dated:
            return ""
        if low in _LINKS or low in language.function_words:
            continue
        return language.stem(language.infinitive(low) or low) if low[0].isalnum() else ""
    return ""


def _dated(whole: Stated, language: Language) -> frozenset[int]:
    spans = [moment.span for moment in language.dates(whole.sentence.tokens)]
    return frozenset(
        at
        for at, token in enumerate(whole.sentence.tokens)
        if any(span.start <= token.start < span.end for span in spans)
    )


def _denied(whole: Stated, at: int) -> bool:
    return Marker.DENIAL in whole.clause_marks[whole.clause[at]]
