"""number_changed: the source has another number."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
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

    Reads numbers in digits and in words, with multipliers, units and what they count, in the draft and in the
    passages the sentence rests on. "Zwölf" and "12", "1,2 Millionen" and "1.200.000", "ein Drittel" and "33 Prozent" are the
    same. A passage that counts the same thing differently makes an error; a number no source has in an otherwise supported
    sentence makes a warning.

    ## Why it matters

    A wrong figure is the most frequent mistake and the most embarrassing one: every reader can look it up.

    ## What it cannot see

    Sums and differences you worked out yourself: they are reported as in no source. A small number in words of things
    the passages do not name ("drei Gründe") is taken for your own count and not reported. Numbers that changed together with
    what they count. Relative dates ("gestern").
    """

    id = "number_changed"
    title = Wording(de="Zahl verändert", en="Number changed")
    messages = {
        "contrary": Wording(
            de="In der Quelle steht „{source_words}“, nicht „{words}“.",
            en="The source has “{source_words}”, not “{words}”.",
        ),
        "missing": Wording(
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
            draft="The repair costs 2.1 million euros.",
            sources=("The repair costs 1.2 million euros, the town said.",),
            flagged=("2.1 million euros",),
            language="en",
        ),
        Case(
            draft="Mehr als 400 Gäste kamen am Samstag zum Fest.",
            sources=("Am Samstag kamen 412 Gäste zum Fest.",),
        ),
        Case(draft="Aus zwei Gründen kostet die Sanierung rund 1,2 Millionen Euro.", sources=(_SOURCE,)),
        Case(draft="Vor der gesperrten Brücke standen 12 Lastwagen.", sources=(_SOURCE,)),
        Case(draft="Die Sanierung kostet etwa 1.200.000 Euro.", sources=(_SOURCE,)),
        Case(draft="33 Prozent der Händler rechnen mit Verlusten.", sources=(_SOURCE,)),
        Case(
            draft="The repair costs €1,200,000.",
            sources=("The repair costs 1.2 million euros, the town said.",),
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The numbers of the draft."""
        return sum(len(sentence.quantities) for sentence in examination.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each number that the evidence contradicts or does not have."""
        for sentence in examination.sentences:
            quoted = [
                part
                for found in sentence.quotations
                for part in found.quotation.quote
                if not found.exact and found.nearest
            ]
            for number in sentence.quantities:
                if number.same is not None or any(part.covers(number.span) for part in quoted):
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
