"""empty_section: a heading with nothing under it."""

from collections.abc import Iterator

from beleg.checks.check import Case, report
from beleg.language.set_phrases import set_phrases
from beleg.terms.evidence import Examination
from beleg.terms.finding import Finding, Severity
from beleg.terms.reading import Block, BlockKind
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_LONGEST_LABEL = 5
"""Words a line may have to be taken for a label; a longer one that ends with a colon is a sentence."""


class EmptySection:
    """A subhead, or a label like "Mehr zum Thema:", that announces something and is followed by nothing.

    ## What it does

    Looks at every subhead and at every line of its own that ends with a colon or announces further reading. Reports it
    if the text ends there, if the next heading follows at once, or if a label for further reading is not followed
    by a list.

    ## Why it matters

    It is the trace of a module that was cut out, a link list that was not filled, a paragraph somebody meant to
    write. It tells readers that nobody looked at the finished article.

    ## What it cannot see

    A section that has text, but not the text its heading announces.
    """

    id = "empty_section"
    title = Wording(de="Leerer Abschnitt", en="Empty section")
    messages = {"empty": Wording(de="Unter „{words}“ steht nichts.", en="There is nothing under “{words}”.")}
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Zwischenüberschriften und Ankündigungen", en="subheads and labels")
    cases = (
        Case(
            draft="# Brücke bleibt zu\n\nDer Stadtrat tagte am Dienstag.\n\n## Wie es weitergeht\n\n## Kritik\n\nDie Händler protestieren.",
            flagged=("Wie es weitergeht",),
        ),
        Case(
            draft="Der Stadtrat tagte am Dienstag.\n\n## Hintergrund",
            flagged=("Hintergrund",),
        ),
        Case(
            draft="Der Stadtrat tagte am Dienstag.\n\nMehr Nachrichten:\n\nDie Händler protestieren gegen die Sperrung.",
            flagged=("Mehr Nachrichten:",),
        ),
        Case(draft="The council met on Tuesday.\n\nRead more:", flagged=("Read more:",), language="en"),
        Case(draft="# Brücke bleibt zu\n\nDer Stadtrat tagte.\n\n## Kritik\n\nDie Händler protestieren."),
        Case(draft="Der Stadtrat tagte.\n\nMehr zum Thema:\n\n- Wie die Sperrung begann\n- Was sie kostet"),
        Case(draft="Das sind die Ergebnisse:\n\nDie Brücke bleibt bis März zu."),
        Case(
            draft="# Bridge stays closed\n\nThe council met.\n\n## Criticism\n\nTraders protest.",
            language="en",
        ),
    )

    def looked_at(self, examination: Examination) -> int:
        """The subheads and labels."""
        text = examination.reading.text
        return sum(
            block.kind is BlockKind.SUBHEAD or self._label(block, text)
            for block in examination.reading.blocks
        )

    def run(self, examination: Examination) -> Iterator[Finding]:
        """A finding for each heading or label with nothing under it."""
        text = examination.reading.text
        further_reading = set_phrases("related_labels", examination.reading.language)
        blocks = examination.reading.blocks
        for block, following in zip(blocks, (*blocks[1:], None), strict=False):
            words = text[block.start : block.end]
            if block.kind is BlockKind.SUBHEAD:
                empty = following is None or following.kind in (BlockKind.SUBHEAD, BlockKind.HEADLINE)
            elif self._label(block, text):
                empty = following is None or following.kind in (BlockKind.SUBHEAD, BlockKind.HEADLINE)
                if further_reading.search(words):
                    empty = following is None or following.kind is not BlockKind.ITEM
            else:
                continue
            if empty:
                yield report(self, Span(block.start, block.end), words=words.rstrip(":"))

    @staticmethod
    def _label(block: Block, text: str) -> bool:
        words = text[block.start : block.end]
        return (
            block.kind is BlockKind.PARAGRAPH and words.endswith(":") and len(words.split()) <= _LONGEST_LABEL
        )
