"""Every address of the desk, who may use it, and what it sends along."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import Mount

from beleg.desk.app import make_app
from beleg.desk.doors import POLICY
from beleg.desk.routes.published import PAGE_POLICY
from beleg.newsroom.house import Newsroom
from beleg.terms.refusal import Error
from tests.desk.conftest import Desk, Visit

OPEN = {("GET", "/health"), ("GET", "/sign-in"), ("POST", "/sign-in")}
SIGNED_IN = {
    ("POST", "/sign-out"),
    ("POST", "/language"),
    ("GET", "/"),
    ("POST", "/dossiers"),
    ("GET", "/dossiers/{dossier_id}"),
    ("POST", "/dossiers/{dossier_id}/check"),
    ("GET", "/dossiers/{dossier_id}/text"),
    ("POST", "/dossiers/{dossier_id}/text"),
    ("GET", "/dossiers/{dossier_id}/draft"),
    ("POST", "/dossiers/{dossier_id}/draft"),
    ("GET", "/dossiers/{dossier_id}/revisions/{number}"),
    ("GET", "/dossiers/{dossier_id}/sources"),
    ("POST", "/dossiers/{dossier_id}/sources"),
    ("GET", "/dossiers/{dossier_id}/sources/{source_id}"),
    ("POST", "/dossiers/{dossier_id}/sources/{source_id}/retract"),
    ("POST", "/dossiers/{dossier_id}/findings/{key}/fix"),
    ("POST", "/dossiers/{dossier_id}/findings/{key}/dismiss"),
    ("POST", "/dossiers/{dossier_id}/findings/{key}/escalate"),
    ("POST", "/dossiers/{dossier_id}/sentences/{key}/confirm"),
    ("POST", "/dossiers/{dossier_id}/sentences/{key}/judge"),
    ("GET", "/dossiers/{dossier_id}/sign-off"),
    ("POST", "/dossiers/{dossier_id}/sign-off"),
    ("POST", "/dossiers/{dossier_id}/publish"),
    ("GET", "/dossiers/{dossier_id}/published"),
    ("GET", "/dossiers/{dossier_id}/page"),
    ("GET", "/dossiers/{dossier_id}/bundle"),
    ("GET", "/dossiers/{dossier_id}/outputs/{target}"),
    ("POST", "/dossiers/{dossier_id}/correction"),
    ("POST", "/dossiers/{dossier_id}/embargo"),
    ("POST", "/dossiers/{dossier_id}/withdrawal"),
    ("GET", "/dossiers/{dossier_id}/record"),
    ("GET", "/dossiers/{dossier_id}/report.html"),
    ("GET", "/dossiers/{dossier_id}/report.pdf"),
    ("GET", "/training"),
    ("POST", "/training"),
    ("POST", "/training/desk"),
    ("GET", "/training/{training_id}"),
    ("POST", "/training/{training_id}/marks"),
    ("POST", "/training/{training_id}/close"),
    ("POST", "/dossiers/{dossier_id}/look"),
    ("POST", "/dossiers/{dossier_id}/save"),
    ("GET", "/dossiers/{dossier_id}/panes"),
    ("GET", "/dossiers/{dossier_id}/news"),
}


def _app(tmp_path: Path) -> FastAPI:
    return make_app(tmp_path / "newsroom", secret=b"s" * 32)


def _routes(app: FastAPI) -> Iterator[APIRoute]:
    """All addresses; `/static` is the only thing of another kind."""
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if isinstance(route, APIRoute):
            yield route
        else:
            assert isinstance(route, Mount) and route.path == "/static"


def test_the_table_has_a_row_for_every_route(tmp_path: Path) -> None:
    found = {(method, route.path) for route in _routes(_app(tmp_path)) for method in route.methods or ()}
    assert found == OPEN | SIGNED_IN


def test_every_route_says_what_it_is_for(tmp_path: Path) -> None:
    for route in _routes(_app(tmp_path)):
        assert len(route.endpoint.__doc__ or "") > 30, route.path


def test_nothing_but_the_open_routes_answers_a_stranger(desk: Desk, stranger: Visit) -> None:
    for method, path in sorted(SIGNED_IN):
        address = path.format(
            dossier_id=desk.dossier, number="1", source_id="x", key="x", target="ninjs", training_id="t-x"
        )
        answer = stranger.client.request(method, address)
        assert answer.status_code == 303, (method, path)
        assert answer.headers["location"].startswith("/sign-in"), (method, path)
    for method, path in sorted(OPEN):
        assert stranger.client.request(method, path).status_code in (200, 400), (method, path)
    assert stranger.get("/static/desk.css").status_code == 200
    assert stranger.get("/nowhere").status_code == 303


def test_every_form_needs_the_token_of_its_session(desk: Desk, author: Visit, editor: Visit) -> None:
    for method, path in sorted(SIGNED_IN | OPEN):
        if method == "GET":
            continue
        address = path.format(dossier_id=desk.dossier, key="x", source_id="x", training_id="t-x")
        assert author.client.post(address).status_code == 400, path
        assert author.client.post(address, data={"token": editor.token()}).status_code == 400, path


def _assert_guarded(headers: dict[str, str], policy: str) -> None:
    assert headers["content-security-policy"] == policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "page",
    ["", "/text", "/draft", "/sources", "/sign-off", "/published", "/record", "/revisions/1", "/nothing"],
)
def test_pages_are_guarded_and_hold_no_inline_script(desk: Desk, author: Visit, page: str) -> None:
    answer = author.get(desk.path(page))
    assert answer.status_code == (404 if page == "/nothing" else 200)
    _assert_guarded(dict(answer.headers), POLICY)
    assert "default-src 'none'; script-src 'self';" in POLICY and "unsafe" not in POLICY
    scripts = re.findall(r"<script(?! type=.application/json.)[^>]*>", answer.text)
    assert scripts == ['<script type="module" src="/static/built/desk.js">'], (
        "a script of its own, none inline"
    )
    assert "style=" not in answer.text and " on" + "click" not in answer.text


def test_redirects_and_refusals_are_guarded_too(desk: Desk, stranger: Visit) -> None:
    _assert_guarded(dict(stranger.get("/").headers), POLICY)
    wrong = stranger.client.get("/sign-in", headers={"Host": "elsewhere.example"})
    assert wrong.status_code == 400
    _assert_guarded(dict(wrong.headers), POLICY)


def test_the_published_page_gets_a_sandbox() -> None:
    assert PAGE_POLICY.startswith("sandbox;")
    assert "allow-" not in PAGE_POLICY


def test_what_is_not_published_cannot_be_fetched(desk: Desk, author: Visit) -> None:
    assert author.get(desk.path("/page")).status_code == 404
    assert author.get(desk.path("/bundle")).status_code == 404


def test_unknown_addresses_answer_with_one_sentence(desk: Desk, author: Visit) -> None:
    for path in ("/dossiers/nothing", desk.path("/sources/nothing"), desk.path("/revisions/99"), "/nowhere"):
        answer = author.get(path)
        assert answer.status_code == 404, path
        assert "There is nothing at this address." in answer.text
        assert "Traceback" not in answer.text
    assert author.get(desk.path("/revisions/x")).status_code == 400
    assert author.client.delete(desk.path()).status_code == 405


def test_no_description_of_the_addresses_is_handed_out(author: Visit) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert author.get(path).status_code == 404


def test_a_fault_of_ours_is_one_sentence_without_a_traceback(
    desk: Desk, author: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(newsroom: Newsroom, dossier_id: str) -> None:
        raise RuntimeError("geheime Einzelheit")

    monkeypatch.setattr(Newsroom, "review", broken)
    answer = author.get(desk.path())
    assert answer.status_code == 500
    assert "Something went wrong here." in answer.text
    assert "geheime Einzelheit" not in answer.text and "Traceback" not in answer.text
    _assert_guarded(dict(answer.headers), POLICY)


def test_a_refusal_that_no_page_expects_is_still_one_sentence(
    desk: Desk, author: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refusing(newsroom: Newsroom, dossier_id: str) -> None:
        raise Error("Das geht hier nicht.")

    monkeypatch.setattr(Newsroom, "review", refusing)
    answer = author.get(desk.path())
    assert answer.status_code == 422
    assert "Das geht hier nicht." in answer.text
