"""Person nouns: the nouns that a sentence sets beside a name: titles, appositions, an age or a party in brackets."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from beleg.language.lexicon import Gender
from beleg.reading.wording import Range, Wording

_FURTHEST: Final = 9
"""Words before a name in which the phrase begins that it stands in apposition to."""
_MOST_BETWEEN: Final = 4
_OLDEST: Final = 120
_LONGEST_PARTY: Final = 8


class PersonNoun(NamedTuple):
    """A noun beside a name, in lower case: the word at `at`; `titled` if it stands right before the name."""

    at: int
    noun: str
    titled: bool = False
    gender: Gender = Gender.UNKNOWN
    """Whom alone it can describe."""


def beside(wording: Wording, name: Range) -> list[PersonNoun]:
    """The nouns that describe the bearer of the name of these words."""
    return [*_title(wording, name[0]), *_before(wording, name), *_after(wording, name[1])]


def noun_after(wording: Wording, at: int) -> int | None:
    """The noun of the phrase that goes on at `at` after an article, adjectives passed over; None if none comes."""
    last = None
    for place in range(at, min(wording.end, at + _MOST_BETWEEN)):
        if not _noun_like(wording, place):
            if wording.lexicon.nouns_capitalised and wording.low[place].endswith(
                ("e", "en", "er", "es", "em")
            ):
                continue
            break
        last = place
        if wording.lexicon.nouns_capitalised:
            break
    return last


def _noun_like(wording: Wording, at: int) -> bool:
    """Whether a word can be a noun: in German one with a capital, in English one that is nothing else."""
    lexicon, low = wording.lexicon, wording.low
    if not low[at][0].isalnum() or wording.quoted[at] >= 0 or low[at] in lexicon.time_nouns:
        return False
    if lexicon.nouns_capitalised and not wording.words.capitalised(at):
        return bool(lexicon.aged) and low[at].endswith(lexicon.aged)
    return not any(
        low[at] in closed
        for closed in (
            lexicon.determiners,
            lexicon.prepositions,
            lexicon.pronouns,
            lexicon.adverbs,
            lexicon.conjunctions,
            lexicon.other_subordinators,
            lexicon.relatives,
            lexicon.finite_forms,
        )
    )


def _title(wording: Wording, start: int) -> Iterator[PersonNoun]:
    """ "Umweltministerin Dr. Petra Vogt", "der 54-jährige Peter Rau", "council leader Anna Reed"."""
    low = wording.low
    at = start - 1
    while at >= 0 and (low[at] == "." or low[at] in wording.lexicon.degrees):
        at -= 1
    if at < 0 or not _noun_like(wording, at):
        return
    yield PersonNoun(at, _compound(wording, at), titled=True)


def _compound(wording: Wording, at: int) -> str:
    """The noun at `at`, in English with the one before it: "council leader"."""
    if wording.lexicon.nouns_capitalised or not at or not _noun_like(wording, at - 1):
        return wording.low[at]
    return f"{wording.low[at - 1]} {wording.low[at]}"


def _before(wording: Wording, name: Range) -> Iterator[PersonNoun]:
    """ "Der Leiter der Wache, Ole Brandt, …"."""
    low, comma = wording.low, name[0] - 1
    if comma < 1 or low[comma] != "," or name[1] >= wording.end or low[name[1]] != ",":
        return
    if name[1] + 1 < wording.end and low[name[1] + 1] in wording.lexicon.conjunctions:
        return
    for start in range(max(0, comma - _FURTHEST), comma):
        if low[start] in wording.lexicon.determiners and wording.noun_phrase(start, comma) == comma:
            noun = noun_after(wording, start + 1)
            if noun is not None and noun < comma:
                yield PersonNoun(noun, _compound(wording, noun))
            return


def _after(wording: Wording, end: int) -> Iterator[PersonNoun]:
    low = wording.low
    if end + 1 >= wording.end or low[end] not in {",", "("}:
        return
    first, closing = end + 1, ")" if low[end] == "(" else ","
    closed = first + 1 >= len(low) or low[first + 1] in {closing, "."}
    if low[first].isdigit() and closed and 0 < int(low[first][:4]) <= _OLDEST:
        # "Jens Kroll (54)", "Jens Kroll, 54,"
        if wording.lexicon.aged:
            yield PersonNoun(first, low[first] + wording.lexicon.aged)
        return
    if closing == ")":
        yield from _party(wording, first)
        return
    determined = low[first] in wording.lexicon.determiners
    noun = noun_after(wording, first + determined)
    reached = wording.noun_phrase(first)
    if noun is None or reached <= noun or (reached < wording.end and not wording.breaks_at(reached)):
        return
    if noun + 1 < reached and wording.words.capitalised(noun + 1):
        return  # "…, Bürgermeister Jens Kroll, …": somebody else
    if not determined and any(word in wording.lexicon.conjunctions for word in low[first:reached]):
        return  # a list
    yield PersonNoun(noun, _compound(wording, noun))


def _party(wording: Wording, at: int) -> Iterator[PersonNoun]:
    """ "Jens Kroll (CDU)": taken up as "der CDU-Politiker"."""
    words, lexicon = wording.words, wording.lexicon
    party = words.tokens[at].text
    if not party.isupper() or not party.isalpha() or len(party) > _LONGEST_PARTY:
        return
    for member in lexicon.members:
        female = member.endswith(lexicon.female_endings)
        yield PersonNoun(at, f"{party.lower()}-{member}", gender=Gender.FEMALE if female else Gender.MALE)
