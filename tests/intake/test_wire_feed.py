"""RSS and Atom."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from beleg.intake.format import Format
from beleg.intake.formats.feed import Feed
from beleg.intake.item import Item
from beleg.terms.refusal import Error

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de-DE"><title>Aldenauer Bote</title><author><name>Redaktion</name></author>
<entry><title type="html">Brücke &amp;amp; Rat</title><link href="https://bote.example/1"/><updated>2026-03-02T14:05:00+01:00</updated>
<author><name>Lena Brandt</name></author><summary>Kurz.</summary>
<content type="html">&lt;p&gt;Erster Absatz.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Zweiter&amp;nbsp;Absatz.&lt;/p&gt;</content></entry>
<entry><title>Zwei</title><updated>2026-03-01T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Als XHTML.</p></div></content></entry>
<entry><title>Nur Titel</title><updated>2026-03-01T10:00:00Z</updated></entry>
<entry><title>Drei</title><updated>2026-03-01T10:00:00Z</updated><content type="text">5 &lt; 6, und zwar immer.</content></entry>
</feed>"""

RSS = """<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bote</title><language>de-de</language>
<item><title>Brücke zu</title><link>https://bote.example/1</link><pubDate>Mon, 02 Mar 2026 14:05:00 +0100</pubDate>
<author>post@bote.example (Ute Falk)</author><description>Kurz &amp;amp; gut.</description>
<content:encoded><![CDATA[<p>Der ganze Text.</p>]]></content:encoded></item>
<item><title>Zwei</title><pubDate>Mon, 02 Mar 2026 14:05:00</pubDate><description>Nur die Kurzfassung.</description></item>
</channel></rss>"""


def taken(raw: bytes) -> list[Item]:
    assert Feed().recognises(raw, "feed.xml")
    return Feed().items(raw, "feed.xml")


def test_is_a_format() -> None:
    assert isinstance(Feed(), Format)


def test_atom() -> None:
    items = taken(ATOM.encode())
    assert items[0] == Item(
        text="Erster Absatz.\n\nZweiter Absatz.",
        title="Brücke & Rat",
        publisher="Aldenauer Bote",
        author="Lena Brandt",
        published=datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=1))),
        language="de",
        address="https://bote.example/1",
    )
    assert [(item.title, item.text, item.author) for item in items[1:]] == [
        ("Zwei", "Als XHTML.", "Redaktion"),
        ("Drei", "5 < 6, und zwar immer.", "Redaktion"),
    ]
    assert items[1].published == datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8"])
def test_rss_in_the_declared_charset_and_in_another(charset: str) -> None:
    first, second = taken(RSS.encode(charset))
    assert (first.title, first.text, first.author, first.language) == (
        "Brücke zu",
        "Der ganze Text.",
        "Ute Falk",
        "de",
    )
    assert first.published == datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=1)))
    assert (second.text, second.published) == ("Nur die Kurzfassung.", None)


def test_rss_1() -> None:
    document = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>'
        "<title>Bote</title></channel><item><title>Eins</title><description>Ein Text.</description></item></rdf:RDF>"
    )
    assert [(item.title, item.text) for item in taken(document.encode())] == [("Eins", "Ein Text.")]


def test_a_link_that_is_no_web_address_is_left_out() -> None:
    assert taken(RSS.replace("https://bote.example/1", "javascript:alert(1)").encode())[0].address == ""


def test_nothing_is_opened_or_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "feed"
    secret.write_text(RSS, encoding="utf-8")
    with pytest.raises(Error, match=r"feed\.xml: broken feed"):
        Feed().items(str(secret).encode(), "feed.xml")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"<rss><channel><title>Leer</title></channel></rss>", "no entry with text in this feed"),
        (b"<feed><entry><title>Nur Titel</title></entry></feed>", "no entry with text in this feed"),
        (b"<rss", "broken feed"),
        (
            b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel/></rss>',
            "declares the external entity “x”",
        ),
        (
            b'<!DOCTYPE rss [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
            "declares the entity “a”",
        ),
    ],
)
def test_refusals(raw: bytes, reason: str) -> None:
    with pytest.raises(Error, match=rf"^feed\.xml: {reason}"):
        Feed().items(raw, "feed.xml")
