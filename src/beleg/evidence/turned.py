"""Turned: whether a sentence says with the words of a source's sentence something else than that one.

Asked of a machine's sentences only, and stricter than the checks are with people: each rule compares words, and what
cannot be told from a turned sentence counts as one. The sentence of the source is looked at as far as the other takes
it over: its clauses from the first to the last word that both have.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from beleg.evidence.turned_roles import CLAUSE_ENDS, changed_places, clause_around, joined_anew, verbs_of
from beleg.evidence.words import content_words
from beleg.language.content import Content
from beleg.language.language import Language
from beleg.language.markers import markers
from beleg.language.turning import turning
from beleg.language.words import Words
from beleg.terms.clause import Marker
from beleg.terms.quotation import QuotationKind
from beleg.terms.reading import Reading, Sentence, Voice
from beleg.terms.span import Span

_OPEN = (Marker.DOUBT, Marker.POSSIBILITY, Marker.PLAN)
_UNSURE = {Marker.DOUBT, Marker.POSSIBILITY, Marker.RESERVE}
_ACCOUNT_REACH = 3
"""Words after a preposition among which an account makes it an attribution: "nach eigenen Angaben"."""


class Turn(StrEnum):
    """In what way a sentence says something else."""

    DIRECTION = "direction"
    """It has a word for a side, a direction or an order that the source's sentence has not."""
    DENIAL = "denial"
    """Only one of the two denies."""
    OPEN = "open"
    """The source leaves open, plans, tries or accuses where it does not."""
    LIMIT = "limit"
    """A noun has lost an attribute that limits it."""
    BOUND = "bound"
    """A word is missing that limits it to a time or a part ("bis", "vorerst"); a headline may do without."""
    STATEMENT = "statement"
    """In the source it is somebody's statement."""
    SPEAKER = "speaker"
    """In the source somebody else says it."""
    NUMBERS = "numbers"
    """Two numbers have changed places."""
    ROLES = "roles"
    """Somebody acts on whom the source has acted, or the other way round."""


@dataclass(frozen=True, slots=True)
class Turned:
    """A way in which a sentence says something else, with the words that show it."""

    turn: Turn
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with the reading it lies in."""

    sentence: Sentence
    reading: Reading

    @property
    def attributed(self) -> bool:
        """Whether it, or a part of it, is somebody's statement."""
        quoted = any(q.span.overlaps(self.sentence.span) for q in self.reading.quotations)
        return self.sentence.voice is Voice.ATTRIBUTED or quoted


def turned(here: Said, there: Said, language: Language) -> Iterator[Turned]:
    """The ways in which `here` says something else than `there`, whose content words it has."""
    taken = _taken(here, there, language)
    if not taken:
        return
    mine, theirs = Words.of(here.sentence.tokens), _clauses_of(taken, there)
    lists = turning(language.code)
    for word in _directions(mine, language):
        if word not in theirs.low:
            yield Turned(Turn.DIRECTION, word)
    yield from _open(here, there, mine, theirs, language)
    content = Content(here.sentence.tokens, language)
    for at, word in enumerate(theirs.low[:-1]):
        limited = theirs.tokens[at + 1]
        if (
            language.stem(word) in lists.restricting
            and any(span.start == limited.start for span in taken)
            and not content.has_word(theirs.tokens[at])
        ):
            yield Turned(Turn.LIMIT, f"{theirs.tokens[at].text} {limited.text}")
    around = _clause_of_verb(mine, theirs, language)
    for at, word in enumerate(around.low):
        if word in lists.limiting and word not in mine.low:
            yield Turned(Turn.BOUND, around.tokens[at].text)
    if not here.attributed and (said := _said_by_somebody(taken, there)):
        yield Turned(Turn.STATEMENT, said)
    if (swapped := _swapped(mine, theirs, language)) and swapped != _swapped(theirs, mine, language):
        yield Turned(Turn.NUMBERS, swapped)
    if moved := changed_places(mine, theirs, language):
        yield Turned(Turn.ROLES, moved)
    if joined := joined_anew(mine, theirs, language):
        yield Turned(Turn.ROLES, joined)
    if other := _other_speaker(here, there, taken, language):
        yield Turned(Turn.SPEAKER, other)


def _taken(here: Said, there: Said, language: Language) -> list[Span]:
    """The content words of the source's sentence that the other has."""
    content = Content(here.sentence.tokens, language)
    stems = {stem for word in content_words(here.sentence.tokens, language) for stem in word.stems}
    return [
        word.span
        for word in content_words(there.sentence.tokens, language)
        if any(stem in stems or content.has(stem) for stem in word.stems)
    ]


def _clauses_of(taken: list[Span], there: Said) -> Words:
    """The clauses of the source's sentence that the words taken over lie in, with those between them."""
    tokens = there.sentence.tokens
    inside = [at for at, token in enumerate(tokens) if any(span.start == token.start for span in taken)]
    first, last = min(inside), max(inside)
    while first > 0 and tokens[first - 1].text not in CLAUSE_ENDS:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in CLAUSE_ENDS:
        last += 1
    return Words.of(tokens[first : last + 1])


