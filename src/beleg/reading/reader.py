"""The reader: from a text to its sentences and quotations.

The first engine: rules over tokens, word lists and the mood of verbs, without a tagger. Each family of
constructions has a file of its own; this one only says in which order they are asked.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from beleg.language.language import Language
from beleg.language.mood import ReportedVerb
from beleg.language.segmentation import segment
from beleg.reading.antecedents import name_speakers
from beleg.reading.backward_frames import backward_frame
from beleg.reading.continuation import continuation
from beleg.reading.cues import Cue
from beleg.reading.direct import (
    framed_quotations,
    remaining_quotations,
    wording_quoted_in,
)
from beleg.reading.draft import Draft, Line
from beleg.reading.frames import frames, parts
from beleg.reading.hearsay import hearsay
from beleg.reading.naming import naming
from beleg.reading.relying import relying
from beleg.reading.reported import reported
from beleg.reading.spoken_marks import looks_spoken
from beleg.reading.voices import voice_of
from beleg.reading.wording import Framed, Range, Wording
from beleg.terms.quotation import Quotation, QuotationKind, Reason
from beleg.terms.reading import Block, Reading, Sentence
from beleg.terms.span import Span
from beleg.terms.token import Token
from beleg.text.blocks import blocks
from beleg.text.marks import Marked, quotation_marks
from beleg.text.tokens import tokenize

_MOST_REMARKS: Final = 20


def read(
    text: str,
    language: Language | None,
    *,
    antecedents: bool = True,
    laid_out: Sequence[Block] | None = None,
) -> Reading:
    """Read a text: its blocks, its sentences with tokens and voice, and its quotations in order.

    `language` is the language the text is written in; None if it is none that Beleg reads, and then there are
    sentences but no quotations. With `antecedents`, `referent` says whom a pronoun in a
    frame stands for; without, it only says whose an account is. `laid_out` are the blocks of the text where it is the
    words of a draft, whose marks say more than those of a text (`beleg.text.written`). Time is linear in the length;
    never raises.
    """
    found = blocks(text) if laid_out is None else tuple(laid_out)
    if language is None:
        return Reading(text=text, language="", blocks=found, sentences=tuple(_plain_sentences(text, found)))
    marking = quotation_marks(text, found)
    draft = _draft(text, language, found, marking.marked)
    for place, line in enumerate(draft.lines):
        before = draft.lines[place - 1] if place and draft.lines[place - 1].block == line.block else None
        _read_line(draft, line, before)
    hearsay(draft)
    for line in draft.lines:
        line.quotations.extend(
            inner
            for one in list(line.quotations)
            if one.kind in (QuotationKind.INDIRECT_FREE_INDIRECT, QuotationKind.FREE_INDIRECT)
            for inner in wording_quoted_in(draft, one)
        )
    remaining_quotations(draft)
    for line in draft.lines:
        if line.readable and not line.quotations and not line.wholly_quoted and (named := reported(line)):
            line.quotations.append(named)
    name_speakers(draft, pronouns=antecedents)
    for line in draft.lines:
        line.quotations[:] = [_explained(draft, line, one) for one in line.quotations]
    sentences = []
    for line in draft.lines:
        block = found[line.block]
        sentences.append(
            Sentence(
                start=line.span.start,
                end=line.span.end,
                text=line.span.of(text),
                block=block.kind,
                voice=voice_of(line.wording, attributed=_attributed(line)),
                tokens=tuple(line.wording.words.tokens),
            )
        )
    quotations = sorted(
        (q for line in draft.lines for q in line.quotations), key=lambda q: (q.span.start, -q.span.end)
    )
    return Reading(
        text=text,
        language=language.code,
        blocks=found,
        sentences=tuple(sentences),
        quotations=tuple(quotations),
        undecided=_undecided(draft, marking.unpaired, quotations),
    )


def _plain_sentences(text: str, found: Sequence[Block]) -> list[Sentence]:
    sentences = []
    for block in found:
        for span in segment(text[block.start : block.end], "en"):
            start, end = block.start + span.start, block.start + span.end
            words = text[start:end]
            sentences.append(
                Sentence(start=start, end=end, text=words, block=block.kind, tokens=tokenize(words, start))
            )
    return sentences


def _draft(text: str, language: Language, found: Sequence[Block], marked: Sequence[Marked]) -> Draft:
    """Cut the text into lines and say of each word whether it is quoted."""
    cut = [
        (number, span.shifted(block.start))
        for number, block in enumerate(found)
        for span in language.sentences(text[block.start : block.end])
    ]
    spoken = _spoken(text, language, [span for _, span in cut], marked)
    draft = Draft(text, language, found, marked, spoken)
    outermost = _outermost([(m, number) for number, m in enumerate(marked) if spoken[number]])
    at = 0
    for number, span in cut:
        tokens = tokenize(span.of(text), span.start)
        while at < len(outermost) and outermost[at][0].end <= span.start:
            at += 1
        wording = Wording.of(tokens, _quoted(tokens, outermost, at), language)
        draft.lines.append(Line(number, span, wording, language.reported_verbs(wording.words)))
    return draft


def _spoken(text: str, language: Language, sentences: Sequence[Span], marked: Sequence[Marked]) -> list[bool]:
    spoken, at = [], 0
    for one in marked:
        while at + 1 < len(sentences) and sentences[at + 1].start <= one.start:
            at += 1
        start = sentences[at].start if sentences else 0
        spoken.append(looks_spoken(text, one, start, language))
    return spoken


def _outermost(marked: Sequence[tuple[Marked, int]]) -> list[tuple[Marked, int]]:
    """Without those that lie inside another: a quotation in a quotation is part of the outer speaker's words."""
    kept: list[tuple[Marked, int]] = []
    for one, number in marked:
        if not kept or one.start >= kept[-1][0].end:
            kept.append((one, number))
    return kept


