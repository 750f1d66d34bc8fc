"""Reported speech: that something was said, its content only named: "Sie kritisierte den Zeitplan".

The sentence stays the text's own statement; the quotation only says who is reported to have said something. It has
neither cue nor frame apart from its words: the verb is one of them.
"""

from typing import Final

from beleg.language.lexicon import Shape, Takes
from beleg.reading.cues import cues
from beleg.reading.draft import Line
from beleg.reading.speakers import subject
from beleg.terms.quotation import Quotation, QuotationKind

_NAMED: Final = frozenset({Takes.OBJECT, Takes.NAME, Takes.CLAUSE})


def reported(line: Line) -> Quotation | None:
    """The sentence as a report of somebody's words; None without a verb for it and somebody who speaks."""
    wording = line.wording
    for cue in cues(wording, _NAMED):
        if (
            cue.passive
            or cue.form.shape is Shape.INFINITIVE
            or cue.form.lemma not in wording.lexicon.reporting
        ):
            continue
        if any(word in wording.lexicon.negating for word in wording.low[cue.at : cue.at + 4]):
            continue
        speaker = subject(wording, 0, cue.finite, wording.end)
        if speaker is not None:
            return Quotation(
                kind=QuotationKind.REPORTED,
                quote=(line.span,),
                medium=cue.form.medium,
                speaker=wording.spans([speaker]),
            )
    return None
