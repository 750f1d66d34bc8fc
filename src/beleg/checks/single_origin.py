"""single_origin: several media are named, and all of them have it from one place."""

from collections.abc import Iterator

from beleg.checks.check import Case, OfTheSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.source import Source
from beleg.terms.wording import Wording

_WORDS = (
    "In der Lagerhalle am Hafen von Lindenau ist in der Nacht zum Montag ein Feuer ausgebrochen. Die Feuerwehr war mit vier Zügen "
    "im Einsatz und löschte bis in den Morgen. Das Dach der Halle ist eingestürzt, verletzt wurde niemand."
)
_HERALD = Source(text=_WORDS, publisher="Lindenauer Bote")
_MAIL = Source(text=f"Großbrand am Hafen. {_WORDS}", publisher="Hafenkurier")
_OWN = Source(
    text="Als Anna Weber gegen drei Uhr aufwachte, stand über dem Hafen eine Rauchsäule. Ihr Laden liegt neben der Lagerhalle.",
    publisher="Küstenrundschau",
)


class SingleOrigin:
    """ "Several media report": but what they report goes back to one and the same text.

    ## What it does

    Looks for places where the draft names several media ("mehrere Medien", "übereinstimmende Berichte", or two of its
    sources' publishers) and counts the origins its evidence has. Copies of one agency report count as one.

    ## Why it matters

    Two papers that print the same agency are one source. Who writes "several media" tells readers that it
    was confirmed.

    ## What it cannot see

    That two reports written apart rest on the same press release. Media whose reports were not taken in.
    """

    id = "single_origin"
    title = Wording(de="Nur ein Ursprung", en="Single origin")
    messages = {
        "single": OfTheSources(
            de="„{words}“: Alle Belege des Textes gehen auf denselben Ursprung zurück.",
            en="“{words}”: all evidence of the text goes back to the same origin.",
        )
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Stellen, die mehrere Medien nennen", en="places that name several media")
    cases = (
        Case(
            draft="Mehrere Medien berichten von einem Feuer in der Lagerhalle am Hafen. Das Dach der Halle ist eingestürzt.",
            sources=(_HERALD, _MAIL),
            flagged=("Mehrere Medien",),
        ),
        Case(
            draft="Medienberichten zufolge ist das Dach der Halle eingestürzt.",
            sources=(_HERALD,),
            flagged=("Medienberichten zufolge",),
        ),
        Case(
            draft="Das Dach der Halle ist eingestürzt, schreibt der Lindenauer Bote. Auch der Hafenkurier meldet, verletzt wurde niemand.",
            sources=(_HERALD, _MAIL),
            flagged=("Hafenkurier",),
        ),
        Case(
            draft="Nach übereinstimmenden Medienberichten wurde niemand verletzt.",
            sources=(_MAIL, _HERALD),
            flagged=("übereinstimmenden Medienberichten",),
        ),
        Case(
            draft="Zahlreiche Zeitungen melden, dass das Dach der Halle eingestürzt ist.",
            sources=(_HERALD, _OWN),
            flagged=("Zahlreiche Zeitungen",),
        ),
        Case(
            draft="Several media report that the roof of the hall has collapsed.",
            sources=("The roof of the hall has collapsed.",),
            flagged=("Several media",),
            language="en",
        ),
        Case(
            draft="Mehrere Medien berichten vom Brand. Das Dach der Halle ist eingestürzt. Der Laden von Anna Weber liegt neben der Lagerhalle.",
            sources=(_HERALD, _OWN),
        ),
        Case(
            draft="Das Dach der Halle ist eingestürzt, schreibt der Lindenauer Bote.",
            sources=(_HERALD, _MAIL),
        ),
        Case(draft="Das Dach der Halle ist eingestürzt.", sources=(_HERALD, _MAIL)),
        Case(
            draft="Der Lindenauer Bote schreibt, das Dach der Halle sei eingestürzt. Anna Weber sah laut Küstenrundschau eine Rauchsäule über dem Hafen.",
            sources=(_HERALD, _OWN),
        ),
        Case(draft="Mehrere Anwohner berichten von einem Feuer in der Lagerhalle.", sources=(_HERALD,)),
        Case(
            draft="The roof of the hall has collapsed.",
            sources=("The roof of the hall has collapsed.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The places that name several media."""
        return len(examination.several)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each of these places if all evidence has one origin."""
        if examination.origins == 1:
            for span in examination.several:
                yield report(self, span, words=span.of(examination.reading.text))
