"""negation_flipped: the source denies what the draft affirms, or the other way round."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.clause import ClauseEvidence, ClauseState, Marker
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.quotation import Quotation
from beleg.terms.span import Span
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

    Where a clause of the sources has most content words of a clause of the draft, it compares the negations of the two
    ("nicht", "kein", "nie", "niemand", "weder"), and those of the verb that introduces a statement ("wollte nicht
    bestätigen, dass" against "bestätigte, dass"). A negation in another clause does not count, and a clause with
    another verb or adjective is left alone, as it may deny in a word of its own. It also looks for words that say the
    opposite ("gestiegen" for "gesunken", "down 4 percent" for "up 4 percent"): in clauses that report the same, and,
    however long the sentences are, beside the same word. That is a warning.

    ## Why it matters

    One dropped "nicht" turns a report into its opposite, and nearly every word of it is still in the source.

    ## What it cannot see

    "Ohne" in place of "mit". A negation in the verb ("verzichtete", "scheiterte"), unless the two words stand in the
    list of opposites or the verb refuses another one ("lehnte es ab, zu bestätigen"). A flipped negation in a clause
    that says the rest in other words. "Nur" is no negation, and neither is "kaum", so that "kaum ein Händler" against
    "kein Händler" is reported.
    """

    id = "negation_flipped"
    title = Wording(de="Verneinung verkehrt", en="Negation flipped")
    messages = {
        "denied": Wording(
            de="Die Quelle verneint, was hier steht: „{source_words}“.",
            en="The source denies what is said here: “{source_words}”.",
        ),
        "affirmed": Wording(
            de="Hier wird verneint, was die Quelle bejaht: „{source_words}“.",
            en="What the source affirms is denied here: “{source_words}”.",
        ),
        "opposite": Wording(
            de="In der Quelle steht das Gegenteil: „{source_words}“.",
            en="The source says the opposite: “{source_words}”.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="Teilsätze mit Beleg", en="clauses with evidence")
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
            draft="Weder die Feuerwehr noch die Polizei erhob Einwände gegen das Fest.",
            sources=("Die Feuerwehr und die Polizei erhoben Einwände gegen das Fest.",),
            flagged=("Weder die Feuerwehr noch die Polizei erhob Einwände gegen das Fest.",),
        ),
        Case(
            draft="Der Rat tagte am Montag, und die Straße bleibt für Lastwagen gesperrt.",
            sources=("Der Rat tagte am Montag. Die Straße bleibt für Lastwagen nicht gesperrt.",),
            flagged=("und die Straße bleibt für Lastwagen gesperrt.",),
        ),
        Case(
            draft="Die Zahl der Fahrgäste ist im Sommer gestiegen.",
            sources=("Im Sommer ist die Zahl der Fahrgäste gesunken.",),
            flagged=("Die Zahl der Fahrgäste ist im Sommer gestiegen.",),
        ),
        Case(
            draft="Nobody was hurt in the fire at the barn.",
            sources=("A farmer was hurt in the fire at the barn.",),
            flagged=("Nobody was hurt in the fire at the barn.",),
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
        Case(
            draft="Eine Sprecherin der Stadt bestätigte, dass die Markthalle verkauft wird.",
            sources=(
                "Eine Sprecherin der Stadt wollte nicht bestätigen, dass die Markthalle verkauft wird.",
            ),
            flagged=("Eine Sprecherin der Stadt bestätigte,",),
        ),
        Case(
            draft="Die Markthalle werde verkauft, sagte die Sprecherin der Stadt nicht.",
            sources=("Die Sprecherin der Stadt sagte, dass die Markthalle verkauft werde.",),
            flagged=("sagte die Sprecherin der Stadt nicht",),
        ),
        Case(
            draft="A spokeswoman confirmed that the market hall would be sold.",
            sources=("A spokeswoman would not confirm that the market hall would be sold.",),
            flagged=("A spokeswoman confirmed",),
            language="en",
        ),
        Case(
            draft="Der Verein bestätigte den Vorwurf am Montag.",
            sources=("Der Verein lehnte es ab, den Vorwurf am Montag zu bestätigen.",),
            flagged=("Der Verein bestätigte den Vorwurf am Montag.",),
        ),
        Case(
            draft="Der Verein bestätigte, dass in der Kasse Geld fehlt.",
            sources=("Der Verein lehnte es ab zu bestätigen, dass in der Kasse Geld fehlt.",),
            flagged=("Der Verein bestätigte,",),
        ),
        Case(
            draft="The club confirmed that money was missing from the till.",
            sources=("The club declined to confirm that money was missing from the till.",),
            flagged=("The club confirmed",),
            language="en",
        ),
        Case(
            draft="The club would not confirm that money was missing from the till.",
            sources=("The club declined to confirm that money was missing from the till.",),
            language="en",
        ),
        Case(draft="Den Abriss der alten Markthalle hat der Stadtrat nicht beschlossen.", sources=(_SOURCE,)),
        Case(
            draft="Gegen den Umbau gebe es keine Bedenken, sagte die Leiterin der Feuerwehr.",
            sources=("Die Leiterin der Feuerwehr sagte: „Gegen den Umbau gibt es keine Bedenken.“",),
        ),
        Case(
            draft="Der Minister bestätigte, dass die Brücke im Mai öffnet.",
            sources=("Der beim Treffen nicht anwesende Minister bestätigte, dass die Brücke im Mai öffnet.",),
        ),
        Case(
            draft="Die Sprecherin sagte, dass die Markthalle verkauft wird.",
            sources=("Die Sprecherin sagte nicht nur, dass die Markthalle verkauft wird.",),
        ),
        Case(draft="Die Händler sind mit dem Ergebnis zufrieden.", sources=(_SOURCE,)),
        Case(draft="Gegen den Umbau hatte die Feuerwehr keinerlei Bedenken.", sources=(_SOURCE,)),
        Case(
            draft="Der Strom sei nicht ausgefallen, teilte die Stadt mit.",
            sources=("Die Stadt teilte mit, dass Strom und Wasser nicht ausgefallen seien.",),
        ),
        Case(
            draft="Der Rat lehnte den Abriss der Markthalle ab.",
            sources=("Der Rat stimmte dem Abriss der Markthalle nicht zu.",),
        ),
        Case(
            draft="Der Stadtrat hat den Abriss der alten Markthalle beschlossen.",
            sources=(_SOURCE, "Der Stadtrat hat den Abriss der alten Markthalle beschlossen."),
        ),
        Case(
            draft="- Abriss der alten Markthalle: nicht beschlossen\n- Sanierung: ohne Termin",
            sources=(_SOURCE,),
        ),
        Case(
            draft="Nicht nur die Händler, auch die Anwohner klagen über den Lärm.",
            sources=("Die Händler und die Anwohner klagen über den Lärm.",),
        ),
        Case(
            draft="Der Stadtrat hat den Abriss der alten Markthalle beschlossen.",
            sources=("The council has not approved the demolition of the old market hall, the mayor said.",),
        ),
        Case(
            draft="The club has not paid its rent.",
            sources=("The club has never paid its rent.",),
            language="en",
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
            if not sentence.claims or sentence.altered:
                continue
            for found in sentence.quotations:
                if found.reversal is not None:
                    yield report(
                        self,
                        _frame(found.quotation, examination.reading.text),
                        message="affirmed" if found.reversal.denied_here else "denied",
                        evidence=(found.reversal.passage,),
                        source_words=found.reversal.passage.text.rstrip("."),
                    )
            for clause in sentence.clauses:
                if clause.facing:
                    yield self._opposite(clause)
                    continue
                if clause.aligned < _ALIGNED and not clause.complete:
                    continue
                if clause.shared < _SHARED and not (clause.complete and (clause.opposite or clause.nobody)):
                    continue
                if _flipped(clause):
                    yield report(
                        self,
                        clause.span,
                        message="affirmed" if _denied(clause.here) else "denied",
                        evidence=(clause.passage,),
                        source_words=clause.passage.text.rstrip("."),
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


def _frame(quotation: Quotation, text: str) -> Span:
    """The words that say who says it, without the comma before them; the cue where there is no frame."""
    span = (quotation.frame or quotation.cue)[0]
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip(" ,")), span.end)


def _denied(state: ClauseState) -> bool:
    return Marker.DENIAL in state.marks


def _flipped(clause: ClauseEvidence) -> bool:
    # "Verfehlte" for "traf nicht": with another verb or adjective, one side may deny in a word of its own.
    if clause.reworded:
        return False
    if Marker.DENIAL in clause.here.marks:
        return Marker.DENIAL not in clause.anywhere
    return Marker.DENIAL in clause.there.marks
