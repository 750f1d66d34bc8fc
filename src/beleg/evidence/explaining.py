"""Explaining: the units of a sentence, from the evidence the sources have for it.

Nothing is compared here. What gathering found is laid out unit by unit, so that a person can follow a verdict, and
nothing in it depends on a language: wordings belong to whoever shows it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from beleg.terms.clause import OPEN, ClauseEvidence, ClauseState, Marker
from beleg.terms.evidence import (
    DateEvidence,
    NameEvidence,
    QuantityEvidence,
    QuotationEvidence,
    SameSpeaker,
    Saying,
    SentenceEvidence,
)
from beleg.terms.passage import Passage
from beleg.terms.quotation import QuotationKind
from beleg.terms.span import Span
from beleg.terms.unit import Outcome, Unit, UnitKind

_LEFT_OPEN = OPEN - {Marker.RESERVE}
"""What leaves a clause open on either side; a reserve counts in the draft only, and only against losing one of
these.
"""
_ADDED = (Marker.DENIAL, Marker.ALL)
"""Markers that make a difference where only the draft has them."""
_DROPPED = (Marker.DENIAL, Marker.SOME)
"""Markers that make a difference where only the source has them; those of `OPEN`, which stand for one another, come
besides.
"""
_SPEAKERS = {
    SameSpeaker.YES: Outcome.FOUND,
    SameSpeaker.NO: Outcome.DIFFERENT,
    SameSpeaker.UNLIKELY: Outcome.DIFFERENT,
    SameSpeaker.OPEN: Outcome.OPEN,
}
_THERE = "there"
"""The side of the sources."""
_YES = "yes"


def explained(evidence: SentenceEvidence, text: str, *, enough: float) -> tuple[Unit, ...]:
    """The units of a sentence of the draft `text`: its content first, then the others in the order of the draft.

    `enough` is the share of its content (0 to 1) from which the passages carry a sentence.
    """
    units = [
        *_quotations(evidence.quotations, text),
        *(_number(number) for number in evidence.quantities),
        *(_date(date) for date in evidence.dates),
        *(_name(name, evidence.passages) for name in evidence.names),
        *(_clause(clause, text, evidence.in_passages) for clause in evidence.clauses),
    ]
    missing = (_unit(UnitKind.WORD, span, span.of(text), Outcome.NOWHERE) for span in evidence.missing)
    return (
        _content(evidence, enough),
        *missing,
        *sorted(dict.fromkeys(units), key=lambda unit: (unit.start, -unit.end)),
    )


def _content(evidence: SentenceEvidence, enough: float) -> Unit:
    sentence = evidence.sentence
    if not evidence.claims:
        values: tuple[tuple[str, str], ...] = (("asserts", "nothing"),)
        return _unit(UnitKind.CONTENT, sentence.span, sentence.text, Outcome.OPEN, values=values)
    return _unit(
        UnitKind.CONTENT,
        sentence.span,
        sentence.text,
        Outcome.FOUND if evidence.coverage >= enough else Outcome.NOWHERE,
        passage=next(iter(evidence.passages), None),
        # Rounded down: a share that is not enough must not look as if it were.
        values=(
            ("coverage", f"{int(evidence.coverage * 100 + 1e-9) / 100:.2f}"),
            ("enough", f"{enough:.2f}"),
        ),
    )


def _quotations(quotations: Sequence[QuotationEvidence], text: str) -> Iterator[Unit]:
    for found in quotations:
        span = found.quotation.span
        kind = ("kind", found.quotation.kind.value)
        if found.quotation.kind is not QuotationKind.DIRECT:
            outcome, passage = Outcome.OPEN, None
            if found.said_by:
                outcome, passage = Outcome.FOUND, found.said_by[0].passage
            yield _unit(UnitKind.QUOTATION, span, found.words, outcome, passage=passage, values=(kind,))
        elif found.exact:
            values = (kind, ("places", str(len(found.exact))))
            yield _unit(
                UnitKind.QUOTATION, span, found.words, Outcome.FOUND, passage=found.exact[0], values=values
            )
        elif found.nearest:
            yield _unit(
                UnitKind.QUOTATION,
                span,
                found.words,
                Outcome.DIFFERENT,
                passage=found.nearest,
                values=(kind, *(("differing", word.of(text)) for word in found.differing)),
            )
        else:
            yield _unit(UnitKind.QUOTATION, span, found.words, Outcome.NOWHERE, values=(kind,))
        yield from _speaker(found, text)


def _speaker(found: QuotationEvidence, text: str) -> Iterator[Unit]:
    """Who says it here and there; nothing where the draft names nobody or no source says it."""
    here = found.quotation.speaker_words(text)
    if not here or not (found.said_by or found.exact):
        return
    named = [saying for saying in found.said_by if saying.speaker]
    parts = found.quotation.referent or found.quotation.speaker
    yield _unit(
        UnitKind.SPEAKER,
        Span(parts[0].start, parts[-1].end),
        here,
        _SPEAKERS[found.same_speaker],
        passage=_place(named or found.said_by, found.exact),
        values=(
            ("here", here),
            *((_THERE, speaker) for speaker in dict.fromkeys(saying.speaker for saying in named)),
            *([("doubtful", _YES)] if found.same_speaker is SameSpeaker.UNLIKELY else []),
            *([("carried", _YES)] if named and all(saying.carried for saying in named) else []),
        ),
    )


def _place(sayings: Sequence[Saying], exact: Sequence[Passage]) -> Passage | None:
    return next(iter((*(saying.passage for saying in sayings), *exact)), None)


def _number(found: QuantityEvidence) -> Unit:
    if found.own_count and not (found.same or found.contrary):
        own = (("own_count", _YES),)
        return _unit(UnitKind.NUMBER, found.span, found.words, Outcome.OPEN, values=own)
    return _compared(UnitKind.NUMBER, found)


def _date(found: DateEvidence) -> Unit:
    if found.open and not (found.same or found.contrary):
        return _unit(UnitKind.DATE, found.span, found.words, Outcome.OPEN)
    return _compared(UnitKind.DATE, found)


def _compared(kind: UnitKind, found: QuantityEvidence | DateEvidence) -> Unit:
    if found.same:
        return _unit(kind, found.span, found.words, Outcome.FOUND, passage=found.same)
    if found.contrary:
        instead = (("instead", found.contrary_words),)
        return _unit(kind, found.span, found.words, Outcome.DIFFERENT, passage=found.contrary, values=instead)
    return _unit(kind, found.span, found.words, Outcome.NOWHERE)


def _name(found: NameEvidence, passages: Sequence[Passage]) -> Unit:
    doubtful = () if found.certain else (("doubtful", _YES),)
    if found.instead:
        return _unit(
            UnitKind.NAME,
            found.span,
            found.words,
            Outcome.DIFFERENT,
            passage=found.passage,
            values=(("instead", found.instead), *doubtful),
        )
    if not found.named:
        return _unit(UnitKind.NAME, found.span, found.words, Outcome.NOWHERE, values=doubtful)
    here = next((passage for passage in passages if found.words in passage.text), None)
    return _unit(UnitKind.NAME, found.span, found.words, Outcome.FOUND, passage=here)


def _clause(found: ClauseEvidence, text: str, in_passages: frozenset[Marker]) -> Unit:
    acting_here, acting_there = found.acting
    # A frame ("sagte Weber") counts as telling of a saying; beside a source that only has its words that says nothing.
    telling = found.here.attributed and not (found.here.speaker or found.there.attributed)
    values = (
        *_state("here", replace(found.here, attributed=False) if telling else found.here),
        *_state(_THERE, found.there),
        *([("opposite", found.opposite)] if found.opposite else []),
        *([("acting_here", acting_here), ("acting_there", acting_there)] if acting_here else []),
        *([("broader", _YES)] if found.broader else []),
    )
    return _unit(
        UnitKind.CLAUSE,
        found.span,
        found.span.of(text),
        Outcome.DIFFERENT if _differs(found, in_passages) else Outcome.FOUND,
        passage=found.passage,
        values=values,
    )


def _state(side: str, state: ClauseState) -> Iterator[tuple[str, str]]:
    if state.attributed:
        yield f"{side}_attributed", state.speaker
    for marker, word in dict.fromkeys(state.marked):
        if side == _THERE and marker is Marker.RESERVE:
            continue
        yield f"{side}_{marker}", word


def _differs(found: ClauseEvidence, in_passages: frozenset[Marker]) -> bool:
    """Whether draft and source say something else of the clause, besides its content.

    A draft that attributes what the source asserts itself says no more than the source, and does not count.
    """
    here, there = found.here.marks, found.there.marks
    if found.opposite or found.acting != ("", "") or found.broader:
        return True
    if found.there.attributed and not found.here.attributed:
        return True
    if (there & _LEFT_OPEN and not here & OPEN) or (here & _LEFT_OPEN and not found.anywhere & OPEN):
        return True
    # A source may name the cause in another clause of the passage.
    if Marker.CAUSE in here and not {Marker.CAUSE, Marker.REASON} & in_passages:
        return True
    return any(marker in here and marker not in found.anywhere for marker in _ADDED) or any(
        marker in there and marker not in here for marker in _DROPPED
    )


def _unit(
    kind: UnitKind,
    span: Span,
    words: str,
    outcome: Outcome,
    *,
    passage: Passage | None = None,
    values: tuple[tuple[str, str], ...] = (),
) -> Unit:
    return Unit(
        kind=kind,
        start=span.start,
        end=span.end,
        text=words,
        outcome=outcome,
        passage=passage,
        values=values,
    )
