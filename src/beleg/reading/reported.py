"""Reported speech: that something was said, its content only named: "Sie kritisierte den Zeitplan".

The sentence stays the text's own statement; the quotation only says who is reported to have said something. It has
neither cue nor frame apart from its words: the verb is one of them.
"""

from typing import Final

from beleg.language.lexicon import Shape, Takes
from beleg.reading.cues import Cue, cues
from beleg.reading.draft import Line
from beleg.reading.speakers import agent, subject
from beleg.reading.wording import Range, Wording
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
        if speaker is not None and (cue.passive or _object_stands(wording, cue, speaker)):
            return Quotation(
                kind=QuotationKind.REPORTED,
                quote=(line.span,),
                medium=cue.form.medium,
                speaker=wording.spans([speaker]),
                why=Reason(rule="reported", cue=wording.said(cue.parts)),
            )
    return None


def _object_stands(wording: Wording, cue: Cue, speaker: Range) -> bool:
    """Whether beside the speaker another phrase stands in the clause that can say what: without it nothing is named.

    Phrases with a preposition that the verb does not ask for, and those that name a time, say where and when.
    """
    lexicon, low = wording.lexicon, wording.low
    if cue.form.lemma in lexicon.reporting_with:
        return True
    at = 0
    while at < wording.end:
        if speaker[0] <= at < speaker[1]:
            at = speaker[1]
        elif wording.quoted[at] >= 0:
            return True
        elif low[at] in lexicon.prepositions:
            at = max(at + 1, wording.noun_phrase(at + 1))
        elif (reached := wording.noun_phrase(at)) > at:
            if not any(word in lexicon.time_nouns for word in low[at:reached]):
                return True
            at = reached
        else:
            at += 1
    return False


def _names_content(wording: Wording, cue: Cue) -> bool:
    """Whether the verb, with what stands beside it, says what was said and not only that."""
    lemma, lexicon = cue.form.lemma, wording.lexicon
    idiom = lexicon.not_reporting_with.get(lemma, frozenset())
    if any(word in idiom for word in wording.low):
        return False
    if (needed := lexicon.reporting_with.get(lemma)) is not None:
        return any(word in needed and wording.quoted[at] < 0 for at, word in enumerate(wording.low))
    return lemma in lexicon.reporting
