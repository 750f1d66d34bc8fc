"""The pictures of the docs are taken here: into `docs/images` where `BELEG_PICTURES` is set, else nowhere that
stays.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from beleg.newsroom.example import EDITOR
from tests.desk.conftest import has_begun, serving, sign_in
from tests.desk.pictures import ALL, GALLERY, IMAGES, KEPT, PAGES, WIDTHS, Scheme, gallery
from tests.desk.states import States, with_every_state

ASKED = bool(os.environ.get("BELEG_PICTURES"))
HEAVIEST = 150_000
"""Bytes of one picture at most; all of the docs together have less than 3 MB."""
_COLOURS = 96


@pytest.fixture(scope="module")
def window(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, States]]:
    """An editor's window in German, over a newsroom in which it is always the same afternoon."""
    folder = tmp_path_factory.mktemp("pictures")
    states = with_every_state(folder, clock=lambda: datetime(2026, 11, 23, 14, 5, tzinfo=UTC))
    with serving(folder) as address:
        page = browser.new_page(base_url=address, locale="de-DE", reduced_motion="reduce")
        sign_in(page, EDITOR)
        yield page, states
        page.close()


def _taken(window: tuple[Page, States], address: str, width: int, scheme: Scheme) -> bytes:
    """The picture as a PNG of few colours: a page of the desk has few, and type stays sharp."""
    page, states = window
    if address == "/sign-in" and page.context.browser:  # which somebody who is signed in does not get to see
        page = page.context.browser.new_page(base_url=page.url, locale="de-DE")
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.emulate_media(color_scheme=scheme)
    answer = page.goto(address.format(**{name: getattr(states, name) for name in States.__slots__}))
    assert answer is not None and answer.status == 200, address
    has_begun(page)
    for frame in page.frames:
        frame.wait_for_load_state()
    page.screenshot()  # a frame is painted with the first picture and is on the second
    few = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    written = BytesIO()
    few.save(written, "PNG", optimize=True)
    if page is not window[0]:
        page.close()
    return written.getvalue()


@pytest.mark.browser
def test_the_pictures_of_the_docs(window: tuple[Page, States], tmp_path: Path) -> None:
    folder = IMAGES if ASKED else tmp_path
    for picture in KEPT:
        taken = _taken(window, picture.address, picture.width, picture.scheme)
        assert len(taken) < HEAVIEST, picture.name
        (folder / f"{picture.name}.png").write_bytes(taken)
    assert {path.name for path in folder.iterdir()} == {f"{picture.name}.png" for picture in KEPT}
    if ASKED:
        GALLERY.write_text(gallery(), encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize("name", PAGES if ASKED else ["sign-in"])
def test_every_page_at_every_width_in_light_and_dark(
    window: tuple[Page, States], tmp_path: Path, name: str
) -> None:
    folder = ALL if ASKED else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for width in WIDTHS:
        taken = {scheme: _taken(window, PAGES[name], width, scheme) for scheme in schemes}
        assert taken["light"] != taken["dark"], (name, width)
        for scheme, raw in taken.items():
            (folder / f"{name}-{width}-{scheme}.png").write_bytes(raw)


def test_the_docs_hold_these_pictures_and_no_others() -> None:
    kept = {path.name: path.stat().st_size for path in IMAGES.iterdir()}
    assert kept.keys() == {f"{picture.name}.png" for picture in KEPT}
    assert max(kept.values()) < HEAVIEST and sum(kept.values()) < 3_000_000


def test_the_gallery_shows_every_picture() -> None:
    assert GALLERY.read_text(encoding="utf-8") == gallery()