def _quoted(tokens: Sequence[Token], marked: Sequence[tuple[Marked, int]], at: int) -> list[int]:
    """For each token the place of the marked words it belongs to, its marks included, or -1."""
    if at >= len(marked) or marked[at][0].start >= tokens[-1].end:
        return [-1] * len(tokens)
    quoted = []
    for token in tokens:
        while at < len(marked) and marked[at][0].end <= token.start:
            at += 1
        quoted.append(marked[at][1] if at < len(marked) and marked[at][0].start <= token.start else -1)
    return quoted


def _read_line(draft: Draft, line: Line, before: Line | None) -> None:
    if not line.readable:
        return
    if (
        before
        and (said_before := backward_frame(line.wording))
        and not before.main
        and not before.wholly_quoted
    ):
        _frame_before(before, line, *said_before)
        return
    _read_frames(draft, line)
    if not line.main and (carried_on := continuation(line, before)):
        line.main = True
        if before and before.carried and not line.quotations:
            line.carried = _prolong(before.carried, line)
        else:
            line.quotations.append(carried_on)
            line.carried = (line, len(line.quotations) - 1)


def _frame_before(before: Line, line: Line, cue: Cue, speaker: Range) -> None:
    """Attribute the sentence before to the speaker whom this one names."""
    wording = line.wording
    frame = (0, wording.end)
    framed = relying(
        wording,
        Framed(content=[], frame=[frame], cue=cue.parts, speaker=speaker, rule="backward_frame"),
    )
    before.quotations[:] = [one for one in before.quotations if one.kind is QuotationKind.DIRECT]
    before.quotations.append(
        Quotation(
            kind=QuotationKind.INDIRECT,
            quote=(before.span,),
            medium=cue.form.medium,
            speaker=wording.spans([framed.speaker or speaker]),
            cue=wording.spans(cue.parts),
            frame=wording.spans([frame]),
            referent=wording.spans([framed.referent] if framed.referent else []),
            chain=tuple(wording.spans([outer]) for outer in framed.chain),
            why=Reason(rule="backward_frame", cue=wording.said(cue.parts)),
        )
    )
    before.main = line.main = True


def _prolong(carried: tuple[Line, int], line: Line) -> tuple[Line, int]:
    """Add a sentence to the quotation that the sentence before it carries on."""
    first, number = carried
    begun = first.quotations[number]
    first.quotations[number] = replace(begun, quote=(*begun.quote, line.span))
    return carried


def _read_frames(draft: Draft, line: Line) -> None:
    """Add the quotations that frames of the sentence announce, part by part."""
    if line.wholly_quoted:
        return
    speaker: tuple[Span, ...] = ()
    for start, end in parts(line.wording, line.reported):
        wording = line.wording.part(start, end)
        reported = [
            ReportedVerb(verb.at - start, verb.certain) for verb in line.reported if start <= verb.at < end
        ]
        for framed in frames(wording, reported):
            found = framed_quotations(draft, wording, framed)
            if start and speaker and framed.speaker is None:
                found = [replace(one, speaker=speaker) for one in found]
            if found and found[0].speaker:
                speaker = found[0].speaker
            line.quotations.extend(found)
            line.main = line.main or (framed.main and bool(found))


def _explained(draft: Draft, line: Line, quotation: Quotation) -> Quotation:
    """The quotation with how its speaker is named, and with the verbs whose mood reports."""
    named = replace(quotation, naming=naming(draft, quotation))
    why = quotation.why
    if why is None or why.mood or quotation.kind is QuotationKind.DIRECT:
        return named
    verbs = (line.wording.words.span(verb.at, verb.at + 1) for verb in line.reported)
    mood = tuple(verb.of(draft.text) for verb in verbs if any(part.covers(verb) for part in quotation.quote))
    return replace(named, why=replace(why, mood=mood))


def _attributed(line: Line) -> bool:
    """Whether the main statement of a line lies in a quotation."""
    return line.main or line.wholly_quoted


def _undecided(draft: Draft, unpaired: Sequence[int], quotations: Sequence[Quotation]) -> tuple[str, ...]:
    text, messages = draft.text, draft.language.lexicon.messages
    remarks = [
        messages["mark_unpaired"].format(mark=text[at], words=_excerpt(text, at + 1))
        for at in unpaired[:_MOST_REMARKS]
    ]
    if len(unpaired) > _MOST_REMARKS:
        remarks.append(messages["marks_unpaired_more"].format(count=len(unpaired) - _MOST_REMARKS))
    remarks.extend(
        messages["too_long"].format(words=_excerpt(text, line.span.start))
        for line in [line for line in draft.lines if not line.readable][:_MOST_REMARKS]
    )
    remarks.extend(
        messages["no_speaker"].format(words=_excerpt(text, quotation.quote[0].start))
        for quotation in [q for q in quotations if q.kind is QuotationKind.DIRECT and not q.speaker][
            :_MOST_REMARKS
        ]
    )
    return tuple(remarks)


def _excerpt(text: str, start: int) -> str:
    """The first few words from `start` on, for a sentence to a person."""
    return " ".join(text[start : start + 60].split()[:5])
