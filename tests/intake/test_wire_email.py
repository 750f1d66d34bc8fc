"""E-mail: parts, charsets, headers."""

from datetime import UTC, datetime, timedelta, timezone
from email.message import EmailMessage

import pytest

from beleg.intake.format import Format
from beleg.intake.formats.email import Email
from beleg.intake.item import Item
from beleg.terms.refusal import Error

HEADER = (
    b"From: =?utf-8?q?Ute_F=C3=A4lk?= <falk@aldenau.example>\r\nTo: redaktion@nda.example\r\n"
    b"Subject: =?utf-8?q?Br=C3=BCcke?= in\r\n Aldenau\r\nDate: Mon, 02 Mar 2026 14:05:00 +0100\r\nMIME-Version: 1.0\r\n"
)


def taken(raw: bytes, name: str = "auskunft.eml") -> Item:
    assert Email().recognises(raw, name)
    [item] = Email().items(raw, name)
    return item


def plain(body: bytes, content_type: bytes = b"text/plain; charset=utf-8", more: bytes = b"") -> Item:
    return taken(HEADER + more + b"Content-Type: " + content_type + b"\r\n\r\n" + body)


def test_is_a_format() -> None:
    assert isinstance(Email(), Format)


def test_plain_message() -> None:
    body = "Sehr geehrte Frau Brandt,\r\n\r\ndie Brücke ist gesperrt.\r\n\r\nMit freundlichen Grüßen\r\nUte Fälk\r\n"
    assert plain(body.encode()) == Item(
        text="Sehr geehrte Frau Brandt,\n\ndie Brücke ist gesperrt.\n\nMit freundlichen Grüßen\nUte Fälk",
        title="Brücke in Aldenau",
        author="Ute Fälk",
        published=datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=1))),
    )


@pytest.mark.parametrize(
    "before", [b" \r\n", b"        \r\n\r\n", b"\xef\xbb\xbf", b"From falk@aldenau.example Mon Mar 2\r\n"]
)
def test_what_stands_before_the_header(before: bytes) -> None:
    item = taken(before + HEADER + b"\r\nDer Text.", "nachricht.txt")
    assert (item.title, item.text) == ("Brücke in Aldenau", "Der Text.")


@pytest.mark.parametrize(
    ("declared", "charset"),
    [
        (b"utf-8", "utf-8"),
        (b"utf-8", "cp1252"),
        (b"iso-8859-1", "utf-8"),
        (b"us-ascii", "cp1252"),
        (b"gibt-es-nicht", "utf-8"),
    ],
)
def test_wrong_charsets(declared: bytes, charset: str) -> None:
    assert plain("„Größe“ – ja".encode(charset), b"text/plain; charset=" + declared).text == "„Größe“ – ja"


def test_quoted_printable_and_japanese_escape_sequences() -> None:
    encoded = b"Content-Transfer-Encoding: quoted-printable\r\n"
    assert plain(b"Gr=C3=B6=\r\n=C3=9Fe", more=encoded).text == "Größe"
    assert plain("東京".encode("iso-2022-jp"), b"text/plain; charset=iso-2022-jp").text == "東京"


def test_alternative_prefers_plain_and_leaves_attachments_aside() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ute Falk <falk@aldenau.example>", "Statistik"
    message.set_content("Der schlichte Text.")
    message.add_alternative("<p>Der <b>bunte</b> Text.</p>", subtype="html")
    message.add_attachment("Anhang, selbst ein Text.", filename="anhang.txt")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="bericht.pdf")
    item = taken(message.as_bytes())
    assert (item.text, item.author, item.published) == ("Der schlichte Text.", "Ute Falk", None)


def test_html_where_there_is_no_plain_text() -> None:
    html = (
        "<html><head><style>p{color:red}</style></head><body><div style='display:none'>Vorschau</div><p>Guten Tag,</p>"
        "<div>die Brücke<br>ist zu.<br><br>Gruß</div><script>alert(1)</script></body></html>"
    )
    assert (
        plain(html.encode(), b"text/html; charset=utf-8").text == "Guten Tag,\n\ndie Brücke\nist zu.\n\nGruß"
    )
    message = EmailMessage()
    message["From"], message["Subject"] = "a@b.example", "x"
    message.set_content("  \n")
    message.add_alternative("<p>Nur HTML.</p>", subtype="html")
    assert taken(message.as_bytes()).text == "Nur HTML."


def test_forwarded_message_is_part_of_the_text() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Innen"
    inner.set_content("Der weitergeleitete Text.")
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@b.example", "WG: Innen"
    outer.set_content("Siehe unten.")
    outer.make_mixed()
    outer.attach(inner_as_part := EmailMessage())
    inner_as_part["Content-Type"] = "message/rfc822"
    inner_as_part.set_payload([inner])
    assert taken(outer.as_bytes()).text == "Siehe unten.\n\nDer weitergeleitete Text."


def test_signature_is_cut_and_quotation_kept() -> None:
    body = "Ja, das stimmt.\n\n> Stimmt es,\n> dass die Brücke zu ist?\n\n-- \nUte Falk\nStadt Aldenau\n"
    assert plain(body.encode()).text == "Ja, das stimmt.\n\n> Stimmt es,\n> dass die Brücke zu ist?"
    assert plain(b"Ja.\n\n--\n").text == "Ja."
    assert plain(b"-- \nUte Falk").text == "--\nUte Falk"


def test_flowed_text() -> None:
    body = b"Die Sperrung der \r\nBr\xc3\xbccke dauert \r\nlange.\r\n\r\n Ende der \r\nDurchsage."
    flowed = plain(body, b"text/plain; charset=utf-8; format=flowed").text
    assert flowed == "Die Sperrung der Brücke dauert lange.\n\nEnde der Durchsage."


@pytest.mark.parametrize(
    ("date", "published"),
    [
        (b"Mon, 2 Mar 2026 14:05:00 -0000", datetime(2026, 3, 2, 14, 5, tzinfo=UTC)),
        (b"Mon, 2 Mar 2026 14:05:00 GMT", datetime(2026, 3, 2, 14, 5, tzinfo=UTC)),
        (b"Mon, 2 Mar 2026 14:05:00", None),
        (b"gestern", None),
        (b"Mon, 99 Mar 2026 14:05:00 +0100", None),
    ],
)
def test_dates(date: bytes, published: datetime | None) -> None:
    assert taken(b"From: a@b.example\nSubject: x\nDate: " + date + b"\n\nText.").published == published


def test_raw_umlauts_in_the_header() -> None:
    item = taken("From: Jörg <a@b.example>\nSubject: Größe\n\nText.".encode("latin-1"))
    assert (item.title, item.author) == ("Größe", "Jörg")


def test_text_that_looks_a_little_like_a_header_is_not_recognised() -> None:
    assert not Email().recognises(b"Von: der Redaktion\nAn: alle\n\nText.", "brief.txt")
    assert not Email().recognises(b"Hinweis: Der Rat tagt.\n\nText.", "notiz.eml")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (HEADER + b"\r\n \r\n", "e-mail without any text"),
        (HEADER + b"Content-Type: image/png\r\n\r\nx", "e-mail without any text"),
        (
            HEADER + b"Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x--",
            "encrypted e-mail; save it decrypted",
        ),
        (
            HEADER
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(80)
            )
            + b"Content-Type: text/plain\r\n\r\nTief.",
            "e-mail with parts nested too deep to be read",
        ),
    ],
)
def test_refusals(raw: bytes, reason: str) -> None:
    with pytest.raises(Error, match=rf"^auskunft\.eml: {reason}"):
        taken(raw)
