"""Short quotations: a word or a few in marks, by which somebody names or judges something: "nannte ihn „einen
Clown“".
"""

from bisect import bisect_right
from typing import Final

from beleg.language.lexicon import Shape, Takes
from beleg.reading.cues import Cue, cues
from beleg.reading.draft import Draft, Line
from beleg.reading.speakers import agent, subject
from beleg.reading.wording import Wording
from beleg.terms.quotation import Quotation, QuotationKind, Reason

_ANY: Final = frozenset({Takes.CLAUSE, Takes.NAME, Takes.OBJECT})


def short_quotation(draft: Draft, mark: int) -> None:
    """Add few words in marks to their sentence as a quotation where a verb names or judges something with them."""
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
        _judged(draft, line, mark)
        return
    at = next((i for i, token in enumerate(wording.words.tokens) if token.start >= marked.start), 0)
    # "nannte die „Bild“ ein Blatt": after a determiner the marks hold a name; after a comma, another clause.
    if (
        at <= cue.at
        or any(wording.breaks_at(i) for i in range(cue.at, at))
        or wording.low[at - 1] in wording.lexicon.before_names
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
            why=Reason(rule="named", cue=wording.said(cue.parts)),
        )
    )


def _judged(draft: Draft, line: Line, mark: int) -> None:
    """A judgement in marks after a verb that reports one: "verurteilte die Tat als „feigen Mord“", "warnte vor
    „leeren Kassen“".

    It begins with a small letter, for an adjective; a name or a title does not.
    """
    wording, words = line.wording, draft.marked[mark].parts[0].of(draft.text)
    if not words[0].islower() or " " not in words:
        return
    first = next(
        (i for i, token in enumerate(wording.words.tokens) if token.start >= draft.marked[mark].start), 0
    )
    for cue in cues(wording, _ANY):
        if cue.form.shape is Shape.INFINITIVE or not _judges(wording, cue, first):
            continue
        speaker = agent(wording, wording.end) if cue.passive else subject(wording, 0, cue.finite, wording.end)
        line.quotations.append(
            Quotation(
                kind=QuotationKind.DIRECT,
                quote=draft.quote([mark]),
                medium=cue.form.medium,
                speaker=wording.spans([speaker] if speaker else []),
                cue=wording.spans(cue.parts),
                frame=wording.spans([(0, wording.end)]),
                why=Reason(rule="in_sentence", cue=wording.said(cue.parts)),
            )
        )
        return


def _judges(wording: Wording, cue: Cue, mark: int) -> bool:
    return cue.form.lemma in wording.lexicon.reporting or not wording.lexicon.judging.isdisjoint(
        wording.low[max(0, mark - 3) : mark]
    )
