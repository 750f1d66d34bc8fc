"""Continuation: sentences in the Konjunktiv without a frame carry on somebody's words.

"Die Stadt habe kein Geld mehr." Of some 700 sentences with a Konjunktiv I in annotated German news, 13 lay outside
every quotation (Petersen-Frey and Biemann 2024, our count): the mood alone nearly decides it.
"""

from beleg.reading.draft import Line
from beleg.reading.wording import Wording
from beleg.terms.quotation import Quotation, QuotationKind, Reason


def continuation(line: Line, before: Line | None) -> Quotation | None:
    """The whole sentence as carried-on indirect speech; None if its main verb is not in the mood for it.

    Forms that only stand in for a Konjunktiv I ("hätten") count after a sentence that was itself reported.
    """
    wording = line.wording
    claimed = [span for quotation in line.quotations for span in quotation.quote]
    outside = [
        verb
        for verb in line.reported
        if wording.quoted[verb.at] < 0
        and not any(span.covers(wording.words.span(verb.at, verb.at + 1)) for span in claimed)
    ]
    if before is None or not before.main:
        outside = [verb for verb in outside if verb.certain]
    if not outside or not any(_in_main_clause(line, verb.at) for verb in outside):
        return None
    mood = tuple(wording.words.tokens[verb.at].text for verb in outside)
    return Quotation(
        kind=QuotationKind.INDIRECT_FREE_INDIRECT,
        quote=(line.span,),
        why=Reason(rule="continuation", mood=mood),
    )


def _in_main_clause(line: Line, verb: int) -> bool:
    wording = line.wording
    start = next((at + 1 for at in range(verb - 1, -1, -1) if wording.breaks_at(at)), 0)
    close = wording.next_break(verb)
    first = wording.low[start] if start < verb else ""
    lexicon = wording.lexicon
    begun = first in lexicon.subordinators or first in lexicon.other_subordinators - lexicon.conjunctions
    if begun and (verb == close - 1 or first in lexicon.subordinators):
        return _own_verb_missing(line, verb)
    relative = start > 0 and first in lexicon.relatives and verb == close - 1
    if relative:
        return _own_verb_missing(line, verb)
    return True


def _own_verb_missing(line: Line, verb: int) -> bool:
    """Whether no clause of the sentence has a known verb in the indicative."""
    wording = line.wording
    moods = {one.at for one in line.reported}
    return not any(
        at not in moods
        and wording.verb_at(at)
        and (wording.low[at] in wording.lexicon.finite or not _last_of_clause(wording, at))
        for at in range(wording.end)
        if at != verb
    )


def _last_of_clause(wording: Wording, at: int) -> bool:
    """Whether a form closes its clause, alone or before its auxiliary: then it may be a participle."""
    after = at + 1
    if after < wording.end and wording.low[after] in wording.lexicon.auxiliaries:
        after += 1
    return after >= wording.end or wording.breaks_at(after)
