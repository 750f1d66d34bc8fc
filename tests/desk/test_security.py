"""Cookies and headers, over plain HTTP and behind https, and attempts to guess a password by account and by address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from beleg.desk.app import make_app
from beleg.desk.attempts import PER_HOST, PER_LOGIN, Attempts
from beleg.desk.doors import POLICY
from beleg.desk.issuer import Issuer, IssuerSettings
from beleg.desk.routes.issuer import BEGUN
from beleg.desk.sessions import COOKIE, cookie_name
from beleg.newsroom.example import AUTHOR, EDITOR
from tests.desk.conftest import Desk, Visit, serving
from tests.desk.issuers import CLIENT, told


@pytest.fixture
def https(tmp_path: Path) -> Iterator[TestClient]:
    """A desk as it is reached through https."""
    app = make_app(tmp_path / "newsroom", secret=b"s" * 32)
    with TestClient(app, base_url="https://localhost", follow_redirects=False) as client:
        yield client


def _cookies(headers: list[str], name: str) -> list[str]:
    return [each.lower() for each in headers if each.startswith(f"{name}=")]


def test_behind_https_the_session_travels_encrypted_only(https: TestClient) -> None:
    answer = https.get("/sign-in")
    (cookie,) = _cookies(answer.headers.get_list("set-cookie"), cookie_name("https"))
    for wanted in ("; secure", "; httponly", "; samesite=lax", "; path=/"):
        assert wanted in cookie
    assert answer.headers["strict-transport-security"] == "max-age=31536000"
    assert answer.headers["content-security-policy"] == POLICY


def test_over_plain_http_on_this_machine_it_is_kept_from_scripts_and_other_sites(stranger: Visit) -> None:
    (cookie,) = _cookies(stranger.get("/sign-in").headers.get_list("set-cookie"), COOKIE)
    assert "; secure" not in cookie, "a browser would not send it back over plain http"
    assert "; httponly" in cookie and "; samesite=lax" in cookie


def test_what_a_sign_in_leaves_in_the_browser_is_guarded_alike(tmp_path: Path) -> None:
    with told() as provider:
        issuer = Issuer(IssuerSettings(address=provider.address, client=CLIENT))
        app = make_app(tmp_path / "newsroom", secret=b"s" * 32, issuer=issuer)
        with TestClient(app, base_url="https://localhost", follow_redirects=False) as client:
            answer = client.get("/sign-in/issuer")
    assert answer.status_code == 303
    (cookie,) = _cookies(answer.headers.get_list("set-cookie"), cookie_name("https", BEGUN))
    for wanted in ("; secure", "; httponly", "; samesite=lax", "; path=/;", "; max-age=600"):
        assert wanted in cookie


def test_every_answer_is_guarded_whoever_asks(desk: Desk, stranger: Visit, author: Visit) -> None:
    for visit in (stranger, author):
        for path in ("/sign-in", "/", "/account", "/accounts", "/nowhere", desk.path("/text"), "/health"):
            headers = visit.get(path).headers
            assert headers["content-security-policy"] == POLICY, path
            assert headers["x-content-type-options"] == "nosniff", path
            assert headers["referrer-policy"] == "same-origin", path
            assert headers["cross-origin-opener-policy"] == "same-origin", path
            assert headers["permissions-policy"].startswith("camera=(), microphone=(), geolocation=()"), path
            assert "strict-transport-security" not in headers, "over plain http it means nothing"
            assert headers["cache-control"] == "no-store", path


def test_guessing_at_one_account_locks_that_account_and_nobody_else(stranger: Visit) -> None:
    for _ in range(PER_LOGIN):
        assert (
            stranger.post("/sign-in", "/sign-in", login=AUTHOR.login, password="falsch-falsch").status_code
            == 401
        )
    locked = stranger.post("/sign-in", "/sign-in", login=AUTHOR.login, password=AUTHOR.password)
    assert locked.status_code == 429 and int(locked.headers["retry-after"]) > 0
    stranger.sign_in(EDITOR)


@pytest.mark.parametrize("letter", ["ｍ", "𝐦", "M", "ᵐ"])
def test_another_way_of_writing_a_login_is_no_other_login(desk: Desk, letter: str) -> None:
    attempts = Attempts()
    for _ in range(PER_LOGIN):
        attempts.failed(AUTHOR.login, "198.51.100.1")
    with serving(desk.folder, attempts=attempts) as address:
        visit = Visit(address)
        with visit.client:
            written = letter + AUTHOR.login[1:]
            answer = visit.post("/sign-in", "/sign-in", login=written, password=AUTHOR.password)
    assert AUTHOR.login.startswith("m") and answer.status_code == 429


def test_guessing_at_many_accounts_locks_the_address(desk: Desk) -> None:
    attempts = Attempts()
    for number in range(PER_HOST):
        attempts.failed(f"name{number}", "127.0.0.1")
    with serving(desk.folder, attempts=attempts) as address:
        visit = Visit(address)
        with visit.client:
            answer = visit.post("/sign-in", "/sign-in", login=EDITOR.login, password=EDITOR.password)
    assert answer.status_code == 429


def test_guessing_at_the_present_password_from_inside_is_guessing_too(author: Visit) -> None:
    new = "ein ganz neues Kennwort"
    for _ in range(PER_LOGIN):
        wrong = author.post("/account/password", "/account", present="falsch-falsch", password=new, again=new)
        assert wrong.status_code == 422 and "The password is wrong." in wrong.text
        at_field = wrong.text.partition('id="present-refused" role="alert"')[2].partition("</p>")[0]
        assert "The password is wrong." in at_field
        assert wrong.text.count("The password is wrong.") == 1
    assert (
        author.post(
            "/account/password", "/account", present=AUTHOR.password, password=new, again=new
        ).status_code
        == 429
    )
