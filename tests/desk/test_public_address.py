"""A desk behind a proxy: what it takes from its settings, and what it takes from nobody who asks."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.datastructures import MutableHeaders
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from beleg.desk.addresses import PublicAddress
from beleg.desk.app import make_app
from beleg.desk.attempts import PER_HOST
from beleg.desk.issuer import Issuer, IssuerSettings
from beleg.desk.sessions import COOKIE, cookie_name
from beleg.newsroom.example import AUTHOR, EDITOR, ExampleAccount
from beleg.terms.refusal import Error
from tests.desk.authenticator import Authenticator
from tests.desk.issuers import CLIENT, told

PUBLIC = "https://desk.verlag.example"


class Proxy:
    """Hands requests on to the desk as proxies do that were told nothing more: in plain http, to the desk's own
    address.
    """

    def __init__(self, desk: ASGIApp, host: str) -> None:
        self.desk = desk
        self.host = host
        self.who = "203.0.113.7"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on; who asked comes last, behind whatever they brought along."""
        if scope["type"] == "http":
            scope["scheme"] = "http"
            headers = MutableHeaders(scope=scope)
            headers["host"] = self.host
            brought = headers.get("x-forwarded-for")
            headers["x-forwarded-for"] = f"{brought}, {self.who}" if brought else self.who
        await self.desk(scope, receive, send)


@contextmanager
def behind(
    folder: Path, host: str = "127.0.0.1:8470", issuer: Issuer | None = None, public: str = PUBLIC
) -> Iterator[tuple[TestClient, Proxy]]:
    """Somebody at a desk behind a proxy, as their browser sees it."""
    proxy = Proxy(make_app(folder, secret=b"s" * 32, issuer=issuer, public=PublicAddress.of(public)), host)
    headers = {"Accept-Language": "en"}
    with TestClient(proxy, base_url=public, follow_redirects=False, headers=headers) as client:
        yield client, proxy


@pytest.fixture
def folder(example_folder: Path, tmp_path: Path) -> Path:
    """The example's newsroom."""
    shutil.copytree(example_folder, tmp_path / "newsroom")
    return tmp_path / "newsroom"


def _token(client: TestClient, page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(page).text)
    assert found, page
    return found[1]


def _sign_in(client: TestClient, who: ExampleAccount, password: str = "") -> int:
    fields = {"login": who.login, "password": password or who.password, "token": _token(client, "/sign-in")}
    return client.post("/sign-in", data=fields).status_code


@pytest.mark.parametrize(
    ("written", "origin", "host"),
    [
        ("https://Desk.Verlag.example/", "https://desk.verlag.example", "desk.verlag.example"),
        ("https://desk.verlag.example:443", "https://desk.verlag.example", "desk.verlag.example"),
        (" https://desk.verlag.example:8443", "https://desk.verlag.example:8443", "desk.verlag.example"),
        ("https://xn--rathausblatt-zkb.example", "https://xn--rathausblatt-zkb.example", None),
        ("http://localhost:9000", "http://localhost:9000", "localhost"),
    ],
)
def test_an_address_is_written_as_browsers_write_it(written: str, origin: str, host: str | None) -> None:
    public = PublicAddress.of(written)
    assert public.origin == origin
    assert host in (None, public.host)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("http://desk.verlag.example", "needs https://"),
        ("https://desk.verlag.example/redaktion", "nothing after its name"),
        ("https://desk.verlag.example/?a=1", "nothing after its name"),
        ("https://mara@desk.verlag.example", "not an address a desk can be reached at"),
        ("https://*.verlag.example", "not an address a desk can be reached at"),
        ("https://dößk.example", "not an address a desk can be reached at"),
        ("https://desk.verlag.example:port", "not an address a desk can be reached at"),
        ("ftp://desk.verlag.example", "not an address a desk can be reached at"),
        ("desk.verlag.example", "not an address a desk can be reached at"),
        ("https://[::1", "not an address a desk can be reached at"),
    ],
)
def test_what_cannot_be_an_address_of_a_desk_is_refused(written: str, why: str) -> None:
    with pytest.raises(Error, match=why):
        PublicAddress.of(written)


@pytest.mark.parametrize("host", ["127.0.0.1:8470", "desk.verlag.example"])
def test_cookies_travel_encrypted_and_belong_to_this_host_alone(folder: Path, host: str) -> None:
    with behind(folder, host) as (client, _):
        answer = client.get("/sign-in")
        (cookie,) = answer.headers.get_list("set-cookie")
        assert cookie.startswith(f"__Host-{COOKIE}=")
        for wanted in ("; secure", "; httponly", "; samesite=lax", "; path=/"):
            assert wanted in cookie.lower()
        assert "domain" not in cookie.lower()
        assert answer.headers["strict-transport-security"] == "max-age=31536000"
        assert _sign_in(client, AUTHOR) == 303
        assert AUTHOR.name in client.get("/account").text
        assert cookie_name("https") in client.cookies


