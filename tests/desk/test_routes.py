"""Every address of the desk, who may use it, and what it sends along."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import Mount

from beleg.desk.app import make_app
from beleg.desk.doors import POLICY
from beleg.desk.routes.published import PAGE_POLICY
from beleg.newsroom.example import ExampleAccount
from beleg.newsroom.house import Newsroom
from beleg.terms.refusal import Error
from beleg.terms.role import PERMISSIONS, Permission, Role
from tests.desk.conftest import Desk, Visit

OPEN = {
    ("GET", "/health"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("GET", "/sign-in/issuer"),
    ("GET", "/sign-in/back"),
}

REPORTERS, LEGAL, ADMIN = frozenset({Role.REPORTER}), frozenset({Role.LEGAL}), frozenset({Role.ADMIN})
ON_DUTY = frozenset({Role.DUTY_EDITOR})
EDITORS = ON_DUTY | {Role.EDITOR}
WRITERS = EDITORS | REPORTERS
MAY = {
    Permission.READ: WRITERS | LEGAL,
    Permission.OPEN_DOSSIER: WRITERS,
    Permission.ASSIGN: WRITERS,
    Permission.TAKE_IN: WRITERS,
    Permission.WRITE: WRITERS,
    Permission.DRAFT: WRITERS,
    Permission.CHECK: WRITERS | LEGAL,
    Permission.JUDGE: WRITERS | LEGAL,
    Permission.CONFIRM: WRITERS,
    Permission.DECIDE: WRITERS,
    Permission.ESCALATE: WRITERS,
    Permission.DECIDE_ESCALATED: EDITORS | LEGAL,
    Permission.SIGN: EDITORS,
    Permission.CORRECT: EDITORS,
    Permission.EMBARGO: WRITERS,
    Permission.LIFT_EMBARGO: ON_DUTY,
    Permission.PUBLISH: ON_DUTY,
    Permission.WITHDRAW: ON_DUTY | LEGAL,
    Permission.RETRACT_SOURCE: EDITORS,
    Permission.EXPORT_RECORD: EDITORS | LEGAL,
    Permission.TRAIN: WRITERS | LEGAL,
    Permission.SETTINGS: ON_DUTY | ADMIN,
    Permission.ADMINISTER: ADMIN,
    Permission.ERASE: ADMIN,
    Permission.READ_DENIALS: ADMIN,
    Permission.ROTATE_KEY: ON_DUTY | ADMIN,
}
"""Who may do what, written down here once more: a slip in the desk's own table has to show."""


@dataclass(frozen=True)
class Row:
    """An address for people who have signed in, and the permission it asks for; none: it is everybody's own affair."""

    method: str
    path: str
    permission: Permission | None = None
    file: str = ""
    """The field of a file that it needs."""

    def answers(self, role: Role) -> bool:
        """Whether it does what it is asked for; else it is 403."""
        return self.permission is None or role in MAY[self.permission]


