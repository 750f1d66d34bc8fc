"""The measured figures on the page on quotations, between two marks; the rest of that page is written by hand."""

from beleg.terms.quotation import QuotationKind
from benchmarks.by_kind import SPLITS, recorded
from docs.generator.page import table

BEGIN = "<!-- begin of the measured figures; `python -m benchmarks.by_kind` records them -->"
END = "<!-- end of the measured figures -->"
_NAMES = {
    QuotationKind.DIRECT: "direct",
    QuotationKind.INDIRECT: "indirect, with a frame",
    QuotationKind.INDIRECT_FREE_INDIRECT: "indirect, carried on without a frame",
    QuotationKind.REPORTED: "reported",
    QuotationKind.FREE_INDIRECT: "free indirect",
}
_HEADS = {"train": "the 700", "dev": "the 150"}


def with_figures(page: str) -> str:
    """The page with its figures made anew. Raises ValueError if the page lacks one of the marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page on quotations lacks the marks for its figures")
    return f"{before}{BEGIN}\n\n{_by_kind()}\n\n{_f1()}\n\n{END}{after}"


def _by_kind() -> str:
    figures = recorded()
    head = ["Kind"]
    for split in SPLITS:
        head += [f"{what}, {_HEADS[split]}" for what in ("Annotated", "Found", "Right")]
    rows = []
    for kind, name in _NAMES.items():
        row = [name]
        for split in SPLITS:
            found = figures[split][kind.value]
            row += [f"{found['annotated']:.0f}", f"{found['found']:.1f} %", f"{found['right']:.1f} %"]
        rows.append(row)
    return table(head, rows)


def _f1() -> str:
    figures = recorded()
    rows = [
        [_HEADS[split], *(f"{figures[split]['f1'][what]:.1f}" for what in ("words", "roles", "both"))]
        for split in SPLITS
    ]
    about = "F1 as the corpus's authors score it: of the quoted words, of speaker, cue, frame and addressee, and of both."
    return f"{about}\n\n{table(['Articles', 'Words', 'Roles', 'Both'], rows)}"
