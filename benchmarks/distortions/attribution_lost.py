"""What somebody is reported to have said, told as a fact: the frame is gone and the mood is the indicative."""

from collections.abc import Iterator
from random import Random

from beleg.terms.quotation import Quotation, QuotationKind
from benchmarks.rewrites.german import (
    finite,
    in_indicative,
    indicative,
    joined,
    opened_by_subject,
    subject_at,
    verb_second,
)
from benchmarks.rewrites.material import Article, Line, sentence_of
from benchmarks.rewrites.rewrite import Generator, Rewrite

_INDIRECT = frozenset((QuotationKind.INDIRECT, QuotationKind.INDIRECT_FREE_INDIRECT))

_HEDGED = frozenset(
    "soll sollen solle dürfte dürften offenbar angeblich vermutlich wohl möglicherweise könnte".split()
)
"""With one of these the fact would still be told with a reservation."""


def make(article: Article, dice: Random) -> Iterator[Rewrite]:
    """One rewrite for every sentence that holds one indirect quotation, from its start or to its end."""
    for line in article.lines:
        told = [one for one in line.quotations if one.kind in _INDIRECT]
        if len(told) == 1 == len(line.quotations) and len(told[0].quote) == 1:
            fact = _as_fact(line, told[0])
            if fact and not _HEDGED & set(fact.lower().split()):
                yield Rewrite(line.text, sentence_of(fact.rstrip(" ,") + "."), _frame(line, told[0]), "")


def _frame(line: Line, quotation: Quotation) -> str:
    return (
        " … ".join(line.between(*line.index(part)) for part in quotation.frame if line.index(part)[1])
        or "Konjunktiv"
    )


def _as_fact(line: Line, quotation: Quotation) -> str:
    start, end = line.index(quotation.quote[0])
    while end > start and line.word(end - 1) in {".", ","}:
        end -= 1
    while start < end and line.word(start) == ",":
        start += 1
    if line.tag(end - 1) == "VV(IZU)" or line.low(end - 2) == "zu" or "wenn" in line.words.low[start:end]:
        return ""
    if end - start < 4 or (end < line.end and start > 0) or any(line.quoted[start:end]):
        return ""
    if line.low(start) in {"dass", "daß"}:
        return verb_second(line, start + 1, end)
    if line.low(start - 1) in line.language.lexicon.subordinators:
        return verb_second(line, start, end)
    if finite(line, start) or line.low(start) in indicative():
        return opened_by_subject(line, start, end)
    framed = start > 0 or end < line.end
    verbs = [verb.at for verb in line.language.reported_verbs(line.words) if start <= verb.at < end]
    if not verbs and not framed:
        return ""
    # A main clause: its finite verb stands right after its first phrase, not at its end.
    first = next((at for at in range(start, end) if finite(line, at) or line.low(at) in indicative()), end)
    if finite(line, end - 1) or first >= end - 1 or first == start or "," in line.words.low[start:first]:
        return ""
    if line.low(start) in line.language.lexicon.other_subordinators | line.language.lexicon.subordinators:
        return ""
    if subject_at(line, start, end) != first and line.tag(start) not in {"APPR", "APPRART", "ADV"}:
        return ""
    words = in_indicative(line, start, end)
    return "" if words is None else joined(line, start, words)


GENERATOR = Generator(
    kind="attribution_lost", language="de", make=make, named_by=frozenset(("attribution_lost",))
)  # fmt: skip
