"""Who signs gives the password again, and sees the page that will go out."""

import pytest

from beleg.desk.attempts import PER_HOST, PER_LOGIN, Attempts
from beleg.desk.routes.sign_off import PREVIEW_POLICY
from beleg.newsroom.example import EDITOR
from beleg.newsroom.house import Newsroom
from beleg.record.canonical import decode, encode
from beleg.terms.events import SignedOff
from beleg.terms.identification import Identification
from tests.desk.conftest import Desk, Visit, field, serving
from tests.desk.test_signing_off import TEXT, clean, signs, writes

__all__ = ["clean", "signs", "writes"]


def signed_off(desk: Desk) -> list[SignedOff]:
    """The sign-offs in the record."""
    with Newsroom.open(desk.folder) as newsroom:
        events = [entry.event for entry in newsroom.entries(desk.dossier)]
    return [event for event in events if isinstance(event, SignedOff)]


def read(desk: Desk, who: Visit) -> str:
    return field(who.get(desk.path("/sign-off")).text, "content_sha256")


def test_the_password_given_again_is_kept_with_the_signature(clean: Desk, signs: Visit) -> None:
    assert signs.post(clean.path("/sign-off"), content_sha256=read(clean, signs)).status_code == 303
    (event,) = signed_off(clean)
    assert event.identified_by is Identification.PASSWORD
    html = signs.get(clean.path("/record")).text
    assert "signed, the password given again" in html
    with Newsroom.open(clean.folder) as newsroom:
        statement = newsroom.statement(clean.dossier)
    assert b"password" not in statement, "nobody outside could verify it"


@pytest.mark.parametrize(
    ("password", "status", "why"),
    [
        ("", 422, "The password is missing. Nothing was signed."),
        ("geraten", 403, "The password is wrong. Nothing was signed."),
        ("g" * 2000, 403, "The password is wrong. Nothing was signed."),
        ("geraten\udcff", 403, "The password is wrong. Nothing was signed."),
    ],
)
def test_without_the_password_nothing_is_signed(
    clean: Desk, signs: Visit, password: str, status: int, why: str
) -> None:
    answer = signs.post(
        clean.path("/sign-off"),
        content_sha256=read(clean, signs),
        password=password.encode("utf-8", "replace").decode(),
    )
    assert answer.status_code == status and why in answer.text
    assert password not in answer.text or not password
    assert signed_off(clean) == []
    # It stands at the field, which says so to those who do not see it.
    field = answer.text.partition('<input id="password"')[2].partition(">")[0]
    assert 'aria-invalid="true"' in field and 'aria-describedby="password-refused password-hint"' in field
    assert why in answer.text.partition('id="password-refused"')[2].partition("</p>")[0]


def test_too_many_wrong_passwords_are_not_looked_at_and_close_no_door(clean: Desk, signs: Visit) -> None:
    shown = read(clean, signs)
    for _ in range(PER_LOGIN):
        assert (
            signs.post(clean.path("/sign-off"), content_sha256=shown, password="geraten").status_code == 403
        )
    answer = signs.post(clean.path("/sign-off"), content_sha256=shown)
    assert answer.status_code == 429 and "Too many attempts." in answer.text
    assert int(answer.headers["retry-after"]) > 0
    assert signed_off(clean) == []
    # Signing in is counted apart: guessing here keeps nobody out, and guessing there keeps nobody from signing.
    again = Visit(clean.address)
    with again.client:
        again.sign_in(EDITOR)


def test_guessing_at_the_door_keeps_nobody_from_signing(clean: Desk, signs: Visit) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        account = next(each.id for each in newsroom.accounts() if each.login == EDITOR.login)
    guessing = Visit(clean.address)
    with guessing.client:
        for login in (EDITOR.login, account, f" {account}"):
            for _ in range(PER_LOGIN + 1):
                guessing.post("/sign-in", "/sign-in", login=login, password="geraten")
    assert signs.post(clean.path("/sign-off"), content_sha256=read(clean, signs)).status_code == 303


