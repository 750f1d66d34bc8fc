"""The plot is well-formed, holds every value, and shows a level line as level."""

from xml.etree import ElementTree

import pytest

from benchmarks.plot import Series, line_plot

SVG = "{http://www.w3.org/2000/svg}"


def test_a_level_series_is_a_level_line_and_every_value_is_told() -> None:
    level = Series("level <cost>", [(10.0, 2.0), (100.0, 2.0), (1000.0, 2.0)])
    rising = Series("rising", [(10.0, 1.0), (1000.0, 100.0)])
    root = ElementTree.fromstring(line_plot("Cost & number", "sources", "ms", [level, rising]))
    lines = [element.attrib["points"].split() for element in root.iter(f"{SVG}polyline")]
    heights = [[float(point.split(",")[1]) for point in line] for line in lines]
    assert len(set(heights[0])) == 1
    assert heights[1][0] > heights[1][1], "more is higher up"
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert words.count("2") == 3
    assert {"level <cost>", "rising", "Cost & number", "sources", "ms", "100"} <= set(words)


def test_one_value_alone_can_be_drawn() -> None:
    root = ElementTree.fromstring(line_plot("One", "x", "y", [Series("one", [(10.0, 10.0)])]))
    assert len(list(root.iter(f"{SVG}circle"))) == 1


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ValueError, match="nothing to plot"):
        line_plot("None", "x", "y", [])
