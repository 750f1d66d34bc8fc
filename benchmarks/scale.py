"""What a check costs as sources grow in number: per sentence from 10 to 1,000 sources, and 400 quotations in 200
sources.

Sources of 3.3 KB are put together from paragraphs of the training articles by dice with a fixed seed. The cost of a
sentence is what a further sentence of the draft adds: at the first check, and when the draft is checked again with the
index of its sources kept, as at every check of a dossier after the first. What the sources cost once, read and indexed,
is told apart. `build/scale.svg` shows all three.
"""

import gc
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from beleg.language.registry import language_for
from beleg.pipeline import check_draft, forget_readings
from beleg.reading import read
from beleg.terms.quotation import QuotationKind
from beleg.terms.source import Source
from benchmarks.figures import Figure
from benchmarks.plot import Series, line_plot
from benchmarks.process import Cost, cost

PLOT = Path(__file__).parents[1] / "build" / "scale.svg"
SIZES = (10, 30, 100, 300, 1000)
BYTES = 3_300
FEW = 120
MANY = 320
"""Sentences of the two drafts whose difference is the cost of a sentence. The shorter one is long enough for every
index that is worked out when it is first asked for: what an index costs is a cost of the sources."""
QUOTATIONS = 400
QUOTED_SOURCES = 200
RUNS = 3


def paragraphs(eval_dir: Path) -> list[str]:
    """The paragraphs of the training articles, in their order."""
    lines = (eval_dir / "quotations-de" / "train.jsonl").read_text("utf-8").splitlines()
    texts = [str(json.loads(line)["originalText"]) for line in lines]
    return [part.strip() for text in texts for part in text.split("\n\n") if len(part.strip()) > 80]


def sources_of(parts: Sequence[str], count: int) -> list[str]:
    """`count` texts of about 3.3 KB from paragraphs drawn by dice; the same at every run."""
    dice = Random(f"{count} sources")
    made = []
    for _ in range(count):
        text = ""
        while len(text.encode()) < BYTES:
            text += dice.choice(parts) + "\n\n"
        made.append(text.encode()[:BYTES].decode("utf-8", "ignore"))
    return made


def draft_of(sources: Sequence[str], sentences: int) -> str:
    """A draft of so many sentences of these sources, in paragraphs of four, drawn by dice."""
    german = language_for("de")
    pool = [
        s.text
        for text in sources[:60]
        for s in read(text, german).sentences
        if "\n" not in s.text and len(s.text) > 40
    ]
    dice = Random("a draft")
    drawn = [dice.choice(pool) for _ in range(sentences)]
    return "\n\n".join(" ".join(drawn[at : at + 4]) for at in range(0, len(drawn), 4))


def quoting_draft(sources: Sequence[str]) -> str:
    """A draft of 400 direct quotations from these sources; every fourth one with a word exchanged."""
    german = language_for("de")
    dice = Random("quotations")
    said = [
        words
        for text in sources
        for one in read(text, german).quotations
        if one.kind is QuotationKind.DIRECT
        and len((words := one.span.of(text)).split()) >= 5
        and "\n" not in words
    ]
    lines = []
    for number in range(QUOTATIONS):
        quoted = dice.choice(said).split(" ")
        if number % 4 == 3:
            quoted[len(quoted) // 2] = "Zuversicht"
        lines.append(f"„{' '.join(quoted).rstrip('.,')}“, sagte ein Sprecher.")
    return "\n\n".join(lines)


def run(eval_dir: Path) -> list[Figure]:
    """The cost of a sentence and of the sources at every size, how much more a sentence costs at the greatest than at
    the smallest, and the whole process of 400 quotations against 200 sources. Writes the plot."""
    parts = paragraphs(eval_dir)
    per_sentence, again, once = [], [], []
    for size in SIZES:
        sources = [Source(text=text, language="de") for text in sources_of(parts, size)]
        texts = [source.text for source in sources]
        few, many = draft_of(texts, FEW), draft_of(texts, MANY)
        short, short_again = _milliseconds(few, sources)
        long, long_again = _milliseconds(many, sources)
        sentence = max(0.01, (long - short) / (MANY - FEW))
        per_sentence.append((float(size), sentence))
        again.append((float(size), max(0.01, (long_again - short_again) / (MANY - FEW))))
        once.append((float(size), max(0.01, short - FEW * sentence)))
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    PLOT.write_text(
        line_plot(
            "Cost of a check by number of sources",
            "sources of 3.3 KB",
            "milliseconds",
            [
                Series("a further sentence", per_sentence),
                Series("a further sentence, checked again", again),
                Series("sources, once", once),
            ],
        ),
        "utf-8",
    )
    quoting = _whole_process(parts)
    return [
        *(Figure(f"scale.sentence_at_{size:.0f}_sources", ms, "ms", False) for size, ms in per_sentence),
        *(Figure(f"scale.sentence_again_at_{size:.0f}_sources", ms, "ms", False) for size, ms in again),
        *(Figure(f"scale.sources_once_at_{size:.0f}", ms, "ms", False) for size, ms in once),
        Figure("scale.sentence_growth", per_sentence[-1][1] / per_sentence[0][1], "times", False),
        Figure("scale.sentence_growth_again", again[-1][1] / again[0][1], "times", False),
        Figure("scale.quotations_process", quoting.passed, "s", False),
        Figure("scale.quotations_process_worked", quoting.worked, "s", False),
    ]


def _milliseconds(draft: str, sources: Sequence[Source]) -> tuple[float, float]:
    """The least time of a check with sources that were not read before, and of the same check again, in milliseconds
    of this process."""
    first, again = [], []
    for _ in range(RUNS if len(sources) <= 30 else 1):
        forget_readings()
        gc.collect()
        first.append(_checked(draft, sources))
        again += [_checked(draft, sources), _checked(draft, sources)]
    return min(first), min(again)


def _checked(draft: str, sources: Sequence[Source]) -> float:
    start = time.process_time()
    check_draft(Source(text=draft, language="de"), sources)
    return 1000 * (time.process_time() - start)


def _whole_process(parts: Sequence[str]) -> Cost:
    """What `beleg check` with 400 quotations and 200 sources takes."""
    sources = sources_of(parts, QUOTED_SOURCES)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "draft.md").write_text(quoting_draft(sources), "utf-8")
        command = [sys.executable, "-m", "beleg", "check", "draft.md", "--format", "json"]
        for number, text in enumerate(sources):
            (Path(folder) / f"source{number}.txt").write_text(text, "utf-8")
            command += ["--source", f"source{number}.txt"]
        return cost(command, folder)
