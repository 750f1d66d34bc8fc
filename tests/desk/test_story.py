"""The whole story of the example newsroom, driven through a real browser, in German."""

import re
from collections.abc import Iterator
from pathlib import Path

import extruct
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from beleg.checks.catalogue import title_in
from beleg.newsroom.example import AUTHOR, CHIEF, EDITOR, ExampleAccount, corrected_draft, planted_faults
from beleg.newsroom.verification import verify
from tests.desk.conftest import Desk

ADDRESS = "https://anzeiger.example/faerberbruecke"


class Person:
    """Somebody with a browser window of their own."""

    def __init__(self, browser: Browser, desk: Desk, who: ExampleAccount) -> None:
        self.desk = desk
        self.context: BrowserContext = browser.new_context(
            base_url=desk.address, locale="de-DE", viewport={"width": 1440, "height": 900}
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto("/")
        self.page.get_by_label("Anmeldename").fill(who.login)
        self.page.get_by_label("Passwort").fill(who.password)
        self.page.get_by_role("button", name="Anmelden").click()
        self.page.get_by_role("link", name="Färberbrücke").click()

    def tab(self, name: str) -> None:
        """Go to one of the dossier's pages."""
        self.page.get_by_role("navigation", name="Dossier").get_by_role("link", name=name).click()

    def write(self, content: str) -> None:
        """Replace the whole text and save it."""
        self.tab("Schreiben")
        self.page.get_by_label("Text", exact=True).fill(content)
        self.page.get_by_role("button", name="Speichern und prüfen").click()
        expect(self.page.get_by_role("status")).to_contain_text("Gespeichert und geprüft.")

    def text(self) -> str:
        """The text as it stands in the field."""
        self.tab("Schreiben")
        return self.page.get_by_label("Text", exact=True).input_value()

    def decide_what_is_open(self) -> None:
        """Look at one thing after the other: confirm the sentence, or dismiss the finding, each with a reason."""
        self.tab("Prüfen")
        status = self.page.locator("#status")
        for _ in range(40):
            before = status.inner_text()
            evidence = self.page.locator(".evidence")
            if evidence.locator(".judge").count():
                evidence.get_by_role("button", name="Ja", exact=True).click()
                expect(status).not_to_have_text(before)
                expect(evidence.locator(".judge")).to_have_count(0)
                self.tab("Prüfen")
                continue
            confirm = evidence.locator("form.confirm textarea")
            dismiss = evidence.locator("section.finding", has=self.page.locator("button")).first
            if confirm.count():
                assert confirm.input_value() == ""
                confirm.fill("In der Niederschrift nachgelesen.")
                evidence.get_by_role("button", name="Diesen Satz bestätigen").click()
            elif dismiss.count() and self.page.get_by_text("offen", exact=False).count():
                dismiss.locator("summary").click()
                dismiss.locator("textarea").fill("Gelesen; so ist es gemeint.")
                dismiss.get_by_role("button", name="Hier verwerfen").click()
            else:
                break
            # Without a new page: what is open next stands there as soon as the decision is on record.
            expect(status).not_to_have_text(before)
        expect(self.page.locator(".status")).to_contain_text("Nichts offen")


@pytest.fixture
def mara(browser: Browser, desk: Desk) -> Iterator[Person]:
    """Wrote the draft."""
    yield from _window(Person(browser, desk, AUTHOR))


@pytest.fixture
def jonas(browser: Browser, desk: Desk) -> Iterator[Person]:
    """Is about to change a word."""
    yield from _window(Person(browser, desk, EDITOR))


@pytest.fixture
def ines(browser: Browser, desk: Desk) -> Iterator[Person]:
    """Signs."""
    yield from _window(Person(browser, desk, CHIEF))


def _window(person: Person) -> Iterator[Person]:
    yield person
    person.context.close()
    assert person.complaints == []


@pytest.mark.browser
def test_from_eight_faults_to_a_verified_bundle(
    mara: Person, jonas: Person, ines: Person, tmp_path: Path
) -> None:
    _the_eight_faults_are_there(mara)
    _one_is_mended_with_the_words_of_the_source(mara)
    mara.write(corrected_draft())
    jonas.decide_what_is_open()

    _who_wrote_cannot_sign(mara)
    _who_changed_a_word_cannot_sign(jonas)

    ines.decide_what_is_open()
    _signs(ines)
    _a_foreign_edit_voids_the_signature(mara, ines)

    ines.decide_what_is_open()
    _signs(ines)
    _publishes(ines)
    _the_page_can_be_read_by_machines_and_does_nothing(ines)
    _the_bundle_holds(ines, tmp_path)


def _the_eight_faults_are_there(mara: Person) -> None:
    queue = mara.page.get_by_role("region", name="Zu entscheiden")
    faults = planted_faults()
    assert len(faults) == 8
    for fault in faults:
        item = queue.get_by_role("link").filter(has_text=title_in(fault.check, "de"))
        assert any(_begins_alike(text, fault.words) for text in item.locator(".quote").all_inner_texts()), (
            fault
        )
        row = mara.page.locator(".margins").get_by_role("button", name=re.compile(re.escape(fault.sentence)))
        expect(row.first).to_contain_text(re.compile("Fehler|Warnung"))
    expect(queue.get_by_text("Arten von Fehlern geprüft")).to_be_visible()


def _begins_alike(shown: str, words: str) -> bool:
    return words.startswith(shown.partition(" …")[0])


def _one_is_mended_with_the_words_of_the_source(mara: Person) -> None:
    fault = next(fault for fault in planted_faults() if fault.check == "number_changed")
    queue = mara.page.get_by_role("region", name="Zu entscheiden")
    queue.get_by_role("link").filter(has_text=title_in("number_changed", "de")).first.click()
    evidence = mara.page.locator(".evidence")
    expect(mara.page.locator(".margins [aria-current]")).to_have_accessible_name(
        re.compile(re.escape(fault.sentence))
    )
    expect(evidence.locator(".differs mark").first).to_have_text("28,3")
    expect(evidence.locator(".found").first).to_contain_text("23,8 Millionen Euro")
    evidence.get_by_role("button", name="In den Text übernehmen").click()
    expect(mara.page.locator(".news")).to_contain_text("Die vorgeschlagenen Wörter stehen im Text.")
    expect(mara.page.locator(".paper")).to_contain_text("23,8 Millionen Euro")
    expect(mara.page.locator(".standing")).to_have_text("Gespeichert")
    assert fault.mended in mara.text()


def _who_wrote_cannot_sign(mara: Person) -> None:
    mara.tab("Freigeben")
    expect(mara.page.locator(".four-eyes")).to_contain_text("freigeben muss ihn jemand anderes")
    expect(mara.page.get_by_text("Freigeben können: Ines Kowal und Jonas Petri.")).to_be_visible()
    assert mara.page.get_by_role("button", name=re.compile("freigeben$")).count() == 0


def _who_changed_a_word_cannot_sign(jonas: Person) -> None:
    jonas.tab("Freigeben")
    expect(jonas.page.get_by_role("button", name="Als Jonas Petri freigeben")).to_be_visible()
    text = jonas.text()
    assert "weiterhin nutzen" in text
    jonas.write(text.replace("weiterhin nutzen", "weiter nutzen"))
    jonas.tab("Freigeben")
    expect(jonas.page.locator(".four-eyes")).to_be_visible()
    assert jonas.page.get_by_role("button", name="Als Jonas Petri freigeben").count() == 0


def _signs(ines: Person) -> None:
    ines.tab("Freigeben")
    expect(ines.page.locator(".going-out")).to_contain_text("Stadtrat von Grauwerder stimmt für Abriss")
    preview = ines.page.frame_locator("iframe.preview")
    expect(preview.get_by_text("Vorschau: nicht freigegeben, nicht veröffentlicht")).to_be_visible()
    expect(preview.get_by_role("heading", level=1)).to_contain_text(
        "Stadtrat von Grauwerder stimmt für Abriss"
    )
    ines.page.get_by_label("Ihr Passwort, noch einmal").fill(CHIEF.password)
    ines.page.get_by_role("button", name="Als Ines Kowal freigeben").click()
    expect(ines.page.locator(".signed")).to_contain_text("Freigegeben von Ines Kowal")
    expect(ines.page.locator(".disclosure")).to_contain_text("Ines Kowal")


def _a_foreign_edit_voids_the_signature(mara: Person, ines: Person) -> None:
    expect(ines.page.get_by_role("button", name="Veröffentlichen")).to_be_visible()
    text = mara.text()
    assert "täglich rund" in text
    mara.write(text.replace("täglich rund", "am Tag rund"))
    expect(mara.page.locator(".void")).to_contain_text("Die Freigabe von Ines Kowal")
    expect(mara.page.locator(".margins .reopened")).to_have_count(2)  # the line and its button
    expect(mara.page.locator(".margins li.reopened")).to_contain_text("wieder offen")
    ines.page.get_by_role("button", name="Veröffentlichen").click()
    expect(ines.page.get_by_role("alert")).to_be_visible()
    assert ines.page.get_by_role("button", name="Veröffentlichen").count() == 0
    # The browser reports the refused form (409); that is the one thing it may complain of.
    assert len(ines.complaints) == 1 and "409" in ines.complaints.pop()


def _publishes(ines: Person) -> None:
    ines.page.get_by_label("Adresse, unter der er erscheint (darf leer bleiben)").fill(ADDRESS)
    ines.page.get_by_role("button", name="Veröffentlichen").click()
    expect(ines.page.get_by_role("status")).to_contain_text("Veröffentlicht.")
    expect(ines.page.locator(".facts")).to_contain_text("Ines Kowal")


def _the_page_can_be_read_by_machines_and_does_nothing(ines: Person) -> None:
    answer = ines.page.request.get(ines.desk.path("/page"))
    (article,) = extruct.extract(answer.text(), syntaxes=["json-ld"])["json-ld"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "Stadtrat von Grauwerder stimmt für Abriss der Färberbrücke"
    ines.page.get_by_role("link", name="Seite ansehen").click()
    expect(ines.page.get_by_role("heading", level=1)).to_have_text(article["headline"])
    assert ines.page.evaluate("self.origin") == "null"
    ines.page.go_back()


def _the_bundle_holds(ines: Person, tmp_path: Path) -> None:
    with ines.page.expect_download() as downloading:
        ines.page.get_by_role("link", name="Bündel herunterladen").click()
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert path.name == "faerberbruecke-rat-stimmt-fuer-den-abriss.zip"
    verification = verify(path.read_bytes())
    assert verification.passed, [step for step in verification.steps if not step.passed]
    assert verification.sha256 in ines.page.locator(".facts").inner_text()
    ines.tab("Protokoll")
    expect(ines.page.locator(".record")).to_contain_text(f"unter {ADDRESS} veröffentlicht")
