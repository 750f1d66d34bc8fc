"""axe-core finds nothing to complain about on any page, light or dark, German or English, wide or narrow.

axe-core (MPL-2.0) lies in `web/node_modules`; it is put into the browser by these tests and is no part of Beleg.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from playwright.sync_api import Browser, BrowserContext, Page

from beleg.desk.app import make_app
from beleg.newsroom.example import EDITOR
from tests.desk.conftest import serving
from tests.desk.states import States, with_every_state

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""What can differ between light and dark. Everything else is looked at in light only, so that the tests stay quick."""

PAGES: dict[str, tuple[str, ...]] = {
    "/": ("/", "/?said=signed-out"),
    "/sign-in": ("/sign-in",),
    "/dossiers/{dossier_id}": (
        "/dossiers/{example}",
        "/dossiers/{example}?at=s5",
        "/dossiers/{empty}",
        "/dossiers/{published}",
    ),
    "/dossiers/{dossier_id}/text": ("/dossiers/{example}/text",),
    "/dossiers/{dossier_id}/draft": ("/dossiers/{example}/draft", "/dossiers/{empty}/draft"),
    "/dossiers/{dossier_id}/revisions": (
        "/dossiers/{example}/revisions?older=1",
        "/dossiers/{published}/revisions?only=changes",
        "/dossiers/{empty}/revisions",
    ),
    "/settings/style": ("/settings/style",),
    "/dossiers/{dossier_id}/revisions/{number}": ("/dossiers/{example}/revisions/1",),
    "/dossiers/{dossier_id}/sources": ("/dossiers/{example}/sources", "/dossiers/{empty}/sources"),
    "/dossiers/{dossier_id}/sources/{source_id}": (
        "/dossiers/{example}/sources/{message}?start=10&end=60",
        "/dossiers/{example}/sources/{copy}",
        "/dossiers/{example}/sources/{web_page}",
        "/dossiers/{published}/sources/{retracted}",
    ),
    "/dossiers/{dossier_id}/sign-off": (
        "/dossiers/{example}/sign-off",
        "/dossiers/{empty}/sign-off",
        "/dossiers/{signed}/sign-off",
        "/dossiers/{published}/sign-off",
        "/dossiers/{withdrawn}/sign-off",
    ),
    "/dossiers/{dossier_id}/published": (
        "/dossiers/{empty}/published",
        "/dossiers/{published}/published",
        "/dossiers/{withdrawn}/published",
    ),
    "/dossiers/{dossier_id}/record": (
        "/dossiers/{example}/record",
        "/dossiers/{withdrawn}/record?kind=release",
    ),
    "/dossiers/{dossier_id}/record/verification": ("/dossiers/{withdrawn}/record/verification",),
    "/dossiers/{dossier_id}/page": ("/dossiers/{published}/page", "/dossiers/{withdrawn}/page"),
    "/dossiers/{dossier_id}/report.html": ("/dossiers/{example}/report.html",),
}
"""Every page by the route that answers it, in each of its states."""

SHOWN_BARE = ("/dossiers/{dossier_id}/page", "/dossiers/{dossier_id}/report.html")
"""Documents of their own, without the header of the desk."""

REFUSED = ("/dossiers/{example}/nothing",)
"""Addresses that are answered with the page that says no."""

NO_PAGES = {
    "/health": "a word for monitors",
    "/settings/style.toml": "a style sheet, to be saved",
    "/dossiers/{dossier_id}/bundle": "a zip file",
    "/dossiers/{dossier_id}/sources/{source_id}/original": "somebody else's page, shown in a frame",
    "/dossiers/{dossier_id}/sources/{source_id}/raw": "the bytes of a source, to be saved",
    "/dossiers/{dossier_id}/record.jsonl": "a file for other machines",
    "/dossiers/{dossier_id}/outputs/{target}": "a file for other machines",
    "/dossiers/{dossier_id}/report.pdf": "a PDF file",
}
"""What a browser asks for without showing it as a page of the desk, and what it is."""


def test_every_route_a_browser_can_ask_for_is_a_page_of_the_table_or_named_as_none(tmp_path: Path) -> None:
    app = make_app(tmp_path / "newsroom", secret=b"s" * 32)
    routes = {
        context.original_route.path
        for context in iter_route_contexts(app.routes)
        if isinstance(context.original_route, APIRoute) and "GET" in (context.original_route.methods or ())
    }
    assert routes == PAGES.keys() | NO_PAGES.keys()
    assert not PAGES.keys() & NO_PAGES.keys()


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, States]]:
    """The address of a desk with a dossier in every state, and where they lie."""
    folder = tmp_path_factory.mktemp("states")
    states = with_every_state(folder)
    with serving(folder) as address:
        yield address, states


