"""quotation_not_in_source: no source has this quotation."""

from collections.abc import Iterator

from beleg.checks.check import Case, NotInSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import QuotationKind
from beleg.terms.wording import Wording

_SOURCE = "„Die Sanierung dauert zwei Jahre“, sagte Bauamtsleiter Jens Kroll. Der Stadtrat berät am Dienstag über die Kosten."


class QuotationNotInSource:
    """A direct quotation of which no source has anything like the words.

    ## What it does

    Looks for the words between quotation marks in every source, exactly after normalising the typography, and then for
    the most similar passage. Where not even that comes close, the quotation is reported; where one does, that is
    `quotation_altered`.

    ## Why it matters

    An invented quotation puts words into a real person's mouth. Language models write fluent ones.

    ## What it cannot see

    Whether you heard the words yourself: a quotation from your own interview is in no source until your notes are
    taken in as one. A quotation translated from a source in another language. Words in quotation marks that reading
    takes for a title, a term or irony, and those in a list with only a name behind them; the sentence is looked at
    by `unsupported_sentence`.
    """

    id = "quotation_not_in_source"
    title = Wording(de="Zitat in keiner Quelle", en="Quotation in no source")
    messages = {
        "missing": NotInSources(
            de="Keine Quelle enthält dieses Zitat oder eines, das ihm nahekommt.",
            en="No source has this quotation or one that comes close to it.",
        )
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="wörtliche Zitate", en="direct quotations")
    cases = (
        Case(
            draft="„Wer hier spart, gefährdet am Ende Menschenleben“, sagte Kroll.",
            sources=(_SOURCE,),
            flagged=("Wer hier spart, gefährdet am Ende Menschenleben",),
        ),
        Case(
            draft="Kroll sagte: „Ich trete zurück.“",
            sources=(_SOURCE,),
            flagged=("Ich trete zurück.",),
        ),
        Case(
            draft="“I am stepping down,” Kroll said.",
            sources=("“The repair takes two years,” said Jens Kroll.",),
            flagged=("I am stepping down,",),
            language="en",
        ),
        Case(
            draft="Kroll nannte die Kritik „ein durchsichtiges Manöver der Opposition“.",
            sources=(_SOURCE,),
            flagged=("ein durchsichtiges Manöver der Opposition",),
        ),
        Case(
            draft="„Die Sanierung dauert zwei Jahre“, sagte Kroll. „Danach ist für lange Zeit Ruhe“, fügte er hinzu.",
            sources=(_SOURCE, "Kroll wollte zum Streit nichts sagen."),
            flagged=("Danach ist für lange Zeit Ruhe",),
        ),
        Case(
            draft="“Our children deserve better,” Kroll said.",
            sources=("“The repair takes two years,” said Jens Kroll.",),
            flagged=("Our children deserve better,",),
            language="en",
        ),
        Case(draft="„Die Sanierung dauert zwei Jahre“, sagte Kroll.", sources=(_SOURCE,)),
        Case(draft="“Die Sanierung dauert zwei Jahre”, sagte Kroll.", sources=(_SOURCE,)),
        Case(draft="Kroll sagte, die Sanierung dauere zwei Jahre.", sources=(_SOURCE,)),
        Case(draft="„Die Sanierung dauert drei Jahre“, sagte Kroll.", sources=(_SOURCE,)),
        Case(
            draft="„Die Sanierung dauert zwei Jahre“, sagte Kroll.",
            sources=("„Die Sanierung dauert ein Jahr“, sagte Baurätin Petra Voss.", _SOURCE),
        ),
        Case(
            draft="„Kroll sagte mir: ‚Die Sanierung dauert zwei Jahre‘“, berichtete Weber.",
            sources=("Weber berichtete: „Kroll sagte mir: ‚Die Sanierung dauert zwei Jahre.‘“",),
        ),
        Case(draft="Der sogenannte „Bürgerbus“ fährt seit Montag.", sources=(_SOURCE,)),
        Case(
            draft="„Ich trete zurück“, sagte Kroll.",
            sources=("“I am stepping down,” Jens Kroll told reporters at the town hall on Monday.",),
        ),
        Case(draft="„Ich trete zurück“, sagte Kroll.", sources=("",)),
        Case(
            draft="“The repair takes two years,” Kroll said.",
            sources=("“The repair takes two years,” said Jens Kroll.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The direct quotations of the draft."""
        return sum(q.kind is QuotationKind.DIRECT for q in examination.reading.quotations)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each direct quotation that no source has, not even nearly."""
        for sentence in examination.sentences:
            for found in sentence.quotations:
                if found.quotation.kind is QuotationKind.DIRECT and not found.exact and found.nearest is None:
                    yield report(self, found.quotation.span)
