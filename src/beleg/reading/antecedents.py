"""Antecedents: whom a pronoun in a frame stands for, and who goes on speaking where no frame says."""

from typing import Final

from beleg.language.lexicon import Gender
from beleg.reading.draft import Draft, Line
from beleg.reading.speakers import subject
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.span import Span

_REACH: Final = 3
"""How many sentences back a pronoun or a continuation may look."""


def name_speakers(draft: Draft, *, pronouns: bool = True) -> None:
    """Put the words that name the speaker in place of pronouns, and into quotations without a frame.

    A pronoun stands for the last speaker, or the subject with a proper name of one of the three sentences before,
    whichever is nearer and can have its gender. What cannot be decided keeps the pronoun or stays empty. Without
    `pronouns` these stay as they stand.
    """
    last: tuple[int, tuple[Span, ...]] | None = None
    for place, line in enumerate(draft.lines):
        for number, quotation in enumerate(line.quotations):
            speaker = quotation.speaker
            if not speaker and _carries_on(quotation):
                speaker = last[1] if last and place - last[0] <= _REACH else ()
            elif speaker and (gender := _pronoun(draft, speaker)) is not None:
                speaker = _antecedent(draft, place, speaker, gender, last) or speaker
            stays = bool(quotation.speaker) and not pronouns
            if speaker != quotation.speaker and not stays:
                line.quotations[number] = _spoken_by(quotation, speaker)
            if speaker and _pronoun(draft, speaker) is None:
                last = (place, speaker)


def _carries_on(quotation: Quotation) -> bool:
    """Whether a quotation without a speaker has the speaker of the one before."""
    if quotation.kind is QuotationKind.DIRECT:
        return not quotation.frame
    return quotation.kind is QuotationKind.INDIRECT_FREE_INDIRECT or quotation.frame == quotation.cue


def _spoken_by(quotation: Quotation, speaker: tuple[Span, ...]) -> Quotation:
    return Quotation(
        kind=quotation.kind,
        quote=quotation.quote,
        medium=quotation.medium,
        speaker=speaker,
        cue=quotation.cue,
        frame=quotation.frame,
        addressee=quotation.addressee,
    )


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
    candidates = [last[1]] if last and place - last[0] <= _REACH else []
    for line in draft.lines[max(0, place - _REACH) : place + 1]:
        if (named := _named_subject(draft, line)) and named.end <= pronoun[0].start:
            candidates.append((named,))
    fitting = [one for one in candidates if _can_be(draft, one, gender)]
    return max(fitting, key=lambda spans: spans[-1].end, default=())


def _named_subject(draft: Draft, line: Line) -> Span | None:
    """The first noun phrase of a sentence, if it holds a proper name."""
    wording = line.wording
    verb = next((at for at in range(wording.end) if wording.low[at] in wording.lexicon.finite), wording.end)
    found = subject(wording, 0, verb, wording.end)
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
