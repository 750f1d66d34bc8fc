"""teaser_in_text: a line that advertises another article."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import BlockKind
from beleg.terms.span import Span
from beleg.terms.wording import Wording
from beleg.text.overlaps import Overlaps

_LONGEST = 200
"""Code points a block may have to be one line of advertising; in a longer one only its sentence is."""


class TeaserInText:
    """A line in the text that advertises another article, a newsletter or a video.

    ## What it does

    Looks for paragraphs and sentences that announce something else to read and say what: "Lesen Sie auch: …",
    "++ Auch interessant: … ++", "Read more: …". The phrases are data files of each language. A bare label above a list
    of links is left alone; if nothing follows it, that is an `empty_section`.

    ## Why it matters

    Such lines belong to the page, not to the article. Taken over with the text they lose their link, interrupt the
    report, and show that a page was copied and nobody read the result.

    ## What it cannot see

    A headline of another article without an announcement. Announcements in other words than those listed. Lists of
    links.
    """

    id = "teaser_in_text"
    title = Wording(de="Lesehinweis im Text", en="Teaser in the text")
    messages = {
        "teaser": Wording(
            de="Diese Zeile wirbt für etwas anderes und gehört nicht in den Artikel.",
            en="This line advertises something else and does not belong in the article.",
        )
    }
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Absätze und Sätze", en="paragraphs and sentences")
    cases = (
        Case(
            draft="Die Brücke bleibt zu.\n\n++ Auch interessant: So teuer wird der Neubau – die Liste ++\n\nDer Rat tagt am Montag.",
            flagged=("++ Auch interessant: So teuer wird der Neubau – die Liste ++",),
        ),
        Case(
            draft="Die Brücke bleibt zu.\n\nLesen Sie auch: Wie die Sperrung begann. Und wer sie bezahlt.\n\nDer Rat tagt am Montag.",
            flagged=("Lesen Sie auch: Wie die Sperrung begann. Und wer sie bezahlt.",),
        ),
        Case(
            draft="Die Brücke bleibt zu. Mehr dazu lesen Sie hier. Der Rat tagt am Montag. "
            "Die Händler fürchten um ihr Geschäft und wollen eine Behelfsbrücke, die Stadt hält sie für zu teuer und prüft eine Fähre.",
            flagged=("Mehr dazu lesen Sie hier.",),
        ),
        Case(
            draft="Die Brücke bleibt zu.\n\nMehr dazu: Die Kosten im Überblick\n\nDer Rat tagt am Montag.",
            flagged=("Mehr dazu: Die Kosten im Überblick",),
        ),
        Case(
            draft="The bridge stays closed.\n\nRead also: How the closure began\n\nThe council meets on Monday.",
            flagged=("Read also: How the closure began",),
            language="en",
        ),
        Case(
            draft="The bridge stays closed. The council meets on Monday.\n\nSign up for our morning newsletter.",
            flagged=("Sign up for our morning newsletter.",),
            language="en",
        ),
        Case(draft="Der Stadtrat tagte.\n\nMehr zum Thema:\n\n- Wie die Sperrung begann\n- Was sie kostet"),
        Case(draft="Mehr dazu sagte die Bürgermeisterin nicht. Hier finden die Wochenmärkte statt."),
        Case(draft="+++ 14.32 Uhr: Die Feuerwehr rückt ab +++\n\nDer Brand ist gelöscht."),
        Case(draft="„Lesen Sie auch das Kleingedruckte“, rät die Verbraucherzentrale den Mietern."),
        Case(draft="Auch interessant ist der Blick auf die Kosten: Sie steigen."),
        Case(
            draft="The council will read more of the report next week. Related costs were not given.",
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The paragraphs and their sentences."""
        reading = examination.reading
        return len(reading.blocks) + len(reading.sentences)

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each line, or sentence of a longer paragraph, that advertises something else."""
        reading = examination.reading
        teaser = set_phrases("teaser_lines", reading.language)
        lines = []
        for block in reading.blocks:
            span = Span(block.start, block.end)
            if (
                block.kind is BlockKind.PARAGRAPH
                and len(span) <= _LONGEST
                and teaser.search(span.of(reading.text))
            ):
                lines.append((span, span))
                yield report(self, span)
        whole = Overlaps(lines)
        for sentence in reading.sentences:
            if sentence.block is not BlockKind.PARAGRAPH or next(whole.at(sentence.span), None):
                continue
            if teaser.search(sentence.text):
                yield report(self, sentence.span)
