"""judgement_unattributed: the article judges, and nobody is named for it."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import Reading, Sentence, Voice
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.marks import quotation_marks
from beleg.text.overlaps import Overlaps


class JudgementUnattributed:
    """An evaluation in the article's own voice.

    ## What it does

    Looks for words that evaluate ("skandalös", "zum Glück", "eine schallende Ohrfeige für", "drückt sich vor") in
    sentences the text itself asserts, outside quotations and quotation marks. Left alone is what the sentence gives to
    somebody ("nannte den Plan absurd", "aus Sicht der Händler"). Words that can be mere description are a notice.

    ## Why it matters

    A report says what happened and who judges it how; its own judgement belongs in a commentary that is marked as one.
    A judgement nobody is named for also cannot be checked against a source.

    ## What it cannot see

    That the text is meant as a commentary or a review. Evaluations in words that are not on the list, irony, and
    judgement by selection or order.
    """

    id = "judgement_unattributed"
    title = Wording(de="Wertung ohne Urheber", en="Judgement without an author")
    messages = {
        "judgement": Wording(
            de="„{words}“ ist eine Wertung, und niemand wird genannt, der so urteilt.",
            en="“{words}” is a judgement, and the article does not say whose.",
        ),
        "mild": Wording(
            de="„{words}“ kann eine Wertung sein; wessen?",
            en="“{words}” may be a judgement; whose?",
        ),
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Sätze, die der Text selbst behauptet", en="sentences the text itself asserts")
    cases = (
        Case(
            draft="Der Verkauf der Halle war ein fataler Fehler der Verwaltung.", flagged=("fataler Fehler",)
        ),
        Case(
            draft="Das Urteil ist eine schallende Ohrfeige für den Rat.", flagged=("schallende Ohrfeige für",)
        ),
        Case(draft="Zum Glück wurde bei dem Brand niemand verletzt.", flagged=("Zum Glück",)),
        Case(draft="Leider fehlt der Stadt das Geld für eine neue Halle.", flagged=("Leider",)),
        Case(
            draft="Die Kämmerin drückt sich auch diesmal vor einer klaren Antwort.",
            flagged=("drückt sich auch diesmal vor",),
        ),
        Case(draft="Die Zahlen sind erschreckend. Der Rat tagt am Montag.", flagged=("erschreckend",)),
        Case(draft="Die Sanierung der Brücke ist überfällig.", flagged=("überfällig",)),
        Case(draft="Unfortunately, the town has no money.", flagged=("Unfortunately",), language="en"),
        Case(draft="The sale of the hall was a fatal mistake.", flagged=("fatal mistake",), language="en"),
        Case(draft="„Das war ein fataler Fehler“, sagte Ratsfrau Maria Olbrich."),
        Case(draft="Der Verkauf sei ein fataler Fehler gewesen, sagte Ratsfrau Maria Olbrich."),
        Case(draft="Ratsfrau Maria Olbrich nannte den Verkauf absurd."),
        Case(draft="Aus Sicht der Händler ist die Sperrung unerträglich."),
        Case(draft="Die Akten waren peinlich genau geführt. Der Läufer hatte Glück."),
        Case(draft="Das Theater zeigt das Stück „Absurde Zeiten“."),
        Case(draft="The council rejected the plan. “It is absurd,” Maria Olbrich said.", language="en"),
        Case(draft="Critics called the plan ridiculous.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """The sentences the text asserts itself."""
        return sum(sentence.voice is Voice.OWN for sentence in examination.reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each evaluation nobody is named for."""
        reading = examination.reading
        if not reading.language:
            return
        said = Overlaps(_said(reading))
        for sentence in reading.sentences:
            if sentence.voice is Voice.OWN:
                yield from self._in(sentence, reading.language, said)

    def _in(self, sentence: Sentence, language: str, said: Overlaps[Span]) -> Iterator[Finding]:
        strong = set_phrases("judgements", language)
        mild = set_phrases("judgements_mild", language)
        matches = [(match, "judgement") for match in strong.finditer(sentence.text)]
        matches += [(match, "mild") for match in mild.finditer(sentence.text)]
        if not matches or set_phrases("judged_by_somebody", language).search(sentence.text):
            return
        for match, message in sorted(matches, key=lambda found: found[0].start()):
            span = Span(*match.span()).shifted(sentence.start)
            if next(said.at(span), None) is None:
                severity = Severity.WARNING if message == "judgement" else Severity.NOTICE
                yield report(self, span, message=message, severity=severity, words=match[0])


def _said(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Where somebody else speaks or is cited: quotations, and words in quotation marks."""
    for quotation in reading.quotations:
        for part in quotation.quote:
            yield part, part
    for marked in quotation_marks(reading.text, reading.blocks).marked:
        span = Span(marked.start, marked.end)
        yield span, span
