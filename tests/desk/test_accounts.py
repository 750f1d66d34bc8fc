"""The pages about accounts: for the administration, about one's own, and what was denied."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from playwright.sync_api import Browser, expect

from beleg.desk.role_words import MESSAGES
from beleg.newsroom.example import ADMINISTRATOR, AUTHOR, ExampleAccount
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.role import ACTS, NAMES, Role
from tests.accounts import account_called
from tests.desk.conftest import Desk, Visit, laid_out_width, sign_in

PASSWORD = "ein langes Kennwort"


def _add(
    admin: Visit, login: str = "lea", password: str = PASSWORD, role: str = "reporter"
) -> httpx.Response:
    return admin.post(
        "/accounts",
        "/accounts",
        login=login,
        name="Lea <Thoms>",
        function="Volontärin",
        role=role,
        password=password,
    )


@pytest.fixture
def admin(desk: Desk) -> Iterator[Visit]:
    """Who looks after the accounts, signed in."""
    visit = Visit(desk.address)
    with visit.client:
        yield visit.sign_in(ADMINISTRATOR)


def _account(desk: Desk, login: str) -> Account:
    with Newsroom.open(desk.folder) as newsroom:
        found = account_called(newsroom, login)
    assert found is not None
    return found


def _enters(desk: Desk, login: str, password: str) -> bool:
    visit = Visit(desk.address)
    with visit.client:
        return visit.post("/sign-in", "/sign-in", login=login, password=password).status_code == 303


def test_the_words_of_roles_and_acts_are_those_of_the_table() -> None:
    assert set(MESSAGES) == {*NAMES.values(), *ACTS.values()}


def test_the_administration_begins_at_the_accounts_and_sees_no_dossier(desk: Desk, admin: Visit) -> None:
    assert admin.get("/").headers["location"] == "/accounts"
    page = admin.get("/accounts").text
    assert "Mara Lindqvist" in page and "Torge Immel" in page
    assert 'href="/"' in page.split("<nav")[0] and ">Dossiers<" not in page and "Denials" in page
    assert "Färberbrücke" not in page
    answer = admin.get(desk.path())
    assert answer.status_code == 403
    assert "The role “administration” does not include reading dossiers; nothing was done." in answer.text


def test_nobody_else_is_shown_the_way_to_the_accounts(author: Visit) -> None:
    page = author.get("/").text
    assert "/accounts" not in page and "/denials" not in page
    assert 'href="/account"' in page


def test_an_account_is_added_changed_and_closed(desk: Desk, admin: Visit) -> None:
    answer = _add(admin)
    lea = _account(desk, "lea")
    assert answer.headers["location"] == f"/accounts/{lea.id}?said=account-added"
    page = admin.get(answer.headers["location"]).text
    assert "Lea &lt;Thoms&gt;" in page and "Tell the person their login name" in page
    assert lea.role is Role.REPORTER and _enters(desk, "lea", PASSWORD)
    at = f"/accounts/{lea.id}"
    assert admin.post(f"{at}/person", at, name="Lea Thoms", function="Reporterin").status_code == 303
    assert admin.post(f"{at}/role", at, role="editor").status_code == 303
    assert admin.post(f"{at}/password", at, password="noch ein Kennwort").status_code == 303
    changed = _account(desk, "lea")
    assert (changed.name, changed.function, changed.role) == ("Lea Thoms", "Reporterin", Role.EDITOR)
    assert _enters(desk, "lea", "noch ein Kennwort") and not _enters(desk, "lea", PASSWORD)
    assert admin.post(f"{at}/close", at).status_code == 303
    assert not _enters(desk, "lea", "noch ein Kennwort")
    assert "Close the account" not in admin.get(at).text


def test_what_is_refused_stands_there_again_but_never_the_password(desk: Desk, admin: Visit) -> None:
    answer = _add(admin, login="mara")
    assert answer.status_code == 422
    form = answer.text.partition('action="/accounts"')[2].partition("</form>")[0]
    assert "The login “mara” is taken." in form and answer.text.count("is taken.") == 1
    assert 'value="Volontärin"' in answer.text and PASSWORD not in answer.text
    assert _add(admin, password="kurz").status_code == 422
    assert _add(admin, role="king").status_code == 400
    mara = _account(desk, "mara")
    empty = admin.post(f"/accounts/{mara.id}/person", "/accounts", name=" ", function="")
    assert empty.status_code == 409
    assert "Neither a name nor a function was given" in empty.text
    assert empty.text.count('role="alert"') == 1
    form = empty.text.partition('/person"')[2].partition("</form>")[0]
    assert "Neither a name nor a function was given" in form and 'aria-invalid="true"' in form
    assert admin.get("/accounts/p-0").status_code == 404


def test_a_refusal_whose_form_is_gone_stands_on_top(desk: Desk, admin: Visit) -> None:
    mara = _account(desk, "mara")
    at = f"/accounts/{mara.id}"
    token = admin.token(at)
    assert admin.post(f"{at}/close", at).status_code == 303
    late = admin.client.post(f"{at}/password", data={"token": token, "password": "kurz"})
    assert late.status_code == 409
    assert 'role="alert"' in late.text.partition('<main id="main"')[2].partition("<h1>")[0]


def test_programs_have_no_page(desk: Desk, admin: Visit) -> None:
    with Newsroom.open(desk.folder) as newsroom:
        program = newsroom.watching_account()
    assert program.name not in re.sub(r"<title>.*|class=\"brand\".*", "", admin.get("/accounts").text)
    assert admin.get(f"/accounts/{program.id}").status_code == 404
    assert admin.post(f"/accounts/{program.id}/close", "/accounts").status_code == 404


def test_ending_sessions_signs_somebody_out(desk: Desk, admin: Visit, author: Visit) -> None:
    mara = _account(desk, "mara")
    assert author.get("/").status_code == 200
    admin.post(f"/accounts/{mara.id}/sessions", f"/accounts/{mara.id}")
    assert author.get("/").status_code == 303


def test_a_role_holds_from_the_next_act_on(desk: Desk, admin: Visit, author: Visit) -> None:
    mara = _account(desk, "mara")
    form = {"content": "# Neu\n\nNeu.\n", "base": ""}
    admin.post(f"/accounts/{mara.id}/role", f"/accounts/{mara.id}", role="legal")
    with Newsroom.open(desk.folder) as newsroom:
        current = newsroom.dossier(desk.dossier).current
    assert current is not None
    denied = author.post(desk.path("/text"), "/account", content=form["content"], base=current.content_sha256)
    assert denied.status_code == 403
    assert "does not include writing and changing texts" in author.get(desk.path("/text")).text


def test_the_last_account_of_the_administration_stays(desk: Desk, admin: Visit) -> None:
    torge = _account(desk, ADMINISTRATOR.login)
    at = f"/accounts/{torge.id}"
    for path, form in (("role", {"role": "editor"}), ("close", {}), ("erase", {"login": torge.login})):
        answer = admin.client.post(f"{at}/{path}", data={"token": admin.token(at), **form})
        assert answer.status_code == 409
        where = answer.text.partition(f'action="{at}/{path}"')[2].partition("</form>")[0]
        assert "This is the last account of the administration" in where


def test_a_name_is_erased_only_when_its_login_was_typed(desk: Desk, admin: Visit) -> None:
    mara = _account(desk, "mara")
    at = f"/accounts/{mara.id}"
    wrong = admin.post(f"{at}/erase", at, login="marah")
    assert wrong.status_code == 422 and "not the login name of the account" in wrong.text
    assert admin.post(f"{at}/erase", at, login="Mara").headers["location"] == f"{at}?said=name-erased"
    page = admin.get(at).text
    assert "Mara Lindqvist" not in page and "name erased" in page
    assert f'action="{at}/' not in page, "nothing can be changed any more"


def test_what_was_denied_is_listed_with_who_and_which_dossier(
    desk: Desk, admin: Visit, author: Visit
) -> None:
    assert "Nothing was denied to anybody." in admin.get("/denials").text
    author.post(desk.path("/publish"))
    page = admin.get("/denials").text
    assert "Mara Lindqvist" in page and "publishing articles" in page and desk.dossier in page
    assert author.get("/denials").status_code == 403


def test_changing_ones_own_password_goes_on_here_and_ends_elsewhere(desk: Desk, author: Visit) -> None:
    elsewhere = Visit(desk.address)
    new = "ein ganz neues Kennwort"
    with elsewhere.client:
        elsewhere.sign_in(AUTHOR)
        differ = author.post(
            "/account/password", "/account", present=AUTHOR.password, password=new, again="x"
        )
        assert "The two new passwords differ" in differ.text
        short = author.post(
            "/account/password", "/account", present=AUTHOR.password, password="kurz", again="kurz"
        )
        assert "The password must have 8 to 1024 characters." in short.text
        done = author.post("/account/password", "/account", present=AUTHOR.password, password=new, again=new)
        assert done.headers["location"] == "/account?said=own-password"
        assert author.get("/account").status_code == 200
        assert elsewhere.get("/account").status_code == 303
    assert _enters(desk, AUTHOR.login, new) and not _enters(desk, AUTHOR.login, AUTHOR.password)


@contextmanager
def _as(desk: Desk, role: Role) -> Iterator[Visit]:
    """Somebody with this role, signed in."""
    who = ExampleAccount(login="eva", name="Eva Kolb", function="Probe", password=PASSWORD, role=role)
    with Newsroom.open(desk.folder) as newsroom:
        newsroom.add_account(who.login, who.name, who.function, who.password, role=role)
    visit = Visit(desk.address)
    with visit.client:
        yield visit.sign_in(who)


def test_pages_say_why_an_act_is_not_offered(desk: Desk) -> None:
    with _as(desk, Role.LEGAL) as visit:
        expected = {
            "/": ("opening dossiers", "/dossiers"),
            desk.path("/sources"): ("taking in sources", desk.path("/sources")),
            desk.path("/text"): ("writing and changing texts", ""),
            desk.path("/draft"): ("having the machine write drafts", desk.path("/draft")),
            desk.path("/sign-off"): ("signing texts", desk.path("/sign-off")),
        }
        for path, (act, form) in expected.items():
            page = visit.get(path).text
            assert f"Your role, legal department, does not include {act}." in page, path
            if form:
                assert f'method="post" action="{form}"' not in page, path
        assert desk.path("/report.pdf") in visit.get(desk.path("/published")).text
        assert "Lift it now" not in visit.get(desk.path("/sign-off")).text


def test_a_reporter_is_shown_what_a_reporter_does(desk: Desk) -> None:
    with _as(desk, Role.REPORTER) as visit:
        page = visit.get(desk.path("/sign-off")).text
        assert "Your role, reporter, does not include signing texts." in page
        assert "Your role, reporter, does not include taking out review reports." in page
        assert "Save and check" in visit.get(desk.path("/text")).text
        assert "Can sign:" not in page or "Eva Kolb" not in page.split("Can sign:")[1]


@pytest.mark.browser
def test_the_administration_in_german_with_a_narrow_window(desk: Desk, browser: Browser) -> None:
    context = browser.new_context(locale="de-DE", viewport={"width": 360, "height": 800})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    sign_in(page, ADMINISTRATOR, desk.address)
    expect(page.get_by_role("heading", name="Konten", level=1)).to_be_visible()
    page.get_by_label("Anmeldename").fill("lea")
    page.get_by_label("Name, wie er veröffentlicht wird").fill("Lea Thoms")
    page.get_by_label("Funktion, wie sie veröffentlicht wird").fill("Volontärin")
    page.get_by_label("Rolle", exact=True).select_option(label="Justiziariat")
    page.get_by_label("Erstes Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Konto anlegen").click()
    expect(page.get_by_role("status")).to_contain_text("Das Konto ist angelegt.")
    expect(page.get_by_role("heading", name="Lea Thoms", level=1)).to_be_visible()
    for path in ("/accounts", "/denials", "/account", f"/accounts/{_account(desk, 'lea').id}"):
        page.goto(f"{desk.address}{path}")
        assert laid_out_width(page) <= 360, path
    assert not complaints
    context.close()
