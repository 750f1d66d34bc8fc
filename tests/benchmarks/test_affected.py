"""The way from a source to what rests on it is measured on what it says, and is complete."""

from benchmarks.affected import SHARED_BY_ONE_IN, run
from benchmarks.figures import below_floor, floors


def test_every_sentence_is_found_and_quickly() -> None:
    articles = SHARED_BY_ONE_IN + 1
    figures = {figure.name: figure for figure in run(articles)}
    shared = 2  # the first article and the last
    entries_of_an_article = 1 + 4 + 3
    assert figures["affected.articles"].value == articles
    assert figures["affected.entries"].value == articles * entries_of_an_article + shared
    pinned = {name: floor for name, floor in floors().items() if name.startswith("affected.")}
    assert pinned
    assert [below_floor(figures[name], pinned) for name in pinned] == ["", ""]
