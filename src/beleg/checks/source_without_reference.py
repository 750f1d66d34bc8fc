"""source_without_reference: a medium or study is the source, and nobody can look it up."""

import re
from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.registry import language_for
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import Reading
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_WORD = re.compile(r"[^\W\d_][\w-]*")


class SourceWithoutReference:
    """A medium or a study that a statement is taken from, without a link or a date.

    ## What it does

    Looks at everybody the article quotes, and at whom they spoke to, for the names of media ("laut der „Rundschau“",
    "sagte sie dem ZDF"), for reports without a name ("Medienberichten zufolge") and for studies nobody is named for.
    Reports each once, if no sentence with a link, a date, a day or an issue has its name, and if no source taken in was
    published by it.

    ## Why it matters

    A reader who wants to know more, and an editor who has to correct it, must be able to find the original. Citing
    another medium's research demands that one says where it can be read.

    ## What it cannot see

    Whether the link or date is the right one. Media that are not in the language's list and stand without quotation
    marks. News agencies: their copy is credited, not looked up. A link on the page that is not in the text.
    """

    id = "source_without_reference"
    title = Wording(de="Quelle ohne Fundstelle", en="Source without a reference")
    messages = {
        "medium": Wording(
            de="„{words}“ ist die Quelle, aber weder Link noch Datum sagt, wo das steht.",
            en="“{words}” is the source, but neither a link nor a date says where to find it.",
        ),
        "study": Wording(
            de="„{words}“: Von wem das stammt und wann es erschienen ist, steht nicht da.",
            en="“{words}”: the article says neither who published it nor when.",
        ),
    }
    severity = Severity.NOTICE
    needs_sources = False
    unit = Wording(de="Zitate", en="quotations")
    cases = (
        Case(
            draft="Die Brücke bleibt zu, wie die „Lindenauer Rundschau“ berichtet.",
            flagged=("die „Lindenauer Rundschau“",),
        ),
        Case(
            draft="Laut der „Rundschau“ bleibt die Brücke zu. Die Sanierung koste laut der „Rundschau“ Millionen.",
            flagged=("der „Rundschau“",),
        ),
        Case(
            draft="Feuerwehrchef Karl Brandt sagte dem „Anzeiger“: „Die Brücke bleibt zu.“",
            flagged=("dem „Anzeiger“",),
        ),
        Case(
            draft="Medienberichten zufolge ist die Brücke seit Jahren marode.",
            flagged=("Medienberichten",),
        ),
        Case(
            draft="Laut einer neuen Studie fahren immer weniger Menschen Auto.",
            flagged=("einer neuen Studie",),
        ),
        Case(
            draft="The bridge stays closed, the Lindenau Gazette reported.",
            flagged=("the Lindenau Gazette",),
            language="en",
        ),
        Case(
            draft="Fewer people drive, according to a recent study.",
            flagged=("a recent study",),
            language="en",
        ),
        Case(draft="Die Brücke bleibt zu, wie die „Rundschau“ am Dienstag berichtete."),
        Case(
            draft="Laut der „Rundschau“ (https://rundschau.example/bruecke) bleibt die Brücke zu. "
            "Die „Rundschau“ schreibt, der Bau dauere zwei Jahre."
        ),
        Case(draft="Laut einer Studie der Hochschule Altenbruck fahren immer weniger Menschen Auto."),
        Case(draft="Die Initiative „Rettet die Brücke“ sagte, der Bau dauere zu lange."),
        Case(draft="Die Polizei teilte mit, die Brücke bleibe zu. Die Zeitung lag auf dem Tisch."),
        Case(draft="Die Brücke bleibe zu, meldete die Nachrichtenagentur Reuters."),
        Case(draft="The bridge stays closed, the Lindenau Gazette reported on Tuesday.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The quotations."""
        return len(examination.reading.quotations)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for the first mention of each medium or study that cannot be looked up."""
        reading = examination.reading
        language = language_for(reading.language)
        if language is None:
            return
        media = set_phrases("media", reading.language)
        studies = set_phrases("studies", reading.language)
        referred = set_phrases("reference_given", reading.language)
        looked_up = {
            word
            for sentence in reading.sentences
            if referred.search(sentence.text)
            for word in _name(sentence.text, language.function_words)
        }
        for taken_in in examination.sources:
            looked_up.update(_name(taken_in.source.publisher, language.function_words))
        seen: set[tuple[str, ...]] = set()
        for span in sorted(set(_named(reading))):
            words = span.of(reading.text)
            kind = "medium" if media.search(words) else "study" if studies.search(words) else ""
            name = _name(words, language.function_words)
            if kind and name not in seen and not (name and looked_up.issuperset(name)):
                seen.add(name)
                yield report(self, span, message=kind, words=_INNER.sub("", words))


_INNER = re.compile('[„“”»«"]')
"""Quotation marks around a medium's name, which would stand inside those of the message."""


def _named(reading: Reading) -> Iterator[Span]:
    """The words for everybody who speaks, is spoken to, or passes on what somebody said."""
    for quotation in reading.quotations:
        for spans in (quotation.referent or quotation.speaker, quotation.addressee, *quotation.chain):
            if spans:
                yield Span(spans[0].start, spans[-1].end)


def _name(words: str, function_words: frozenset[str]) -> tuple[str, ...]:
    """What names a medium whatever its article and case: its capitalised words, or all, without an ending."""
    found = [word for word in _WORD.findall(words) if word.lower() not in function_words]
    names = [word for word in found if word[0].isupper()] or found
    return tuple(word.casefold().rstrip("sn") for word in names)