@pytest.fixture(scope="module", params=["de", "en"])
def window(
    request: pytest.FixtureRequest, browser: Browser, everything: tuple[str, States]
) -> Iterator[BrowserContext]:
    """A browser with axe-core in every page, in each of the desk's languages."""
    address, _ = everything
    context = browser.new_context(
        base_url=address,
        locale={"de": "de-DE", "en": "en-GB"}[request.param],
        bypass_csp=True,
        reduced_motion="reduce",
    )
    context.add_init_script(path=AXE)
    yield context
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["de-DE", "en-GB"])
def test_axe_finds_nothing_before_signing_in(
    browser: Browser, everything: tuple[str, States], locale: str
) -> None:
    page = browser.new_page(base_url=everything[0], locale=locale, bypass_csp=True, reduced_motion="reduce")
    page.add_init_script(path=AXE)
    _look_at(page, "/sign-in", 200)
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("route", [route for route in PAGES if route != "/sign-in"])
def test_axe_finds_nothing(window: BrowserContext, everything: tuple[str, States], route: str) -> None:
    _, states = everything
    page = _signed_in(window)
    for address in PAGES[route]:
        _look_at(page, _filled(address, states), 200)
    page.close()


@pytest.mark.browser
def test_axe_finds_nothing_where_the_desk_says_no(
    window: BrowserContext, everything: tuple[str, States]
) -> None:
    _, states = everything
    page = _signed_in(window)
    for address in REFUSED:
        _look_at(page, _filled(address, states), 404)
    page.close()


_FROM_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
}"""
"""Begins at the top of the page, wherever the page has put the focus."""

_NOTING_FOCUS = """() => {
    const stops = [...document.querySelectorAll(
            'a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex="0"]')]
        .filter(one => one.checkVisibility() && !one.disabled);
    window.reached = [];
    document.addEventListener("focusin", event => window.reached.push(stops.indexOf(event.target)));
    return stops.length;
}"""
"""Notes which of the things a person can act on are reached, by their place in the order of reading."""


@pytest.mark.browser
@pytest.mark.parametrize("window", ["de"], indirect=True)
@pytest.mark.parametrize("route", PAGES)
def test_every_page_says_what_it_is_and_the_tab_key_reaches_everything_in_order(
    window: BrowserContext, everything: tuple[str, States], route: str
) -> None:
    address, states = everything
    page = _stranger(window, address) if route == "/sign-in" else _signed_in(window)
    page.set_viewport_size({"width": 1440, "height": 900})
    titles = set()
    for address in PAGES[route]:
        page.goto(_filled(address, states))
        assert page.locator("h1").count() == 1 and page.locator("h1").inner_text().strip(), address
        assert page.locator("html").get_attribute("lang") in ("de", "en"), address
        titles.add(page.title())
        page.evaluate(_FROM_THE_TOP)
        stops = page.evaluate(_NOTING_FOCUS)
        for _ in range(stops):
            page.keyboard.press("Tab")
        assert page.evaluate("window.reached") == list(range(stops)), address
    assert all(len(title) > len(" – Beleg") for title in titles)
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("window", ["de"], indirect=True)
@pytest.mark.parametrize("route", [route for route in PAGES if route not in SHOWN_BARE])
def test_the_first_tab_stop_leads_past_the_header(
    window: BrowserContext, everything: tuple[str, States], route: str
) -> None:
    address, states = everything
    page = _stranger(window, address) if route == "/sign-in" else _signed_in(window)
    page.goto(_filled(PAGES[route][0], states))
    page.evaluate(_FROM_THE_TOP)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#main" and skip.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def _filled(address: str, states: States) -> str:
    return address.format(**{name: getattr(states, name) for name in States.__slots__})


def _stranger(window: BrowserContext, address: str) -> Page:
    """A page of somebody who has not signed in."""
    assert window.browser
    return window.browser.new_page(base_url=address, locale="de-DE")


def _signed_in(window: BrowserContext) -> Page:
    """A page of the editor's; they sign in once."""
    page = window.new_page()
    page.goto("/")
    if page.url.endswith("/sign-in"):
        page.locator("#login").fill(EDITOR.login)
        page.locator("#password").fill(EDITOR.password)
        page.keyboard.press("Enter")
        page.wait_for_url("**/")
    return page


def _look_at(page: Page, address: str, status: int) -> None:
    """Look at a page wide and narrow, light and dark, and say everything that was found at once."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1440, "height": 900})
    answer = page.goto(address)
    assert answer is not None and answer.status == status, address
    found = _found(page, "light", 1440)
    page.emulate_media(color_scheme="dark")
    found += _found(page, "dark", 1440)
    page.set_viewport_size({"width": 360, "height": 740})
    found += _found(page, "dark", 360)
    page.emulate_media(color_scheme="light")
    found += _found(page, "light", 360)
    assert not found, f"{address}\n" + "\n".join(found)


def _found(page: Page, scheme: Literal["light", "dark"], width: int) -> list[str]:
    rules = {"type": "tag", "values": TAGS} if scheme == "light" else {"type": "rule", "values": COLOUR_RULES}
    violations: list[str] = page.evaluate(
        """async (rules) => {
            const told = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
            return told.violations.flatMap(one => one.nodes.map(node =>
                `${one.id}: ${node.html.slice(0, 200)} (${node.failureSummary.split("\\n")[1]})`));
        }""",
        rules,
    )
    return [f"{scheme}, {width} px: {violation}" for violation in violations]
