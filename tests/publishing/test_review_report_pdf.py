"""The report as a PDF: its own fonts, every word, the same bytes again, and an honest mark for what it cannot show."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from beleg.publishing.document import Block, Card, Document, Fact, Section, Table, Text
from beleg.publishing.review_report import review_report
from beleg.publishing.review_report_pdf import fonts, render_pdf
from tests.publishing.story import PEOPLE, published


def words_of(raw: bytes) -> str:
    """The words of a PDF on one line, without its line breaks."""
    pdf = pypdfium2.PdfDocument(raw)
    try:
        pages = [pdf[number].get_textpage().get_text_range() for number in range(len(pdf))]
    finally:
        pdf.close()
    return re.sub(r"\s+", " ", " ".join(pages))


def one(*blocks: Block, language: str = "de") -> Document:
    return Document(
        language=language,
        title="Prüfbericht: Fähre",
        subtitle="Dossier d-1",
        sections=(Section("Was geprüft wurde", blocks),),
        foot="Dossier d-1",
    )


@pytest.fixture(scope="module")
def document() -> Document:
    return review_report(published()[0].entries, PEOPLE, "de")


def test_it_says_what_the_document_says(document: Document) -> None:
    shown = re.sub(r"[ \ufffe]", "", words_of(render_pdf(document)))
    for section in document.sections:
        assert section.heading.replace(" ", "") in shown
        for block in section.blocks:
            words = block.words if isinstance(block, Text | Card) else ""
            assert words.replace(" ", "") in shown
    assert document.foot.replace(" ", "") in shown


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert render_pdf(document) == render_pdf(replace(document))


def test_title_and_language_are_set_and_every_font_is_inside(document: Document) -> None:
    raw = render_pdf(document)
    pdf = pypdfium2.PdfDocument(raw)
    try:
        assert pdf.get_metadata_dict()["Title"] == "Prüfbericht: Fähre"
        assert [mark.get_title() for mark in pdf.get_toc()] == [s.heading for s in document.sections]
    finally:
        pdf.close()
    assert b"/Lang (de)" in raw and b"/DisplayDocTitle true" in raw
    assert raw.count(b"/FontFile2") == 3
    assert b"Helvetica" not in raw


@pytest.mark.parametrize(
    "words",
    [
        "„Grüße“ – «außen» ‚innen‘ … äöüÄÖÜß ẞ €",
        "Şükrü Çağlayan, İpek Yılmaz",
        "Дмитрий Шостакович, Їжак",
        "Αλέξανδρος Παπαδιαμάντης",
        "Łukasz Żółć, Jiří Dvořák, Gheorghe Brătianu",
    ],
)
def test_german_and_the_names_of_neighbours_can_be_shown(words: str) -> None:
    assert set(words) <= fonts()
    shown = words_of(render_pdf(one(Text(words))))
    assert words in shown
    assert "\ufffd" not in shown


def test_what_no_font_has_is_marked_and_named() -> None:
    raw = render_pdf(one(Text("Gut 🙂, sagte محمد."), Text("Nichts fehlt.")))
    shown = words_of(raw)
    assert "Gut \ufffd, sagte \ufffd\ufffd\ufffd\ufffd." in shown
    assert "U+1F642" in shown and "U+0645" in shown
    assert "Der Bericht als HTML-Seite zeigt sie." in shown
    assert "The report as an HTML page shows them." in words_of(render_pdf(one(Text("🙂"), language="en")))


def test_a_letter_made_of_two_characters_is_shown_as_one() -> None:
    assert "Fähre" in words_of(render_pdf(one(Text("Fa\u0308hre"))))


def test_markup_in_words_stays_words() -> None:
    hostile = "<b>fett</b> & <font size=40>groß</font> <img src='/etc/passwd'/>"
    shown = words_of(
        render_pdf(one(Text(hostile), Card(hostile, hostile, hostile, (Fact(hostile, hostile),))))
    )
    assert shown.count("<b>fett</b> & <font size=40>groß</font>") == 6


def test_texts_longer_than_a_page_run_over_pages() -> None:
    long = "Der Rat stimmte nach langer Beratung zu. " * 400
    hashes = "f" * 9000
    raw = render_pdf(
        one(Text(long), Card("Satz 1", "offen", long, (Fact("Grund", long), Fact("Hash", hashes))))
    )
    assert words_of(raw).count("Beratung") == 1200
    table = Table(
        ("Nr.", "Wann", "Wer", "Was"), (("1", "heute", "Jan", long), ("2", "morgen", "Ruth", "kurz"))
    )
    assert words_of(render_pdf(one(table))).count("Beratung") == 400
