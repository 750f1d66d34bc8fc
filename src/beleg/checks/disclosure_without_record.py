"""disclosure_without_record: somebody typed a disclosure into the article."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.marks import quotation_marks
from beleg.text.overlaps import Overlaps


class DisclosureWithoutRecord:
    """A statement on machine help or on review that is typed instead of computed.

    ## What it does

    Looks for sentences in the article that say it was written with a machine's help or checked by the newsroom. Beleg
    writes that sentence itself on publication, from the record, and only as far as the record shows it. What stands
    between quotation marks is about another text and left alone.

    ## Why it matters

    A typed disclosure claims a review that nobody can look up. Since August 2026 European law attaches consequences
    to it (Regulation (EU) 2024/1689, Article 50(4)).

    ## What it cannot see

    Disclosures in other words than those in the language's list of phrases. Whether the typed sentence happens to be
    true. That a sentence without quotation marks speaks of another work: "Der Roman wurde mit ChatGPT geschrieben" is
    reported.
    """

    id = "disclosure_without_record"
    title = Wording(de="Transparenzhinweis ohne Protokoll", en="Disclosure without a record")
    messages = {
        "typed": Wording(
            de="Dieser Transparenzhinweis ist eingetippt; Beleg berechnet ihn beim Veröffentlichen aus dem Protokoll.",
            en="This disclosure was typed in; Beleg computes it from the record when the article is published.",
        )
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Sätze", en="sentences")
    cases = (
        Case(
            draft="Die Brücke bleibt zu.\n\nDieser Text wurde mit Hilfe von KI erstellt und von der Redaktion geprüft.",
            flagged=("Dieser Text wurde mit Hilfe von KI erstellt und von der Redaktion geprüft.",),
        ),
        Case(
            draft="Der Beitrag wurde vor der Veröffentlichung von der Redaktion geprüft.",
            flagged=("Der Beitrag wurde vor der Veröffentlichung von der Redaktion geprüft.",),
        ),
        Case(
            draft="This article was created with the help of AI and checked by our editors.",
            flagged=("This article was created with the help of AI and checked by our editors.",),
            language="en",
        ),
        Case(
            draft="KI-generiert und von der Redaktion freigegeben.\n\nDie Brücke bleibt bis März gesperrt.",
            flagged=("KI-generiert und von der Redaktion freigegeben.",),
        ),
        Case(
            draft="# Brücke bleibt zu\n\n- Dieser Artikel wurde unter Einsatz von KI verfasst\n- Der Rat tagt am Montag",
            flagged=("Dieser Artikel wurde unter Einsatz von KI verfasst",),
        ),
        Case(
            draft="Die Brücke bleibt zu. Hinweis: Dieser Bericht ist mit ChatGPT geschrieben worden.",
            flagged=("Hinweis: Dieser Bericht ist mit ChatGPT geschrieben worden.",),
        ),
        Case(
            draft="Die Redaktion teilt mit: Dieser Beitrag wurde mit „ChatGPT“ erstellt.",
            flagged=("Die Redaktion teilt mit: Dieser Beitrag wurde mit „ChatGPT“ erstellt.",),
        ),
        Case(
            draft="The bridge stays closed. This story was written using artificial intelligence.",
            flagged=("This story was written using artificial intelligence.",),
            language="en",
        ),
        Case(draft="„Dieser Text wurde mit KI erstellt“, steht unter dem Flugblatt der Partei."),
        Case(draft="Der Bericht wurde vom Rechnungshof geprüft. Die Redaktion des Amtsblatts zog um."),
        Case(draft="Wer mit KI arbeitet, muss das nach dem Gesetz kennzeichnen."),
        Case(draft="“This text was written with AI,” the leaflet says.", language="en"),
        Case(draft="Die Stadt will mit KI Schlaglöcher finden. Das Gutachten wurde von der Behörde geprüft."),
        Case(draft="The town wants to find potholes with AI.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """All sentences."""
        return len(examination.reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each typed disclosure."""
        reading = examination.reading
        typed = set_phrases("typed_disclosure", reading.language)
        marked = (Span(one.start, one.end) for one in quotation_marks(reading.text, reading.blocks).marked)
        quoted = Overlaps((span, span) for span in marked)
        for sentence in reading.sentences:
            found = (Span(*match.span()).shifted(sentence.start) for match in typed.finditer(sentence.text))
            if any(not any(outer.covers(span) for outer in quoted.at(span)) for span in found):
                yield report(self, sentence.span)
