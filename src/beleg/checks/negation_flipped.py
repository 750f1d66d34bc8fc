"""negation_flipped: the source denies what the draft affirms, or the other way round."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.clause import ClauseEvidence, ClauseState, Marker
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import QuotationKind
from beleg.terms.wording import Wording

_SOURCE = (
    "Der Stadtrat hat den Abriss der alten Markthalle nicht beschlossen. Die Händler sind mit dem Ergebnis zufrieden, ein "
    "Termin für die Sanierung steht aber nicht fest. Die Feuerwehr hatte keine Bedenken gegen den Umbau."
)
_SHARED = 0.6
"""Share of a clause's content that the passage must have to be called its denial."""
_ALIGNED = 2


class NegationFlipped:
    """A sentence that says what its source says, with a negation more or less.

    ## What it does

    Where a passage has nearly every content word of the sentence, it compares the negations ("nicht", "kein", "niemand",
    "ohne", "weder") of the clauses both speak of. A negation in another clause of the passage does not count. It also looks for words that
    say the opposite ("gestiegen" for "gesunken", "down 4 percent" for "up 4 percent"): in clauses that report the same, and,
    however long the sentences are, beside the same word.

    ## Why it matters

    One dropped "nicht" turns a report into its opposite, and nearly every word of it is still in the source.

    ## What it cannot see

    A negation without such a word ("lehnte ab", "scheiterte", "verzichtete"). A flipped negation in a sentence that also
    says other things, or says the rest in other words. "Kaum" and "nur" are no negations.
    """

    id = "negation_flipped"
    title = Wording(de="Verneinung verkehrt", en="Negation flipped")
    messages = {
        "flipped": Wording(
            de="Die Quelle verneint, was hier bejaht wird, oder umgekehrt: „{source_words}“.",
            en="The source denies what is affirmed here, or the other way round: “{source_words}”.",
        ),
        "opposite": Wording(
            de="In der Quelle steht das Gegenteil: „{source_words}“.",
            en="The source says the opposite: “{source_words}”.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="Sätze mit Aussage", en="sentences that assert something")
    cases = (
        Case(
            draft="Der Stadtrat hat den Abriss der alten Markthalle beschlossen.",
            sources=(_SOURCE,),
            flagged=("Der Stadtrat hat den Abriss der alten Markthalle beschlossen.",),
        ),
        Case(
            draft="Die Feuerwehr hatte Bedenken gegen den Umbau.",
            sources=(_SOURCE,),
            flagged=("Die Feuerwehr hatte Bedenken gegen den Umbau.",),
        ),
        Case(
            draft="Die Händler sind mit dem Ergebnis nicht zufrieden.",
            sources=(_SOURCE,),
            flagged=("Die Händler sind mit dem Ergebnis nicht zufrieden.",),
        ),
        Case(
            draft="The council approved the demolition of the old market hall.",
            sources=("The council has not approved the demolition of the old market hall.",),
            flagged=("The council approved the demolition of the old market hall.",),
            language="en",
        ),
        Case(
            draft="The mill, which ships flour to forty bakeries in the valley, reported lower profits for the third year.",
            sources=(
                "The mill reported higher profits for the third year. It ships flour to forty bakeries in the valley.",
            ),
            flagged=("reported lower profits for the third year.",),
            language="en",
        ),
        Case(
            draft="Visits to the museum were down 12 percent.",
            sources=("Visits to the museum, which opened a new wing in May, were up 12 percent.",),
            flagged=("Visits to the museum were down 12 percent.",),
            language="en",
        ),
        Case(
            draft="The ticket does not include the ferry and the tour of the lighthouse.",
            sources=("Included in the ticket price: the ferry and the tour of the lighthouse.",),
            flagged=("The ticket does not include the ferry and the tour of the lighthouse.",),
            language="en",
        ),
        Case(
            draft="The library charges an unchanged fee for the reading room.",
            sources=("The library charges a changed fee for the reading room since May.",),
            flagged=("The library charges an unchanged fee for the reading room.",),
            language="en",
        ),
        Case(draft="Den Abriss der alten Markthalle hat der Stadtrat nicht beschlossen.", sources=(_SOURCE,)),
        Case(draft="Die Händler sind mit dem Ergebnis zufrieden.", sources=(_SOURCE,)),
        Case(draft="Gegen den Umbau hatte die Feuerwehr keinerlei Bedenken.", sources=(_SOURCE,)),
        Case(
            draft="Der Strom sei nicht ausgefallen, teilte die Stadt mit.",
            sources=("Die Stadt teilte mit, dass Strom und Wasser nicht ausgefallen seien.",),
        ),
        Case(
            draft="Bakers report higher prices for wheat.",
            sources=("Bakers report higher prices for wheat and lower prices for maize.",),
            language="en",
        ),
        Case(
            draft="Sales of the mill grew by 12 percent.",
            sources=("Sales of the mill were up 12 percent after a fall in the year before.",),
            language="en",
        ),
        Case(
            draft="The council approved the plan.",
            sources=("The council approved the plan, but no date was set for the work.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The clauses of the draft that a passage reports."""
        return sum(len(sentence.clauses) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each clause that the sources deny or affirm; altered quotations have their own check."""
        for sentence in examination.sentences:
            if not sentence.claims:
                continue
            if any(q.quotation.kind is QuotationKind.DIRECT and q.nearest for q in sentence.quotations):
                continue
            for clause in sentence.clauses:
                if clause.facing:
                    yield self._opposite(clause)
                    continue
                if clause.shared < _SHARED or clause.aligned < _ALIGNED:
                    continue
                if _flipped(clause):
                    yield report(
                        self, clause.span, evidence=(clause.passage,), source_words=clause.passage.text
                    )
                elif clause.opposite and _denied(clause.here) == _denied(clause.there):
                    yield self._opposite(clause)

    def _opposite(self, clause: ClauseEvidence) -> Finding:
        return report(
            self,
            clause.span,
            message="opposite",
            severity=Severity.WARNING,
            evidence=(clause.passage,),
            source_words=clause.opposite,
        )


def _denied(state: ClauseState) -> bool:
    return Marker.DENIAL in state.marks


def _flipped(clause: ClauseEvidence) -> bool:
    # "Verfehlte" for "traf nicht": with another verb or adjective, one side may deny in a word of its own.
    if clause.reworded:
        return False
    if Marker.DENIAL in clause.here.marks:
        return Marker.DENIAL not in clause.anywhere
    return Marker.DENIAL in clause.there.marks
