"""The hand that has nothing but the keyboard comes to what a keyboard can reach, and says where it came to
otherwise.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.hands import Keyboard
from tests.desk.messages import Spoken

_PAGE = """<title>Hands</title>
<button onclick="this.textContent = 'Pressed'">First</button>
<a href="#here">Second</a>
<p><button tabindex="-1">Out of reach</button></p>
<button onclick="this.textContent = 'Pressed'">Last</button>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with a button that the tab key passes by."""
    page = browser.new_page()
    page.set_content(_PAGE)
    yield page
    page.close()


@pytest.mark.browser
def test_it_goes_on_and_back(page: Page) -> None:
    hand = Keyboard(page, Spoken("en"))
    hand.press(page.get_by_role("button", name="Last"))
    expect(page.locator("button").last).to_have_text("Pressed")
    hand.press(page.get_by_role("button", name="First"))
    expect(page.locator("button").first).to_have_text("Pressed")


@pytest.mark.browser
def test_what_is_out_of_its_reach_is_a_failure_with_the_stops(page: Page) -> None:
    with pytest.raises(AssertionError, match=r"does not reach .*Out of reach.*'a Second'"):
        Keyboard(page, Spoken("en")).press(page.get_by_role("button", name="Out of reach"))


def test_what_the_desk_does_not_say_is_looked_for_nowhere() -> None:
    assert Spoken("de")("Sign in") == "Anmelden"
    with pytest.raises(AssertionError, match="does not say"):
        Spoken("de")("Anmelden")
