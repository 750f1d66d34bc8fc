"""What becomes of sentences whose fate is known: distortions caught, faithful rewrites let pass.

The sentences are made from the training articles by `benchmarks.distortions` and `benchmarks.faithful`, each checked
as a draft of its own against its article. The sample is the same at every run.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from beleg.pipeline import check_draft
from beleg.terms.finding import Severity
from beleg.terms.report import Report, Verdict
from beleg.terms.source import Source
from benchmarks.figures import Figure
from benchmarks.rewrites.catalogue import generators, sample
from benchmarks.rewrites.material import Article, articles
from benchmarks.rewrites.rewrite import Generator, Rewrite

MOST = 100
"""Sentences of one kind, at most; of each article at most as many as `EACH`."""
EACH = 1
WHOLE = 100
"""Articles checked whole against themselves."""


def material(eval_dir: Path) -> dict[str, list[Article]]:
    """The training articles in German, and in English the documents of the summaries, in the order of their files."""
    lines = (eval_dir / "quotations-de" / "train.jsonl").read_text("utf-8").splitlines()
    german = [str(json.loads(line)["originalText"]) for line in lines]
    english: dict[str, None] = {}
    for path in sorted((eval_dir / "summedits-en").glob("*.json")):
        if path.stem in ("ectsum", "sales_email"):  # prose rather than dialogue
            english |= dict.fromkeys(str(item["doc"]) for item in json.loads(path.read_text("utf-8")))
    return {"de": articles(german), "en": articles(list(english), "en")}


def judged(
    generator: Generator, made: Sequence[tuple[Article, Rewrite]]
) -> list[tuple[Article, Rewrite, Report]]:
    """The rewrites of one kind with what is reported of them."""
    return [
        (
            article,
            rewrite,
            check_draft(
                Source(text=rewrite.sentence, language=generator.language),
                [Source(text=article.text, language=generator.language)],
            ),
        )
        for article, rewrite in made
    ]


def supported(report: Report) -> bool:
    """Whether nothing in the draft was held up."""
    return all(sentence.verdict is Verdict.SUPPORTED for sentence in report.sentences)


def run(eval_dir: Path) -> list[Figure]:
    """Per kind of distortion the share caught and the share named rightly; per kind of faithful rewrite the share held
    up; the sizes of the samples; and whole articles against themselves."""
    texts = material(eval_dir)
    figures: list[Figure] = []
    shares: dict[bool, list[float]] = defaultdict(list)
    for generator in generators():
        reports = judged(generator, sample(generator, texts[generator.language], most=MOST, each=EACH))
        held = [not supported(report) for _, _, report in reports]
        shares[generator.faithful].append(_share(held))
        if generator.faithful:
            figures.append(Figure(f"generated.alarm_{generator.kind}", _share(held), "share", False))
        else:
            named = [any(f.check in generator.named_by for f in report.findings) for _, _, report in reports]
            figures.append(Figure(f"generated.caught_{generator.kind}", _share(held), "share"))
            figures.append(Figure(f"generated.named_{generator.kind}", _share(named), "share"))
        figures.append(Figure(f"generated.made_{generator.kind}", len(reports), "sentences"))
    return [
        Figure("generated.caught", sum(shares[False]) / len(shares[False]), "share of kinds"),
        Figure("generated.alarm", sum(shares[True]) / len(shares[True]), "share of kinds", False),
        *figures,
        *_whole_articles(texts["de"][:WHOLE]),
    ]


def _whole_articles(whole: Sequence[Article]) -> list[Figure]:
    """Articles checked whole, each against itself as its source: every sentence has to pass."""
    verdicts: Counter[Verdict] = Counter()
    errors = 0
    for article in whole:
        source = Source(text=article.text, language="de")
        report = check_draft(source, [source])
        verdicts.update(sentence.verdict for sentence in report.sentences)
        errors += sum(finding.severity is Severity.ERROR for finding in report.findings)
    checked = verdicts.total() - verdicts[Verdict.NOT_CHECKABLE]
    return [
        Figure(
            "generated.article_supported_by_itself", verdicts[Verdict.SUPPORTED] / max(1, checked), "share"
        ),
        Figure("generated.article_errors_against_itself", errors, "findings", False),
    ]


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / max(1, len(hits))