def _directions(words: Words, language: Language) -> Iterator[str]:
    lists, lexicon = turning(language.code), language.lexicon
    for at, word in enumerate(words.low):
        if word not in lists.directions:
            continue
        following = words.low[at + 1 : at + 1 + _ACCOUNT_REACH]
        if word in lexicon.account_prepositions and any(one.endswith(lexicon.accounts) for one in following):
            continue
        if word in language.particles and (at + 1 == len(words) or not words.is_word(at + 1)):
            continue  # "warf … vor": a part of the verb
        yield word


def _open(here: Said, there: Said, mine: Words, theirs: Words, language: Language) -> Iterator[Turned]:
    marked_here = list(markers(language.code).find(mine))
    marked_there = list(markers(language.code).find(theirs))
    denied_here, denied_there = (
        [words.tokens[one.start].text for one in marked if one.marker is Marker.DENIAL]
        for marked, words in ((marked_here, mine), (marked_there, theirs))
    )
    if len(denied_here) % 2 != len(denied_there) % 2:
        yield Turned(Turn.DENIAL, ", ".join(denied_here or denied_there))
    kinds = {one.marker for one in marked_here}
    for one in marked_there:
        # What is possible is not planned; what is planned may be told as wanted, expected or announced.
        enough = (
            _UNSURE if one.marker in (Marker.DOUBT, Marker.POSSIBILITY) else {*_OPEN, *_UNSURE, Marker.AHEAD}
        )
        if one.marker in _OPEN and not kinds & enough and not here.attributed:
            yield Turned(Turn.OPEN, theirs.tokens[one.start].text)
    governing = turning(language.code).governing
    kept = {stem for word in content_words(here.sentence.tokens, language) for stem in word.stems}
    within = Span(theirs.tokens[0].start, theirs.tokens[-1].end)
    for word in content_words(there.sentence.tokens, language):
        tells = here.attributed and word.infinitive in language.lexicon.saying
        if governing.intersection(word.stems) - kept and within.covers(word.span) and not tells:
            yield Turned(Turn.OPEN, word.span.of(there.reading.text))


def _clause_of_verb(mine: Words, theirs: Words, language: Language) -> Words:
    """The clause in `theirs` of the first verb that both have; all of it where they have none in common."""
    verbs, others = verbs_of(mine, language), verbs_of(theirs, language)
    shared = next((others[verb] for verb in verbs if verb in others), None)
    return theirs if shared is None else clause_around(theirs, shared)


def _other_speaker(here: Said, there: Said, taken: list[Span], language: Language) -> str:
    """Who says it here, where the source names somebody else; empty where it is the same, or one of the two names
    nobody.
    """
    told = {stem for stems in _speakers(there, taken, language) for stem in stems}
    for stems in _speakers(here, [], language):
        if stems and told and not stems & told:
            return ", ".join(sorted(stems))
    return ""


def _speakers(said: Said, taken: list[Span], language: Language) -> Iterator[set[str]]:
    """The content words, as stems, of each speaker of a sentence; with `taken`, of those whose words were taken
    over.
    """
    for quotation in said.reading.quotations:
        inside = any(part.covers(span) for part in quotation.quote for span in taken) or not taken
        if quotation.kind is QuotationKind.REPORTED or not inside or not quotation.cue:
            continue
        if quotation.span.overlaps(said.sentence.span):
            tokens = [
                token
                for token in said.sentence.tokens
                if any(part.covers(Span(token.start, token.end)) for part in quotation.speaker)
            ]
            yield {stem for word in content_words(tokens, language) for stem in word.stems}


def _said_by_somebody(taken: list[Span], there: Said) -> str:
    """Whose statement the source makes the words taken over; empty if nobody's. What leaves it open without a name
    counts too.
    """
    for quotation in there.reading.quotations:
        told = quotation.kind is not QuotationKind.REPORTED
        if told and any(part.covers(span) for part in quotation.quote for span in taken):
            return ", ".join(part.of(there.reading.text) for part in quotation.speaker) or "–"
    return ""


def _swapped(mine: Words, theirs: Words, language: Language) -> str:
    """Two numbers with a word between them that says which is which, and which the other side has the other way
    round.
    """
    there = set(_pairs(theirs, language))
    for first, between, second in _pairs(mine, language):
        if first != second and (second, between, first) in there:
            return f"{first:g} {between} {second:g}"
    return ""


def _pairs(words: Words, language: Language) -> Iterator[tuple[float, str, float]]:
    numbers = sorted((q.span.start, q.span.end, q.value, q.upper) for q in language.quantities(words.tokens))
    between = turning(language.code).between
    for start, end, first, second in numbers:
        for at, token in enumerate(words.tokens):
            # "3 to 6" is a range to whoever reads only its words.
            if second != first and start < token.start < end and words.low[at] in between:
                yield first, words.low[at], second
    for (_, end, first, _), (start, _, second, _) in pairwise(numbers):
        for at, token in enumerate(words.tokens):
            if end <= token.start < start and words.low[at] in between:
                yield first, words.low[at], second
