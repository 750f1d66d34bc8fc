"""Setting the byline by hand at the desk: what is chosen, what is refused, and what the signer is told."""

import json
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from beleg.newsroom.example import AUTHOR, CHIEF, EDITOR
from beleg.newsroom.house import Newsroom
from tests.cli.terminal import run
from tests.desk.conftest import Desk, Visit, account_id, has_begun, laid_out_width, sign_in
from tests.desk.test_releasing import sign
from tests.desk.test_signing_off import TEXT, clean, signs, writes

__all__ = ["clean", "signs", "writes"]
MORE = "\nDas Ergebnis las der Bürgermeister den Gästen im alten Saal des Rathauses selbst vor.\n"


@pytest.fixture
def by_two(clean: Desk) -> str:
    """A text of the author's with a sentence of the chief's, decided by her; gives the chief's account."""
    with Newsroom.open(clean.folder) as newsroom:
        chief = newsroom.add_account(CHIEF.login, CHIEF.name, CHIEF.function, CHIEF.password).id
        newsroom.save(clean.dossier, TEXT + MORE, by=chief)
        newsroom.check(clean.dossier, by=chief)
        for found in newsroom.review(clean.dossier).findings:
            newsroom.dismiss(clean.dossier, found.key, "War selbst dort.", by=chief)
        for sentence in newsroom.review(clean.dossier).sentences:
            if sentence.state.value in ("open", "reopened"):
                newsroom.confirm(clean.dossier, sentence.key, "War selbst dort.", by=chief)
    return chief


def put(desk: Desk, who: Visit, places: dict[str, int], body: str = "", act: str = "set") -> httpx.Response:
    """Send the form with a place for each account."""
    sent: dict[str, str | list[str]] = {
        "token": who.token(),
        "account": list(places),
        "place": [str(place) for place in places.values()],
        "body": body,
        "act": act,
    }
    return who.client.post(desk.path("/byline"), data=sent)


def test_it_is_set_told_to_the_signer_signed_and_published(
    clean: Desk, by_two: str, writes: Visit, signs: Visit
) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        author = account_id(newsroom, AUTHOR)
    html = writes.get(clean.path("/sign-off")).text
    assert f"{AUTHOR.name} and {CHIEF.name}; it follows from the text: whoever brought in" in html
    said = put(clean, writes, {author: 0, by_two: 1}, "dpa")
    assert said.headers["location"] == clean.path("/sign-off?said=byline")
    html = signs.get(clean.path("/sign-off")).text
    assert f"{CHIEF.name} and dpa; set by hand by {AUTHOR.name}." in html
    assert f"by somebody it does not name: {AUTHOR.name}. The record says so too." in html
    assert f"{CHIEF.name}, dpa; not named: {AUTHOR.name}" in signs.get(clean.path("/record")).text
    assert sign(clean, signs) == 303
    assert signs.post(clean.path("/publish")).status_code == 303
    page = signs.get(clean.path("/page")).text
    assert f"Von {CHIEF.name}, dpa" in page and AUTHOR.name not in page


def test_the_order_is_the_one_chosen_and_can_be_left_to_the_words_again(
    clean: Desk, by_two: str, writes: Visit
) -> None:
    with Newsroom.open(clean.folder) as newsroom:
        author = account_id(newsroom, AUTHOR)
    put(clean, writes, {author: 2, by_two: 1})
    assert f"{CHIEF.name} and {AUTHOR.name}; set by hand" in writes.get(clean.path("/sign-off")).text
    put(clean, writes, {author: 2, by_two: 1}, act="words")
    html = writes.get(clean.path("/sign-off")).text
    assert f"{AUTHOR.name} and {CHIEF.name}; it follows from the text: whoever brought in" in html


def test_who_sets_it_is_told_before_and_after_that_somebody_else_has_to_sign(
    clean: Desk, signs: Visit
) -> None:
    html = signs.get(clean.path("/sign-off")).text
    assert "Whoever sets the byline cannot sign." in html and "Sign as" in html
    put(clean, signs, {}, "Redaktion")
    html = signs.get(clean.path("/sign-off")).text
    assert "You set the byline, so somebody else has to sign." in html and "Sign as" not in html
    assert "Nobody who may sign is left" in html


def test_what_is_refused_is_said_and_stands_in_the_form_again(clean: Desk, writes: Visit) -> None:
    for body, why in (
        ("", "This is the byline already; nothing was changed."),
        (f"Texte: {EDITOR.name}", f"{EDITOR.name} works here: name them among the writers"),
        ("x" * 81, "must be one line of at most 80 characters"),
    ):
        refused = put(clean, writes, {}, body)
        assert refused.status_code == 422 and why in refused.text
        assert f'name="body" maxlength="80" value="{body}"' in refused.text
    refused = put(clean, writes, dict.fromkeys(("p-niemand",), 1))
    assert refused.status_code == 422 and "only whoever brought words into the text" in refused.text


def test_the_terminal_says_it_before_it_asks_for_the_password(
    clean: Desk, writes: Visit, tmp_path: Path
) -> None:
    put(clean, writes, {}, "Redaktion")
    secret = tmp_path / "password"
    secret.write_text(EDITOR.password, "utf-8")
    shown = run(
        "sign", clean.dossier, "--newsroom", clean.folder, "--as", EDITOR.login, "--password-file", secret
    )
    assert shown.exit_code == 0
    assert f"Byline, set by hand by {AUTHOR.name}: Redaktion" in shown.output
    assert f"Words of the text are by {AUTHOR.name}, whom the byline does not name." in shown.output
    listed = run("record", "show", clean.dossier, "--newsroom", clean.folder)
    assert "byline set: Redaktion (not named: p-" in listed.output, listed.output


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1440])
def test_it_is_set_in_a_browser(browser: Browser, clean: Desk, by_two: str, width: int) -> None:
    context = browser.new_context(
        base_url=clean.address, locale="de-DE", viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    sign_in(page, AUTHOR)
    page.goto(clean.path("/sign-off"))
    has_begun(page)
    page.locator("summary", has_text="Autorenzeile setzen").press("Enter")
    page.get_by_label(f"Platz von {AUTHOR.name}").select_option("nicht genannt")
    page.get_by_label("Redaktion oder Agentur").fill("dpa")
    page.get_by_role("button", name="Setzen", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Die Autorenzeile ist gesetzt.")
    expect(page.locator(".left-out")).to_contain_text(AUTHOR.name)
    assert laid_out_width(page) <= width
    context.close()
    assert not complaints, json.dumps(complaints)
    with Newsroom.open(clean.folder) as newsroom:
        assert newsroom.dossier(clean.dossier).bylines[-1].event.named == (by_two,)
