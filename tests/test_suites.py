"""The suites on published text count what they say they count, on texts of our own."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from beleg.checks.catalogue import check_named
from beleg.terms.span import Span
from benchmarks import article, published
from benchmarks.__main__ import measure
from benchmarks.article import Expectation, Expected
from benchmarks.figures import Figure

TEXT = "Der Rat tagte am Montag. Leider fehlt der Stadt das Geld.\n\nLesen Sie auch: Wie die Brücke verfiel\n"


def _corpus(folder: Path, headline: str, *texts: str) -> Path:
    (folder / published.CORPUS).mkdir()
    lines = [
        json.dumps({"documentName": f"12 - {headline} (2024-05-01)", "originalText": text}) for text in texts
    ]
    (folder / published.CORPUS / published.FILE).write_text("\n".join(lines), "utf-8")
    return folder


def _values(figures: list[Figure]) -> dict[str, float]:
    return {figure.name: figure.value for figure in figures}


def _expected(check: str, words: str, *, exactly: bool = False) -> Expected:
    start = TEXT.index(words)
    return Expected(check, (Span(start, start + len(words)),), exactly=exactly)


def test_findings_are_counted_per_thousand_words(tmp_path: Path) -> None:
    values = _values(published.run(_corpus(tmp_path, "Rat tagte am Montag", TEXT)))
    words = len(TEXT.split())
    assert values["published.words"] == words
    assert values["published.judgement_unattributed"] == pytest.approx(1000 / words)
    assert values["published.teaser_in_text"] == pytest.approx(1000 / words)
    assert values["published.warning"] == pytest.approx(2000 / words)
    assert values["published.error"] == 0
    assert values["published.headline_not_covered"] == 0
    assert values["published.self_supported"] == 1
    assert values["published.self_errors"] == 0


def test_the_headline_is_measured_without_number_and_date(tmp_path: Path) -> None:
    folder = _corpus(
        tmp_path,
        "14 Verletzte bei Brand im Rathaus",
        "Bei dem Brand im Rathaus wurden sieben Menschen verletzt.",
    )
    assert [one.headline for one in published.articles(folder)] == ["14 Verletzte bei Brand im Rathaus"]
    assert _values(published.run(folder))["published.headline_not_covered"] > 0


def test_missing_data_is_said_and_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="--eval PATH"):
        measure("published", None)
    with pytest.raises(FileNotFoundError, match="no part of Beleg; name its folder with --articles PATH"):
        measure("article", None)
    with pytest.raises(FileNotFoundError, match="not at"):
        measure("article", None, tmp_path / "nowhere")
    (tmp_path / "other.txt").write_text("Ein anderer Artikel.", "utf-8")
    with pytest.raises(FileNotFoundError, match="No file in"):
        measure("article", None, tmp_path)


def test_the_article_is_known_by_its_digest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ein anderer Artikel.", "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    assert article.text_of(tmp_path, sha256(TEXT.encode()).hexdigest()) == TEXT


def test_a_fault_is_found_by_the_right_check_at_the_right_place() -> None:
    must = (
        _expected("judgement_unattributed", "Leider", exactly=True),
        _expected("teaser_in_text", "Wie die Brücke"),
        _expected("teaser_in_text", "Der Rat tagte"),
        _expected("unnamed_source", "Leider"),
        _expected("judgement_unattributed", "Leider fehlt", exactly=True),
    )
    values = _values(article.measured(TEXT, Expectation("", must, ())))
    assert values["article.faults"] == 5
    assert values["article.found"] == 2
    assert values["article.waved_away"] == 0


def test_what_is_neither_expected_nor_right_is_waved_away() -> None:
    must = (_expected("judgement_unattributed", "Leider"),)
    right = (_expected("teaser_in_text", "Lesen Sie auch"),)
    assert _values(article.measured(TEXT, Expectation("", must, right)))["article.waved_away"] == 0
    assert _values(article.measured(TEXT, Expectation("", must, ())))["article.waved_away"] == 1


def test_the_expectation_names_checks_by_their_ids_and_holds_no_text() -> None:
    expected = article.expectation()
    assert len(expected.article) == 64
    assert len(expected.must) == 11
    assert check_named("teaser_in_text") is not None
    assert all(one.check.isidentifier() and one.places for one in (*expected.must, *expected.right))
