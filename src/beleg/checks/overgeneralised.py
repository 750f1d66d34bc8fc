"""overgeneralised: what the source says of some, the draft says of all."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.clause import Marker
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_SOURCE = (
    "Einige Händler der Altstadt klagen über Verluste. Die Uferstraße ist teilweise gesperrt. Alle Ratsmitglieder stimmten "
    "für den Antrag. Die Feuerwehr räumte das Lager fast vollständig. Die Schulen in Lindenau bleiben geschlossen."
)
_COVERED = 0.5
"""Coverage from which a sentence is made of what the passages report."""
_SHARED = 0.5
"""The same for a clause."""
_ALIGNED = 2


class Overgeneralised:
    """A statement of all, or without limits, where the source speaks of some or in part.

    ## What it does

    Compares the words of quantity in clauses that report the same. Reports "alle", "sämtliche", "vollständig", "immer"
    where no source's clause has any such word, and a clause that drops the "teilweise", "fast", "einige" every
    source's clause has.

    ## Why it matters

    "Einige Händler klagen" is an observation, "die Händler klagen" a verdict on a whole trade. Shortening takes such
    words first.

    ## What it cannot see

    A general statement drawn from one case ("In Lindenau" becoming "auf dem Land"). Numbers are compared as numbers.
    """

    id = "overgeneralised"
    title = Wording(de="Verallgemeinert", en="Overgeneralised")
    messages = {
        "all": Wording(
            de="„{words}“: So allgemein sagt es keine Quelle.",
            en="“{words}”: no source says it that broadly.",
        ),
        "some": Wording(
            de="Die Quelle schränkt ein („{source_words}“); hier fehlt die Einschränkung.",
            en="The source limits this (“{source_words}”); the limit is missing here.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Teilsätze mit Beleg", en="clauses with evidence")
    cases = (
        Case(
            draft="Alle Händler der Altstadt klagen über Verluste.",
            sources=(_SOURCE,),
            flagged=("Alle Händler der Altstadt klagen über Verluste.",),
        ),
        Case(
            draft="Die Händler der Altstadt klagen über Verluste.",
            sources=(_SOURCE,),
            flagged=("Die Händler der Altstadt klagen über Verluste.",),
        ),
        Case(
            draft="Die Uferstraße ist gesperrt.",
            sources=(_SOURCE,),
            flagged=("Die Uferstraße ist gesperrt.",),
        ),
        Case(
            draft="Die Uferstraße ist vollständig gesperrt.",
            sources=("Die Uferstraße ist seit Montag gesperrt.",),
            flagged=("Die Uferstraße ist vollständig gesperrt.",),
        ),
        Case(
            draft="Sämtliche Schulen in Lindenau bleiben geschlossen.",
            sources=("Drei Schulen in Lindenau bleiben geschlossen.",),
            flagged=("Sämtliche Schulen in Lindenau bleiben geschlossen.",),
        ),
        Case(
            draft="All traders in the old town complain about losses.",
            sources=("Some traders in the old town complain about losses.",),
            flagged=("All traders in the old town complain about losses.",),
            language="en",
        ),
        Case(draft="Mehrere Händler der Altstadt klagen über Verluste.", sources=(_SOURCE,)),
        Case(draft="Die Uferstraße ist zum Teil gesperrt.", sources=(_SOURCE,)),
        Case(draft="Für den Antrag stimmten alle Ratsmitglieder.", sources=(_SOURCE,)),
        Case(draft="Die Ratsmitglieder stimmten einstimmig für den Antrag.", sources=(_SOURCE,)),
        Case(draft="Das Lager räumte die Feuerwehr nahezu vollständig.", sources=(_SOURCE,)),
        Case(
            draft="The tour takes in the mill, the harbour and the lighthouse, all for 12 pounds.",
            sources=("For 12 pounds the tour takes in the mill, the harbour and the lighthouse.",),
            language="en",
        ),
        Case(
            draft="Many traders in the old town complain about losses.",
            sources=("Many traders in the old town complain about losses.",),
            language="en",
        ),
        Case(
            draft="Am Sonntag fielen schwere Schauer im Westen des Landkreises.",
            sources=("Am Sonntag fielen teilweise schwere Schauer im Westen des Landkreises.",),
        ),
        Case(
            draft="So viele Gäste wie nie zuvor besuchten den Markt.",
            sources=("Der Markt hatte 4.000 Gäste, eine Rekordzahl. Sie besuchten auch die Stände am Ufer.",),
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The clauses of the draft that a passage reports."""
        return sum(len(sentence.clauses) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each clause that says more than the sources do."""
        for sentence in examination.sentences:
            if not sentence.claims or sentence.coverage < _COVERED:
                continue
            reported: set[Span] = set()
            if Marker.ALL not in sentence.in_passages:
                for marker, span, words in sentence.own_marks:
                    if marker is Marker.ALL and span not in reported:
                        reported.add(span)
                        yield report(self, span, evidence=sentence.passages[:1], words=words)
            for clause in sentence.clauses:
                if clause.frame:
                    continue
                if clause.span in reported or not clause.broader:
                    continue
                if clause.shared >= _SHARED and clause.aligned >= _ALIGNED:
                    yield report(
                        self,
                        clause.span,
                        message="some",
                        evidence=(clause.passage,),
                        source_words=clause.there.words(Marker.SOME),
                    )
