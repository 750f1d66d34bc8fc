"""Taking in by drop, address and paste in a browser, with and without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from beleg.newsroom.example import AUTHOR
from tests.desk.conftest import Desk, has_begun, sign_in

pytestmark = pytest.mark.browser

_DROP = """([selector, files]) => {
  const dropped = new DataTransfer();
  for (const [name, words] of files) dropped.items.add(new File([words], name, {type: "text/plain"}));
  document.querySelector(selector).dispatchEvent(new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true}));
}"""


def _at_sources(browser: Browser, desk: Desk, *, script: bool = True, width: int = 1440) -> Page:
    context = browser.new_context(
        base_url=desk.address,
        locale="de-DE",
        java_script_enabled=script,
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    sign_in(page, AUTHOR)
    page.goto(desk.path("/sources"))
    return page


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    page = _at_sources(browser, desk)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.context.close()
    assert complaints == []


def test_dropped_files_wait_are_sent_one_by_one_and_have_outcomes_of_their_own(page: Page) -> None:
    files = [["notiz.txt", "Die Fähre fährt ab Montag wieder, sagte die Wirtin."], ["leer.txt", ""]]
    has_begun(page)
    expect(page.get_by_text("Oder ziehen Sie sie irgendwo auf dieses Formular.")).to_be_visible()
    page.evaluate(_DROP, [".taking-in", files])

    outcomes = page.locator(".outcomes li")
    expect(outcomes).to_have_count(2)
    expect(outcomes.first).to_contain_text("wartet")
    expect(page.locator("#shelf")).to_contain_text("6 Quellen")

    page.get_by_label("Nicht an Sprachmodelle außer Haus geben").check()
    page.get_by_role("button", name="Aufnehmen").click()
    expect(outcomes.first).to_contain_text("1 Quelle aufgenommen.")
    expect(outcomes.nth(1)).to_contain_text("leer.txt: leer; es ist nichts darin.")
    expect(page.locator("#shelf")).to_contain_text("7 Quellen")
    expect(page.locator("#shelf li", has_text="notiz")).to_contain_text("nicht an Sprachmodelle außer Haus")
    # What was refused is likely to come again; then the tick is not forgotten.
    expect(page.get_by_label("Nicht an Sprachmodelle außer Haus geben")).to_be_checked()


def test_what_was_chosen_by_mistake_is_taken_off_the_list(page: Page, tmp_path: Path) -> None:
    (tmp_path / "falsch.txt").write_text("Falsche Datei, nicht für diesen Artikel.", encoding="utf-8")
    has_begun(page)
    page.get_by_label("Eine oder mehrere Dateien").set_input_files(tmp_path / "falsch.txt")
    page.get_by_role("button", name="Von der Liste nehmen: falsch.txt").click()
    expect(page.locator(".outcomes li")).to_have_count(0)
    page.get_by_role("button", name="Aufnehmen").click()
    expect(page.locator(".outcomes")).to_contain_text("Wählen Sie eine Datei")
    expect(page.locator("#shelf")).to_contain_text("6 Quellen")


def test_a_pasted_text_without_a_title_stays_in_its_field(page: Page) -> None:
    has_begun(page)
    words = page.get_by_label("Text der Quelle")
    words.fill("Der Kapitän nannte keinen Termin.")
    page.get_by_role("button", name="Aufnehmen").click()
    expect(page.locator(".outcomes li")).to_contain_text("braucht eine Angabe, woher er stammt")
    expect(words).to_have_value("Der Kapitän nannte keinen Termin.")
    page.get_by_label("Woher er stammt").fill("Anruf beim Kapitän")
    # What is refused stands in its fields again, to be mended.
    page.get_by_label("Erschienen am, falls bekannt").fill("02/03/2026")
    page.get_by_role("button", name="Aufnehmen").click()
    expect(page.locator(".outcomes")).to_contain_text("kann zwei verschiedene Tage meinen")
    expect(words).to_have_value("Der Kapitän nannte keinen Termin.")
    expect(page.get_by_label("Woher er stammt")).to_have_value("Anruf beim Kapitän")
    page.get_by_label("Erschienen am, falls bekannt").fill("02.03.2026")
    page.get_by_label("Nicht an Sprachmodelle außer Haus geben").check()
    page.get_by_role("button", name="Aufnehmen").click()
    expect(page.locator("#shelf")).to_contain_text("Anruf beim Kapitän")
    expect(page.locator("#shelf li", has_text="Anruf beim Kapitän").locator("time")).to_have_text("02.03.26")
    expect(words).to_have_value("")
    expect(page.get_by_role("link", name="Quellen 7")).to_be_visible()
    # The tick was for this source and not for the next.
    expect(page.get_by_label("Nicht an Sprachmodelle außer Haus geben")).not_to_be_checked()


def test_without_script_the_form_does_the_same(browser: Browser, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "notiz.txt").write_text("Die Fähre fährt ab Montag wieder.", encoding="utf-8")
    (tmp_path / "leer.txt").write_text("", encoding="utf-8")
    page = _at_sources(browser, desk, script=False, width=360)
    expect(page.get_by_text("Oder ziehen Sie sie")).to_be_hidden()
    page.get_by_label("Eine oder mehrere Dateien").set_input_files(
        [tmp_path / "notiz.txt", tmp_path / "leer.txt"]
    )
    page.get_by_role("button", name="Aufnehmen").click()
    expect(page.get_by_role("alert")).to_contain_text("leer.txt: leer; es ist nichts darin.")
    expect(page.locator("#shelf")).to_contain_text("7 Quellen")
    page.context.close()
