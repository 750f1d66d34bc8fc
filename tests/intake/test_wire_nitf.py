"""NITF as a file of its own."""

from datetime import datetime, timedelta, timezone

import pytest

from beleg.intake.format import Format
from beleg.intake.formats.nitf import Nitf
from beleg.intake.item import Item
from beleg.terms.refusal import Error

DOCUMENT = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf baselang="de-AT" version="-//IPTC//DTD NITF 3.6//EN">
  <head>
    <title>Titel des Kopfes</title>
    <docdata><date.issue norm="20260302T140500+0100"/><doc.copyright holder="Rechteinhaber"/></docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Käserei in Sielau   schließt</hl1><hl2>Unterzeile</hl2></hedline>
      <byline>Von <person>Ute Falk</person> und <person>Jan Moor</person></byline>
      <distributor><org>NDA</org></distributor>
      <abstract><p>Kurzfassung, nicht im Text.</p></abstract>
    </body.head>
    <body.content>
      <p class="lead">Die Käserei schließt.</p>
      <media media-type="image"><media-caption>Bildunterschrift</media-caption></media>
      <hl2>Gründe</hl2>
      <p>
        Laut
        <a href="https://sielau.example">Gemeinde</a>
        , so heißt es, fehlen 3&#160;Millionen&nbsp;Euro.<br/>Mehr gibt es nicht.
      </p>
      <table><tr><td>2024</td><td>12</td></tr><tr><td>2025</td><td>9</td></tr></table>
      <hl2>Einbetten</hl2>
      <p>&lt;div class="x"&gt;&lt;/div&gt;&lt;script src="y"&gt;&lt;/script&gt;</p>
      <p>ends</p>
    </body.content>
    <body.end><tagline>Schlusszeile</tagline></body.end>
  </body>
</nitf>
"""
TEXT = (
    "Die Käserei schließt.\n\n## Gründe\n\nLaut Gemeinde, so heißt es, fehlen 3 Millionen Euro.\nMehr gibt es nicht.\n\n"
    "2024 | 12\n2025 | 9"
)


def taken(raw: bytes) -> list[Item]:
    assert Nitf().recognises(raw, "meldung.xml")
    return Nitf().items(raw, "meldung.xml")


def test_is_a_format() -> None:
    assert isinstance(Nitf(), Format)


def test_whole_article() -> None:
    document = DOCUMENT.replace("<hl2>Einbetten</hl2>", "").format(encoding="utf-8")
    assert taken(document.encode()) == [
        Item(
            text=TEXT,
            title="Käserei in Sielau schließt",
            publisher="NDA",
            author="Ute Falk, Jan Moor",
            published=datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=1))),
            language="de",
        )
    ]


def test_subhead_over_an_embed_code_goes_with_it() -> None:
    document = DOCUMENT.replace("<p>ends</p>", "").format(encoding="utf-8")
    assert taken(document.encode())[0].text == TEXT


@pytest.mark.parametrize(
    ("declared", "charset"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "iso-8859-1"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-8"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "utf-8-sig"),
        ("idna", "utf-8"),
        ("gibt-es-nicht", "cp1252"),
    ],
)
def test_wrong_charset_declarations_are_put_right(declared: str, charset: str) -> None:
    document = DOCUMENT.replace("<hl2>Einbetten</hl2>", "").format(encoding=declared)
    assert taken(document.encode(charset))[0].text == TEXT


def test_utf_16_without_byte_order_mark() -> None:
    for charset in ("utf-16-le", "utf-16-be"):
        assert taken(
            "<nitf><body><body.content><p>Größe: 3 Ä</p></body.content></body></nitf>".encode(charset)
        )[0].text == ("Größe: 3 Ä")


def test_title_of_the_head_and_no_zone_no_date() -> None:
    document = (
        '<nitf><head><title>Aus dem Kopf</title><docdata><date.issue norm="20260302T140500"/></docdata>'
        '<pubdata date.publication="20260302"/></head><body><body.content><p>Text.</p></body.content></body></nitf>'
    )
    [item] = taken(document.encode())
    assert (item.title, item.published, item.language) == ("Aus dem Kopf", None, "")


def test_repeated_headline_and_by_line_are_taken_off() -> None:
    document = (
        "<nitf><body><body.head><hedline><hl1>Brücke zu</hl1></hedline></body.head><body.content><hl1>Brücke zu</hl1>"
        "<p>Von Lena Brandt, dpa</p><p>Von Montag an ist die Brücke zu.</p>"
        "<p>(Reporting by Tom Hill in Nordholz; Editing by Ann Reed (Sielau))</p></body.content></body></nitf>"
    )
    [item] = taken(document.encode())
    assert (item.text, item.author) == ("Von Montag an ist die Brücke zu.", "Lena Brandt, dpa")


def test_without_text_is_refused() -> None:
    with pytest.raises(Error, match=r"^meldung\.xml: NITF without any text\.$"):
        taken(b"<nitf><body><body.content><media/></body.content></body></nitf>")


def test_escaped_html_as_content() -> None:
    document = "<nitf><body><body.content><![CDATA[<p>Eins &amp; alles.</p><p>Zwei.</p>]]></body.content></body></nitf>"
    assert taken(document.encode())[0].text == "Eins & alles.\n\nZwei."
