"""The load suite in small: a few editors for some seconds lose nothing and meet no error."""

from pathlib import Path

from benchmarks import load
from benchmarks.editors import Seen


def test_a_few_editors_lose_nothing() -> None:
    seen, missing = load.measured(editors=5, seconds=8, dossiers=2)
    assert seen.errors == []
    assert missing == []
    assert seen.written and seen.pages and seen.looks and seen.news


def test_a_lost_edit_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    _, (dossier,) = load.founded(folder, 1, 1)
    assert load.lost(folder, Seen()) == []
    assert load.lost(folder, Seen(written=[(dossier, "Diese Zeile hat niemand geschrieben.")])) == [
        f"Diese Zeile hat niemand geschrieben. ({dossier})"
    ]


def test_the_95th_percentile_is_the_nearest_rank() -> None:
    assert load.percentile([n / 1000 for n in range(1, 101)]) == 95
    assert load.percentile([0.5]) == 500
