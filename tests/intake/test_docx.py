from datetime import UTC, datetime

import pytest

from beleg.intake.formats.docx import Docx
from beleg.terms.refusal import Error
from tests.intake.documents import W, word, zipped

PARAGRAPHS = [
    ("Titel", "Haushalt der Stadt Oberwied"),
    ("Normal", "Der Kämmerer legt den Haushalt vor."),
    ("berschrift2", "Schulden"),
    ("Normal", "Sie sinken um 1,5 Millionen Euro."),
]


def test_paragraphs_headings_and_title() -> None:
    (item,) = Docx().items(word(PARAGRAPHS), "a.docx")
    assert item.title == "Haushalt der Stadt Oberwied"
    assert (
        item.text == "Der Kämmerer legt den Haushalt vor.\n\n## Schulden\n\nSie sinken um 1,5 Millionen Euro."
    )
    assert item.published is None


def test_the_documents_properties() -> None:
    core = (
        "<dc:title>Aus den Eigenschaften</dc:title><dc:creator>Ina Kolb</dc:creator>"
        "<dcterms:created>2026-03-01T08:00:00Z</dcterms:created><dcterms:modified>2026-03-02T09:30:00Z</dcterms:modified>"
    )
    (item,) = Docx().items(word(PARAGRAPHS, core=core), "a.docx")
    assert (item.title, item.author) == ("Aus den Eigenschaften", "Ina Kolb")
    assert item.published == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert item.text.startswith("## Haushalt der Stadt Oberwied")


def test_tracked_deletions_are_out_insertions_and_line_breaks_in() -> None:
    runs = (
        '<w:r><w:t xml:space="preserve">Es kamen </w:t></w:r><w:del w:id="1"><w:r><w:delText>zwölf</w:delText></w:r></w:del>'
        '<w:ins w:id="2"><w:r><w:t>elf</w:t></w:r></w:ins><w:r><w:br/><w:t>Gäste.</w:t></w:r>'
    )
    (item,) = Docx().items(word([("Normal", runs)]), "a.docx")
    assert item.text == "Es kamen elf\nGäste."


def test_tables_are_rows() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format('Ort')}{cell.format('Zahl')}</w:tr><w:tr>{cell.format('Niederlohe')}{cell.format('12')}</w:tr></w:tbl>"
    document = f'<w:document xmlns:w="{W}"><w:body>{table}</w:body></w:document>'.encode()
    (item,) = Docx().items(word([], more={"word/document.xml": document}), "a.docx")
    assert item.text == "Ort | Zahl\nNiederlohe | 12"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64 + "EncryptedPackage".encode("utf-16-le"),
            "encrypted; save it",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64 + "WordDocument".encode("utf-16-le"),
            "an Office file of the old",
        ),
        (word(PARAGRAPHS, more={"word/vbaProject.bin": b"macro"}), "contains macros; save it"),
        (word(PARAGRAPHS)[:-40], "a damaged Word document; it cannot be opened"),
        (word([("Normal", "")]), "no text in it"),
        (
            word(PARAGRAPHS, more={"word/styles.xml": b"<not closed"}),
            "a damaged Word document; its text cannot be read",
        ),
        (
            word(PARAGRAPHS, more={"word/media/image1.png": b"\0" * (4 << 20)}),
            "a file inside unpacks to more than 200 times",
        ),
        (
            word(PARAGRAPHS, more={"word/x.xml": b'<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'}),
            "contains a document type",
        ),
        (zipped({"word/document.xml": b"<x/>"}), "a damaged Word document; its text cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(raw: bytes, sentence: str) -> None:
    assert Docx().recognises(raw, "plan.docx")
    with pytest.raises(Error) as refused:
        Docx().items(raw, "plan.docx")
    assert str(refused.value).startswith(f"plan.docx: {sentence}")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-be", "cp037"])
def test_an_entity_bomb_in_another_charset_is_refused_too(charset: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{charset}"?><!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>'.encode(
        charset
    )
    with pytest.raises(Error, match=r"^a\.docx: (contains a document type|a damaged Word document; a part)"):
        Docx().items(word(PARAGRAPHS, more={"word/styles.xml": bomb}), "a.docx")


def test_linked_pictures_are_not_opened() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" '
        'TargetMode="External" Target="file:///etc/hostname" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image"/></Relationships>'
    )
    picture = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="p1" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>Text</w:t></w:r>"
    )
    raw = word([("Normal", picture)], more={"word/_rels/document.xml.rels": relations.encode()})
    (item,) = Docx().items(raw, "a.docx")
    assert item.text == "Text"
