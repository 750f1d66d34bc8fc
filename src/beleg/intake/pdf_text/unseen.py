"""Unseen: whether a character of a PDF page can be seen, as far as PDFium tells."""

import ctypes
from functools import cached_property
from typing import Any, Final

_INVISIBLE: Final = frozenset((3, 7))
"""Rendering modes that paint nothing (ISO 32000-1, table 106)."""
_WHITE: Final = 250
_TINY: Final = 1.0
"""Points from its lowest to its highest place up to which no character can be read."""
_MOST_GROUNDS: Final = 1_000
"""Drawings of a page up to which it is asked what stands behind white text; a map has tens of thousands."""
_SCANNED: Final = 0.5
"""Share of a page that a picture covers from which on invisible text is what was recognised in it."""

_Box = tuple[float, float, float, float]


class Page:
    """One page with its text, while it is open."""

    def __init__(self, page: Any, textpage: Any) -> None:
        self._page = page
        self._textpage = textpage
        self._edges: _Box = page.get_bbox()

    def shows(self, at: int) -> bool:
        """Whether the character `at` can be seen: painted, large enough, on the page, and not white on white paper."""
        from pypdfium2 import raw as pdfium

        left, bottom, right, top = self._textpage.get_charbox(at, loose=True)
        if 0 < top - bottom <= _TINY or self._is_outside((left, bottom, right, top)):
            return False
        drawn = pdfium.FPDFText_GetTextObject(self._textpage, at)
        if not drawn:
            return True
        if pdfium.FPDFTextObj_GetTextRenderMode(drawn) in _INVISIBLE:
            return self._is_scanned
        return not self._is_white(drawn) or self._has_ground((left, bottom, right, top))

    def _is_outside(self, box: _Box) -> bool:
        left, bottom, right, top = self._edges
        return box[2] < left or box[0] > right or box[3] < bottom or box[1] > top

    def _is_white(self, drawn: Any) -> bool:
        from pypdfium2 import raw as pdfium

        channels = [ctypes.c_uint() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetFillColor(drawn, *channels):
            return False
        red, green, blue, alpha = (channel.value for channel in channels)
        return alpha == 0 or min(red, green, blue) >= _WHITE

    def _has_ground(self, box: _Box) -> bool:
        """Whether a drawing or picture lies where the character stands; where there are too many, it is taken to."""
        across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return len(self._grounds) > _MOST_GROUNDS or any(
            left <= across <= right and bottom <= up <= top for left, bottom, right, top in self._grounds
        )

    @cached_property
    def _grounds(self) -> list[_Box]:
        from pypdfium2 import raw as pdfium

        kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]
        return self._boxes(kinds)

    @cached_property
    def _is_scanned(self) -> bool:
        from pypdfium2 import raw as pdfium

        left, bottom, right, top = self._edges
        page = max((right - left) * (top - bottom), 1.0)
        covered = sum((b[2] - b[0]) * (b[3] - b[1]) for b in self._boxes([pdfium.FPDF_PAGEOBJ_IMAGE]))
        return covered >= _SCANNED * page

    def _boxes(self, kinds: list[int]) -> list[_Box]:
        found: list[_Box] = []
        for drawn in self._page.get_objects(filter=kinds, max_depth=4):
            found.append(drawn.get_bounds())
            if len(found) > _MOST_GROUNDS:
                break
        return found
