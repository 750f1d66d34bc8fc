"""Signing in, signing out, the language, and what a cookie is worth."""

import re

import httpx
import pytest

from beleg.desk.attempts import PER_LOGIN
from beleg.desk.sessions import COOKIE
from beleg.newsroom.example import AUTHOR
from beleg.newsroom.house import Newsroom
from tests.desk.conftest import Desk, Visit, serving


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(stranger: Visit) -> None:
    cookie = stranger.get("/sign-in").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_wrong_name_and_wrong_password_get_the_same_answer(stranger: Visit) -> None:
    answers = [
        stranger.post("/sign-in", "/sign-in", login=login, password="nonsense-nonsense")
        for login in (AUTHOR.login, "nobody")
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert all("Login name or password is wrong." in answer.text for answer in answers)
    assert 'value="nobody"' in answers[1].text
    assert all("nonsense" not in answer.text for answer in answers)


def test_after_several_failures_even_the_right_password_has_to_wait(stranger: Visit) -> None:
    for _ in range(PER_LOGIN):
        assert stranger.post("/sign-in", "/sign-in", login="MARA ", password="wrong-wrong").status_code == 401
    answer = stranger.post("/sign-in", "/sign-in", login=AUTHOR.login, password=AUTHOR.password)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "Too many attempts" in answer.text


def test_signing_in_replaces_the_session_and_signing_out_ends_it(desk: Desk, stranger: Visit) -> None:
    stranger.get("/sign-in")
    before = stranger.client.cookies[COOKIE]
    stranger.sign_in(AUTHOR)
    during = stranger.client.cookies[COOKIE]
    assert before != during
    assert stranger.post("/sign-out").status_code == 303
    with httpx.Client(base_url=desk.address, cookies={COOKIE: during}) as thief:
        assert thief.get("/").headers["location"] == "/sign-in"
    with httpx.Client(base_url=desk.address, cookies={COOKIE: before}) as thief:
        assert thief.get("/").status_code == 303


def _lets_in(address: str, cookie: str) -> bool:
    """Whether somebody with just this cookie gets to see the dossiers."""
    with httpx.Client(base_url=address, cookies={COOKIE: cookie}) as client:
        return client.get("/").status_code == 200


def test_a_signed_out_cookie_is_worth_nothing_after_a_restart_either(desk: Desk, author: Visit) -> None:
    cookie = author.client.cookies[COOKIE]
    with serving(desk.folder) as again:
        assert _lets_in(again, cookie)
    author.post("/sign-out")
    with serving(desk.folder) as again:
        assert not _lets_in(again, cookie)


def test_signing_out_ends_the_sessions_of_the_account_everywhere(
    desk: Desk, author: Visit, editor: Visit
) -> None:
    elsewhere = Visit(desk.address)
    with elsewhere.client:
        elsewhere.sign_in(AUTHOR)
        author.post("/sign-out")
        assert elsewhere.get("/").headers["location"] == "/sign-in"
        assert editor.get("/").status_code == 200
        elsewhere.sign_in(AUTHOR)
        assert elsewhere.get("/").status_code == 200


@pytest.mark.parametrize("end", ["close", "password"])
def test_closing_an_account_or_changing_its_password_ends_its_sessions(
    desk: Desk, author: Visit, editor: Visit, end: str
) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        mara = next(account for account in newsroom.accounts() if account.login == AUTHOR.login)
        if end == "close":
            newsroom.close_account(mara.id)
        else:
            newsroom.change_password(mara.id, "ein ganz anderes Kennwort")
    assert author.get("/").headers["location"] == "/sign-in"
    assert editor.get("/").status_code == 200
    answer = author.post("/sign-in", "/sign-in", login=AUTHOR.login, password=AUTHOR.password)
    assert answer.status_code == 401


@pytest.mark.parametrize("target", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere", ""])
def test_no_sign_in_leads_elsewhere(stranger: Visit, target: str) -> None:
    answer = stranger.post("/sign-in", "/sign-in", login=AUTHOR.login, password=AUTHOR.password, next=target)
    assert answer.headers["location"] == "/"


def test_after_signing_in_one_is_where_one_wanted_to_be(desk: Desk, stranger: Visit) -> None:
    wanted = stranger.get(desk.path("/record")).headers["location"]
    assert wanted == f"/sign-in?next={desk.path('/record')}"
    answer = stranger.post(
        "/sign-in", wanted, login=AUTHOR.login, password=AUTHOR.password, next=desk.path("/record")
    )
    assert answer.headers["location"] == desk.path("/record")


def test_german_unless_english_is_asked_for_and_a_switch_that_stays(desk: Desk) -> None:
    with httpx.Client(base_url=desk.address) as client:
        assert '<html lang="de">' in client.get("/sign-in").text
        assert '<html lang="en">' in client.get("/sign-in", headers={"Accept-Language": "en-GB"}).text
        client.get("/sign-in?language=en")
        assert '<html lang="en">' in client.get("/sign-in").text


def test_switching_the_language_when_signed_in(desk: Desk, author: Visit) -> None:
    assert "Findings are still open." in author.get(desk.path("/sign-off")).text
    answer = author.post("/language", language="de", next=desk.path("/sign-off"))
    assert answer.headers["location"] == desk.path("/sign-off")
    assert "Befunde sind noch offen." in author.get(desk.path("/sign-off")).text
    author.post("/language", language="xx")
    assert '<html lang="de">' in author.get("/").text


def test_the_first_field_that_is_empty_has_the_caret(stranger: Visit) -> None:
    page = stranger.get("/sign-in").text
    (focused,) = re.findall(r"<input[^>]* autofocus>", page)
    assert 'id="login"' in focused
    refused = stranger.post("/sign-in", "/sign-in", login=AUTHOR.login, password="nonsense-nonsense").text
    (focused,) = re.findall(r"<input[^>]* autofocus>", refused)
    assert 'id="password"' in focused
