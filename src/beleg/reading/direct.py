"""Direct quotations: which words in quotation marks are somebody's words, and whose."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from beleg.language.lexicon import Takes
from beleg.reading.cues import Cue, cues
from beleg.reading.draft import Draft, Line
from beleg.reading.short_quotations import short_quotation
from beleg.reading.speakers import addressee, main_subject, subject
from beleg.reading.spoken_marks import FEW, SENTENCE_LIKE
from beleg.reading.trailing_frames import asked_after
from beleg.reading.wording import Framed, Range, Wording
from beleg.terms.quotation import Medium, Quotation, QuotationKind, Reason
from beleg.terms.span import Span
from beleg.text.marks import Marked

_ALL: Final = frozenset({Takes.CLAUSE, Takes.NAME, Takes.OBJECT})


def framed_quotations(draft: Draft, wording: Wording, framed: Framed) -> list[Quotation]:
    """The quotations that a frame announces: direct where its content stands in marks, indirect elsewhere.

    `wording` is the sentence, or the part of it, that the ranges of the frame count in.
    """
    direct: list[int] = []
    indirect: list[Range] = []
    for content in framed.content:
        marks = _marks(wording, content)
        after_colon = (
            content[0] > 0 and wording.low[content[0] - 1] == ":" and wording.quoted[content[0]] >= 0
        )
        if marks and (after_colon or _wholly_quoted(wording, content)):
            direct.extend(mark for mark in marks if mark not in direct)
        else:
            indirect.append(content)
    found = []
    if indirect:
        spans = wording.spans([wording.trimmed(*content) for content in indirect])
        if spans:
            found.append(_quotation(wording, framed, QuotationKind.INDIRECT, spans))
        for content in indirect:
            direct.extend(mark for mark in _marks(wording, content) if mark not in direct)
            inner = [mark for mark in _marks(wording, content) if mark not in draft.used]
            found.extend(
                _quotation(wording, framed, QuotationKind.DIRECT, draft.quote([mark])) for mark in inner
            )
        for mark in _marked_wording(draft, spans):
            found.append(_quotation(wording, framed, QuotationKind.DIRECT, draft.quote([mark])))
    own = [mark for mark in direct if mark not in draft.used]
    if own:
        found.insert(0, _quotation(wording, framed, QuotationKind.DIRECT, draft.quote(own)))
    return found


def wording_quoted_in(draft: Draft, quotation: Quotation) -> list[Quotation]:
    """The words in marks inside words that are reported without a frame: "Der Plan sei „ein Schlag“"."""
    return [
        replace(
            quotation,
            kind=QuotationKind.DIRECT,
            quote=draft.quote([mark]),
            why=Reason(rule="marked_in_reported"),
        )
        for mark in _marked_wording(draft, quotation.quote)
    ]


def _marked_wording(draft: Draft, spans: Sequence[Span]) -> list[int]:
    """The marked words inside reported ones that were kept in marks as the speaker's own wording, not as a name.

    One word in marks is an emphasis; several that are all written with a capital are a title.
    """
    found = []
    for span in spans:
        at = bisect_left(draft.marked, span.start, key=lambda one: one.start)
        while at < len(draft.marked) and draft.marked[at].start < span.end:
            words = [word for part in draft.marked[at].parts for word in part.of(draft.text).split()]
            titled = all(word[0].isupper() or not word[0].isalpha() for word in words)
            if (
                at not in draft.used
                and len(words) > 1
                and not titled
                and draft.marked[at].end <= span.end + 1
            ):
                found.append(at)
            at += 1
    return found


def _quotation(wording: Wording, framed: Framed, kind: QuotationKind, quote: tuple[Span, ...]) -> Quotation:
    return Quotation(
        kind=kind,
        quote=quote,
        medium=framed.medium,
        speaker=wording.spans([framed.speaker] if framed.speaker else []),
        cue=wording.spans(framed.cue),
        frame=wording.spans(framed.frame),
        addressee=wording.spans([framed.addressee] if framed.addressee else []),
        referent=wording.spans([framed.referent] if framed.referent else []),
        chain=tuple(wording.spans([outer]) for outer in framed.chain),
        why=Reason(rule=framed.rule, cue=wording.said(framed.cue), points=framed.points),
    )


def _marks(wording: Wording, content: Range) -> list[int]:
    """The marked words that a range of the sentence holds or is held by, in order."""
    found: list[int] = []
    for at in range(*content):
        if (mark := wording.quoted[at]) >= 0 and mark not in found[-1:]:
            found.append(mark)
    return found


def _wholly_quoted(wording: Wording, content: Range) -> bool:
    """Whether all of it stands in marks but for a conjunction: "dass „…“"."""
    worded = [at for at in range(*content) if wording.words.is_word(at)]
    outside = [at for at in worded if wording.quoted[at] < 0]
    return len(outside) <= 1 and len(outside) < len(worded)


def remaining_quotations(draft: Draft) -> None:
    """Give the marked words that no frame claimed to the lines they stand in, as far as they are quotations."""
    starts = {
        mark: place
        for place, line in reversed(list(enumerate(draft.lines)))
        for mark in _marks(line.wording, (0, len(line.wording.words)))
    }
    for mark, marked in enumerate(draft.marked):
        if mark in draft.used:
            continue
        if not draft.spoken[mark]:
            short_quotation(draft, mark)
        elif mark in starts:
            _spoken(draft, mark, starts[mark], marked)


def _spoken(draft: Draft, mark: int, place: int, marked: Marked) -> None:
    line = draft.lines[place]
    wording = line.wording
    if not line.readable:
        return
    count = sum(len(part.of(draft.text).split()) for part in marked.parts)
    if line.wholly_quoted:
        before = draft.lines[place - 1] if place else None
        if before and before.wording.low[-1] == ":" and not before.wholly_quoted:
            line.quotations.append(_announced(before, draft, mark))
        elif count >= FEW:
            after = draft.lines[place + 1] if place + 1 < len(draft.lines) else None
            if after and after.block == line.block and (framed := asked_after(after.wording)):
                line.quotations.extend(_said_after(draft, after, framed, mark))
                return
            line.quotations.append(
                Quotation(
                    kind=QuotationKind.DIRECT, quote=draft.quote([mark]), why=Reason(rule="wholly_quoted")
                )
            )
        return
    first = wording.quoted.index(mark)
    if first and wording.low[first - 1] == ":" and not any(wording.quoted[at] >= 0 for at in range(first)):
        line.quotations.append(_after_colon(wording, draft, mark, (0, first)))
        return
    cue = next(cues(wording, _ALL), None)
    if cue is not None:
        line.quotations.append(_in_sentence(line, cue, draft, mark))
    elif _is_clause(wording, mark, count) or (line.reported and marked.parts[0].of(draft.text)[0].islower()):
        # Words on a placard: the sentence shows them, and nobody in it says them.
        line.quotations.append(
            Quotation(
                kind=QuotationKind.DIRECT,
                quote=draft.quote([mark]),
                frame=wording.spans(_outside(wording, mark)),
                why=Reason(rule="shown"),
            )
        )


def _said_after(draft: Draft, after: Line, framed: Framed, mark: int) -> list[Quotation]:
    """A quotation whose frame became a sentence of its own, because the quoted one ends in a question mark."""
    after.main = True
    return [_quotation(after.wording, framed, QuotationKind.DIRECT, draft.quote([mark]))]


def _announced(before: Line, draft: Draft, mark: int) -> Quotation:
    """A quotation that fills its sentence after one that ends in a colon."""
    return _after_colon(before.wording, draft, mark, (0, len(before.wording.words)))


def _after_colon(wording: Wording, draft: Draft, mark: int, frame: Range) -> Quotation:
    """A quotation after a colon: whoever the words before it speak of says it, with a cue verb or without."""
    cue = next((cue for cue in cues(wording, _ALL) if cue.at < frame[1]), None)
    if cue is not None:
        speaker = subject(wording, 0, cue.finite, frame[1])
    else:
        front = wording.part(0, frame[1])
        speaker = main_subject(front)
        if speaker is None and (reached := front.noun_phrase(0)):
            # "Kern wörtlich: „…“"
            speaker = (0, reached)
    return Quotation(
        kind=QuotationKind.DIRECT,
        quote=draft.quote([mark]),
        medium=cue.form.medium if cue else Medium.SPEECH,
        speaker=wording.spans([speaker] if speaker else []),
        cue=wording.spans(cue.parts if cue else []),
        frame=wording.spans([frame]),
        why=Reason(rule="colon", cue=wording.said(cue.parts) if cue else ""),
    )


def _in_sentence(line: Line, cue: Cue, draft: Draft, mark: int) -> Quotation:
    """Words quoted inside a clause of the text's own: "nannte den Plan „einen schlechten Scherz“"."""
    wording = line.wording
    speaker = subject(wording, 0, cue.finite, wording.end)
    frame = _outside(wording, mark)
    said = cue.form.takes is not Takes.NAME
    hearer = addressee(wording, cue, speaker, frame[0][1]) if said else None
    return Quotation(
        kind=QuotationKind.DIRECT,
        quote=draft.quote([mark]),
        medium=cue.form.medium,
        speaker=wording.spans([speaker] if speaker else []),
        cue=wording.spans(cue.parts),
        frame=wording.spans(frame),
        addressee=wording.spans([hearer] if hearer else []),
        why=Reason(rule="in_sentence", cue=wording.said(cue.parts)),
    )


def _is_clause(wording: Wording, mark: int, count: int) -> bool:
    """Whether marked words are a clause of somebody's rather than a long title: they are many, with a known verb."""
    inside = [word for at, word in enumerate(wording.low) if wording.quoted[at] == mark]
    return count >= SENTENCE_LIKE and any(word in wording.lexicon.finite for word in inside)


def _outside(wording: Wording, mark: int) -> list[Range]:
    """The words of a sentence before and after some marked words."""
    inside = [at for at in range(len(wording.words)) if wording.quoted[at] == mark]
    return [wording.trimmed(0, inside[0]), wording.trimmed(inside[-1] + 1, wording.end)]
