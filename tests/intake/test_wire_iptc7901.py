"""IPTC 7901: headline, paragraphs, notes, trailer."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from beleg.intake.format import Format
from beleg.intake.formats.iptc7901 import Iptc7901
from beleg.intake.item import Item
from beleg.terms.refusal import Error

MESSAGE = (
    "\x01nda0123 4 pl 87  nda 0525\r\n\nAldenau/Verkehr/\r\n\x02Brücke in Aldenau gesperrt =\r\n\n"
    "   Aldenau (nda) - Die Brücke über die Siel ist seit Montag\r\ngesperrt. Der Rat der Stadt hat das am Abend mit zwölf\r\n"
    "zu drei Stimmen beschlossen.\r\n\n"
    "   «Wir haben keine andere Wahl», sagte Bürgermeisterin Ute Falk am\r\n3. März der Nachrichtenagentur.\r\n\n"
    "# Notizblock\r\n\n## Redaktionelle Hinweise\r\n- Ein Bild folgt\r\n\n* * * *\r\n"
    "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt\r\n\n## Kontakte\r\n- Redaktion: 030 0000\r\n\n"
    "nda lbr yydd n1 uf\r\n\r\n\x03021405 MEZ Mrz 26\r\n\x7f\n\x7f\x04"
)
TEXT = (
    "Aldenau (nda) - Die Brücke über die Siel ist seit Montag gesperrt. Der Rat der Stadt hat das am Abend mit zwölf "
    "zu drei Stimmen beschlossen.\n\n"
    "«Wir haben keine andere Wahl», sagte Bürgermeisterin Ute Falk am 3. März der Nachrichtenagentur."
)


def taken(message: str, charset: str = "utf-8") -> list[Item]:
    raw = message.encode(charset)
    assert Iptc7901().recognises(raw, "meldung.txt")
    return Iptc7901().items(raw, "meldung.txt")


def with_text(text: str, trailer: str = "021405 GMT Mar 26") -> Item:
    [item] = taken(f"\x01nda0123 4 pl 87\r\n\nAldenau/\r\n\x02{text}\r\n\x03{trailer}\r\n\x04")
    return item


def test_is_a_format() -> None:
    assert isinstance(Iptc7901(), Format)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "cp1252"])
def test_whole_message_in_any_charset(charset: str) -> None:
    assert taken(MESSAGE, charset) == [
        Item(
            text=TEXT,
            title="Brücke in Aldenau gesperrt",
            publisher="nda",
            published=datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=1))),
        )
    ]


def test_several_messages() -> None:
    items = taken(MESSAGE + "\n" + MESSAGE.replace("Brücke in Aldenau gesperrt", "Zweite Meldung"))
    assert [item.title for item in items] == ["Brücke in Aldenau gesperrt", "Zweite Meldung"]
    assert items[1].text == TEXT


def test_headline_over_several_lines_with_by_line_before_the_sign() -> None:
    item = with_text("Ein Ort wartet\nauf seine Brücke\nVon Lena Brandt, nda =\n\nAldenau (nda) - Text.")
    assert (item.title, item.author, item.text) == (
        "Ein Ort wartet auf seine Brücke",
        "Lena Brandt, nda",
        "Aldenau (nda) - Text.",
    )


def test_editorial_line_in_the_headline_is_no_headline() -> None:
    assert with_text("(Neu: Zitat)\nBrücke gesperrt =\n\nText folgt.").title == "Brücke gesperrt"


def test_sign_without_space_and_text_right_below() -> None:
    item = with_text("Rat berät über Schulen=\nAldenau (KNB) Der Rat hat sich gegen\nÜberlegungen gewandt.")
    assert (item.title, item.publisher) == ("Rat berät über Schulen", "KNB")
    assert item.text.startswith("Aldenau (KNB) Der Rat hat")


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        ("Brücke gesperrt\r\n\r\nAldenau (nda) - Text.", "Brücke gesperrt", "Aldenau"),
        ("Brücke gesperrt\r\n   Aldenau (nda) - Text.", "Brücke gesperrt", "Aldenau"),
        ("   Aldenau (nda) - Nur ein Satz.\r\nUnd noch einer.", "Aldenau", "Aldenau (nda) - Nur"),
    ],
)
def test_messages_without_the_sign(text: str, title: str, start: str) -> None:
    item = with_text(text)
    assert item.title == title
    assert item.text.startswith(start)


def test_english_note_and_lines_that_are_meant() -> None:
    item = with_text(
        "Results =\n\nNordholz (nda) - Results of the regional league on the second\nof March:\n\nNordholz - Sielau 3:1\n"
        "Aldenau - Moor 0:0\n\n* * * *\nThe following information is not intended for publication\nEditing by: A. Reed"
    )
    assert item.text == (
        "Nordholz (nda) - Results of the regional league on the second of March:\n\nNordholz - Sielau 3:1\nAldenau - Moor 0:0"
    )


@pytest.mark.parametrize(
    ("trailer", "published"),
    [
        ("131137 GMT Nov 13 ", datetime(2013, 11, 13, 11, 37, tzinfo=UTC)),
        ("131137 MESZ Okt 2025", datetime(2025, 10, 13, 11, 37, tzinfo=timezone(timedelta(hours=2)))),
        ("131137 GMT Nov 95", datetime(1995, 11, 13, 11, 37, tzinfo=UTC)),
        ("131137 Nov 13", None),
        ("131137 XYZ Nov 13", None),
        ("991137 GMT Nov 13", None),
        ("", None),
    ],
)
def test_time_in_the_last_line(trailer: str, published: datetime | None) -> None:
    assert with_text("Titel =\n\nText.", trailer).published == published


def test_control_characters_lost_on_the_way() -> None:
    [item] = taken("nda0123 4 pl 87 nda\n\x02Brücke gesperrt =\n\nText ohne Anfang und Ende.")
    assert (item.title, item.text) == ("Brücke gesperrt", "Text ohne Anfang und Ende.")


def test_plain_text_is_not_recognised() -> None:
    assert not Iptc7901().recognises(b"Aldenau 2026 war ein gutes Jahr.", "text.txt")


def test_without_text_is_refused() -> None:
    with pytest.raises(Error, match=r"^meldung\.txt: IPTC 7901 message without any text\.$"):
        taken("\x01nda0123 4 pl 87\r\n\x02\r\n\x03021405 GMT Mar 26\x04")
