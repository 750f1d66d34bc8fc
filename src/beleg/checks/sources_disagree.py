"""sources_disagree: one source has it as the draft has it, another one otherwise."""

from collections.abc import Iterator
from datetime import UTC, datetime

from beleg.checks.check import Case, OfTheSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.source import Source
from beleg.terms.wording import Wording

_FIVE = "Bei dem Brand in Lindenau wurden fünf Menschen verletzt."
_THREE = "Bei dem Brand in Lindenau wurden drei Menschen verletzt."
_REST = (
    " Die Feuerwehr war mit vier Zügen im Einsatz und löschte bis in den Morgen. Das Dach der Lagerhalle ist eingestürzt, die "
    "Bahnstrecke nach Altdorf blieb für zwei Stunden gesperrt. Die Polizei ermittelt."
)


class SourcesDisagree:
    """The draft follows one source, and another source about the same thing contradicts it.

    ## What it does

    For each number and date that a source has, looks whether a sentence of another source that has most of the draft's
    words counts the same thing differently or names another date; and whether it denies what the draft says, or says
    what the draft denies. Shows both passages. Copies of one report, older versions, and reports more than a week apart
    are not held against each other. The verdict stays what it is: a source has it so.

    ## Why it matters

    A number that is in a source looks checked. If the police count three and the hospital five, whoever picks one of
    them has to know that there are two.

    ## What it cannot see

    Contradictions told in other words, or spread over several sentences. Names that differ. A denial in a sentence of
    several clauses. Sources that contradict each other on what the draft leaves out.
    """

    id = "sources_disagree"
    title = Wording(de="Quellen widersprechen sich", en="Sources disagree")
    messages = {
        "otherwise": OfTheSources(
            de="Die Quellen widersprechen sich: eine hat „{words}“, eine andere „{other_words}“.",
            en="The sources contradict each other: one has “{words}”, another “{other_words}”.",
        ),
        "denied": OfTheSources(
            de="Die Quellen widersprechen sich: eine verneint, was die andere sagt.",
            en="The sources contradict each other: one denies what the other says.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Sätze mit Beleg", en="sentences with evidence")
    cases = (
        Case(draft=_FIVE, sources=(_THREE, _FIVE), flagged=("fünf",)),
        Case(draft=_FIVE, sources=(_FIVE, _THREE), flagged=("fünf",)),
        Case(
            draft="Die Sanierung der Brücke kostet 1,2 Millionen Euro.",
            sources=(
                "Nach Angaben der Stadt kostet die Sanierung der Brücke rund 1,2 Millionen Euro.",
                "Die Sanierung der Brücke kostet laut Rechnungshof 2,1 Millionen Euro.",
            ),
            flagged=("1,2 Millionen Euro",),
        ),
        Case(
            draft="Die neue Schwimmhalle in Altdorf wird am 3. Mai eröffnet.",
            sources=(
                "Die neue Schwimmhalle in Altdorf wird am 3. Mai eröffnet.",
                "Am 10. Mai wird die neue Schwimmhalle in Altdorf eröffnet.",
            ),
            flagged=("3. Mai",),
        ),
        Case(
            draft="Der Stadtrat von Lindenau tagt am Montag.",
            sources=(
                "Der Stadtrat von Lindenau tagt am Montag.",
                "Der Stadtrat von Lindenau tagt am Mittwoch.",
            ),
            flagged=("Montag",),
        ),
        Case(
            draft="Die Polizei geht von Brandstiftung aus.",
            sources=(
                "Die Polizei geht nicht von Brandstiftung aus.",
                "Die Polizei geht von Brandstiftung aus.",
            ),
            flagged=("Die Polizei geht von Brandstiftung aus.",),
        ),
        Case(
            draft="Five people were injured in the fire at Millbrook.",
            sources=(
                "Five people were injured in the fire at Millbrook.",
                "Three people were injured in the fire at Millbrook.",
            ),
            flagged=("Five",),
            language="en",
        ),
        Case(draft=_FIVE, sources=(_FIVE, "Bei dem Brand in Lindenau wurden 5 Personen verletzt.")),
        Case(draft=_FIVE, sources=(_FIVE, "Bei dem Brand in Altdorf wurden drei Menschen verletzt.")),
        Case(
            draft=_FIVE,
            sources=(
                Source(text=_FIVE, published=datetime(2026, 3, 20, tzinfo=UTC)),
                Source(text=_THREE, published=datetime(2025, 3, 2, tzinfo=UTC)),
            ),
        ),
        Case(
            draft=_FIVE,
            sources=(
                Source(
                    text=_THREE + _REST,
                    publisher="Landesdienst",
                    published=datetime(2026, 3, 2, 8, tzinfo=UTC),
                ),
                Source(
                    text=_FIVE + _REST,
                    publisher="Landesdienst",
                    published=datetime(2026, 3, 2, 11, tzinfo=UTC),
                ),
            ),
        ),
        Case(
            draft=_FIVE,
            sources=(
                _FIVE,
                "Bei dem Brand in Lindenau wurden erst drei Menschen als verletzt gemeldet, später fünf Menschen.",
            ),
        ),
        Case(
            draft="Die Sanierung der Brücke kostet rund 1,2 Millionen Euro.",
            sources=(
                "Die Sanierung der Brücke kostet 1,2 Millionen Euro.",
                "Die Sanierung der Brücke kostet 1.214.000 Euro.",
            ),
        ),
        Case(
            draft="Am Montag wurden in Lindenau fünf Menschen bei einem Brand verletzt.",
            sources=(
                "Am Montag wurden in Lindenau fünf Menschen bei einem Brand verletzt.",
                "Am Freitag wurden in Lindenau drei Menschen bei einem Brand verletzt.",
            ),
        ),
        Case(
            draft="The repair costs five million euros.",
            sources=("The repair costs five million euros.", "The repair will take three months."),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences with evidence."""
        return sum(bool(sentence.passages) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each place of the draft at which two sources contradict each other."""
        for sentence in examination.sentences:
            for found in sentence.disagreeing if sentence.claims else ():
                yield report(
                    self,
                    found.span,
                    message="otherwise" if found.other_words else "denied",
                    evidence=(found.passage, found.other),
                    words=found.words,
                    other_words=found.other_words,
                )
