"""Facing: words of the draft and of a passage that say the opposite of each other beside the same word.

"Lower margins" faces "higher margins", "down 4 percent" faces "up 4 percent", however long the sentences around them
are. Who has both ("higher prices for wheat, lower prices for maize") contradicts nobody.
"""

from collections.abc import Callable, Iterator, Sequence
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
    """A token of the draft, and the number of the passage and the word there that says the opposite beside the same
    word.
    """

    at: int
    passage: int
    word: str


def faced(
    mine: Stated,
    passages: Sequence[Stated],
    others: Callable[[], Sequence[Stated]],
    opposites: Opposites,
    language: Language,
) -> Iterator[Faced]:
    """The words of a sentence whose opposite stands in one of the passages; `others` gives further sentences about
    the same thing, which may have the draft's own word; it is asked only where an opposite may be found."""
    if opposites.denial_first:
        yield from _denials(mine, passages, others, opposites, language)
    own = _phrases(mine, opposites, language)
    if not own:
        return
    theirs = [_phrases(passage, opposites, language) for passage in passages]
    stems = {stem for phrase in own for stem in opposites.of.get(phrase.stem, frozenset())}
    if not any(phrase.stem in stems for there in theirs for phrase in there):
        return
    said = {(phrase.stem, phrase.beside) for there in theirs for phrase in there}
    said.update(
        (phrase.stem, phrase.beside) for other in others() for phrase in _phrases(other, opposites, language)
    )
    here = {(phrase.stem, phrase.beside) for phrase in own}
    found_at: set[int] = set()
    for phrase in own:
        if phrase.at in found_at:
            continue
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
                found_at.add(phrase.at)
                yield Faced(phrase.at, number, passages[number].sentence.tokens[found.at].text)
                break


def _denials(
    mine: Stated,
    passages: Sequence[Stated],
    others: Callable[[], Sequence[Stated]],
    opposites: Opposites,
    language: Language,
) -> Iterator[Faced]:
    """The words that the draft denies and the passages affirm: "does not open" where they have "opens" and deny
    nothing.
    """
    if any(mark.marker is Marker.DENIAL for passage in passages for mark in passage.marked):
        return
    dated: frozenset[int] | None = None
    for mark in mine.marked:
        if mark.marker is not Marker.DENIAL or mine.said_by[mark.start] is not None:
            continue
        dated = _dated(mine, language) if dated is None else dated
        inside = [
            (at, mine.words.low[at])
            for at in range(mark.end - 1, len(mine.words))
            if mine.clause[at] == mine.clause[mark.start]
        ]
        denied = _beside(inside, 0, 1, dated, language)
        if not denied or any(
            (at := _place(other, denied, language)) is not None and _denied(other, at) for other in others()
        ):
            continue
        # "Not open" for "closed".
        against = opposites.of.get(denied, frozenset())
        if any(_place(passage, stem, language) is not None for passage in passages for stem in against):
            continue
        for number, passage in enumerate(passages):
            if (at := _place(passage, denied, language)) is not None:
                yield Faced(mark.start, number, passage.sentence.tokens[at].text)
                break


def _place(whole: Stated, stem: str, language: Language) -> int | None:
    return next(
        (
            at
            for at, low in enumerate(whole.words.low)
            if language.stem(language.infinitive(low) or low) == stem
        ),
        None,
    )


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
        infinitive = language.infinitive(low)
        stem = language.stem(infinitive or low)
        if stem not in opposites.of:
            continue
        if infinitive and at and language.lexicon.nouns_capitalised and whole.words.capitalised(at):
            continue  # "das Leben gekostet": no verb
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
    """The stem of the next word with content; empty where a mark comes before it, or a date, which goes with
    anything.
    """
    for _ in range(REACH + 1):
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
