"""The published page in a browser: nothing loaded, nothing said on the console, and printed with its record open."""

from dataclasses import replace

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from beleg.publishing.changes import Correction, Predecessor
from beleg.publishing.targets.page import render
from tests.publishing.releases import released
from tests.publishing.story import signed

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Korrektur vom", "SHA-256 des freigegebenen Textes", "Prüfungen durch Beleg")),
        ("en", ("Correction,", "SHA-256 of the signed text", "Checks by Beleg")),
    ],
)
def test_it_is_quiet_on_the_screen_and_whole_on_paper(
    browser: Browser, language: str, words: tuple[str, ...]
) -> None:
    article = replace(
        signed().article(),
        language=language,
        manifest="https://zeitung.example/faehre.c2pa",
        corrections=(Correction(at="2026-11-23T12:00:00+00:00", note="Es waren 1,2 Millionen Euro."),),
        updates=Predecessor(dossier="akte-0", headline="Vorher", address="https://zeitung.example/alt"),
    )
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))

    page.set_content(render(released(article)).decode("utf-8"))

    assert (asked, said) == ([], [])
    expect(page.get_by_text(words[1])).to_be_hidden()
    page.get_by_role("group").locator("summary").click()
    expect(page.get_by_text(words[1])).to_be_visible()
    page.get_by_role("group").locator("summary").click()

    paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
    printed = "".join(sheet.get_textpage().get_text_bounded() for sheet in paper)
    for expected in (*words, "https://zeitung.example/alt", "Imke Rohloff"):
        assert expected in printed
    page.close()
