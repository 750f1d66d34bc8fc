"""The measured figures on the pages on quotations and on the learned engine, between two marks.

The rest of these pages is written by hand.
"""

from beleg.terms.quotation import QuotationKind
from benchmarks import learned
from benchmarks.by_kind import SPLITS, recorded
from docs.generator.page import table

BEGIN = "<!-- begin of the measured figures; `python -m benchmarks.by_kind` records them -->"
LEARNED_BEGIN = "<!-- begin of the measured figures; `python -m benchmarks.learned` records those of the learned engine -->"
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
    return _between(page, BEGIN, f"{_by_kind()}\n\n{_f1()}")


def with_learned_figures(page: str) -> str:
    """The page on the learned engine with its figures made anew. Raises ValueError if it lacks one of the marks."""
    return _between(page, LEARNED_BEGIN, _engines())


def _between(page: str, mark: str, figures: str) -> str:
    before, begin, rest = page.partition(mark)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("a page lacks the marks for its measured figures")
    return f"{before}{mark}\n\n{figures}\n\n{END}{after}"


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


def _engines() -> str:
    rules, engine = recorded(), learned.recorded()
    of_rules = {split: [rules[split]["f1"][what] for what in ("words", "roles", "both")] for split in SPLITS}
    of_engine = {
        split: [engine[f"{prefix}{what}_f1"] for what in ("messages", "roles", "joint")]
        for split, prefix in (("train", "cross_validated_"), ("dev", ""))
    }
    rows = []
    for split, texts in (("dev", "the 150 texts"), ("train", "the 700 texts")):
        seen = ", cross-validated" if split == "train" else ""
        rows.append([f"rules, {texts}", *(f"{figure:.1f}" for figure in of_rules[split])])
        rows.append([f"learned, {texts}{seen}", *(f"{figure:.1f}" for figure in of_engine[split])])
    speed = round(engine["tokens_per_second"], -2)
    told = f"On one core of a busy machine it read about {speed:,.0f} words and marks a second."
    return f"{table(['', 'Quoted words', 'Roles', 'Both'], rows)}\n\n{told}"
