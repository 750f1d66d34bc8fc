"""disclosure_without_record: somebody typed a disclosure into the article."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.wording import Wording


class DisclosureWithoutRecord:
    """A statement on machine help or on review that is typed instead of computed.

    ## What it does

    Looks for sentences in the article that say it was written with a machine's help or checked by the newsroom. Beleg
    writes that sentence itself on publication, from the record, and only as far as the record shows it.

    ## Why it matters

    A typed disclosure claims a review that nobody can look up. Since August 2026 European law attaches consequences
    to it (Regulation (EU) 2024/1689, Article 50(4)).

    ## What it cannot see

    Disclosures in other words than those in the language's list of phrases. Whether the typed sentence happens to be
    true.
    """

    id = "disclosure_without_record"
    title = Wording(de="Transparenzhinweis ohne Protokoll", en="Disclosure without a record")
    messages = {
        "typed": Wording(
            de="Dieser Transparenzhinweis ist eingetippt; Beleg berechnet ihn beim Veröffentlichen aus dem Protokoll.",
            en="This disclosure is typed; Beleg computes it from the record on publication.",
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
        Case(draft="Die Stadt will mit KI Schlaglöcher finden. Das Gutachten wurde von der Behörde geprüft."),
        Case(draft="The town wants to find potholes with AI.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """All sentences."""
        return len(examination.reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each typed disclosure."""
        typed = set_phrases("typed_disclosure", examination.reading.language)
        for sentence in examination.reading.sentences:
            if typed.search(sentence.text):
                yield report(self, sentence.span)
