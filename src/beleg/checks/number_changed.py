"""number_changed: the source has another number."""

from collections.abc import Iterator

from beleg.checks.check import Case, NotInSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Zwölf Lastwagen standen am 10. März vor der gesperrten Brücke. Die Sanierung kostet rund 1,2 Millionen Euro. "
    "Ein Drittel der Händler rechnet mit Verlusten."
)
_ENOUGH = 0.5
"""Coverage from which a sentence whose number no source has is still about what the sources report."""


class NumberChanged:
    """A number that the evidence for the sentence has differently, or that no source has.

    ## What it does

    Reads numbers in digits and in words, with multipliers, units and what they count, in the draft and in the passages
    the sentence rests on. "Zwölf" and "12", "1,2 Millionen" and "1.200.000", "jeder fünfte" and "20 Prozent", "2
    Tonnen" and "2.000 Kilogramm", "halbstündig" and "30 Minuten" are the same; per cent and percentage points, weeks
    and months are not. A rounded number must be the exact one in fewer digits or within a twentieth of it; "mehr als",
    "knapp" and "bis zu" must point the right way. A passage that counts the same thing differently, or has another
    number in the same words, makes an error, and so does the same figure in another unit ("Prozent" for
    "Prozentpunkte"); a number no source has in an otherwise supported sentence makes a warning. Sums, differences and
    shares that follow from the numbers of the passages are taken for your own count. Notes ("[1]") and telephone
    numbers are left alone. Days, years and times of day are looked at by `date_changed`.

    ## Why it matters

    A wrong figure is the most frequent mistake and the most embarrassing one: every reader can look it up.

    ## What it cannot see

    What you worked out from more than two numbers, or with numbers of different sentences that count different things.
    A small number in words is taken for your own count, and not reported, where it counts reasons or questions, the
    members of a list, or things the passages name as often; never people. Numbers that changed together with what they
    count. Amounts in another currency. The article "ein" as a number, unless a unit follows.
    """

    id = "number_changed"
    title = Wording(de="Zahl verändert", en="Number changed")
    messages = {
        "contrary": Wording(
            de="In der Quelle steht „{source_words}“, nicht „{words}“.",
            en="The source has “{source_words}”, not “{words}”.",
        ),
        "missing": NotInSources(
            de="Keine Quelle nennt „{words}“ in diesem Zusammenhang.",
            en="No source has “{words}” in this context.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="Zahlen", en="numbers")
    cases = (
        Case(
            draft="Vor der gesperrten Brücke standen zwanzig Lastwagen.",
            sources=(_SOURCE,),
            flagged=("zwanzig",),
        ),
        Case(
            draft="Die Sanierung kostet 2,1 Millionen Euro.",
            sources=(_SOURCE,),
            flagged=("2,1 Millionen Euro",),
        ),
        Case(
            draft="Bei dem Unfall auf der Uferstraße wurden elf Menschen verletzt.",
            sources=("Bei dem Unfall auf der Uferstraße wurden am Montag mehrere Menschen verletzt.",),
            flagged=("elf",),
        ),
        Case(
            draft="Die Bauarbeiten dauern drei Monate.",
            sources=("Die Bauarbeiten dauern drei Wochen, sagte die Stadt.",),
            flagged=("drei Monate",),
        ),
        Case(
            draft="Mehr als 60 Läden am Markt mussten schließen.",
            sources=("Am Markt mussten 56 Läden schließen.",),
            flagged=("60",),
        ),
        Case(
            draft="Bei dem Brand im Stall von Altdorf starben am Montag vier Kinder.",
            sources=(
                "Bei dem Brand im Stall von Altdorf starben am Montag mehrere Hühner. Die Feuerwehr kam mit vier Wagen.",
            ),
            flagged=("vier",),
        ),
        Case(
            draft="Die Sanierung der Brücke kostet zwei Millionen Dollar.",
            sources=("Die Sanierung der Brücke kostet zwei Millionen Euro. Im Mai wird gebaut.",),
            flagged=("zwei Millionen Dollar",),
        ),
        Case(
            draft="Der Anteil stieg um fünf Prozent auf zwölf Prozent.",
            sources=("Der Anteil stieg um fünf Prozentpunkte auf zwölf Prozent.",),
            flagged=("fünf Prozent",),
        ),
        Case(
            draft="Beim Hochwasser starben 43 Menschen, 51 werden vermisst.",
            sources=("Beim Hochwasser starben 51 Menschen, 43 werden vermisst.",),
            flagged=("43", "51"),
        ),
        Case(
            draft="The repair costs 2.1 million euros.",
            sources=("The repair costs 1.2 million euros, the town said.",),
            flagged=("2.1 million euros",),
            language="en",
        ),
        Case(
            draft="At least 60 percent of the shops closed.",
            sources=("Up to 60 percent of the shops closed.",),
            flagged=("60 percent",),
            language="en",
        ),
        Case(
            draft="Mehr als 400 Gäste kamen am Samstag zum Fest.",
            sources=("Am Samstag kamen 412 Gäste zum Fest.",),
        ),
        Case(draft="Aus zwei Gründen kostet die Sanierung rund 1,2 Millionen Euro.", sources=(_SOURCE,)),
        Case(draft="Vor der gesperrten Brücke standen 12 Lastwagen.", sources=(_SOURCE,)),
        Case(
            draft="Die Sanierung kostet rund 1,2 Millionen Euro [1]. Hilfe gibt es unter dem Notruf 112 und unter 0123 4567.",
            sources=(_SOURCE, "Hilfe gibt es über den Notruf."),
        ),
        Case(
            draft="In drei Orten fiel der Strom aus.",
            sources=("In Altdorf, Lindenau und Neustadt fiel am Montag der Strom aus.",),
        ),
        Case(draft="Die Sanierung kostet etwa 1.200.000 Euro.", sources=(_SOURCE,)),
        Case(draft="33 Prozent der Händler rechnen mit Verlusten.", sources=(_SOURCE,)),
        Case(
            draft="Mit einer halben Stunde Verspätung und Tempo 80 fuhr der Zug durch Altdorf.",
            sources=(
                "Der Zug fuhr mit halbstündiger Verspätung und 80 Kilometern pro Stunde durch Altdorf.",
            ),
        ),
        Case(
            draft="Knapp ein Viertel der gut 2.500 Befragten klagt über Lärm.",
            sources=("Über Lärm klagen 23 Prozent der 2.503 Befragten.",),
        ),
        Case(
            draft="An Bord der Fähre waren 364 Menschen.",
            sources=("An Bord der Fähre waren 350 Passagiere und 14 Seeleute.",),
        ),
        Case(
            draft="Auf der A 12 stauten sich die Lastwagen 2,8 Kilometer weit.",
            sources=("Auf der A 12 stauten sich Lastwagen auf 2.800 Metern.",),
        ),
        Case(
            draft="The repair costs €1,200,000.",
            sources=("The repair costs 1.2 million euros, the town said.",),
            language="en",
        ),
        Case(
            draft="More than half of the shops closed for half an hour.",
            sources=("For 30 minutes, 56 percent of the shops closed.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The numbers of the draft."""
        return sum(len(sentence.quantities) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each number that the evidence contradicts or does not have."""
        for sentence in examination.sentences:
            for number in sentence.quantities:
                if number.same is not None or any(part.covers(number.span) for part in sentence.altered):
                    continue
                if number.contrary is not None:
                    yield report(
                        self,
                        number.span,
                        evidence=(number.contrary,),
                        suggestion=number.contrary_words,
                        source_words=number.contrary_words,
                        words=number.words,
                    )
                elif sentence.coverage >= _ENOUGH and not number.own_count:
                    yield report(
                        self, number.span, message="missing", severity=Severity.WARNING, words=number.words
                    )
