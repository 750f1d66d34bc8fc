"""The page on the learned engine: its figures are those recorded, and the record is what the suite writes."""

import tomllib
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.learned import RECORDED, as_toml, recorded
from docs.generator.quotation_figures import with_learned_figures

PAGE = (Path(__file__).parents[2] / "docs" / "learned-engine.md").read_text("utf-8")


def test_the_page_shows_the_recorded_figures() -> None:
    assert with_learned_figures(PAGE) == PAGE
    assert f"| learned, the 150 texts | {recorded()['messages_f1']:.1f} |" in PAGE


def test_what_the_suite_measures_is_recorded_as_it_is_read() -> None:
    figures = [Figure(f"learned.{name}", value, "%", True) for name, value in recorded().items()]
    assert figures
    assert as_toml(figures) == RECORDED.read_text("utf-8")
    assert tomllib.loads(as_toml(figures)) == recorded()
