"""Direct quotations: which words in quotation marks are somebody's words, and whose."""

import re
from bisect import bisect_right
from typing import Final

from beleg.language.language import Language
from beleg.language.lexicon import Shape, Takes
from beleg.reading.cues import Cue, cues
from beleg.reading.draft import Draft, Line
from beleg.reading.speakers import addressee, subject
from beleg.reading.wording import Framed, Range, Wording
from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.span import Span
from beleg.text.marks import Marked
from beleg.text.tokens import tokenize

_BARE_NOUN: Final = re.compile(r"\b[^\W\d_a-z]\w+\s\Z")
_ALL: Final = frozenset({Takes.CLAUSE, Takes.NAME, Takes.OBJECT})
_FEW: Final = 3
"""Fewer words than this in marks are a name or an emphasis, unless a frame says otherwise."""
_SENTENCE_LIKE: Final = 5
"""From this many words on, words in marks are a quotation even without a frame."""


def looks_spoken(text: str, marked: Marked, sentence_start: int, language: Language) -> bool:
    """Whether words in marks look like somebody's words rather than a name („New York Times“) or an emphasis."""
    words = [word.text for part in marked.parts for word in tokenize(part.of(text)) if word.text[0].isalnum()]
    if not words:
        return False
    inner_end = marked.parts[-1].of(text)[-1]
    before = text[max(0, marked.start - 3) : marked.start].rstrip()
    after = text[marked.end : marked.end + 1]
    if inner_end in ",!?…" or (inner_end == "." and len(words) > 1) or before.endswith(":"):
        return True
    if marked.start <= sentence_start and after == ",":
        return True
    if len(words) < _FEW:
        return False
    if _BARE_NOUN.search(text, max(0, marked.start - 40), marked.start) and words[0][0].isupper():
        # "das Magazin „Neue Brücken heute“": a name stands right after its noun.
        return any(word.lower() in language.lexicon.finite for word in words)
    known = language.function_words
    named = all(word[0].isupper() or word[0].isdigit() or word.lower() in known for word in words)
    return (
        not (named and words[0][0].isupper() and len(words) <= _SENTENCE_LIKE + 2)
        or len(words) > _SENTENCE_LIKE + 2
    )


def framed_quotations(draft: Draft, line: Line, framed: Framed) -> list[Quotation]:
    """The quotations that a frame announces: direct where its content stands in marks, indirect elsewhere."""
    wording = line.wording
    direct: list[int] = []
    indirect: list[Range] = []
    for content in framed.content:
        marks = _marks(wording, content)
        after_colon = (
            content[0] > 0 and wording.low[content[0] - 1] == ":" and wording.quoted[content[0]] >= 0
        )
        if marks and (after_colon or _share_quoted(wording, content) >= 0.8):
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
    own = [mark for mark in direct if mark not in draft.used]
    if own:
        found.insert(0, _quotation(wording, framed, QuotationKind.DIRECT, draft.quote(own)))
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
    )


def _marks(wording: Wording, content: Range) -> list[int]:
    """The marked words that a range of the sentence holds or is held by, in order."""
    found: list[int] = []
    for at in range(*content):
        if (mark := wording.quoted[at]) >= 0 and mark not in found[-1:]:
            found.append(mark)
    return found


def _share_quoted(wording: Wording, content: Range) -> float:
    worded = [at for at in range(*content) if wording.words.is_word(at)]
    return sum(wording.quoted[at] >= 0 for at in worded) / len(worded) if worded else 0.0


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
            _named(draft, mark)
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
        elif count >= _FEW:
            line.quotations.append(Quotation(kind=QuotationKind.DIRECT, quote=draft.quote([mark])))
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
            )
        )


def _announced(before: Line, draft: Draft, mark: int) -> Quotation:
    """A quotation that fills its sentence after one that ends in a colon."""
    wording = before.wording
    cue = next(cues(wording, _ALL), None)
    verb = (
        cue.finite
        if cue
        else next((i for i, word in enumerate(wording.low) if word in wording.lexicon.finite), wording.end)
    )
    speaker = subject(wording, 0, verb, wording.end)
    return Quotation(
        kind=QuotationKind.DIRECT,
        quote=draft.quote([mark]),
        medium=cue.form.medium if cue else Medium.SPEECH,
        speaker=wording.spans([speaker] if speaker else []),
        cue=wording.spans(cue.parts if cue else []),
        frame=wording.spans([(0, len(wording.words))]),
    )


def _in_sentence(line: Line, cue: Cue, draft: Draft, mark: int) -> Quotation:
    """Words quoted inside a clause of the text's own: "nannte den Plan „einen schlechten Scherz“"."""
    wording = line.wording
    speaker = subject(wording, 0, cue.finite, wording.end)
    frame = _outside(wording, mark)
    said = cue.form.takes is not Takes.NAME
    hearer = addressee(wording, cue.at, speaker, frame[0][1]) if said else None
    return Quotation(
        kind=QuotationKind.DIRECT,
        quote=draft.quote([mark]),
        medium=cue.form.medium,
        speaker=wording.spans([speaker] if speaker else []),
        cue=wording.spans(cue.parts),
        frame=wording.spans(frame),
        addressee=wording.spans([hearer] if hearer else []),
    )


def _is_clause(wording: Wording, mark: int, count: int) -> bool:
    """Whether marked words are a clause of somebody's rather than a long title: they are many, with a known verb."""
    inside = [word for at, word in enumerate(wording.low) if wording.quoted[at] == mark]
    return count >= _SENTENCE_LIKE and any(word in wording.lexicon.finite for word in inside)


def _outside(wording: Wording, mark: int) -> list[Range]:
    """The words of a sentence before and after some marked words."""
    inside = [at for at in range(len(wording.words)) if wording.quoted[at] == mark]
    return [wording.trimmed(0, inside[0]), wording.trimmed(inside[-1] + 1, wording.end)]


def _named(draft: Draft, mark: int) -> None:
    """Few words in marks are a quotation only where a verb names something with them."""
    marked = draft.marked[mark]
    place = bisect_right(draft.lines, marked.start, key=lambda one: one.span.start) - 1
    line = draft.lines[max(place, 0)]
    wording = line.wording
    if not line.readable:
        return
    naming = (
        cue
        for cue in cues(wording, frozenset({Takes.NAME}))
        if not cue.passive and cue.form.shape in (Shape.FINITE, Shape.PARTICIPLE)
    )
    cue = next(naming, None)
    if cue is None:
        return
    at = next((i for i, token in enumerate(wording.words.tokens) if token.start >= marked.start), 0)
    # "nannte die „Bild“ ein Blatt": after a determiner the marks hold a name; after a comma, another clause.
    if (
        at <= cue.at
        or any(wording.breaks_at(i) for i in range(cue.at, at))
        or wording.low[at - 1] in _NAME_DETERMINERS
    ):
        return
    if any(word in wording.lexicon.prepositions for word in wording.low[max(0, at - 2) : at]):
        return
    speaker = subject(wording, 0, cue.finite, wording.end)
    line.quotations.append(
        Quotation(
            kind=QuotationKind.DIRECT,
            quote=draft.quote([mark]),
            medium=cue.form.medium,
            speaker=wording.spans([speaker] if speaker else []),
            cue=wording.spans(cue.parts),
            frame=wording.spans([(0, at)]),
        )
    )


_NAME_DETERMINERS: Final = frozenset("die der das dem den the".split())
