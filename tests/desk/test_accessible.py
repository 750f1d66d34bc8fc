"""axe-core finds nothing to complain about on any page, light or dark, German or English, wide or narrow.

axe-core (MPL-2.0) lies in `web/node_modules`; it is put into the browser by these tests and is no part of Beleg.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from playwright.sync_api import Browser, BrowserContext, Page, expect

from beleg.desk.app import make_app
from beleg.newsroom.example import ADMINISTRATOR, EDITOR, ExampleAccount
from tests.desk.conftest import has_begun, serving, sign_in
from tests.desk.states import States, copy_of_every_state

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""What can differ between light and dark. Everything else is looked at in light only, so that the tests stay quick."""

PAGES: dict[str, tuple[str, ...]] = {
    "/": ("/", "/?said=signed-out"),
    "/sign-in": ("/sign-in",),
    "/published": ("/published",),
    "/account": ("/account",),
    "/accounts": ("/accounts",),
    "/accounts/{account_id}": ("/accounts/{author}",),
    "/denials": ("/denials",),
    "/settings/style": ("/settings/style",),
    "/training": ("/training",),
    "/training/{training_id}": ("/training/{training}",),
    "/dossiers/{dossier_id}": (
        "/dossiers/{example}",
        "/dossiers/{example}?at=s5",
        "/dossiers/{empty}",
        "/dossiers/{published}",
    ),
    "/dossiers/{dossier_id}/text": ("/dossiers/{example}/text",),
    "/dossiers/{dossier_id}/draft": ("/dossiers/{example}/draft", "/dossiers/{empty}/draft"),
    "/dossiers/{dossier_id}/assignment": ("/dossiers/{example}/assignment",),
    "/dossiers/{dossier_id}/generation": ("/dossiers/{example}/generation",),
    "/dossiers/{dossier_id}/questions": ("/dossiers/{example}/questions",),
    "/dossiers/{dossier_id}/variants": ("/dossiers/{example}/variants",),
    "/dossiers/{dossier_id}/preview": ("/dossiers/{example}/preview",),
    "/dossiers/{dossier_id}/revisions": (
        "/dossiers/{example}/revisions?older=1",
        "/dossiers/{published}/revisions?only=changes",
        "/dossiers/{empty}/revisions",
    ),
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

SHOWN_BARE = (
    "/dossiers/{dossier_id}/page",
    "/dossiers/{dossier_id}/preview",
    "/dossiers/{dossier_id}/report.html",
)
"""Documents of their own, without the header of the desk."""

REFUSED = ("/dossiers/{example}/nothing",)
"""Addresses that are answered with the page that says no."""

ADMINISTRATIVE = ("/accounts", "/accounts/{account_id}", "/denials", "/settings/style")
"""Pages that only the administration sees; an editor looks at the others."""

NO_PAGES = {
    "/health": "a word for monitors",
    "/sign-in/issuer": "leads to the issuer of identities",
    "/sign-in/back": "leads back from there",
    "/settings/style.toml": "a file",
    "/dossiers/{dossier_id}/panes": "parts of a page, for the script",
    "/dossiers/{dossier_id}/news": "a stream, for the script",
    "/dossiers/{dossier_id}/generation/news": "a stream, for the script",
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
    states = copy_of_every_state(folder)
    with serving(folder) as address:
        yield address, states


class Windows:
    """Browsers with axe-core in every page, one for each person, in one of the desk's languages.

    Everybody has one window, which goes from page to page: opening another for every page costs more than looking at
    it.
    """

    def __init__(self, browser: Browser, address: str, language: str) -> None:
        self._browser = browser
        self._address = address
        self._locale = {"de": "de-DE", "en": "en-GB"}[language]
        self._opened: dict[str, Page] = {}

    def of(self, who: ExampleAccount | None) -> Page:
        """The window of somebody, light and of the usual size; of nobody in particular for None."""
        login = who.login if who else ""
        if login not in self._opened:
            self._opened[login] = self._context().new_page()
            if who:
                sign_in(self._opened[login], who)
        page = self._opened[login]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 720})
        return page

    def _context(self) -> BrowserContext:
        context = self._browser.new_context(
            base_url=self._address, locale=self._locale, bypass_csp=True, reduced_motion="reduce"
        )
        context.add_init_script(path=AXE)
        return context

    def close(self) -> None:
        for page in self._opened.values():
            page.context.close()


