"""Reported speech: that something was said, its content only named: "Sie kritisierte den Zeitplan".

The sentence stays the text's own statement; the quotation only says who is reported to have said something. It has
neither cue nor frame apart from its words: the verb is one of them.
"""

from typing import Final

from beleg.language.lexicon import Shape, Takes
from beleg.reading.cues import Cue, cues
from beleg.reading.draft import Line
from beleg.reading.speakers import agent, subject
from beleg.reading.wording import Wording
from beleg.terms.quotation import Quotation, QuotationKind, Reason

_NAMED: Final = frozenset({Takes.OBJECT, Takes.NAME, Takes.CLAUSE})


def reported(line: Line) -> Quotation | None:
    """The sentence as a report of somebody's words; None without a verb for it and somebody who speaks."""
    wording = line.wording
    for cue in cues(wording, _NAMED):
        if cue.form.shape is Shape.INFINITIVE or not _names_content(wording, cue):
            continue
        if any(word in wording.lexicon.negating for word in wording.low[cue.at : cue.at + 4]):
            continue
        speaker = agent(wording, wording.end) if cue.passive else subject(wording, 0, cue.finite, wording.end)
        if speaker is not None:
            return Quotation(
                kind=QuotationKind.REPORTED,
                quote=(line.span,),
                medium=cue.form.medium,
                speaker=wording.spans([speaker]),
                why=Reason(rule="reported", cue=wording.said(cue.parts)),
            )
    return None


def _names_content(wording: Wording, cue: Cue) -> bool:
    """Whether the verb, with what stands beside it, says what was said and not only that."""
    lemma, lexicon = cue.form.lemma, wording.lexicon
    if (needed := lexicon.reporting_with.get(lemma)) is not None:
        return any(word in needed and wording.quoted[at] < 0 for at, word in enumerate(wording.low))
    return lemma in lexicon.reporting
