"""The counterpart of a clause, where a sentence of the draft stands in a source word for word."""

from beleg.language.registry import language_for
from beleg.pipeline import check_draft
from beleg.reading import read
from beleg.terms.quotation import QuotationKind
from beleg.terms.source import Source

FIRST = (
    "Die Wirtin Jana Kern beschrieb am Abend den Hergang: „Das Wasser war wirklich trübe, kalt, alle Ufer."
)
CLOSED = f"{FIRST} Dann kam die Flut bis in die Küche und alle Gäste mussten fort.“"
OPEN = f"{FIRST} Dann kam die Flut in den Keller."


def _direct(text: str) -> int:
    return sum(one.kind is QuotationKind.DIRECT for one in read(text, language_for("de")).quotations)


def test_the_same_words_cut_otherwise_are_compared_as_others_are() -> None:
    """In the source the quotation never closes, so its words are no speech and fall apart into other clauses."""
    assert (_direct(CLOSED), _direct(OPEN)) == (1, 0)
    report = check_draft(Source(text=CLOSED, language="de"), [Source(text=OPEN, language="de")])
    assert {finding.check for finding in report.findings} == {"quotation_altered"}
