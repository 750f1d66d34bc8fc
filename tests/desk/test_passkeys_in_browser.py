"""A passkey in a real browser: added on one's own account page, used to sign, removed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from beleg.newsroom.example import EDITOR
from beleg.terms.identification import Identification
from tests.desk.conftest import Desk, has_begun, sign_in
from tests.desk.test_identifying import signed_off
from tests.desk.test_passkeys import named
from tests.desk.test_signing_off import clean

__all__ = ["clean", "named"]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(browser: Browser, named: Desk) -> Iterator[Page]:
    """Jonas at a desk that has a name, with an authenticator in his computer."""
    context = browser.new_context(base_url=named.address, locale="de-DE")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(page, EDITOR)
    yield page
    context.close()
    assert complaints == []


def add_authenticator(page: Page, **other: bool) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {**AUTHENTICATOR, **other}})


def add_passkey(page: Page) -> None:
    page.get_by_role("link", name=EDITOR.name).click()
    page.get_by_label("Wie er heißen soll").fill("Telefon")
    page.get_by_label("Ihr Passwort, noch einmal").fill(EDITOR.password)
    page.get_by_role("button", name="Einen Passkey hinzufügen").click()


@pytest.mark.browser
def test_added_used_to_sign_and_removed(named: Desk, page: Page) -> None:
    add_authenticator(page)
    add_passkey(page)
    expect(page.get_by_role("status")).to_contain_text("Der Passkey ist hinzugefügt.")
    expect(page.get_by_role("cell", name="noch nie")).to_be_visible()

    page.goto(named.path("/sign-off"))
    page.get_by_role("button", name="Mit einem Passkey freigeben").click()
    expect(page.get_by_role("status")).to_contain_text("Freigegeben.")
    (event,) = signed_off(named)
    assert event.identified_by is Identification.PASSKEY

    page.goto("/account")
    page.get_by_role("button", name="Entfernen Telefon").click()
    expect(page.get_by_role("status")).to_contain_text("Der Passkey ist entfernt")
    expect(page.get_by_text("Sie haben noch keinen")).to_be_visible()


@pytest.mark.browser
def test_an_authenticator_that_verifies_nobody_is_not_taken(named: Desk, page: Page) -> None:
    add_authenticator(page, isUserVerified=False)
    add_passkey(page)
    expect(page.get_by_role("alert")).to_contain_text("Der Passkey hat nicht geantwortet")
    page.goto(named.path("/sign-off"))
    expect(page.get_by_role("button", name="Als Jonas Petri freigeben")).to_be_visible()
    has_begun(page)
    expect(page.get_by_role("button", name="Mit einem Passkey freigeben")).to_have_count(0)


@pytest.mark.browser
def test_a_passkey_that_does_not_answer_leaves_the_password(named: Desk, page: Page) -> None:
    add_authenticator(page)
    add_passkey(page)
    expect(page.get_by_role("status")).to_contain_text("Der Passkey ist hinzugefügt.")
    page.goto(named.path("/sign-off"))
    page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
    )
    page.get_by_role("button", name="Mit einem Passkey freigeben").click()
    expect(page.get_by_role("alert")).to_contain_text(
        "Der Passkey hat nicht geantwortet; es ist nichts geschehen."
    )
    page.get_by_label("Ihr Passwort, noch einmal").fill(EDITOR.password)
    page.get_by_role("button", name="Als Jonas Petri freigeben").click()
    expect(page.get_by_role("status")).to_contain_text("Freigegeben.")
    (event,) = signed_off(named)
    assert event.identified_by is Identification.PASSWORD
