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
_HEADINGS = (BlockKind.SUBHEAD, BlockKind.HEADLINE)


class EmptySection:
    """A subhead, or a label like "Mehr zum Thema:", that announces something and is followed by nothing.

    ## What it does

    Looks at every subhead and at every paragraph of up to five words that ends with a colon. Reports it if the text
    ends there or the next heading follows at once, and a label for further reading ("Mehr zum Thema:") also if no list
    follows. A subhead with a smaller one under it ("## Zahlen", "### Kosten") is not empty.

    ## Why it matters

    It is the trace of a module that was cut out, a link list that was not filled, a paragraph somebody meant to
    write. It tells readers that nobody looked at the finished article.

    ## What it cannot see

    A section that has text, but not the text its heading announces. A label in bold type without a colon. A list whose
    links lead nowhere.
    """

    id = "empty_section"
    title = Wording(de="Leerer Abschnitt", en="Empty section")
    messages = {"empty": Wording(de="Unter „{words}“ steht nichts.", en="There is nothing under “{words}”.")}
    severity = Severity.WARNING
    needs_sources = False
    unit = Wording(de="Zwischentitel und Ankündigungen", en="subheads and labels")
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
        Case(
            draft="# Brücke bleibt zu\n\n## Was bisher bekannt ist\n\n# Weitere Meldungen\n\nDer Rat tagt am Montag.",
            flagged=("Was bisher bekannt ist",),
        ),
        Case(
            draft="Der Stadtrat tagte.\n\nDie Ergebnisse:\n\n## Kritik\n\nDie Händler protestieren.",
            flagged=("Die Ergebnisse:",),
        ),
        Case(draft="The council met on Tuesday.\n\nRead more:", flagged=("Read more:",), language="en"),
        Case(draft="# Brücke bleibt zu\n\nDer Stadtrat tagte.\n\n## Kritik\n\nDie Händler protestieren."),
        Case(draft="Der Stadtrat tagte.\n\nMehr zum Thema:\n\n- Wie die Sperrung begann\n- Was sie kostet"),
        Case(draft="# Haushalt\n\n## Zahlen\n\n### Kosten\n\nDer Umbau kostet zwei Millionen Euro."),
        Case(draft="Der Rat tagte.\n\n## Kosten\n\n- Umbau: zwei Millionen Euro\n- Fähre: 300.000 Euro"),
        Case(draft="Die Rätin sagte:\n\n„Die Brücke bleibt zu.“"),
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
                empty = following is None or (
                    following.kind in _HEADINGS and _depth(following, text) <= _depth(block, text)
                )
            elif self._label(block, text):
                empty = following is None or following.kind in _HEADINGS
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


def _depth(heading: Block, text: str) -> int:
    """How many marks a heading has before its words: one for "#", three for "###"."""
    at = heading.start
    while at and (text[at - 1] == "#" or text[at - 1].isspace()) and text[at - 1] not in "\r\n\u2028\u2029":
        at -= 1
    return text.count("#", at, heading.start)
