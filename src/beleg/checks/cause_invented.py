"""cause_invented: the draft says why, the sources do not."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.clause import Marker
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Am Montag fiel in Lindenau der Strom aus. Die Grundschule schickte die Kinder nach Hause. Der Bürgermeister trat am "
    "Dienstag zurück. Wegen des Hochwassers bleibt die Uferstraße gesperrt. Die Brücke wurde zum Engpass, das führte zu langen Staus."
)
_COVERED = 0.5
"""Coverage from which a sentence is made of what the passages report."""


class CauseInvented:
    """Two facts of the sources joined by a "weil" or "deshalb" that no source has.

    ## What it does

    Looks at clauses with a word of cause ("weil", "wegen", "deshalb", "infolge") in sentences whose content the sources
    have. Reports one if none of the passages the sentence rests on names any reason, in whatever words ("führte
    dazu", "aus Sorge", "nachdem").

    ## Why it matters

    Two things that happened one after the other are joined before anybody notices. Both facts are right, the story
    between them is made up, and it may accuse somebody.

    ## What it cannot see

    A cause told without such a word, by mere order or by "und". A wrong cause where the passage names another one.
    """

    id = "cause_invented"
    title = Wording(de="Ursache erfunden", en="Cause invented")
    messages = {
        "invented": Wording(
            de="„{words}“: Die Belege dieses Satzes nennen keinen Grund.",
            en="“{words}”: the evidence for this sentence gives no reason.",
        )
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Teilsätze mit einer Ursache", en="clauses with a cause")
    cases = (
        Case(
            draft="Die Grundschule schickte die Kinder nach Hause, weil in Lindenau der Strom ausfiel.",
            sources=(
                "Am Montag fiel in Lindenau der Strom aus. Die Grundschule schickte die Kinder nach Hause.",
            ),
            flagged=("weil in Lindenau der Strom ausfiel.",),
        ),
        Case(
            draft="In Lindenau fiel der Strom aus. Deshalb trat der Bürgermeister am Dienstag zurück.",
            sources=(
                "In Lindenau fiel der Strom aus. Der Stadtrat tagte am Abend. Der Bürgermeister trat am Dienstag zurück.",
            ),
            flagged=("Deshalb trat der Bürgermeister am Dienstag zurück.",),
        ),
        Case(
            draft="Wegen des Stromausfalls blieb das Freibad geschlossen.",
            sources=("Das Freibad blieb geschlossen. Der Stromausfall betraf drei Ortsteile.",),
            flagged=("Wegen des Stromausfalls blieb das Freibad geschlossen.",),
        ),
        Case(
            draft="Infolge der neuen Gebühren kamen weniger Besucher ins Museum.",
            sources=("Ins Museum kamen weniger Besucher. Die neuen Gebühren gelten seit Mai.",),
            flagged=("Infolge der neuen Gebühren kamen weniger Besucher ins Museum.",),
        ),
        Case(
            draft="Aufgrund der Kritik sagte die Firma das Konzert ab.",
            sources=("Die Firma sagte das Konzert ab. Kritik kam von den Anwohnern.",),
            flagged=("Aufgrund der Kritik sagte die Firma das Konzert ab.",),
        ),
        Case(
            draft="The school sent the children home because the power failed.",
            sources=("The power failed on Monday. The school sent the children home.",),
            flagged=("because the power failed.",),
            language="en",
        ),
        Case(draft="Die Uferstraße bleibt wegen des Hochwassers gesperrt.", sources=(_SOURCE,)),
        Case(draft="Die Uferstraße bleibt gesperrt, weil es Hochwasser gibt.", sources=(_SOURCE,)),
        Case(draft="Wegen des Engpasses an der Brücke gab es lange Staus.", sources=(_SOURCE,)),
        Case(draft="Der Bürgermeister trat am Dienstag zurück.", sources=(_SOURCE,)),
        Case(
            draft="Weil der Strom ausfiel, schloss das Freibad.",
            sources=("Grund für die Schließung des Freibads war, dass der Strom ausfiel.",),
        ),
        Case(
            draft="Prices rose because of the dry summer.",
            sources=("The rise in prices was driven by the dry summer.",),
            language="en",
        ),
        Case(
            draft="The school closed because the power failed.",
            sources=("The school closed after the power failed.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The clauses of the draft that name a cause."""
        return sum(
            marker is Marker.CAUSE
            for sentence in examination.sentences
            for marker, _, _ in sentence.own_marks
        )

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each clause with a cause where the passages have none."""
        for sentence in examination.sentences:
            if not sentence.claims or sentence.coverage < _COVERED:
                continue
            if sentence.in_passages & {Marker.CAUSE, Marker.REASON}:
                continue
            for marker, span, words in sentence.own_marks:
                if marker is Marker.CAUSE:
                    yield report(self, span, evidence=sentence.passages, words=words)
