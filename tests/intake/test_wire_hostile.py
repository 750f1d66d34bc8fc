"""Hostile and broken input: one sentence that names the file, and nothing else."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beleg.intake.format import Format
from beleg.intake.formats import feed
from beleg.intake.formats.email import Email
from beleg.intake.formats.feed import Feed
from beleg.intake.formats.iptc7901 import Iptc7901
from beleg.intake.formats.newsml_1 import Newsml1
from beleg.intake.formats.newsml_g2 import NewsmlG2
from beleg.intake.formats.ninjs import Ninjs
from beleg.intake.formats.nitf import Nitf
from beleg.intake.item import Item
from beleg.intake.xml import root_name
from beleg.terms.refusal import Error

FORMATS: list[Format] = [NewsmlG2(), Newsml1(), Nitf(), Feed(), Ninjs(), Iptc7901(), Email()]
BODY = "<nitf><body><body.content><p>{}</p></body.content></body></nitf>"
BOMB = (
    '<!DOCTYPE nitf [<!ENTITY a0 "haha">'
    + "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
    + "]>"
)


def refusal(raw: bytes, name: str = "meldung.xml") -> str:
    with pytest.raises(Error) as caught:
        Nitf().items(raw, name)
    return str(caught.value)


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (BOMB + BODY.format("&a11;"), "declares the entity “a0”"),
        (BOMB + '<nitf><body x="&a11;"/></nitf>', "declares the entity “a0”"),
        (
            '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + BODY.format("&x;"),
            "declares the external entity “x”",
        ),
        (
            '<!DOCTYPE nitf [<!ENTITY x PUBLIC "p" "http://intern.example/">]>' + BODY.format("&x;"),
            "declares the external entity “x”",
        ),
        (BODY.format("&unbekannt;"), "broken XML: entity 'unbekannt' not defined (line 1)"),
        ('<!DOCTYPE nitf SYSTEM "n.dtd">' + BODY.format("&unbekannt;"), "uses the entity “unbekannt”"),
        (BODY.format("x")[:-9], "broken XML: "),
        (BODY.format("<b>x</i>"), "broken XML: "),
        ("<nitf", "broken XML: "),
        ("", "XML without any element"),
        (BODY.format("<b>" * 400 + "x" + "</b>" * 400), "XML nested more than 256 levels deep"),
        (BODY.format("x" * 20_000_000), "XML with more than 10 MB of text in one element"),
    ],
    ids=lambda value: value[:40],
)
def test_xml_is_refused_with_one_sentence(document: str, reason: str) -> None:
    sentence = refusal(document.encode())
    assert sentence.startswith(f"meldung.xml: {reason}")
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_bomb_hidden_behind_an_unread_parameter_entity_does_not_go_off() -> None:
    document = (
        '<!DOCTYPE nitf [<!ENTITY % p SYSTEM "p.dtd"> %p; <!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + BODY.format("a&x;b")
    )
    assert "entity “x”" in refusal(document.encode())


def test_entities_in_utf_16_are_seen_too() -> None:
    document = (
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///x">]>'
        + BODY.format("&x;")
    )
    assert "external entity “x”" in refusal(document.encode("utf-16"))


def test_harmless_entities_are_read() -> None:
    document = '<!DOCTYPE nitf [<!ENTITY nbsp "&#160;">]>' + BODY.format("3&nbsp;Euro &ndash; &amp; mehr")
    assert Nitf().items(document.encode(), "x")[0].text == "3 Euro – & mehr"
    assert Nitf().items(BODY.format("3&nbsp;Euro").encode(), "x")[0].text == "3 Euro"


def test_stray_control_characters_are_dropped() -> None:
    assert Nitf().items(BODY.format("a\x01b\x1ac\x00d").encode(), "x")[0].text == "abcd"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"<?xml version='1.0'?><!-- <rss> --><nitf/>", "nitf"),
        (b"\xef\xbb\xbf\n<nitf/>", "nitf"),
        (b'<!DOCTYPE nitf [<!ENTITY a "]>"><!-- > --> ]>\n<nitf/>', "nitf"),
        ("<g2:newsItem/>".encode("utf-16"), "newsItem"),
        (b"kein XML <nitf/>", ""),
        (b"<", ""),
        (b"<!-- offen", ""),
        (b"<!DOCTYPE x [", ""),
        (b"", ""),
    ],
)
def test_root_name(raw: bytes, name: str) -> None:
    assert root_name(raw) == name


BEGINNINGS = st.sampled_from(
    [
        b"",
        b"<nitf>",
        b'<nitf><body><body.content><p a="',
        b"<newsItem><contentSet><inlineData>",
        b"<newsMessage><itemSet><newsItem><contentSet><inlineXML>",
        b"<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>",
        b"<rss><channel><item><description>",
        b"<feed><entry><content>",
        b'{"guid": "1", "body_html": "',
        b'{"uri": [1], "bodies": [{"value":',
        b"\x01nda0123 4 pl 87\r\n\x02",
        b"From: a\nSubject: =?utf-8?q?",
        b"From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n",
        b"From: a@b\nSubject: x\nContent-Type: text/plain; charset=\"",
        b"Date: 1\nFrom: \"",
    ]
)  # fmt: skip
ENDINGS = st.sampled_from(
    [
        b"",
        b"</p></body.content></body></nitf>",
        b"</inlineData></contentSet></newsItem>",
        b"</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        b"</description></item></channel></rss>",
        b"</content></entry></feed>",
        b'"}',
        b"\x03021405 GMT Mar 26\x04",
        b"\n--a--\n",
        b"\n\nText",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    BEGINNINGS,
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
    ),
    ENDINGS,
)
@example(b"From: a@b\nSubject: =?utf-8?q?", b"\xff?= ,;:<>@", b"\n\nText")
@example(b'Date: 1\nFrom: "', b"<@[\\", b"\n\nText")
def test_arbitrary_bytes_give_items_or_a_sentence(beginning: bytes, middle: bytes, ending: bytes) -> None:
    raw = beginning + middle + ending
    for form in FORMATS:
        form.recognises(raw, "x")
        try:
            items = feed.read_here(raw, "x") if isinstance(form, Feed) else form.items(raw, "x")
        except Error as refused:
            assert str(refused).startswith("x: ")
            assert "\n" not in str(refused)
        else:
            assert items
            assert all(isinstance(item, Item) and item.text.strip() for item in items)
            assert all(item.published is None or item.published.utcoffset() is not None for item in items)
            "".join(item.text + item.title + item.author + item.publisher for item in items).encode("utf-8")


@pytest.mark.parametrize(
    "raw",
    [
        b"<nitf" + b" " * 1_000_000,
        b"<" * 300_000,
        b"<!DOCTYPE nitf [" + b"]>" * 30_000,
        b"<!--" * 100_000,
        b"From: a@b\nSubject: " + b"=?utf-8?q?" * 20_000 + b"\n\nText",
        b"From: " + b"<" * 20_000 + b"\nSubject: x\n\nText",
        b"From: " + b"(" * 3_000 + b"\nSubject: x\n\nText",
        b"\x01nda0123 4 pl 87\r\n\x02" + b"(" * 200_000,
        b"\x01nda0123 4 pl 87\r\n\x02" + b"a =\n" * 50_000,
        b'{"guid": "1", "body_html": "' + b"<" * 300_000 + b'"}',
        b'{"guid": "1", "body_text": "' + b"(reporting by " * 20_000 + b'"}',
        b"<rss><channel><item><description>" + b"&lt;b" * 50_000 + b"</description></item></channel></rss>",
    ],
    ids=lambda raw: repr(raw[:30]),
)
def test_nothing_takes_long(raw: bytes) -> None:
    begun = time.perf_counter()
    for form in FORMATS:
        if form.recognises(raw, "x.eml"):
            try:
                form.items(raw, "x.eml")
            except Error as refused:
                assert str(refused).startswith("x.eml: ")
    assert time.perf_counter() - begun < 10
