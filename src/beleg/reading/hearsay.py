"""Hearsay: "Er soll gestanden haben": somebody says so, and the sentence does not say who.

German marks with "sollen" in the indicative that a statement is somebody else's (Duden grammar: epistemic use of the
modal verbs). With an infinitive of the perfect ("soll gestanden haben") it can mean nothing else; with another
("soll im Mai öffnen") it is as often a plan, and counts right after a sentence that reports somebody. The sentence is
free indirect speech; who speaks is in the sentences before.
"""

from dataclasses import replace
from typing import Final

from beleg.reading.clauses import clause_of, is_dependent
from beleg.reading.draft import Draft, Line
from beleg.reading.wording import Wording
from beleg.terms.quotation import Quotation, QuotationKind, Reason

_REACH: Final = 40


def hearsay(draft: Draft) -> None:
    """Read sentences whose finite verb is "soll" as free indirect speech; several in a row are one quotation."""
    after_quotation = False
    carried: tuple[Line, int] | None = None
    block = -1
    for line in draft.lines:
        if line.block != block:
            block, carried = line.block, None
        mine = not line.quotations and line.readable and not line.wholly_quoted
        if not mine or not _said(line, after_quotation=after_quotation):
            after_quotation, carried = bool(line.quotations), None
            continue
        if carried:
            first, number = carried
            begun = first.quotations[number]
            first.quotations[number] = replace(begun, quote=(*begun.quote, line.span))
        else:
            verb = next(word for word in line.wording.low if word in line.wording.lexicon.hearsay)
            line.quotations.append(
                Quotation(
                    kind=QuotationKind.FREE_INDIRECT,
                    quote=(line.span,),
                    why=Reason(rule="hearsay", mood=(verb,)),
                )
            )
            carried = (line, 0)
        after_quotation = True


def _said(line: Line, *, after_quotation: bool) -> bool:
    wording = line.wording
    if not wording.has_any(wording.lexicon.hearsay):
        return False
    for at in range(wording.end):
        if wording.low[at] in wording.lexicon.hearsay and wording.quoted[at] < 0:
            start, _ = clause_of(wording, at)
            if is_dependent(wording, start) and (at + 1 >= wording.end or wording.breaks_at(at + 1)):
                return False
            return after_quotation or _perfect_follows(wording, at)
    return False


def _perfect_follows(wording: Wording, verb: int) -> bool:
    """Whether an infinitive of the perfect stands at the end of a clause after the verb: "gestanden haben"."""
    low = wording.low
    for at in range(verb + 1, min(wording.end, verb + _REACH)):
        last = (
            at + 1 >= wording.end or wording.breaks_at(at + 1) or low[at + 1] in wording.lexicon.conjunctions
        )
        if low[at] in wording.lexicon.perfect_infinitives and last and low[at - 1].endswith(("t", "n")):
            return not wording.words.capitalised(at - 1) and low[at - 1] not in wording.lexicon.adverbs
    return False
