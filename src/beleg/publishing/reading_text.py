"""Readings for people: the quotations of a text, who said them, and how many sentences there are."""

from collections.abc import Sequence

from beleg.publishing.places import Places
from beleg.publishing.reading_reasons import explain
from beleg.terms.quotation import Quotation
from beleg.terms.reading import Reading, Voice
from beleg.terms.span import Span


def render(reading: Reading, *, name: str, explained: bool = False) -> str:
    """The reading as lines for a person, with a final newline.

    Every quotation starts with `NAME:line:column: kind medium: words`, followed by its speaker, the pronoun that
    stands for them there, who passes the words on, cue and addressee as far as the text has them; with `explained`
    also by why it was read so, in the language of the text.
    """
    places = Places(reading.text)
    lines: list[str] = []
    for quotation in reading.quotations:
        place = places.of(quotation.span.start)
        words = _words(reading.text, quotation.quote)
        lines.append(f"{name}:{place.line}:{place.column}: {quotation.kind} {quotation.medium}: {words}")
        parts = (
            ("speaker", quotation.referent or quotation.speaker),
            ("named here", quotation.speaker if _elsewhere(quotation) else ()),
            *(("passed on by", outer) for outer in quotation.chain),
            ("cue", quotation.cue),
            ("addressee", quotation.addressee),
        )
        lines.extend(f"    {part}: {_words(reading.text, spans)}" for part, spans in parts if spans)
        if explained:
            lines.append(f"    why: {explain(quotation, reading.language)}")
    if reading.quotations:
        lines.append("")
    voices = [sentence.voice for sentence in reading.sentences]
    language = (
        f"read as {reading.language}" if reading.language else "in no language Beleg reads, so no quotations"
    )
    lines.append(
        f"{_counted(len(voices), 'sentence')} ({voices.count(Voice.OWN)} own, {voices.count(Voice.ATTRIBUTED)} "
        f"attributed, {voices.count(Voice.HEDGED)} hedged), "
        f"{_counted(len(reading.quotations), 'quotation')}, {language}."
    )
    lines.extend(f"Undecided: {remark}" for remark in reading.undecided)
    return "\n".join(lines) + "\n"


def _elsewhere(quotation: Quotation) -> bool:
    """Whether the one who speaks is named in other words than those in the frame, and these are shown nowhere else."""
    if quotation.speaker in quotation.chain:
        return False
    return bool(quotation.referent) and not any(
        part.covers(named) for part in quotation.speaker for named in quotation.referent
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)