@pytest.fixture(scope="module", params=["de", "en"])
def windows(
    request: pytest.FixtureRequest, browser: Browser, everything: tuple[str, States]
) -> Iterator[Windows]:
    """The windows of everybody, in each of the desk's languages."""
    opened = Windows(browser, everything[0], request.param)
    yield opened
    opened.close()


def _who(route: str) -> ExampleAccount | None:
    if route == "/sign-in":
        return None
    return ADMINISTRATOR if route in ADMINISTRATIVE else EDITOR


@pytest.mark.browser
@pytest.mark.parametrize("route", PAGES)
def test_axe_finds_nothing(windows: Windows, everything: tuple[str, States], route: str) -> None:
    _, states = everything
    page = windows.of(_who(route))
    for address in PAGES[route]:
        look_at(page, _filled(address, states), 200)


@pytest.mark.browser
def test_axe_finds_nothing_where_the_desk_says_no(windows: Windows, everything: tuple[str, States]) -> None:
    _, states = everything
    page = windows.of(EDITOR)
    for address in REFUSED:
        look_at(page, _filled(address, states), 404)


MORE_STOPS = 12
"""Rounds the tab key gets: a field for a date has several stops, a frame those of its page."""

_FROM_THE_TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
}"""
"""Begins at the top of the page, wherever the page has put the focus."""

_NOTING_FOCUS = """() => {
    const stops = [...document.querySelectorAll(
            'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], [contenteditable=true]')]
        .filter(one => one.checkVisibility() && !one.disabled);
    window.reached = [];
    document.addEventListener("focusin", event => window.reached.push(stops.indexOf(event.target)));
    return stops.length;
}"""
"""Notes which of the things a person can act on are reached, by their place in the order of reading."""


@pytest.mark.browser
@pytest.mark.parametrize("windows", ["de"], indirect=True)
@pytest.mark.parametrize("route", PAGES)
def test_every_page_says_what_it_is_and_the_tab_key_reaches_everything_in_order(
    windows: Windows, everything: tuple[str, States], route: str
) -> None:
    _, states = everything
    page = windows.of(_who(route))
    page.set_viewport_size({"width": 1440, "height": 900})
    titles = set()
    for address in PAGES[route]:
        page.goto(_filled(address, states))
        has_begun(page)
        assert page.locator("h1").count() == 1 and page.locator("h1").inner_text().strip(), address
        assert page.locator("html").get_attribute("lang") in ("de", "en"), address
        titles.add(page.title())
        page.evaluate(_FROM_THE_TOP)
        stops = page.evaluate(_NOTING_FOCUS)
        reached: list[int] = []
        for _ in range(MORE_STOPS):
            for _ in range(max(1, stops - len(reached))):
                page.keyboard.press("Tab")
            reached = [at for at in dict.fromkeys(page.evaluate("window.reached")) if at >= 0]
            if len(reached) == stops:
                break
        assert reached == list(range(stops)), address
    assert all(len(title) > len(" – Beleg") for title in titles)


@pytest.mark.browser
@pytest.mark.parametrize("windows", ["de"], indirect=True)
@pytest.mark.parametrize("route", [route for route in PAGES if route not in SHOWN_BARE])
def test_the_first_tab_stop_leads_past_the_header(
    windows: Windows, everything: tuple[str, States], route: str
) -> None:
    _, states = everything
    page = windows.of(_who(route))
    page.goto(_filled(PAGES[route][0], states))
    has_begun(page)
    page.evaluate(_FROM_THE_TOP)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#main" and skip.is_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def _filled(address: str, states: States) -> str:
    return address.format(**{name: getattr(states, name) for name in States.__slots__})


def look_at(page: Page, address: str, status: int) -> None:
    """Look at a page wide and narrow, light and dark, and say everything that was found at once."""
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1440, "height": 900})
    answer = page.goto(address)
    assert answer is not None and answer.status == status, address
    has_begun(page)
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
