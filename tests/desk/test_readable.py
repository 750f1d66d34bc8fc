"""Every page can be used at every width, by keyboard and by ear."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from beleg.newsroom.example import EDITOR
from tests.desk.conftest import Desk, has_begun, laid_out_width, sign_in
from tests.desk.messages import FOLDER

PAGES = ("", "?at=s5", "/text", "/draft", "/sources", "/sign-off", "/published", "/record", "/revisions/1")
WIDTHS = (320, 360, 720, 768, 1440)
"""CSS pixels: telephone, tablet, desk; and what is left of 1440 at 200 % and of 1280 at 400 % (WCAG 2.2, 1.4.10)."""

_UNLABELLED = """() => [...document.querySelectorAll('input:not([type=hidden]), textarea, select')]
    .filter(field => !field.labels.length).map(field => field.outerHTML)"""
_HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4')]
    .filter(heading => heading.checkVisibility()).map(heading => Number(heading.tagName[1]))"""
_TWICE = """() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at) }"""
_NAMELESS = """() => [...document.querySelectorAll('a, button, summary')]
    .filter(one => !one.innerText.trim() && one.checkVisibility()).map(one => one.outerHTML)"""
_SMALL = """() => [...document.querySelectorAll('button, .button, .tabs a, .items a, input[type=checkbox]')]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24 - 6 * (one.type === 'checkbox'))
    .map(one => one.outerHTML)"""


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """An editor's window."""
    yield from _window(browser, desk, scripts=True)


def _window(browser: Browser, desk: Desk, *, scripts: bool) -> Iterator[Page]:
    context = browser.new_context(base_url=desk.address, locale="en-GB", java_script_enabled=scripts)
    opened = context.new_page()
    sign_in(opened, EDITOR)
    yield opened
    context.close()


@pytest.mark.browser
def test_every_page_at_every_width(page: Page, desk: Desk) -> None:
    with_sources = page.request.get(desk.path("/sources")).text()
    found = re.search(r"/sources/[0-9a-f.]{64,}", with_sources)
    assert found
    for path in ("/", *(desk.path(rest) for rest in (*PAGES, found[0]))):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(path)
            assert laid_out_width(page) <= width, (path, width)
            assert page.evaluate(_UNLABELLED) == [], path
            assert page.evaluate(_TWICE) == [], path
            assert page.evaluate(_NAMELESS) == [], path
            assert page.evaluate(_SMALL) == [], path
            levels = page.evaluate(_HEADINGS)
            assert levels[0] == 1 and levels.count(1) == 1, (path, levels)
            assert all(after - before <= 1 for before, after in pairwise(levels)), path
            assert page.get_by_role("main").count() == page.get_by_role("banner").count() == 1, path


@pytest.mark.browser
def test_on_a_telephone_the_desks_links_are_behind_a_button_that_needs_no_script(
    scriptless: Page, desk: Desk
) -> None:
    page = scriptless
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(desk.path("/sources"))
    training = page.get_by_role("link", name="Training")
    expect(training).to_be_hidden()
    heading = page.locator(".heading").bounding_box()
    assert heading is not None and heading["y"] + heading["height"] < 160
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(training).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Dossiers")).to_be_focused()
    page.keyboard.press("Escape")
    expect(training).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    training.click()
    expect(page.get_by_role("heading", level=1, name="Training")).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(training).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()


@pytest.mark.browser
def test_the_first_tab_stop_leads_to_the_content(page: Page, desk: Desk) -> None:
    page.goto(desk.path())
    has_begun(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)


