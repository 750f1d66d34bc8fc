"""hedge_lost: what the source leaves open is told as certain."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.clause import OPEN, ClauseEvidence, Marker
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Der Fahrer war vermutlich eingeschlafen. Die neue Schule soll 2028 öffnen. Die Sperrung könnte bis zum Sommer dauern. "
    "Ein mutmaßlicher Brandstifter wurde festgenommen. Die Kosten steigen nach dem Umbau voraussichtlich um ein Drittel. "
    "Der Zug hielt am Montag nicht in Lindenau."
)
_SHARED = 0.5
_ALIGNED = 2
_MESSAGES = {Marker.PLAN: "plan", Marker.AHEAD: "ahead"}


class HedgeLost:
    """A clause without the "vermutlich", "soll" or "könnte" that its source has.

    ## What it does

    Compares the clauses of a sentence with the clauses of the sources that report the same. Reports a clause that
    carries no reservation at all although every source's clause carries one: doubt ("mutmaßlich", "offenbar"),
    possibility ("könnte") or plan ("soll gebaut werden", "will"); and one that tells as done ("hat gesperrt") what its
    source only announces, wants or tries ("kündigte an, … zu sperren"), or what has yet to be done ("muss noch
    zustimmen").

    ## Why it matters

    "Vermutlich" is often the most careful word of a report. Without it a suspicion is a fact, and a plan has happened.

    ## What it cannot see

    A reservation in another sentence of the source. A weaker one in place of a stronger ("wohl" for "angeblich"). A
    "könnte" in reported speech, where it may stand for the Konjunktiv I. Quoted words are compared as quotations.
    """

    id = "hedge_lost"
    title = Wording(de="Vorbehalt verloren", en="Hedge lost")
    messages = {
        "doubt": Wording(
            de="Die Quelle lässt das offen („{source_words}“); hier steht es als sicher.",
            en="The source leaves this open (“{source_words}”); here it is stated as certain.",
        ),
        "ahead": Wording(
            de="In der Quelle steht das noch aus; hier ist es geschehen.",
            en="In the source this is yet to come; here it has happened.",
        ),
        "plan": Wording(
            de="In der Quelle ist das geplant oder gewollt („{source_words}“); hier steht es als Tatsache.",
            en="In the source this is planned or wanted (“{source_words}”); here it is stated as fact.",
        ),
    }
    severity = Severity.WARNING
    needs_sources = True
    unit = Wording(de="Teilsätze mit Beleg", en="clauses with evidence")
    cases = (
        Case(
            draft="Der Fahrer war eingeschlafen.",
            sources=(_SOURCE,),
            flagged=("Der Fahrer war eingeschlafen.",),
        ),
        Case(
            draft="Die Sperrung dauert bis zum Sommer.",
            sources=(_SOURCE,),
            flagged=("Die Sperrung dauert bis zum Sommer.",),
        ),
        Case(
            draft="Die neue Schule öffnete 2028.",
            sources=(_SOURCE,),
            flagged=("Die neue Schule öffnete 2028.",),
        ),
        Case(
            draft="Ein Brandstifter wurde festgenommen.",
            sources=(_SOURCE,),
            flagged=("Ein Brandstifter wurde festgenommen.",),
        ),
        Case(
            draft="Nach dem Umbau steigen die Kosten um ein Drittel, und der Zug hielt am Montag nicht in Lindenau.",
            sources=(_SOURCE,),
            flagged=("Nach dem Umbau steigen die Kosten um ein Drittel,",),
        ),
        Case(
            draft="The driver had fallen asleep.",
            sources=("The driver had probably fallen asleep.",),
            flagged=("The driver had fallen asleep.",),
            language="en",
        ),
        Case(
            draft="Der Kreistag hat dem Verkauf der Klinik zugestimmt.",
            sources=("Dem Verkauf der Klinik muss der Kreistag noch zustimmen.",),
            flagged=("Der Kreistag hat dem Verkauf der Klinik zugestimmt.",),
        ),
        Case(
            draft="Die Stadtwerke sperrten die Uferstraße.",
            sources=("Die Stadtwerke haben angekündigt, bei Hochwasser die Uferstraße zu sperren.",),
            flagged=("Die Stadtwerke sperrten die Uferstraße.",),
        ),
        Case(
            draft="Bei der Suche im Wald wurden drei Pilzsammler gefunden.",
            sources=(
                "Am Abend begann mit Hunden und einem Hubschrauber die Suche im Wald. Dabei sollen drei Pilzsammler gefunden worden sein.",
            ),
            flagged=("Bei der Suche im Wald wurden drei Pilzsammler gefunden.",),
        ),
        Case(
            draft="Bei Hochwasser sperren die Stadtwerke die Uferstraße.",
            sources=("Die Stadtwerke haben angekündigt, bei Hochwasser die Uferstraße zu sperren.",),
        ),
        Case(
            draft="Dem Verkauf der Klinik stimmte der Kreistag zu.",
            sources=("Der Kreistag hat dem Verkauf der Klinik zugestimmt, das Land muss ihn noch prüfen.",),
        ),
        Case(draft="Der Fahrer war wohl eingeschlafen.", sources=(_SOURCE,)),
        Case(draft="Bis zum Sommer könnte die Sperrung dauern.", sources=(_SOURCE,)),
        Case(draft="2028 soll die neue Schule öffnen.", sources=(_SOURCE,)),
        Case(draft="Festgenommen wurde ein mutmaßlicher Brandstifter.", sources=(_SOURCE,)),
        Case(draft="Am Montag hielt der Zug nicht in Lindenau.", sources=(_SOURCE,)),
        Case(
            draft="Der Fahrer war eingeschlafen.",
            sources=(_SOURCE, "Nach dem Gutachten steht fest: Der Fahrer war eingeschlafen."),
        ),
        Case(
            draft="The driver may have fallen asleep.",
            sources=("The driver had probably fallen asleep.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The clauses of the draft that a passage reports."""
        return sum(len(sentence.clauses) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each clause that is certain here and open in every source."""
        for sentence in examination.sentences:
            for clause in sentence.clauses:
                if clause.frame:
                    continue
                if not sentence.claims or clause.aligned < _ALIGNED:
                    continue
                if clause.shared < _SHARED and not clause.complete:
                    continue
                if not (lost := _lost(clause)) or _kept(clause, lost):
                    continue
                yield report(
                    self,
                    clause.span,
                    message=_MESSAGES.get(lost, "doubt"),
                    evidence=(clause.passage,),
                    source_words=clause.there.words(*OPEN),
                )


def _kept(clause: ClauseEvidence, lost: Marker) -> bool:
    """Whether the draft leaves it open as well; a plan that the source doubts ("plante womöglich") is none by
    itself.
    """
    kept = clause.here.marks & OPEN
    doubted_plan = lost is Marker.DOUBT and kept == {Marker.PLAN} and Marker.PLAN in clause.there.marks
    return bool(kept) and not doubted_plan


def _lost(clause: ClauseEvidence) -> Marker | None:
    """The reservation that the source's clause has."""
    marks = clause.there.marks
    if Marker.DOUBT in marks:
        return Marker.DOUBT
    # In reported speech "würde" and "hätte" stand in for the Konjunktiv I and leave nothing open.
    if Marker.POSSIBILITY in marks and not clause.there.attributed:
        return Marker.POSSIBILITY
    if Marker.PLAN in marks:
        return Marker.PLAN
    return Marker.AHEAD if Marker.AHEAD in marks and clause.happened else None
