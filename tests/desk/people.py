"""People of the example newsroom at their desks: each has a browser of their own and one hand to use it with."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from beleg.newsroom.example import TITLE, ExampleAccount
from tests.desk.hands import Hand, Keyboard, Mouse
from tests.desk.messages import Spoken

HANDS: dict[str, type[Hand]] = {"mouse": Mouse, "keyboard": Keyboard}
LOCALES = {"de": "de-DE", "en": "en-GB"}
DECISIONS = 60
"""More than anybody has to decide in the example."""


TAKEN = "Autofocus processing was blocked"
"""What Chromium tells whoever presses a key before the page has loaded: that it leaves them the place they have
chosen.
"""


@dataclass
class Person:
    """Somebody with a window of their own, signed in."""

    who: ExampleAccount
    context: BrowserContext
    page: Page
    hand: Hand
    say: Spoken
    complaints: list[str]

    @property
    def paper(self) -> Locator:
        """The text in the review editor."""
        return self.page.get_by_role("textbox", name=self.say("Text of the article"))

    @property
    def conflict(self) -> Locator:
        """A place that two people have changed."""
        return self.page.locator(".conflict")

    def button(self, message: str, **values: object) -> Locator:
        """The button with these words."""
        return self.page.get_by_role("button", name=self.say(message, **values), exact=True)

    def link(self, message: str) -> Locator:
        """The link with these words."""
        return self.page.get_by_role("link", name=self.say(message), exact=True)

    def field(self, message: str) -> Locator:
        """The field with this label."""
        return self.page.get_by_label(self.say(message), exact=True)

    def is_told(self, message: str) -> None:
        """The page says what has become of what was done."""
        expect(self.page.get_by_role("status")).to_contain_text(self.say(message))

    def sign_in(self) -> None:
        """Come to the desk: the only address that is typed."""
        self.page.goto("/")
        self.hand.write(self.field("Login name"), self.who.login)
        self.hand.write(self.field("Password"), self.who.password)
        self.hand.press(self.button("Sign in"))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.say("Dossiers"))

    def open_dossier(self) -> None:
        """Go from the list, as it is now, into the dossier."""
        self.hand.press(self.link("Dossiers"))
        self.hand.press(self.page.get_by_role("link", name=TITLE))
        self._has_the_review_open()

    def tab(self, message: str) -> None:
        """Go to one of the dossier's pages."""
        pages = self.page.get_by_role("navigation", name=self.say("Dossier"), exact=True)
        link = pages.get_by_role("link", name=re.compile(f"^{re.escape(self.say(message))}"))
        self.hand.press(link)
        expect(link).to_have_attribute("aria-current", "page")
        if message == "Review":
            self._has_the_review_open()

    def _has_the_review_open(self) -> None:
        expect(self.page.locator(".margins button").first).to_be_visible()
        expect(self.page.locator(".scripted")).to_have_count(1)

    def is_saved(self) -> None:
        """Nothing that was typed is missing at the desk."""
        expect(self.page.locator(".standing")).to_have_text(self.say("Saved"))

    def decide_what_is_open(self) -> None:
        """Look at one thing after the other: judge first where asked to, confirm sentences, dismiss findings, with
        reasons.
        """
        self.tab("Review")
        status = self.page.locator("#status")
        nothing_open = status.get_by_text(self.say("Nothing open"))
        evidence = self.hand.evidence
        judge, confirm = evidence.locator(".judge"), evidence.locator("form.confirm")
        dismiss = evidence.get_by_role(
            "button", name=self.say("Dismiss here"), exact=True, include_hidden=True
        )
        judged = evidence.locator(".judged")
        for _ in range(DECISIONS):
            expect(evidence).not_to_have_attribute("aria-busy", "true")
            before = status.inner_text()
            if nothing_open.is_visible():
                return
            if judge.count():
                self.hand.answer_yes()
                expect(judged).to_be_visible()
                continue
            if confirm.count():
                self.hand.confirm("In der Niederschrift nachgelesen.")
                expect(status).not_to_have_text(before)
            elif dismiss.count():
                self.hand.dismiss("Gelesen; so ist es gemeint.")
                expect(status).not_to_have_text(before)
            else:
                self.hand.go_on()
            expect(judge.or_(confirm).or_(dismiss).or_(nothing_open).first).to_be_attached()
        raise AssertionError(f"there is no end to it: {status.inner_text()}")


@contextmanager
def at_the_desk(
    browser: Browser, address: str, who: ExampleAccount, hand: str, language: str
) -> Iterator[Person]:
    """Somebody signed in at a window of their own; their browser has nothing to complain of in the end."""
    context = browser.new_context(
        base_url=address, locale=LOCALES[language], viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    say = Spoken(language)
    person = Person(who, context, page, HANDS[hand](page, say), say, [])
    page.on(
        "console", lambda message: None if TAKEN in message.text else person.complaints.append(message.text)
    )
    page.on("pageerror", lambda error: person.complaints.append(str(error)))
    person.sign_in()
    yield person
    context.close()
    assert not person.complaints, person.complaints
