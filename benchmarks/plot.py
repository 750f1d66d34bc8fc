"""A small line plot, written as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from typing import Final

_WIDTH: Final = 640
_HEIGHT: Final = 390
_LEFT: Final = 70
_RIGHT: Final = 24
_TOP: Final = 76
_BOTTOM: Final = 52
_COLOURS: Final = ("#1b4f72", "#b9770e", "#196f3d")


@dataclass(frozen=True, slots=True)
class Series:
    """Measured points under one name; both numbers of a point are greater than 0."""

    name: str
    points: Sequence[tuple[float, float]]


def line_plot(title: str, across: str, up: str, series: Sequence[Series]) -> str:
    """An SVG document: both axes in powers of ten, one line for each series, every point with its value.

    A cost that does not depend on what is laid off across is a level line. Raises ValueError where there is no point.
    """
    points = [point for one in series for point in one.points]
    if not points:
        raise ValueError("nothing to plot")
    x_range = _decades([x for x, _ in points])
    y_range = _decades([y for _, y in points])

    def place(x: float, y: float) -> tuple[float, float]:
        right = (log10(x) - x_range[0]) / (x_range[1] - x_range[0])
        high = (log10(y) - y_range[0]) / (y_range[1] - y_range[0])
        return (
            round(_LEFT + right * (_WIDTH - _LEFT - _RIGHT), 1),
            round(_HEIGHT - _BOTTOM - high * (_HEIGHT - _TOP - _BOTTOM), 1),
        )

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>',
        f'<text x="{_LEFT}" y="20" font-size="15">{escape(title)}</text>',
    ]
    for decade in range(x_range[0], x_range[1] + 1):
        x, _ = place(10.0**decade, 10.0 ** y_range[0])
        parts.append(
            f'<line x1="{x}" y1="{_TOP}" x2="{x}" y2="{_HEIGHT - _BOTTOM}" stroke="#ddd"/>'
            f'<text x="{x}" y="{_HEIGHT - _BOTTOM + 16}" text-anchor="middle">{10.0**decade:,.10g}</text>'
        )
    for decade in range(y_range[0], y_range[1] + 1):
        _, y = place(10.0 ** x_range[0], 10.0**decade)
        parts.append(
            f'<line x1="{_LEFT}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}" stroke="#ddd"/>'
            f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{10.0**decade:,.10g}</text>'
        )
    for number, one in enumerate(series):
        colour = _COLOURS[number % len(_COLOURS)]
        placed = [place(x, y) for x, y in one.points]
        path = " ".join(f"{x},{y}" for x, y in placed)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for (x, y), (_, value) in zip(placed, one.points, strict=True):
            anchor = "start" if x <= _LEFT else "end" if x >= _WIDTH - _RIGHT else "middle"
            told = f"{value:,.0f}" if value >= 100 else f"{value:.2g}"
            parts.append(
                f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>'
                f'<text x="{x}" y="{y - 7}" text-anchor="{anchor}" fill="{colour}">{told}</text>'
            )
        parts.append(
            f'<text x="{_WIDTH - _RIGHT}" y="{20 + 16 * number}" text-anchor="end" fill="{colour}">{escape(one.name)}</text>'
        )
    middle = _HEIGHT / 2
    parts += [
        f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 12}" text-anchor="middle">{escape(across)}</text>',
        f'<text x="16" y="{middle}" text-anchor="middle" transform="rotate(-90 16 {middle})">{escape(up)}</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """The powers of ten around the values; at least one apart."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)
