"""date_changed: the source has another date."""

from collections.abc import Iterator

from beleg.checks.check import Case, NotInSources, report
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording

_SOURCE = (
    "Am Montag, dem 3. November 2025, brach in Lindenau der Damm. Der Stadtrat tagte am Mittwochabend um 19.30 Uhr. "
    "Gebaut wurde der Damm im Sommer 1974."
)
_ENGLISH = (
    "The dam at Millbrook broke on Monday, 3 November 2025. The council met on Wednesday evening at 7:30 p.m. "
    "The dam was built in 1974."
)
_ENOUGH = 0.5
"""Coverage from which a sentence whose date no source has is still about what the sources report."""


class DateChanged:
    """A date or a time of day that the evidence for the sentence has differently, or that no source has.

    ## What it does

    Reads days, months, years, weekdays, decades, seasons and times of day in the draft and in the passages the sentence
    rests on, and compares them part by part. "10.01.2006" and "10. Januar 2006", "Mitte April" and "15. April", "15.26
    Uhr" and "15:26 Uhr" are the same, and "3/4/2024" is the 3rd of April or the 4th of March; a part that only one of
    them names contradicts nothing. What is told from the day a text appeared ("gestern", "im vergangenen Jahr") is told
    from there where that day is known, and compared by its words where it is not. A change told in English against one
    period ("from last year") is not told against another ("from the previous quarter"). A passage with another date in
    its place makes an error; a date no source has in an otherwise supported sentence makes a warning.

    ## Why it matters

    A wrong day sends readers to the wrong place, and a wrong year makes a suspect of somebody who was elsewhere.

    ## What it cannot see

    Dates that have to be worked out ("einen Tag später", "drei Wochen nach dem Unfall"). Whether "am Montag" means the
    last or the next one. Two dates that changed places, where the words around them are all different as well. A year
    that is added to a day, where the source names no year at all.
    """

    id = "date_changed"
    title = Wording(de="Datum verändert", en="Date changed")
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
    unit = Wording(de="Datumsangaben", en="dates")
    cases = (
        Case(
            draft="In Lindenau brach am 5. November 2025 der Damm.",
            sources=(_SOURCE,),
            flagged=("5. November 2025",),
        ),
        Case(draft="Der Damm wurde im Sommer 1947 gebaut.", sources=(_SOURCE,), flagged=("Sommer 1947",)),
        Case(
            draft="Der Stadtrat tagte am Donnerstagabend.",
            sources=(_SOURCE,),
            flagged=("Donnerstagabend",),
        ),
        Case(
            draft="Der Stadtrat tagte am Mittwoch um 17.30 Uhr.", sources=(_SOURCE,), flagged=("17.30 Uhr",)
        ),
        Case(
            draft="Am 12. Mai wird die Brücke eröffnet, am 4. März wurde der Markt gesperrt.",
            sources=("Am 12. Mai wurde der Markt gesperrt, am 4. März wird die Brücke eröffnet.",),
            flagged=("12. Mai", "4. März"),
        ),
        Case(
            draft="Der Verein wurde im Dezember 2000 in Altdorf gegründet.",
            sources=("Der Verein wurde im Dezember 2001 in Altdorf gegründet.",),
            flagged=("Dezember 2000",),
        ),
        Case(
            draft="Der Bürgermeister von Altdorf trat im vergangenen Jahr zurück.",
            sources=("Der Bürgermeister von Altdorf trat in diesem Jahr zurück.",),
            flagged=("vergangenen Jahr",),
        ),
        Case(
            draft="The dam at Millbrook broke on 5 November 2025.",
            sources=(_ENGLISH,),
            flagged=("5 November 2025",),
            language="en",
        ),
        Case(
            draft="The council met on Thursday evening.",
            sources=(_ENGLISH,),
            flagged=("Thursday evening",),
            language="en",
        ),
        Case(
            draft="The mill sold 12 percent more flour than in spring, up from the previous quarter.",
            sources=("The mill sold 12 percent more flour than in spring, up from last year.",),
            flagged=("previous quarter",),
            language="en",
        ),
        Case(
            draft="The dam at Millbrook broke on 5/11/2025.",
            sources=(_ENGLISH,),
            flagged=("5/11/2025",),
            language="en",
        ),
        Case(draft="The dam was built in 1947.", sources=(_ENGLISH,), flagged=("1947",), language="en"),
        Case(draft="In Lindenau brach am 03.11.2025 der Damm.", sources=(_SOURCE,)),
        Case(draft="Anfang November 2025 brach in Lindenau der Damm.", sources=(_SOURCE,)),
        Case(draft="In Lindenau brach am Montag der Damm.", sources=(_SOURCE,)),
        Case(draft="Der Stadtrat tagte am Mittwoch um halb acht.", sources=(_SOURCE,)),
        Case(
            draft="Der Damm von Lindenau stammt aus den 1970er-Jahren und wurde im Sommer gebaut.",
            sources=(_SOURCE,),
        ),
        Case(
            draft="Die Polizei wurde kurz nach 15 Uhr zum Markt gerufen.",
            sources=("Die Polizei wurde gegen 15:10 Uhr zum Markt gerufen.",),
        ),
        Case(
            draft="The mill sold 12 percent more flour year-over-year in Q3.",
            sources=("In the third quarter the mill sold 12 percent more flour than in the prior year.",),
            language="en",
        ),
        Case(
            draft="The bridge is open to hikers until August 31st, 2025.",
            sources=("Until August 31 the bridge is open to hikers.",),
            language="en",
        ),
        Case(draft="The dam at Millbrook broke on November 3, 2025.", sources=(_ENGLISH,), language="en"),
        Case(draft="The council met at 7.30 pm on Wednesday.", sources=(_ENGLISH,), language="en"),
        Case(draft="The dam at Millbrook broke in early November.", sources=(_ENGLISH,), language="en"),
        Case(draft="The dam at Millbrook broke on 11/3/2025.", sources=(_ENGLISH,), language="en"),
        Case(
            draft="+++ 12:00 Uhr: Ergebnis der Wahl in Lindenau +++",
            sources=("+++ 11:15 Uhr: Ergebnis der Wahl in Lindenau erwartet +++",),
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The dates of the draft."""
        return sum(len(sentence.dates) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each date that the evidence contradicts or does not have."""
        for sentence in examination.sentences:
            for date in sentence.dates:
                if date.same is not None or any(part.covers(date.span) for part in sentence.altered):
                    continue
                if date.contrary is not None:
                    yield report(
                        self,
                        date.span,
                        evidence=(date.contrary,),
                        suggestion=date.contrary_words,
                        source_words=date.contrary_words,
                        words=date.words,
                    )
                elif sentence.coverage >= _ENOUGH and not date.open:
                    yield report(
                        self, date.span, message="missing", severity=Severity.WARNING, words=date.words
                    )
