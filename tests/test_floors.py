"""Quality is a ratchet: no figure below its floor, and each floor names the corpus it was measured on."""

import os
from pathlib import Path

import pytest

from benchmarks.__main__ import SUITES, WITHOUT_DATA, measure
from benchmarks.by_kind import measured, recorded
from benchmarks.figures import Figure, Floor, below_floor, digest, floors
from benchmarks.measured import drifted

DATA = os.environ.get("BELEG_EVAL", "")
ARTICLES = os.environ.get("BELEG_ARTICLES", "")
SCHEMAS = os.environ.get("BELEG_SCHEMAS", "")
UNTIMED = [
    suite for suite in SUITES if suite not in ("speed", "scale", "tampering", "replay", "affected", "typing")
]
"""Speed depends on the machine; tampering and affected take long and have their own tests in a smaller form."""
FOLDERS = {
    "wires": "wires",
    "pages": "pages",
    "quotations": "quotations-de",
    "faithfulness": "faithfulness-de",
    "published": "quotations-de",
    "generated": "quotations-de",
    "summedits": "summedits-en",
}


@pytest.mark.parametrize("suite", UNTIMED)
def test_no_figure_is_below_its_floor(suite: str) -> None:
    if suite == "article" and not ARTICLES:
        pytest.skip("no article: name its folder in BELEG_ARTICLES")
    if suite == "schemas" and not SCHEMAS:
        pytest.skip("no schemas: name their folder in BELEG_SCHEMAS")
    if suite not in WITHOUT_DATA and suite not in ("article", "schemas") and not DATA:
        pytest.skip("no measuring data: name its folder in BELEG_EVAL")
    pinned = {name: floor for name, floor in floors().items() if name.startswith(suite + ".")}
    assert pinned, f"{suite} has no floor"
    if suite in FOLDERS:
        corpus = digest(Path(DATA) / FOLDERS[suite])
        assert {floor.corpus for floor in pinned.values()} == {corpus}, "the floors are of another corpus"
    folders = [Path(folder) if folder else None for folder in (DATA, ARTICLES, SCHEMAS)]
    figures = measure(suite, *folders)
    assert set(pinned) <= {figure.name for figure in figures}
    if suite == "quotations":
        assert measured(Path(DATA)) == recorded(), "the figures on the page on quotations are old"
    assert [below_floor(figure, pinned) for figure in figures if below_floor(figure, pinned)] == []
    assert drifted(figures) == []


def test_a_figure_below_its_floor_is_noticed() -> None:
    pinned = {"a.share": Floor(0.8, ""), "a.alarms": Floor(0.1, "")}
    assert below_floor(Figure("a.share", 0.79, "share"), pinned) == "a.share is 0.790, its floor is 0.800."
    assert below_floor(Figure("a.share", 0.8, "share"), pinned) == ""
    assert below_floor(Figure("a.alarms", 0.2, "share", higher_is_better=False), pinned)
    assert below_floor(Figure("a.other", 0.0, "share"), pinned) == ""
