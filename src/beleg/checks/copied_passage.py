"""copied_passage: a long stretch of a source, word for word, without quotation marks."""

from collections.abc import Iterator

from beleg.checks.check import Case, OfTheSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_LONG = (
    "Die Halle am Bahnhof war zuletzt wegen eines Wasserschadens gesperrt, der Verein musste deshalb seit dem Frühjahr in drei "
    "Nachbarorte ausweichen und dort für jede einzelne Stunde Miete zahlen, und auch das Turnier im September fällt aus."
)
_ENGLISH = (
    "The hall at the station had been closed because of water damage, and since the spring the club has had to move to three "
    "neighbouring villages and pay rent there for every single hour, and the autumn tournament is off as well."
)


class CopiedPassage:
    """Two sentences or more of a source, taken over word for word and not marked as a quotation.

    ## What it does

    Looks for stretches of 30 words or more outside quotation marks that stand in a source in the same order. Case,
    punctuation and line breaks do not matter.

    ## Why it matters

    What others have written belongs to them: it is quoted, or told in words of one's own. From an agency under
    contract the words may be taken, but readers should know whose they are.

    ## What it cannot see

    Whether you may: Beleg does not know your contracts. A copy in which every twentieth word was exchanged.
    """

    id = "copied_passage"
    title = Wording(de="Abgeschriebene Passage", en="Copied passage")
    messages = {
        "copied": OfTheSources(
            de="{words} Wörter am Stück stehen genauso in der Quelle; hier fehlen die Anführungszeichen.",
            en="{words} words in a row are the same as in the source; here they have no quotation marks.",
        )
    }
    severity = Severity.NOTICE
    needs_sources = True
    unit = Wording(de="Sätze", en="sentences")
    cases = (
        Case(draft=_LONG, sources=(_LONG,), flagged=(_LONG[:-1],)),
        Case(
            draft=f"Der Stadtrat tagte am Montag. {_LONG} Nun soll eine neue Halle her.",
            sources=(f"Der Kreistag tagte. {_LONG} Das Geld ist knapp.",),
            flagged=(_LONG[:-1],),
        ),
        Case(
            draft=_LONG.replace("Die Halle am Bahnhof war zuletzt", "Die HALLE am Bahnhof war zuletzt"),
            sources=(_LONG.replace(", der Verein", " – der Verein"),),
            flagged=(_LONG[:-1].replace("Die Halle", "Die HALLE"),),
        ),
        Case(
            draft=f"Ein Mann sagte: „Das war knapp.“ {_LONG}",
            sources=("Ein anderer Text über eine Brücke.", _LONG),
            flagged=(_LONG[:-1],),
        ),
        Case(draft=f"# Halle gesperrt\n\n{_LONG}", sources=(_LONG,), flagged=(_LONG[:-1],)),
        Case(draft=_ENGLISH, sources=(_ENGLISH,), flagged=(_ENGLISH[:-1],), language="en"),
        Case(draft=f"„{_LONG}“, schrieb das Tageblatt.", sources=(_LONG,)),
        Case(draft="Die Halle am Bahnhof war zuletzt wegen eines Wasserschadens gesperrt.", sources=(_LONG,)),
        Case(
            draft="Der Verein wich seit dem Frühjahr in drei Nachbarorte aus, weil in die Halle am Bahnhof Wasser gelaufen war.",
            sources=(_LONG,),
        ),
        Case(draft=_LONG, sources=("Die Brücke bleibt bis März zu.",)),
        Case(draft="Der Bürgermeister der Stadt Lindenau, Karl Brandt, trat zurück.", sources=(_LONG,)),
        Case(draft="The hall at the station had been closed.", sources=(_ENGLISH,), language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences of the draft."""
        return len(examination.reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each stretch that stands in a source."""
        for copy in examination.copies:
            yield report(self, copy.span, evidence=(copy.passage,), words=str(copy.words))