def test_an_address_that_is_locked_at_the_door_is_not_locked_at_the_signature(clean: Desk) -> None:
    at_the_door = Attempts()
    with serving(clean.folder, attempts=at_the_door) as address:
        jonas = Visit(address)
        with jonas.client:
            jonas.sign_in(EDITOR)
            for number in range(PER_HOST):
                at_the_door.failed(f"name{number}", "127.0.0.1")
            assert jonas.post("/sign-in", "/sign-in", login="x", password="geraten").status_code == 429
            content = read(clean, jonas)
            assert jonas.post(clean.path("/sign-off"), content_sha256=content).status_code == 303
    assert len(signed_off(clean)) == 1


def test_without_the_record_as_it_was_shown_nothing_is_signed(clean: Desk, signs: Visit) -> None:
    content = read(clean, signs)
    answer = signs.post(clean.path("/sign-off"), content_sha256=content, record_head="")
    assert answer.status_code == 409
    assert "How the record stood when you read it is missing. Nothing was signed." in answer.text
    assert signed_off(clean) == []


def test_the_preview_is_the_page_that_will_go_out(clean: Desk, writes: Visit, signs: Visit) -> None:
    html = signs.get(clean.path("/sign-off")).text
    assert f'<iframe class="preview" src="{clean.path("/preview")}" sandbox title=' in html
    answer = signs.get(clean.path("/preview"))
    assert answer.headers["content-security-policy"] == PREVIEW_POLICY
    assert PREVIEW_POLICY.startswith("sandbox; default-src 'none';") and "allow-" not in PREVIEW_POLICY
    assert "Preview: not signed, not published" in answer.text and 'content="noindex"' in answer.text
    assert "application/ld+json" not in answer.text and "canonical" not in answer.text
    assert "Jonas Petri (Chef vom Dienst)" in answer.text
    # Who cannot sign does not stand there as if they could.
    other = writes.get(clean.path("/preview")).text
    assert '<dd data-part="signer">N. N.</dd>' in other

    signs.post(clean.path("/sign-off"), content_sha256=read(clean, signs))
    assert "Preview: signed, not published" in writes.get(clean.path("/preview")).text
    signs.post(clean.path("/publish"))
    page, preview = (signs.get(clean.path(rest)).text for rest in ("/page", "/preview"))
    assert "Preview: published as it stands here" in preview and "not published" not in preview
    for part in ("headline", "paragraph"):
        assert _marked(page, f'data-block="{part}"') == _marked(preview, f'data-block="{part}"')
    for part in ("disclosure", "details", "signer", "content-sha256"):
        assert _marked(page, f'data-part="{part}"') == _marked(preview, f'data-part="{part}"')


def _marked(html: str, mark: str) -> list[str]:
    """What stands in the elements with a mark."""
    return [piece.partition("</")[0] for piece in html.split(mark)[1:]]


def test_what_cannot_be_a_page_yet_has_no_preview(clean: Desk, writes: Visit, signs: Visit) -> None:
    base = read(clean, signs)
    writes.post(clean.path("/text"), content=TEXT.split("\n\n")[1], base=base)
    assert "<iframe" not in signs.get(clean.path("/sign-off")).text
    assert signs.get(clean.path("/preview")).status_code == 404
    opened = signs.post("/dossiers", title="Leer", language="de").headers["location"].partition("?")[0]
    assert signs.get(f"{opened}/preview").status_code == 404


def test_a_record_from_before_the_question_keeps_its_bytes() -> None:
    line = (
        b'{"at":"2026-03-05T11:00:00.000000Z","by":"p-1","dossier":"d-1","event":{"content_sha256":"ab","number":1,'
        b'"type":"signed_off"},"hash":"00","position":2,"previous":"11"}'
    )
    entry = decode(line)
    assert isinstance(entry.event, SignedOff)
    assert entry.event.identified_by is Identification.NOT_ASKED
    assert encode(entry) == line
