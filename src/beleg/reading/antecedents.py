"""Antecedents: whom a pronoun or a description in a frame stands for, and who goes on speaking where no frame says."""

from dataclasses import replace
from typing import Final, NamedTuple

from beleg.language.lexicon import Gender
from beleg.reading.descriptions import Descriptions
from beleg.reading.draft import Draft, Line
from beleg.reading.speakers import main_subject
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.span import Span

_REACH: Final = 3
"""How many sentences back a pronoun may look."""
_CARRIED: Final = 4
"""How many sentences back a quotation without a frame of its own may look for who goes on speaking."""


def name_speakers(draft: Draft, *, pronouns: bool = True) -> None:
    """Say who speaks in quotations without a frame, and whom a pronoun or "demnach" stands for.

    A quotation without a frame has the speaker of the one before it. `speaker` keeps the words as they stand; a
    pronoun's `referent` is the last speaker, or the subject with a proper name of one of the three sentences before,
    whichever is nearer and can have its gender; a description's is who bears it in the text before. What cannot be
    decided stays empty; without `pronouns` nobody is looked for.
    """
    last: _Last | None = None
    descriptions = _descriptions(draft) if pronouns else None
    for place, line in enumerate(draft.lines):
        if descriptions and line.readable:
            descriptions.learn_later(line.wording)
        stage = _on_stage(draft, place) if line.quotations and last and place - last.place > 1 else None
        line.quotations.sort(key=lambda one: (one.quote[0].start, -one.quote[-1].end))
        for number, quotation in enumerate(line.quotations):
            named = _named(draft, place, quotation, last, stage or last, pronouns=pronouns)
            if descriptions and (bearer := _described(draft, descriptions, named)):
                named = replace(named, referent=(bearer,))
            line.quotations[number] = named
            if named.speaker and _speaks_on(named):
                last, stage = _Last(place, named.speaker, named.referent), None


def _descriptions(draft: Draft) -> Descriptions | None:
    """Nobody's descriptions yet, for a text in which somebody who speaks is described; None for any other."""
    spoken = (one for line in draft.lines for one in line.quotations)
    if any(draft.language.described(_speaking(draft, one)) for one in spoken):
        return Descriptions(draft.language)
    return None


def _described(draft: Draft, descriptions: Descriptions, quotation: Quotation) -> Span | None:
    words = quotation.referent or quotation.speaker
    return descriptions.bearer(_speaking(draft, quotation), words[0].start) if words else None


def _speaking(draft: Draft, quotation: Quotation) -> list[str]:
    """The words for who speaks, in lower case; none where they stand apart."""
    words = quotation.referent or quotation.speaker
    return words[0].of(draft.text).lower().split() if len(words) == 1 else []


def _on_stage(draft: Draft, place: int) -> "_Last | None":
    """The subject of the sentence before: after a sentence of the text's own, its subject goes on speaking."""
    if not place or draft.lines[place - 1].block != draft.lines[place].block:
        return None
    before = draft.lines[place - 1]
    if not before.readable or before.quotations:
        return None
    found = main_subject(before.wording)
    return _Last(place - 1, (before.wording.words.span(*found),), ()) if found else None


class _Last(NamedTuple):
    """The speaker of the last quotation: the sentence, the words, and whom they stand for."""

    place: int
    speaker: tuple[Span, ...]
    referent: tuple[Span, ...]


def _speaks_on(quotation: Quotation) -> bool:
    """Whether a following quotation without a frame can have the same speaker."""
    return quotation.frame != quotation.cue or not quotation.cue or bool(quotation.referent)


def _named(
    draft: Draft, place: int, quotation: Quotation, last: _Last | None, stage: _Last | None, *, pronouns: bool
) -> Quotation:
    """The quotation with its speaker: `last` spoke before it, `stage` is who goes on speaking."""
    speaker, referent = quotation.speaker, quotation.referent
    near = last if last and place - last.place <= _REACH else None
    if not speaker:
        if not _carries_on(quotation) or stage is None or place - stage.place > _CARRIED:
            return quotation
        return replace(quotation, speaker=stage.speaker, referent=stage.referent)
    if referent or not pronouns:
        return quotation
    if quotation.cue == speaker:
        # "Demnach": who spoke before.
        referent = (near.referent or near.speaker) if near else ()
    elif (gender := _pronoun(draft, speaker)) is not None:
        known = (near.place, near.referent or near.speaker) if near else None
        referent = _antecedent(draft, place, speaker, gender, known)
    return replace(quotation, referent=() if referent == speaker else referent)


def _carries_on(quotation: Quotation) -> bool:
    """Whether a quotation without a speaker has the speaker of the one before."""
    if quotation.kind is QuotationKind.DIRECT:
        return not quotation.frame
    return quotation.kind in (QuotationKind.INDIRECT_FREE_INDIRECT, QuotationKind.FREE_INDIRECT)


def _pronoun(draft: Draft, speaker: tuple[Span, ...]) -> Gender | None:
    return (
        draft.language.lexicon.pronouns.get(speaker[0].of(draft.text).lower()) if len(speaker) == 1 else None
    )


def _antecedent(
    draft: Draft,
    place: int,
    pronoun: tuple[Span, ...],
    gender: Gender,
    last: tuple[int, tuple[Span, ...]] | None,
) -> tuple[Span, ...]:
    candidates = [last[1]] if last and _pronoun(draft, last[1]) is None else []
    for line in draft.lines[max(0, place - _REACH) : place + 1]:
        if (named := _named_subject(draft, line)) and named.end <= pronoun[0].start:
            candidates.append((named,))
    fitting = [one for one in candidates if _can_be(draft, one, gender)]
    return max(fitting, key=lambda spans: spans[-1].end, default=())


def _named_subject(draft: Draft, line: Line) -> Span | None:
    """The first noun phrase of a sentence, if it holds a proper name."""
    wording = line.wording
    found = main_subject(wording)
    if found is None and wording.end:
        found = (0, wording.noun_phrase(0)) if wording.noun_phrase(0) else None
    if found is None or (found[1] - found[0] == 1 and wording.low[found[0]] in wording.lexicon.pronouns):
        return None
    span = wording.words.span(*found)
    names = draft.language.names(wording.words.tokens)
    return span if any(span.covers(name) for name in names) else None


def _can_be(draft: Draft, speaker: tuple[Span, ...], gender: Gender) -> bool:
    own = _gender(draft, speaker)
    if own is Gender.UNKNOWN or own is gender:
        return True
    # "sie" and "they" can be a woman or several; "er" and "he" a man only.
    return gender is Gender.UNKNOWN and own is not Gender.MALE


def _gender(draft: Draft, speaker: tuple[Span, ...]) -> Gender:
    lexicon = draft.language.lexicon
    words = speaker[0].of(draft.text).split()
    first = words[0].lower() if words else ""
    for word in words:
        if (known := draft.language.gender(word.strip(".,"))) is not Gender.UNKNOWN:
            return known
    for word in words[:3]:
        low = word.lower().strip(".,")
        if low in lexicon.female_titles or (
            word[0].isupper() and len(word) > 6 and low.endswith(lexicon.female_endings)
        ):
            return Gender.FEMALE
        if low in lexicon.male_titles:
            return Gender.MALE
    if first in lexicon.female_determiners:
        return Gender.FEMALE
    if first in lexicon.several_determiners:
        return Gender.SEVERAL
    return Gender.MALE if first in lexicon.male_determiners else Gender.UNKNOWN
