"""unsupported_sentence: no source says this."""

from collections.abc import Iterator

from beleg.checks.check import Case, NotInSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Der Stadtrat von Lindenau hat am Dienstag den Bau einer neuen Sporthalle beschlossen. Die Halle soll am Bahnhof "
    "entstehen und 2028 fertig sein. Die Grundschule nutzt bisher eine Turnhalle aus dem Jahr 1962."
)
SUPPORTED = 0.5
"""Share of a sentence's weighted content words that its passages must have."""


class UnsupportedSentence:
    """A sentence of which the sources have too little.

    ## What it does

    Counts how much of the sentence's content, weighted by how rare its words are, the best passages of all sources
    have. Below half of it, the sentence is handed to a person: paraphrase or invention, that is for a reader to decide.
    So is a sentence of which the sources have nothing but its names: they tell who and where, not what happened.

    ## Why it matters

    Invented sentences sound like the others. The queue of sentences that no passage carries is what a person must read;
    everything else has its evidence beside it.

    ## What it cannot see

    An invention made of the sources' own words. A good paraphrase in entirely other words is reported too: words cannot
    tell the two apart. Questions, and a headline or subhead of one or two words. A table is read row by row, as if each
    row were a sentence.
    """

    id = "unsupported_sentence"
    title = Wording(de="Satz ohne Beleg", en="Sentence without evidence")
    messages = {
        "unsupported": NotInSources(
            de="Keine Quelle stützt diesen Satz. Bitte lesen: umschrieben oder erfunden?",
            en="No source supports this sentence. Please check: paraphrase or invention?",
        )
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Sätze mit Aussage", en="sentences that assert something")
    cases = (
        Case(
            draft="Anwohner sammelten über Nacht Unterschriften gegen den Lärm.",
            sources=(_SOURCE,),
            flagged=("Anwohner sammelten über Nacht Unterschriften gegen den Lärm.",),
        ),
        Case(
            draft="Der Kirchenchor singt wieder in Lindenau.",
            sources=(_SOURCE,),
            flagged=("Der Kirchenchor singt wieder in Lindenau.",),
        ),
        Case(
            draft="Die Entscheidung gilt als schwere Niederlage der Opposition.",
            sources=(_SOURCE,),
            flagged=("Die Entscheidung gilt als schwere Niederlage der Opposition.",),
        ),
        Case(
            draft="# Anwohner wütend über heimliche Absprachen\n\nDer Stadtrat beschloss am Dienstag den Bau einer Sporthalle.",
            sources=(_SOURCE,),
            flagged=("Anwohner wütend über heimliche Absprachen",),
        ),
        Case(
            draft="Residents collected signatures against the noise.",
            sources=("The council of Lindenau decided on Tuesday to build a new sports hall.",),
            flagged=("Residents collected signatures against the noise.",),
            language="en",
        ),
        Case(
            draft="- Der Stadtrat beschloss den Bau einer Sporthalle.\n- Ein Gönner zahlt heimlich die Hälfte.",
            sources=(_SOURCE,),
            flagged=("Ein Gönner zahlt heimlich die Hälfte.",),
        ),
        Case(
            draft="Anwohner sammelten am Abend Unterschriften.",
            sources=(_SOURCE, "Residents collected signatures against the noise on Tuesday evening."),
            flagged=("Anwohner sammelten am Abend Unterschriften.",),
        ),
        Case(
            draft="In Lindenau wird eine neue Sporthalle gebaut, das beschloss der Stadtrat am Dienstag.",
            sources=(_SOURCE,),
        ),
        Case(draft="Die Turnhalle der Grundschule stammt aus dem Jahr 1962.", sources=(_SOURCE,)),
        Case(draft="Wie geht es nun weiter?", sources=(_SOURCE,)),
        Case(draft="- Bau einer neuen Sporthalle in Lindenau\n- Standort: am Bahnhof", sources=(_SOURCE,)),
        Case(
            draft="Die Halle am Bahnhof wird 2028 fertig.",
            sources=(_SOURCE, "Die Halle am Bahnhof wird nach Angaben der Baufirma erst 2030 fertig."),
        ),
        Case(draft="# Sporthalle\n\nAm Bahnhof soll bis 2028 die neue Halle stehen.", sources=(_SOURCE,)),
        Case(draft="Anwohner sammelten Unterschriften.", sources=("",)),
        Case(
            draft="On Tuesday the council of Lindenau decided on a new sports hall.",
            sources=("The council of Lindenau decided on Tuesday to build a new sports hall.",),
            language="en",
        ),
        Case(
            draft="Vor dem Urteil müssen die Urlauber das Blatt verklagen.",
            sources=("Die Touristen reichen Klage gegen die Zeitung ein. Danach entscheidet ein Richter.",),
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences that assert something."""
        return sum(s.claims for s in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each sentence that asserts something the sources do not carry."""
        for evidence in examination.sentences:
            if evidence.claims and evidence.coverage < SUPPORTED:
                yield report(self, evidence.sentence.span, evidence=evidence.passages[:1])
