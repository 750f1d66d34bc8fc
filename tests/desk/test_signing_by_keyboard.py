"""Signing on a telephone, in the dark, by keyboard alone."""

import pytest
from playwright.sync_api import Browser, expect

from beleg.newsroom.example import EDITOR
from beleg.terms.identification import Identification
from tests.desk.conftest import Desk, laid_out_width
from tests.desk.test_identifying import signed_off
from tests.desk.test_signing_off import clean

__all__ = ["clean"]


@pytest.mark.browser
def test_read_and_signed_by_keyboard(browser: Browser, clean: Desk) -> None:
    context = browser.new_context(
        base_url=clean.address,
        locale="de-DE",
        color_scheme="dark",
        viewport={"width": 360, "height": 740},
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"/sign-in?next={clean.path('/sign-off')}")
    page.get_by_label("Anmeldename").fill(EDITOR.login)
    page.get_by_label("Passwort").fill(EDITOR.password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Genau das geht hinaus")).to_be_visible()
    assert laid_out_width(page) <= 360

    frame = page.frame_locator("iframe.preview")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Ahrenkamp bekommt eine Fähre")
    reached: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
        if reached[-1] == "password":
            break
    assert "preview" in reached, "what goes out can be read by keyboard before it is signed"
    assert reached[-1] == "password", reached
    page.keyboard.type(EDITOR.password)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Freigegeben.")
    (event,) = signed_off(clean)
    assert event.identified_by is Identification.PASSWORD
    context.close()
    assert complaints == []
