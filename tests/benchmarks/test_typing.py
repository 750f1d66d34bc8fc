"""The suite `typing` measures what it says, on a text that is as long as it says."""

import pytest
from playwright.sync_api import Browser

from beleg.pipeline import check_draft
from beleg.terms.finding import Severity
from beleg.terms.report import Verdict
from beleg.terms.source import Source
from benchmarks import typing
from benchmarks.typed_article import article


def test_the_article_has_its_words_its_sources_and_its_evidence() -> None:
    text = article()
    assert 1200 <= len(text.content.split()) <= 1300
    assert len(text.sources) == len(text.amounts) == 12
    report = check_draft(Source(text=text.content, language="de"), list(text.sources))
    supported = [sentence for sentence in report.sentences if sentence.verdict is Verdict.SUPPORTED]
    assert len(supported) >= 100
    assert not [found for found in report.findings if found.severity is Severity.ERROR]


def test_the_percentile_is_that_of_the_nearest_rank() -> None:
    assert typing.percentile([float(value) for value in range(100)], 0.95) == 95
    assert typing.percentile([3.0], 0.95) == 3


@pytest.mark.browser
def test_a_few_keystrokes_are_measured(browser: Browser) -> None:
    figures = {figure.name: figure.value for figure in typing.measured(browser, keystrokes=8, refreshes=2)}
    assert figures["typing.keystrokes"] == 8
    assert figures["typing.refreshes"] == 2
    assert 0 < figures["typing.painted_median"] <= figures["typing.painted_p95"]
    assert 100 < figures["typing.refreshed_median"] <= figures["typing.refreshed_p95"]
