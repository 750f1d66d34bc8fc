"""quotation_altered: the source has this quotation in other words."""

import re
from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import QuotationKind
from beleg.terms.wording import Wording

_SOURCE = (
    "„Wir werden die Brücke in diesem Jahr nicht mehr öffnen“, sagte Bürgermeisterin Anna Weber am Montag."
)


_CLOSING = re.compile(r"(?<!\.)[.,?!]$")
"""The mark that ends a quotation: it belongs to the sentence around it as much as to its words."""


def _closed_as(source: str, draft: str) -> str:
    """The source's words with the mark that ends the draft's quotation, so that they can stand in its place."""
    closing = _CLOSING.search(draft)
    return _CLOSING.sub("", source) + (closing[0] if closing else "")


class QuotationAltered:
    """A direct quotation that a source has almost, but not exactly.

    ## What it does

    Compares the words between quotation marks with every source, exactly, after normalising the typography: form of the
    quotation marks, dashes, spaces. A full stop or comma at the end does not count. Omissions and insertions marked
    with square brackets are allowed. Where no source has the words but one comes close, it names the source's words.
    One source that has them exactly is enough.

    ## Why it matters

    Quotation marks promise the very words. A dropped "nicht" turns a statement into its opposite and no measure of
    similarity notices.

    ## What it cannot see

    A quotation that was already wrong in the source. A quotation translated from another language. An omission marked
    with brackets that leaves out the "nicht". Words in quotation marks that reading takes for a title or for irony.
    """

    id = "quotation_altered"
    title = Wording(de="Zitat verändert", en="Quotation altered")
    messages = {
        "altered": Wording(
            de="Das Zitat weicht von der Quelle ab; dort steht: „{source_words}“.",
            en="The quotation differs from the source, which has: “{source_words}”.",
        )
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="wörtliche Zitate", en="direct quotations")
    cases = (
        Case(
            draft="„Wir werden die Brücke in diesem Jahr mehr öffnen“, sagte Weber.",
            sources=(_SOURCE,),
            flagged=("Wir werden die Brücke in diesem Jahr mehr öffnen",),
        ),
        Case(
            draft="Weber sagte: „Wir werden die Brücke in diesem Monat nicht mehr öffnen.“",
            sources=(_SOURCE,),
            flagged=("Wir werden die Brücke in diesem Monat nicht mehr öffnen.",),
        ),
        Case(
            draft="»Wir wollen die Brücke in diesem Jahr nicht mehr öffnen«, sagte Weber.",
            sources=(_SOURCE,),
            flagged=("Wir wollen die Brücke in diesem Jahr nicht mehr öffnen",),
        ),
        Case(
            draft="“We will always open the bridge this year,” mayor Anna Weber said.",
            sources=("“We will not open the bridge this year,” said mayor Anna Weber on Monday.",),
            flagged=("We will always open the bridge this year,",),
            language="en",
        ),
        Case(
            draft="Weber nannte die Sperrung „alternativlos bis zum Jahresende“.",
            sources=("Weber nannte die Sperrung „alternativlos bis zum Herbst“.",),
            flagged=("alternativlos bis zum Jahresende",),
        ),
        Case(
            draft="„Der Planer sprach von einem ‚sehr guten Zustand‘ der Brücke“, sagte Weber.",
            sources=("„Der Planer sprach von einem ‚guten Zustand‘ der Brücke“, sagte Weber.",),
            flagged=("Der Planer sprach von einem ‚sehr guten Zustand‘ der Brücke",),
        ),
        Case(
            draft="“We will open the bridge this year,” Weber said.",
            sources=("“We will not open the bridge this year,” said mayor Anna Weber on Monday.",),
            flagged=("We will open the bridge this year,",),
            language="en",
        ),
        Case(
            draft="»Wir werden die Brücke in diesem Jahr nicht mehr öffnen«, sagte Weber.", sources=(_SOURCE,)
        ),
        Case(draft="„Wir werden die Brücke […] nicht mehr öffnen“, sagte Weber.", sources=(_SOURCE,)),
        Case(draft="Weber sagte: „Wir werden [sie] in diesem Jahr nicht mehr öffnen.“", sources=(_SOURCE,)),
        Case(
            draft="Weber sprach davon, die Brücke „in diesem Jahr nicht mehr“ zu öffnen.", sources=(_SOURCE,)
        ),
        Case(
            draft="„Der Planer sprach von einem ‚guten Zustand‘ der Brücke“, sagte Weber.",
            sources=("»Der Planer sprach von einem ›guten Zustand‹ der Brücke«, sagte Weber.",),
        ),
        Case(
            draft="„Wir werden die Brücke in diesem Jahr nicht mehr öffnen“, sagte Weber.",
            sources=("„Wir werden die Brücke in diesem Jahr mehr öffnen“, sagte Weber.", _SOURCE),
        ),
        Case(
            draft="- „Wir werden die Brücke in diesem Jahr nicht mehr öffnen“ (Weber)\n- Öffnung: offen",
            sources=(_SOURCE,),
        ),
        Case(
            draft="„Wir werden die Brücke nicht mehr öffnen“, sagte Weber.",
            sources=("“We will not open the bridge any more,” said mayor Anna Weber on Monday.",),
        ),
        Case(
            draft="“We will not open the bridge this year,” Weber said.",
            sources=("'We will not open the bridge this year,' said mayor Anna Weber on Monday.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The direct quotations of the draft."""
        return sum(q.kind is QuotationKind.DIRECT for q in examination.reading.quotations)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each direct quotation that no source has exactly and one has nearly."""
        for sentence in examination.sentences:
            for found in sentence.quotations:
                if found.quotation.kind is QuotationKind.DIRECT and found.nearest is not None:
                    yield report(
                        self,
                        found.quotation.span,
                        evidence=(found.nearest,),
                        suggestion=_closed_as(
                            found.nearest.text,
                            examination.reading.text[found.quotation.span.start : found.quotation.span.end],
                        ),
                        source_words=found.nearest.text.rstrip("."),
                    )
