"""Published German news: how much of it is reported although it went to print, and whether it supports itself.

Every article of the training set is checked twice: alone, for what the checks of the article report in text that
people wrote and edited; and against itself as its only source, where every sentence is supported by definition. The
headline is only given to the check that compares it with the text.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from beleg.checks.catalogue import catalogue
from beleg.checks.headline_not_covered import HeadlineNotCovered
from beleg.language.registry import language_for
from beleg.pipeline import check_draft
from beleg.reading import read
from beleg.terms.evidence import Examination
from beleg.terms.finding import Severity
from beleg.terms.report import Report, Verdict
from beleg.terms.source import Source
from benchmarks.figures import Figure

CORPUS = "quotations-de"
FILE = "train.jsonl"
_NUMBER_AND_DATE = re.compile(r"^\d+ - | \(\d{4}-\d\d-\d\d\)$")
"""What stands around the headline in a document's name."""


@dataclass(frozen=True, slots=True)
class Article:
    """A published article; `headline` is the one it was published under."""

    headline: str
    text: str


def articles(eval_dir: Path) -> list[Article]:
    """The articles of the training set. Raises FileNotFoundError if it is not there."""
    lines = (eval_dir / CORPUS / FILE).read_text("utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    return [
        Article(_NUMBER_AND_DATE.sub("", document["documentName"]), document["originalText"])
        for document in documents
    ]


def run(eval_dir: Path) -> list[Figure]:
    """Findings per 1,000 words of published news, in all and by check, and what the articles say of themselves."""
    against_sources = {check.id for check in catalogue() if check.needs_sources}
    words = headlines = 0
    severities: Counter[Severity] = Counter()
    checks: Counter[str] = Counter()
    verdicts: Counter[Verdict] = Counter()
    contradicted = 0
    for article in articles(eval_dir):
        text = article.text
        words += len(text.split())
        for finding in _checked(text, alone=True).findings:
            severities[finding.severity] += 1
            checks[finding.check] += 1
        headlines += sum(1 for _ in HeadlineNotCovered().run(_under_headline(article)))
        itself = _checked(text, alone=False)
        verdicts.update(sentence.verdict for sentence in itself.sentences)
        contradicted += sum(
            finding.severity is Severity.ERROR and finding.check in against_sources
            for finding in itself.findings
        )
    checkable = verdicts.total() - verdicts[Verdict.NOT_CHECKABLE]
    return [
        Figure("published.words", words, "words"),
        *(
            _rate(f"published.{severity}", severities[severity], words)
            for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
        ),
        *(
            _rate(f"published.{check.id}", checks[check.id], words)
            for check in catalogue()
            if not check.needs_sources and check.id != HeadlineNotCovered.id
        ),
        _rate(f"published.{HeadlineNotCovered.id}", headlines, words),
        Figure("published.self_checkable", checkable, "sentences"),
        Figure("published.self_supported", verdicts[Verdict.SUPPORTED] / max(1, checkable), "share"),
        Figure("published.self_errors", contradicted, "findings", higher_is_better=False),
    ]


def _under_headline(article: Article) -> Examination:
    """An article as a draft with its headline; the texts of the corpus come without."""
    return Examination(reading=read(f"# {article.headline}\n\n{article.text}", language_for("de")))


def _checked(text: str, *, alone: bool) -> Report:
    article = Source(text=text, language="de")
    return check_draft(article, [] if alone else [Source(text=text, language="de")])


def _rate(name: str, findings: int, words: int) -> Figure:
    return Figure(name, 1000 * findings / max(1, words), "per 1,000 words", higher_is_better=False)