@pytest.mark.browser
def test_choosing_a_finding_by_keyboard_leads_to_its_sentence(page: Page, desk: Desk) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(desk.path())
    has_begun(page)
    last = page.locator(".queue .items a").last
    last.focus()
    page.keyboard.press("Enter")
    here = page.locator(".sentence.here").first
    expect(here).to_be_in_viewport()
    box = here.bounding_box()
    evidence = page.locator(".evidence").bounding_box()
    assert box is not None and evidence is not None and evidence["x"] > box["x"] + box["width"]
    assert page.evaluate("scrollY") == 0
    # From the text one key leads to its evidence, though that stands in another column.
    expect(page.get_by_role("textbox", name="Text of the article")).to_be_focused()
    page.keyboard.press("F2")
    expect(page.locator(".evidence:focus-within")).to_have_count(1)


@pytest.mark.browser
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (1440, 900)])
def test_a_suggestion_can_be_taken_over_on_a_laptop_without_scrolling(
    page: Page, desk: Desk, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(desk.path())
    items = page.locator(".queue .items a")
    seen = 0
    for address in [items.nth(at).get_attribute("href") or "" for at in range(items.count())]:
        page.goto(desk.path() + address)
        has_begun(page)
        button = page.locator(".evidence .finding").first.locator(".fix button")
        if button.count():
            seen += 1
            box, pane = button.bounding_box(), page.locator(".evidence").bounding_box()
            assert box is not None and pane is not None
            assert box["y"] + box["height"] <= min(height, pane["y"] + pane["height"]), address
    assert seen


@pytest.fixture
def scriptless(browser: Browser, desk: Desk) -> Iterator[Page]:
    """An editor's window that runs no script."""
    yield from _window(browser, desk, scripts=False)


@pytest.mark.browser
def test_what_stands_out_by_colour_stands_out_without_it(scriptless: Page, desk: Desk) -> None:
    page = scriptless
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(desk.path())
    page.emulate_media(forced_colors="active")
    outline = "one => getComputedStyle(one).outlineStyle"
    assert page.locator(".row.here").evaluate(outline) == "solid"
    assert page.locator(".row:not(.here)").first.evaluate(outline) == "none"
    border = "one => getComputedStyle(one).borderBottomColor"
    here, other = page.locator(".tabs [aria-current]"), page.locator(".tabs a:not([aria-current])").first
    assert here.evaluate(border) != other.evaluate(border)


@pytest.mark.browser
def test_print_leaves_out_what_paper_cannot_do_and_hides_no_word(scriptless: Page, desk: Desk) -> None:
    page = scriptless
    page.goto(desk.path())
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("header.top, .tabs, .evidence button").first.is_visible()
    assert page.locator(".row .words").last.is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.panes-page main')).overflow") == "visible"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def _colours() -> tuple[dict[str, str], dict[str, str]]:
    css = (FOLDER / "static" / "desk.css").read_text(encoding="utf-8")
    light, dark = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in css.split(":root {")[1:3]
    )
    return light, dark


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio" and "relative luminance"."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", ["paper", "ground", "field", "here"])
@pytest.mark.parametrize("ink", ["ink", "soft", "link", "error", "warning", "notice", "good"])
def test_words_can_be_read_on_every_ground_in_light_and_dark(ink: str, ground: str) -> None:
    for scheme in _colours():
        assert _contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "error-ground"),
        ("error", "error-ground"),
        ("ink", "warning-ground"),
        ("ink", "notice-ground"),
        ("ink", "good-ground"),
        ("good", "good-ground"),
        ("differs-ink", "differs"),
    ],
)
def test_words_can_be_read_on_their_marks_in_light_and_dark(ink: str, ground: str) -> None:
    for scheme in _colours():
        assert _contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "ground", "field"])
@pytest.mark.parametrize("line", ["edge", "here-line", "differs-line", "error", "warning", "notice", "good"])
def test_lines_that_mean_something_stand_out_in_light_and_dark(line: str, ground: str) -> None:
    for scheme in _colours():
        assert _contrast(scheme[line], scheme[ground]) >= 3


@pytest.mark.parametrize("ground", ["paper", "ground"])
def test_the_focus_ring_stands_out(ground: str) -> None:
    for scheme in _colours():
        assert _contrast(scheme["focus"], scheme[ground]) >= 3
