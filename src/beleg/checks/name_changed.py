"""name_changed: the source has another name, or none has this one."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Bauamtsleiter Jens Kroll stellte den Plan am Montag im Rathaus vor. Die Arbeiten übernimmt die Baufirma Kessler. "
    "Stadträtin Maria Olbrich lehnte den Plan ab."
)


class NameChanged:
    """A name that no source has, or that stands where the evidence has another.

    ## What it does

    Looks up every name of a sentence in the sources, inflected forms included. A name no source has is an error if
    the evidence has a similar one or another in its place, a warning otherwise. A name that the sources know, but in whose
    place the supporting passage has another, is an error as well. Places and other names without an article are found by
    their slot: "über Neustadt" where the source has "über Altdorf".

    ## Why it matters

    A swapped name reports about the wrong person. It is the fault that costs corrections and lawsuits.

    ## What it cannot see

    Two people of the same surname. Names it does not recognise as names: in German every noun has a capital, so
    single words without a title, first name or second part are found only in the slot of another name. Descriptions in place of a name.
    """

    id = "name_changed"
    title = Wording(de="Name verändert", en="Name changed")
    messages = {
        "instead": Wording(
            de="In der Quelle steht hier „{source_name}“, nicht „{name}“.",
            en="The source has “{source_name}” here, not “{name}”.",
        ),
        "perhaps": Wording(
            de="In der Quelle steht hier wohl „{source_name}“, nicht „{name}“; bitte nachlesen.",
            en="The source probably has “{source_name}” here, not “{name}”; please look it up.",
        ),
        "unknown": Wording(de="Keine Quelle nennt „{name}“.", en="No source names “{name}”."),
    }
    severity = Severity.ERROR
    needs_sources = True
    unit = Wording(de="Namen", en="names")
    cases = (
        Case(
            draft="Bauamtsleiter Jens Kramer stellte den Plan am Montag im Rathaus vor.",
            sources=(_SOURCE,),
            flagged=("Jens Kramer",),
        ),
        Case(
            draft="Stadträtin Maria Ulbrich lehnte den Plan ab.",
            sources=(_SOURCE,),
            flagged=("Maria Ulbrich",),
        ),
        Case(
            draft="Stadträtin Sabine Reuter lehnte den Plan ab.",
            sources=(_SOURCE,),
            flagged=("Sabine Reuter",),
        ),
        Case(
            draft="Jens Kroll lehnte die Umgehungsstraße ab.",
            sources=(
                _SOURCE
                + " Ein Jahr lang geschah nichts. Dann kam die Wahl. Ratsherr Ole Thoms lehnte die Umgehungsstraße ab.",
            ),
            flagged=("Jens Kroll",),
        ),
        Case(
            draft="Die Umleitung führt über Neustadt nach Lindenau.",
            sources=("Die Umleitung führt über Altdorf nach Lindenau.",),
            flagged=("Neustadt",),
        ),
        Case(
            draft="Auf der Bundesstraße B27 gilt seit Montag Tempo 70.",
            sources=("Seit Montag gilt auf der Bundesstraße B72 Tempo 70.",),
            flagged=("B27",),
        ),
        Case(
            draft="On Monday, Jens Kramer presented the plan in the town hall.",
            sources=("Jens Kroll presented the plan in the town hall on Monday.",),
            flagged=("Jens Kramer",),
            language="en",
        ),
        Case(
            draft="Die Umleitung führt von Lindenau über Altdorf.",
            sources=("Von Lindenau führt die Umleitung über Altdorf und das Industriegebiet.",),
        ),
        Case(draft="Jens Krolls Plan liegt seit Montag vor.", sources=(_SOURCE,)),
        Case(draft="Stadträtin Olbrich lehnte den Plan ab.", sources=(_SOURCE,)),
        Case(draft="Kroll stellte den Plan am Montag im Rathaus vor.", sources=(_SOURCE,)),
        Case(
            draft="Kroll presented the plan on Monday.",
            sources=("Jens Kroll presented the plan in the town hall on Monday.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The names of the draft."""
        return sum(len(sentence.names) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each name that the sources do not have, or have not here."""
        for sentence in examination.sentences:
            for name in sentence.names:
                if name.instead and name.passage is not None:
                    yield report(
                        self,
                        name.span,
                        message="instead" if name.certain else "perhaps",
                        severity=Severity.ERROR if name.certain else Severity.WARNING,
                        evidence=(name.passage,),
                        suggestion=name.instead,
                        source_name=name.instead,
                        name=name.words,
                    )
                elif not name.named:
                    yield report(
                        self, name.span, message="unknown", severity=Severity.WARNING, name=name.words
                    )