def test_a_cookie_that_a_neighbouring_name_could_set_is_nobody_s(folder: Path) -> None:
    with behind(folder) as (client, _):
        assert _sign_in(client, AUTHOR) == 303
        sealed = client.cookies[cookie_name("https")]
        client.cookies.clear()
        client.cookies.set(COOKIE, sealed)
        assert client.get("/account").status_code == 303


@pytest.mark.parametrize("host", ["elsewhere.example", "desk.verlag.example.elsewhere.example", ""])
def test_other_names_are_answered_by_nobody(folder: Path, host: str) -> None:
    with behind(folder, host) as (client, _):
        answer = client.get("/sign-in")
    assert answer.status_code == 400 and answer.text == "Invalid host header"


def test_a_passkey_is_bound_to_the_public_name_whatever_the_request_says(folder: Path) -> None:
    with behind(folder) as (client, _):
        assert _sign_in(client, EDITOR) == 303
        page = client.get("/account")
        assert 'data-island="passkey"' in page.text, "it can be added here"
        fields = {"token": _token(client, "/account"), "password": EDITOR.password}
        for forged in ({}, {"X-Forwarded-Host": "elsewhere.example", "X-Forwarded-Proto": "http"}):
            asked = client.post("/account/passkeys/question", data=fields, headers=forged).json()
            assert asked["rp"]["id"] == "desk.verlag.example"
        elsewhere = Authenticator("https://desk.verlag.example:8443", "desk.verlag.example")
        refused = client.post(
            "/account/passkeys",
            data={"token": fields["token"], "name": "Telefon", "passkey": elsewhere.create(asked)},
        )
        assert refused.status_code == 422 and "was not made here" in refused.text
        asked = client.post("/account/passkeys/question", data=fields).json()
        made = Authenticator(PUBLIC, "desk.verlag.example").create(asked)
        kept = client.post(
            "/account/passkeys", data={"token": fields["token"], "name": "Telefon", "passkey": made}
        )
        assert kept.headers["location"] == "/account?said=passkey-added"


def test_an_issuer_sends_people_back_to_the_public_address(folder: Path) -> None:
    with told() as provider:
        issuer = Issuer(IssuerSettings(address=provider.address, client=CLIENT))
        with behind(folder, issuer=issuer) as (client, _):
            answer = client.get("/sign-in/issuer", headers={"X-Forwarded-Host": "elsewhere.example"})
            (back,) = parse_qs(urlsplit(answer.headers["location"]).query)["redirect_uri"]
    assert back == "https://desk.verlag.example/sign-in/back"


def test_guessing_is_counted_by_who_asked_the_proxy(folder: Path) -> None:
    with behind(folder) as (client, proxy):
        token = _token(client, "/sign-in")
        for number in range(PER_HOST):
            # Whatever somebody writes in front of it: the proxy's own word comes last.
            forged = {"X-Forwarded-For": f"198.51.100.{number}"}
            fields = {"login": f"niemand{number}", "password": "x" * 2000, "token": token}
            assert client.post("/sign-in", data=fields, headers=forged).status_code == 401
        assert _sign_in(client, EDITOR) == 429
        proxy.who = "203.0.113.8"
        assert _sign_in(client, EDITOR) == 303


def test_all_addresses_of_one_ipv6_connection_are_one(folder: Path) -> None:
    with behind(folder) as (client, proxy):
        token = _token(client, "/sign-in")
        for number in range(PER_HOST):
            proxy.who = f"2001:db8:0:7::{number + 1:x}"
            fields = {"login": f"niemand{number}", "password": "x" * 2000, "token": token}
            assert client.post("/sign-in", data=fields).status_code == 401
        proxy.who = "2001:db8:0:7:ffff::1"
        assert _sign_in(client, EDITOR) == 429
        proxy.who = "2001:db8:0:8::1"
        assert _sign_in(client, EDITOR) == 303


def test_without_a_public_address_nothing_is_taken_from_a_proxy(folder: Path) -> None:
    app = make_app(folder, secret=b"s" * 32)
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "elsewhere.example"}
    with TestClient(app, base_url="http://127.0.0.1:8470", headers=headers) as client:
        answer = client.get("/sign-in")
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith(f"{COOKIE}=") and "secure" not in cookie.lower()
    assert "strict-transport-security" not in answer.headers
