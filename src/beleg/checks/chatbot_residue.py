"""chatbot_residue: text a language model left behind."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.marks import quotation_marks
from beleg.text.overlaps import Overlaps


class ChatbotResidue:
    """Words of a language model to whoever asked it, or marks its tool left in the text.

    ## What it does

    Looks for set phrases with which models begin, end and excuse their answers, for placeholders ("[Name
    einfügen]") and for the reference codes and tracking parameters of their tools. The phrases are data files of each
    language. Phrases inside quotation marks are somebody's words and left alone; placeholders and codes are not.

    ## Why it matters

    One such line in print and no reader believes that anybody has read the text.

    ## What it cannot see

    Style. A text by a machine without such a phrase is not recognised, and Beleg does not guess. An answer that was
    pasted in quotation marks.
    """

    id = "chatbot_residue"
    title = Wording(de="Überbleibsel eines Sprachmodells", en="Left by a language model")
    messages = {
        "sentence": Wording(
            de="So spricht ein Sprachmodell zu dem, der es gefragt hat; der Satz gehört nicht in den Artikel.",
            en="This is a language model talking to whoever asked it; it does not belong in the article.",
        ),
        "mark": Wording(
            de="„{words}“ ist ein Platzhalter oder die Kennung eines Werkzeugs, kein Text.",
            en="“{words}” is a placeholder or the code of a tool, not text.",
        ),
    }
    severity = Severity.ERROR
    needs_sources = False
    unit = Wording(de="Sätze", en="sentences")
    cases = (
        Case(
            draft="Gern, hier ist eine überarbeitete Fassung des Artikels: Die Brücke bleibt gesperrt.",
            flagged=("Gern, hier ist eine überarbeitete Fassung des Artikels: Die Brücke bleibt gesperrt.",),
        ),
        Case(
            draft="Die Brücke bleibt gesperrt. Ich hoffe, das hilft Ihnen weiter!",
            flagged=("Ich hoffe, das hilft Ihnen weiter!",),
        ),
        Case(
            draft="Das sagte [Name einfügen] am Montag.",
            flagged=("[Name einfügen]",),
        ),
        Case(
            draft="Sure, here is the shortened version:\n\nThe bridge stays closed.",
            flagged=("Sure, here is the shortened version:",),
            language="en",
        ),
        Case(
            draft="Als KI-Sprachmodell kann ich keine aktuellen Ereignisse prüfen. Die Brücke bleibt gesperrt.",
            flagged=("Als KI-Sprachmodell kann ich keine aktuellen Ereignisse prüfen.",),
        ),
        Case(
            draft="Der Umbau kostet zwei Millionen Euro【12†Quelle】. Der Rat stimmte zu contentReference[oaicite:3]{index=3}.",
            flagged=("【12†Quelle】", "contentReference[oaicite:3]{index=3}"),
        ),
        Case(
            draft="Die Zahlen stehen unter https://stadt.example/haushalt?utm_source=chatgpt.com im Netz.",
            flagged=("utm_source=chatgpt.com",),
        ),
        Case(
            draft="„Ich habe [Name einfügen] gewarnt“, sagte die Rätin.",
            flagged=("[Name einfügen]",),
        ),
        Case(draft="Gern gab die Rätin dem Antrag ihre Stimme. Hier ist die Brücke am schmalsten."),
        Case(draft="„Wir haben […] entschieden“, sagte die Rätin."),
        Case(draft="„Ich hoffe, das hilft Ihnen weiter“, sagte die Apothekerin und schloss den Laden."),
        Case(
            draft="„Als KI-Sprachmodell kann ich dazu nichts sagen“, antwortete das Programm der Stadtwerke."
        ),
        Case(
            draft="Ein Sprachmodell soll künftig die Anträge vorsortieren. Hier sind die wichtigsten Punkte:\n\n"
            "- Die Stadt haftet.\n- Ein Mensch prüft nach."
        ),
        Case(draft="“Let me know if the water rises,” the mayor told the engineers.", language="en"),
        Case(draft="The mayor is certainly popular here. The town wants to use AI.", language="en"),
    )

    def looked_at(self, examination: Examination) -> int:
        """All sentences."""
        return len(examination.reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each sentence spoken by a model, and for each mark of a tool elsewhere."""
        reading = examination.reading
        marked = (Span(one.start, one.end) for one in quotation_marks(reading.text, reading.blocks).marked)
        quoted = Overlaps((span, span) for span in marked)
        phrases = set_phrases("chatbot_sentences", reading.language)
        marks = set_phrases("chatbot_marks", reading.language)
        for sentence in reading.sentences:
            spoken = (
                Span(*match.span()).shifted(sentence.start) for match in phrases.finditer(sentence.text)
            )
            if any(not any(outer.covers(span) for outer in quoted.at(span)) for span in spoken):
                yield report(self, sentence.span)
                continue
            for match in marks.finditer(sentence.text):
                yield report(
                    self, Span(*match.span()).shifted(sentence.start), message="mark", words=match[0]
                )
