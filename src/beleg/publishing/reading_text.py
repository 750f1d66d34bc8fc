"""Readings for people: the quotations of a text, who said them, and how many sentences there are."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from beleg.publishing.places import Place, Places
from beleg.publishing.reading_reasons import explain
from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.reading import Reading, Voice
from beleg.terms.span import Span

_SHOWN: Final = {
    QuotationKind.DIRECT: ("D", "direct", "32"),
    QuotationKind.INDIRECT: ("I", "indirect", "36"),
    QuotationKind.INDIRECT_FREE_INDIRECT: ("C", "indirect, carried on without a frame", "35"),
    QuotationKind.REPORTED: ("R", "reported", "94"),
    QuotationKind.FREE_INDIRECT: ("F", "free indirect", "33"),
}
"""Letter, legend and ANSI colour (green, cyan, magenta, bright blue, yellow) of each kind, in the legend's order."""


def render(reading: Reading, *, name: str, explained: bool = False, colour: bool = False) -> str:
    """The reading as lines for a person, with a final newline.

    Every quotation starts with `NAME:line:column: kind medium: words`, followed by its speaker, the pronoun that
    stands for them there, who passes the words on, cue and addressee as far as the text has them; with `explained`
    also by why it was read so, in the language of the text. With `colour`, for a terminal, it starts with
    `line:column`, the letter of its kind, the words in the colour of their kind and the speaker beside them; a legend
    follows the last. A control character of the text is shown as "�": a terminal would obey it.
    """
    places = Places(reading.text)
    lines: list[str] = []
    for quotation in reading.quotations:
        place = places.of(quotation.span.start)
        if colour:
            lines.append(_coloured(reading.text, quotation, place))
        else:
            words = _words(reading.text, quotation.quote)
            lines.append(f"{name}:{place.line}:{place.column}: {quotation.kind} {quotation.medium}: {words}")
        lines.extend(_details(reading, quotation, explained=explained, beside=colour))
    if reading.quotations:
        lines.append("")
    if colour and reading.quotations:
        lines.extend([_legend({quotation.kind for quotation in reading.quotations}), ""])
    lines.extend(_summary(reading))
    return "\n".join(lines) + "\n"


def _details(reading: Reading, quotation: Quotation, *, explained: bool, beside: bool) -> Iterator[str]:
    """The lines under a quotation; `beside` if its speaker already stands beside it."""
    parts = (
        ("speaker", () if beside else quotation.referent or quotation.speaker),
        ("named here", quotation.speaker if _elsewhere(quotation) else ()),
        *(("passed on by", outer) for outer in quotation.chain),
        ("cue", quotation.cue),
        ("addressee", quotation.addressee),
    )
    yield from (f"    {part}: {_words(reading.text, spans)}" for part, spans in parts if spans)
    if explained:
        yield f"    why: {_harmless(explain(quotation, reading.language))}"


def _coloured(text: str, quotation: Quotation, place: Place) -> str:
    letter, _, code = _SHOWN[quotation.kind]
    medium = "" if quotation.medium is Medium.SPEECH else f" ({quotation.medium})"
    speaker = _words(text, quotation.referent or quotation.speaker) or "nobody named"
    words = _words(text, quotation.quote)
    return (
        f"{place.line}:{place.column} \x1b[1;{code}m{letter}\x1b[0m "
        f"\x1b[{code}m{words}\x1b[0m{medium} — \x1b[1m{speaker}\x1b[0m"
    )


def _legend(kinds: set[QuotationKind]) -> str:
    shown = [entry for kind, entry in _SHOWN.items() if kind in kinds]
    return "   ".join(f"\x1b[1;{code}m{letter}\x1b[0m {meaning}" for letter, meaning, code in shown)


def _summary(reading: Reading) -> list[str]:
    voices = [sentence.voice for sentence in reading.sentences]
    language = (
        f"read as {reading.language}" if reading.language else "in no language Beleg reads, so no quotations"
    )
    counts = (
        f"{_counted(len(voices), 'sentence')} ({voices.count(Voice.OWN)} own, {voices.count(Voice.ATTRIBUTED)} "
        f"attributed, {voices.count(Voice.HEDGED)} hedged), "
        f"{_counted(len(reading.quotations), 'quotation')}, {language}."
    )
    return [counts, *(f"Undecided: {_harmless(remark)}" for remark in reading.undecided)]


def _elsewhere(quotation: Quotation) -> bool:
    """Whether who speaks is named in other words than those in the frame, and these are shown nowhere else."""
    if quotation.speaker in quotation.chain:
        return False
    return bool(quotation.referent) and not any(
        part.covers(named) for part in quotation.speaker for named in quotation.referent
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _words(text: str, spans: Sequence[Span]) -> str:
    return _harmless(" … ".join(" ".join(span.of(text).split()) for span in spans))


def _harmless(words: str) -> str:
    """The words with "�" for every control character."""
    if words.isprintable():
        return words
    return "".join("�" if unicodedata.category(sign) == "Cc" else sign for sign in words)
