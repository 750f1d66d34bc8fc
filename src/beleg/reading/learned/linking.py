"""Linking: what the default engine knows beyond the words of a quotation, carried over to what was learned.

Whom a pronoun stands for, who says that somebody says, and why: no corpus teaches these.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from beleg.language.language import Language
from beleg.reading.draft import Draft
from beleg.reading.learned.page import Attributed, Page
from beleg.reading.learned.selecting import overlap
from beleg.reading.naming import naming
from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.span import Span

_MARKS: Final = "„“”\"»«‚‘’'‹›"
_SAME: Final = 0.5
"""From this overlap on a quotation of the default engine is the same quotation, read with other edges."""


def quotations(
    page: Page, language: Language, found: Sequence[Attributed], ruled: Sequence[Quotation]
) -> list[Quotation]:
    """The quotations found on a page, in the text's own terms; `ruled` are those behind `page.ruled`, in its order."""
    referents = {one.speaker: one.referent for one in ruled if one.speaker and one.referent}
    draft = Draft(page.text, language, (), (), ())
    linked = []
    for one in found:
        quotation = _quotation(page, one)
        if not quotation.quote:
            continue
        same = _same(page, one, ruled)
        quotation = replace(
            quotation,
            referent=referents.get(quotation.speaker, ()),
            chain=same.chain if same and same.speaker == quotation.speaker else (),
            why=same.why if same else None,
        )
        linked.append(replace(quotation, naming=naming(draft, quotation)))
    return linked


def _same(page: Page, one: Attributed, ruled: Sequence[Quotation]) -> Quotation | None:
    """What the default engine read there, if it read the same kind of thing."""
    words = frozenset(one.words)
    best, nearest = _SAME, None
    for place, other in enumerate(page.ruled):
        if other.words and other.words[0] <= one.words[-1] and one.words[0] <= other.words[-1]:
            shared = overlap(words, frozenset(other.words))
            direct = QuotationKind.DIRECT in (one.kind, other.kind)
            if shared >= best and (one.kind is other.kind or not direct):
                best, nearest = shared, ruled[place]
    return nearest


def _quotation(page: Page, one: Attributed) -> Quotation:
    quote = page.spans(one.words)
    if one.kind is QuotationKind.DIRECT:
        quote = tuple(part for part in (_unmarked(page.text, part) for part in quote) if len(part))
    speaker, cue, frame, addressee = (page.spans(numbers) for numbers in one.roles)
    return Quotation(
        kind=one.kind,
        quote=quote,
        medium=Medium(one.medium),
        speaker=speaker,
        cue=cue,
        frame=frame,
        addressee=addressee,
    )


def _unmarked(text: str, part: Span) -> Span:
    """The words inside the quotation marks."""
    start, end = part.start, part.end
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)
