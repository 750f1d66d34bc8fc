"""A desk that answers on 127.0.0.1, people who use it over HTTP, and a browser."""

import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import httpx
import pytest
import uvicorn
from playwright.sync_api import Page, expect

from beleg.desk.app import make_app
from beleg.desk.attempts import Attempts
from beleg.desk.issuer import Issuer
from beleg.desk.serve import DeskServer
from beleg.newsroom.example import ACCOUNTS, AUTHOR, EDITOR, ExampleAccount, load_example
from beleg.newsroom.house import Newsroom
from tests.newsroom.judged import judge_all


@contextmanager
def serving(folder: Path, issuer: Issuer | None = None, attempts: Attempts | None = None) -> Iterator[str]:
    """Serve the desk of a newsroom in a thread; gives its address without a slash at the end."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        make_app(folder, issuer=issuer, attempts=attempts), log_level="critical", server_header=False
    )
    server = DeskServer(config)
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    waited = monotonic() + 20
    while not server.started:
        if monotonic() > waited or not thread.is_alive():
            raise RuntimeError("the desk did not start")
        sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()


@dataclass(frozen=True)
class Desk:
    """A running desk with the example story."""

    address: str
    folder: Path
    dossier: str

    def path(self, rest: str = "") -> str:
        """An address below the example's dossier."""
        return f"/dossiers/{self.dossier}{rest}"


class Visit:
    """Somebody at the desk over HTTP, with cookies; fills in forms as they stand on the page."""

    def __init__(self, address: str, language: str = "en") -> None:
        self.password = ""
        self.client = httpx.Client(base_url=address, headers={"Accept-Language": language}, timeout=30)

    def get(self, path: str) -> httpx.Response:
        return self.client.get(path)

    def token(self, page: str = "/") -> str:
        found = re.search(r'name="token" value="([^"]+)"', self.client.get(page, follow_redirects=True).text)
        assert found, f"no form on {page}"
        return found[1]

    def post(
        self,
        path: str,
        page: str = "/",
        files: list[tuple[str, tuple[str, bytes]]] | None = None,
        **fields: str,
    ) -> httpx.Response:
        """Send a form of `page` to `path`.

        Whoever signs gives the password again and the record as the page shows it, unless `fields` say otherwise.
        """
        if path.endswith("/sign-off"):
            fields.setdefault("password", self.password)
            shown = "record_head" not in fields and self.get(path).text
            if shown and 'name="record_head"' in shown:
                fields["record_head"] = field(shown, "record_head")
        return self.client.post(path, data={"token": self.token(page), **fields}, files=files)

    def sign_in(self, who: ExampleAccount) -> "Visit":
        answer = self.post("/sign-in", "/sign-in", login=who.login, password=who.password)
        assert answer.status_code == 303, answer.text
        self.password = who.password
        return self


def account_id(newsroom: Newsroom, who: ExampleAccount) -> str:
    """The id of somebody's account."""
    return next(account.id for account in newsroom.accounts() if account.login == who.login)


def judging(desk: Desk, who: ExampleAccount) -> tuple[str, ...]:
    """Have somebody judge whatever they have to before they see what was found; the keys of the sentences."""
    with Newsroom.open(desk.folder) as newsroom:
        return judge_all(newsroom, desk.dossier, by=account_id(newsroom, who))


def sign_in(page: Page, who: ExampleAccount, address: str = "") -> None:
    """Sign in at a browser's window, in whatever language, and be at the first page; `address` where it has no base."""
    page.goto(f"{address}/sign-in")
    page.locator("#login").fill(who.login)
    page.locator("#password").fill(who.password)
    page.keyboard.press("Enter")
    # Whoever went on before that might leave the desk with the sign-in half done.
    expect(page.locator("form.account")).to_have_count(1)
    page.wait_for_load_state()


def has_begun(page: Page) -> None:
    """Wait until a page with scripts is as they leave it: loaded, and taken over by what takes parts of it over."""
    page.wait_for_load_state()
    if page.locator("script[src$='/desk.js']").count():
        expect(page.locator("html.scripted")).to_have_count(1)
    if page.locator("#laid").count():
        expect(page.locator(".margins button").first).to_be_visible()


def laid_out_width(page: Page) -> int:
    """How wide the page is laid out, in CSS pixels; asked once its stylesheets are there, not only its words."""
    has_begun(page)
    wide: int = page.evaluate("document.documentElement.scrollWidth")
    return wide


def field(html: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, name
    return unescape(found[1])


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom with the example story, to be copied."""
    folder = tmp_path_factory.mktemp("example")
    with Newsroom.open(folder) as newsroom:
        load_example(newsroom)
    return folder


@pytest.fixture
def desk(example_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk of its own for every test, with the example story as it was loaded."""
    folder = tmp_path / "newsroom"
    shutil.copytree(example_folder, folder)
    with Newsroom.open(folder) as newsroom:
        dossier = newsroom.dossiers()[0].id
    with serving(folder) as address:
        yield Desk(address, folder, dossier)


@pytest.fixture
def stranger(desk: Desk) -> Iterator[Visit]:
    """Nobody in particular."""
    visit = Visit(desk.address)
    with visit.client:
        yield visit


@pytest.fixture
def author(desk: Desk) -> Iterator[Visit]:
    """Who wrote the draft, signed in."""
    visit = Visit(desk.address)
    with visit.client:
        yield visit.sign_in(AUTHOR)


@pytest.fixture
def editor(desk: Desk) -> Iterator[Visit]:
    """Who has not touched the draft, signed in."""
    visit = Visit(desk.address)
    with visit.client:
        yield visit.sign_in(EDITOR)


@pytest.fixture(scope="session")
def staffed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newsroom with the example's people and nothing else, to be copied."""
    folder = tmp_path_factory.mktemp("staffed")
    with Newsroom.open(folder) as newsroom:
        for who in ACCOUNTS:
            newsroom.add_account(who.login, who.name, who.function, who.password, role=who.role)
    return folder


@pytest.fixture
def empty_desk(staffed_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk at which nobody has opened a dossier yet."""
    folder = tmp_path / "newsroom"
    shutil.copytree(staffed_folder, folder)
    with serving(folder) as address:
        yield Desk(address, folder, "")