row = Row
TABLE = (
    row("GET", "/"),
    row("POST", "/dossiers", Permission.OPEN_DOSSIER),
    row("GET", "/dossiers/{dossier_id}", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/check", Permission.CHECK),
    row("GET", "/dossiers/{dossier_id}/text", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/text", Permission.WRITE),
    row("GET", "/dossiers/{dossier_id}/draft", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/draft", Permission.DRAFT),
    row("POST", "/dossiers/{dossier_id}/generation", Permission.DRAFT),
    row("GET", "/dossiers/{dossier_id}/generation", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/generation/news", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/generation/stop", Permission.DRAFT),
    row("GET", "/dossiers/{dossier_id}/questions", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/variants", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/headline", Permission.DRAFT),
    row("POST", "/dossiers/{dossier_id}/offer", Permission.DRAFT),
    row("POST", "/dossiers/{dossier_id}/offer/start", Permission.DRAFT),
    row("POST", "/dossiers/{dossier_id}/offer/take", Permission.DRAFT),
    row("GET", "/dossiers/{dossier_id}/revisions/{number}", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/sources", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/sources", Permission.TAKE_IN),
    row("GET", "/dossiers/{dossier_id}/sources/{source_id}", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/sources/{source_id}/original", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/sources/{source_id}/raw", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/sources/{source_id}/description", Permission.TAKE_IN),
    row("POST", "/dossiers/{dossier_id}/sources/{source_id}/retract", Permission.RETRACT_SOURCE),
    row("POST", "/dossiers/{dossier_id}/findings/{key}/fix", Permission.WRITE),
    row("POST", "/dossiers/{dossier_id}/findings/{key}/dismiss", Permission.DECIDE),
    row("POST", "/dossiers/{dossier_id}/findings/{key}/escalate", Permission.ESCALATE),
    row("POST", "/dossiers/{dossier_id}/sentences/{key}/confirm", Permission.CONFIRM),
    row("POST", "/dossiers/{dossier_id}/sentences/{key}/judge", Permission.JUDGE),
    row("POST", "/dossiers/{dossier_id}/sentences/{key}/shown", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/sign-off", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/sign-off", Permission.SIGN),
    row("POST", "/dossiers/{dossier_id}/sign-off/question", Permission.SIGN),
    row("GET", "/dossiers/{dossier_id}/preview", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/assignment", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/assignment", Permission.ASSIGN),
    row("GET", "/published", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/publish", Permission.PUBLISH),
    row("GET", "/dossiers/{dossier_id}/published", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/page", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/bundle", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/outputs/{target}", Permission.READ),
    row("POST", "/dossiers/{dossier_id}/byline", Permission.WRITE),
    row("POST", "/dossiers/{dossier_id}/correction", Permission.CORRECT),
    row("POST", "/dossiers/{dossier_id}/embargo", Permission.EMBARGO),
    row("POST", "/dossiers/{dossier_id}/withdrawal", Permission.WITHDRAW),
    row("GET", "/dossiers/{dossier_id}/record", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/record/verification", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/record.jsonl", Permission.EXPORT_RECORD),
    row("GET", "/dossiers/{dossier_id}/report.html", Permission.EXPORT_RECORD),
    row("GET", "/dossiers/{dossier_id}/report.pdf", Permission.EXPORT_RECORD),
    row("GET", "/accounts", Permission.ADMINISTER),
    row("POST", "/accounts", Permission.ADMINISTER),
    row("GET", "/accounts/{account_id}", Permission.ADMINISTER),
    row("POST", "/accounts/{account_id}/person", Permission.ADMINISTER),
    row("POST", "/accounts/{account_id}/role", Permission.ADMINISTER),
    row("POST", "/accounts/{account_id}/password", Permission.ADMINISTER),
    row("POST", "/accounts/{account_id}/sessions", Permission.ADMINISTER),
    row("POST", "/accounts/{account_id}/vouchers", Permission.ADMINISTER),
    row("POST", "/accounts/{account_id}/close", Permission.ADMINISTER),
    row("POST", "/accounts/{account_id}/erase", Permission.ADMINISTER),
    row("GET", "/denials", Permission.READ_DENIALS),
    row("POST", "/dossiers/{dossier_id}/look", Permission.WRITE),
    row("POST", "/dossiers/{dossier_id}/save", Permission.WRITE),
    row("GET", "/dossiers/{dossier_id}/panes", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/news", Permission.READ),
    row("GET", "/dossiers/{dossier_id}/revisions", Permission.READ),
    row("GET", "/training", Permission.TRAIN),
    row("POST", "/training", Permission.TRAIN),
    row("POST", "/training/desk", Permission.TRAIN),
    row("GET", "/training/{training_id}", Permission.TRAIN),
    row("POST", "/training/{training_id}/marks", Permission.TRAIN),
    row("POST", "/training/{training_id}/close", Permission.TRAIN),
    row("GET", "/account"),
    row("POST", "/account/password"),
    row("POST", "/account/passkeys"),
    row("POST", "/account/passkeys/question"),
    row("POST", "/account/passkeys/{passkey_id}/name"),
    row("POST", "/account/passkeys/{passkey_id}/removal"),
    row("POST", "/language"),
    row("GET", "/settings/style", Permission.SETTINGS),
    row("POST", "/settings/style", Permission.SETTINGS),
    row("GET", "/settings/style.toml", Permission.SETTINGS),
    row("POST", "/settings/style/sheet", Permission.SETTINGS, file="sheet"),
    row("POST", "/sign-out"),
)
"""Every address but the open ones, in the order they are tried in: signing out comes last."""
SIGNED_IN = {(each.method, each.path) for each in TABLE}

FORM = {
    "words": "Der Steg ist neu",
    "title": "Ein neuer Steg",
    "language": "de",
    "content": "# Ein neuer Steg\n\nDer Steg ist neu.\n",
    "text": "Der Steg ist neu.",
    "sentences": "3",
    "replace": "yes",
    "reason": "Das Amt hat es so bestätigt.",
    "note": "In einer früheren Fassung stand etwas anderes.",
    "note_newsroom": "Bitte nicht verwenden.",
    "note_short": "Zurückgezogen.",
    "note_readers": "Wir haben den Artikel zurückgezogen.",
    "act": "set",
    "answer": "yes",
    "until": "2099-01-01T06:00",
    "login": "neu",
    "name": "Nele Neu",
    "function": "Volontärin",
    "role": "reporter",
    "password": "ein langes Kennwort",
    "present": "nicht das Kennwort",
    "again": "ein langes Kennwort",
}
"""Fields that every `POST` of the table is sent, with those of `_place`: enough for each to reach the newsroom."""


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
        address = path.format_map(defaultdict(lambda: "1", dossier_id=desk.dossier))
        answer = stranger.client.request(method, address)
        assert answer.status_code == 303, (method, path)
        assert answer.headers["location"].startswith("/sign-in"), (method, path)
    for method, path in sorted(OPEN):
        # There is no issuer here, so that its addresses are not there either.
        expected = (404,) if path in ("/sign-in/issuer", "/sign-in/back") else (200, 400)
        assert stranger.client.request(method, path).status_code in expected, (method, path)
    assert stranger.get("/static/desk.css").status_code == 200
    assert stranger.get("/nowhere").status_code == 303


def test_every_form_needs_the_token_of_its_session(desk: Desk, author: Visit, editor: Visit) -> None:
    for method, path in sorted(SIGNED_IN | OPEN):
        if method == "GET":
            continue
        address = path.format_map(defaultdict(lambda: "1", dossier_id=desk.dossier))
        assert author.client.post(address).status_code == 400, path
        assert author.client.post(address, data={"token": editor.token()}).status_code == 400, path


@dataclass(frozen=True)
class Place:
    """What the addresses and forms of the table are filled in with."""

    parts: dict[str, str]
    form: dict[str, str]


def _place(desk: Desk, role: Role) -> tuple[Place, ExampleAccount]:
    """The example's dossier with a finding that can be fixed, an account to administer, and one that has the role."""
    who = ExampleAccount(
        login="versuch", name="Eva Kolb", function="Versuch", password="nur-zum-pruefen", role=role
    )
    with Newsroom.open(desk.folder) as newsroom:
        newsroom.add_account(who.login, who.name, who.function, who.password, role=role)
        other = newsroom.add_account("kim", "Kim Ost", "Volontär", "nur-zum-pruefen", role=Role.REPORTER)
        dossier = newsroom.dossier(desk.dossier)
        assert dossier.current is not None
        found = newsroom.review(dossier.id).findings
        parts = {
            "dossier_id": dossier.id,
            "source_id": dossier.sources[0].source,
            "key": next(each.key for each in found if each.finding.suggestion),
            "account_id": other.id,
            "number": "1",
            "target": "ninjs",
        }
        digest = dossier.current.content_sha256
        return Place(
            parts, {**FORM, "base": digest, "content_sha256": digest, "record_head": dossier.head}
        ), who


@pytest.mark.parametrize("role", list(Role))
def test_each_route_for_each_role(desk: Desk, role: Role) -> None:
    place, who = _place(desk, role)
    visit = Visit(desk.address)
    with visit.client, Newsroom.open(desk.folder) as newsroom:
        visit.sign_in(who)
        for each in sorted(
            TABLE, key=lambda each: each.answers(role)
        ):  # what is denied first: it changes nothing
            sent = {**place.form, "token": visit.token("/account")} if each.method == "POST" else None
            denied = len(newsroom.denials())
            address = each.path.format_map(defaultdict(lambda: "1", place.parts))
            files = {each.file: ("stil.toml", b"")} if each.file else None
            with visit.client.stream(each.method, address, data=sent, files=files) as answer:
                if each.answers(role):
                    assert answer.status_code not in (400, 401, 403), (each, role)
                    assert not answer.headers.get("location", "").startswith("/sign-in?next"), (each, role)
                    assert len(newsroom.denials()) == denied, (each, role)
                else:
                    assert answer.status_code == 403, (each, role)
                    assert "does not include" in answer.read().decode(), (each, role)
                    reads = role in MAY[Permission.READ]
                    named = newsroom.denials()[0].permission
                    assert named is each.permission or (named is Permission.READ and not reads), (each, role)
                    assert len(newsroom.denials()) == denied + 1, (each, role)


def test_a_script_is_told_a_denial_as_data(desk: Desk) -> None:
    place, who = _place(desk, Role.LEGAL)
    visit = Visit(desk.address)
    with visit.client:
        visit.sign_in(who)
        answer = visit.client.post(
            desk.path("/text"),
            data={**place.form, "token": visit.token()},
            headers={"Accept": "application/json"},
        )
    assert answer.status_code == 403
    assert answer.json() == {
        "refusal": "The role “legal department” does not include writing and changing texts; nothing was done."
    }


def test_the_desk_and_this_table_agree_on_every_role() -> None:
    for permission in Permission:
        assert {role for role in Role if permission in PERMISSIONS[role]} == MAY[permission], permission


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
