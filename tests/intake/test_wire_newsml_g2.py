"""NewsML-G2: items, messages, packages, and content in all its wrappings."""

import base64
from datetime import UTC, datetime, timedelta, timezone

import pytest

from beleg.intake.format import Format
from beleg.intake.formats.newsml_g2 import NewsmlG2
from beleg.intake.item import Item
from beleg.terms.refusal import Error

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
    "<head><title>Nicht im Text</title></head><body>{}</body></html></inlineXML>"
)


def news_item(
    content: str, headlines: str = "<headline>Brücke in Aldenau gesperrt</headline>", more: str = ""
) -> str:
    return (
        f'<newsItem {NAR} guid="urn:x:1" xml:lang="de-DE"><itemMeta><itemClass qcode="ninat:text"/>'
        '<provider literal="nda"><name>Norddeutsche Agentur</name></provider>'
        "<versionCreated>2026-03-02T14:05:00+01:00</versionCreated></itemMeta>"
        f"<contentMeta>{headlines}{more}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def taken(document: str) -> list[Item]:
    raw = document.encode()
    assert NewsmlG2().recognises(raw, "meldung.xml")
    return NewsmlG2().items(raw, "meldung.xml")


def test_is_a_format() -> None:
    assert isinstance(NewsmlG2(), Format)


def test_single_item_with_xhtml() -> None:
    body = (
        '<header><ul class="slugline"><li>Verkehr</li></ul><h1>Brücke in Aldenau gesperrt</h1></header>'
        '<section class="main"><p><span class="dateline">Aldenau <span>(nda)</span> - </span>Die Brücke ist zu.</p>'
        "<h2>Lange Umwege</h2><ul><li>über Nordholz</li><li>über <b>Sielau</b></li></ul><p> </p></section>"
        '<section class="notepad"><h3>Notizblock</h3><p>Kontakt: 030 000000</p></section>'
    )
    [item] = taken(news_item(XHTML.format(body)))
    assert item.title == "Brücke in Aldenau gesperrt"
    assert (
        item.text == "Aldenau (nda) - Die Brücke ist zu.\n\n## Lange Umwege\n\n- über Nordholz\n- über Sielau"
    )
    assert item.publisher == "Norddeutsche Agentur"
    assert item.published == datetime(2026, 3, 2, 14, 5, tzinfo=timezone(timedelta(hours=1)))
    assert item.language == "de"


def test_message_with_several_items_and_things_without_text() -> None:
    document = (
        f"<newsMessage {NAR}><header><sent>2026-03-02T15:00:00Z</sent></header><itemSet>"
        + "<packageItem><itemMeta><title>Paket</title></itemMeta></packageItem>"
        + news_item(XHTML.format("<p>Erste Meldung.</p>"), "<headline>Eins</headline>")
        + news_item('<remoteContent href="bild.jpg" contenttype="image/jpeg"/>', "<headline>Bild</headline>")
        + "<conceptItem><concept><name>Aldenau</name></concept></conceptItem>"
        + news_item(XHTML.format("<p>Zweite Meldung.</p>"), "<headline>Zwei</headline>")
        + "</itemSet></newsMessage>"
    )
    assert [(item.title, item.text) for item in taken(document)] == [
        ("Eins", "Erste Meldung."),
        ("Zwei", "Zweite Meldung."),
    ]


def test_time_of_the_message_where_the_item_has_none() -> None:
    item = (
        "<newsItem><contentMeta><headline>Eins</headline></contentMeta><contentSet>"
        '<inlineData contenttype="text/plain">Nur ein Satz.</inlineData></contentSet></newsItem>'
    )
    document = f"<newsMessage {NAR}><header><sent>2026-03-02T15:00:00Z</sent></header><itemSet>{item}</itemSet></newsMessage>"
    assert taken(document)[0].published == datetime(2026, 3, 2, 15, tzinfo=UTC)


def test_package_alone_gives_the_headlines_it_points_to() -> None:
    references = "".join(
        f"<itemRef><headline>{words}</headline></itemRef>" for words in ("Rat tagt", "Bild", "Rat tagt")
    )
    document = (
        f"<newsMessage {NAR}><itemSet><packageItem><contentMeta><headline>Lindenau baut</headline></contentMeta>"
        f"<groupSet><group>{references}</group></groupSet></packageItem></itemSet></newsMessage>"
    )
    (item,) = NewsmlG2().items(document.encode(), "meldung.xml")
    assert (item.title, item.text) == ("Lindenau baut", "- Rat tagt\n- Bild")


def test_package_that_points_to_nothing_is_refused() -> None:
    document = f"<newsMessage {NAR}><itemSet><packageItem/></itemSet></newsMessage>"
    with pytest.raises(Error, match=r"^meldung\.xml: NewsML-G2 without any text item\.$"):
        NewsmlG2().items(document.encode(), "meldung.xml")


def test_item_without_text_is_refused() -> None:
    with pytest.raises(Error, match=r"^meldung\.xml: NewsML-G2 without any text item\.$"):
        taken(news_item('<remoteContent href="bild.jpg"/>'))


def test_nitf_inside_in_its_own_namespace() -> None:
    content = (
        '<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>'
        "<body.head><hedline><hl1>Andere Zeile</hl1></hedline><byline>Von Lena Brandt</byline></body.head>"
        "<body.content><block><p>Erster Absatz.</p><p>Zweiter <em>Absatz</em>.</p><p>_____</p></block></body.content>"
        "<body.end><tagline>Nicht dabei</tagline></body.end></body></nitf></inlineXML>"
    )
    [item] = taken(news_item(content))
    assert (item.title, item.text, item.author) == (
        "Brücke in Aldenau gesperrt",
        "Erster Absatz.\n\nZweiter Absatz.",
        "Lena Brandt",
    )


def test_inline_plain_text_wrapped_in_a_tag() -> None:
    content = (
        '<inlineData contenttype="text/plain"><![CDATA[<p>\n          (NDA) - Aldenau, 2. März - Der Stadtrat von\n'
        "Aldenau hat die Sperrung der Brücke\nbeschlossen.\n   „Wir haben keine Wahl“, sagte der\nBürgermeister.\n  </p>]]></inlineData>"
    )
    [item] = taken(news_item(content))
    assert item.text == (
        "(NDA) - Aldenau, 2. März - Der Stadtrat von Aldenau hat die Sperrung der Brücke beschlossen.\n\n"
        "„Wir haben keine Wahl“, sagte der Bürgermeister."
    )


@pytest.mark.parametrize(
    "content",
    [
        '<inlineData contenttype="text/html"><![CDATA[<p>Eins &amp; alles.</p><p>Zwei.</p>]]></inlineData>',
        '<inlineData contenttype="text/html">&lt;p&gt;Eins &amp;amp; alles.&lt;/p&gt;&lt;p&gt;Zwei.&lt;/p&gt;</inlineData>',
        '<inlineData contenttype="text/plain" encoding="encd:base64">'
        + base64.b64encode(b"Eins & alles.\n\nZwei.").decode()
        + "</inlineData>",
        '<inlineData contenttype="application/nitf+xml"><![CDATA[<nitf><body><body.content><p>Eins &amp; alles.</p>'
        "<p>Zwei.</p></body.content></body></nitf>]]></inlineData>",
        "<inlineXML><section><p>Eins &amp; alles.</p><p>Zwei.</p></section></inlineXML>",
        '<inlineXML contenttype="xhtml/xml"><html><body><p>Eins &amp;amp; alles.</p><p/><p>Zwei.</p></body></html></inlineXML>',
    ],
)
def test_wrappings_of_the_same_text(content: str) -> None:
    assert taken(news_item(content))[0].text == "Eins & alles.\n\nZwei."


def test_structured_rendition_before_plain_one() -> None:
    plain = '<inlineData contenttype="text/plain">Eins. Zwei.</inlineData>'
    markup = '<inlineData contenttype="text/html"><![CDATA[<p>Eins.</p><p>Zwei.</p>]]></inlineData>'
    assert taken(news_item(plain + markup))[0].text == "Eins.\n\nZwei."
    assert taken(news_item(plain + markup + XHTML.format("<p>Drei.</p>")))[0].text == "Drei."


def test_main_headline_before_sub_headline_and_title_as_last_resort() -> None:
    headlines = '<headline role="hld:subHeadline">Unterzeile</headline><headline>Hauptzeile</headline>'
    assert taken(news_item(XHTML.format("<p>Text.</p>"), headlines))[0].title == "Hauptzeile"
    assert taken(news_item(XHTML.format("<h1>Aus dem Text</h1><p>Text.</p>"), ""))[0].title == "Nicht im Text"
    slugline = "<slugline>Verkehr/Aldenau</slugline>"
    assert taken(news_item("<inlineXML><p>Text.</p></inlineXML>", "", slugline))[0].title == "Verkehr/Aldenau"


def test_by_line_and_creators() -> None:
    content = XHTML.format("<p>Von Lena Brandt</p><p>Text.</p>")
    [item] = taken(news_item(content, more="<by>By Tom Hill</by>"))
    assert (item.author, item.text) == ("Tom Hill", "Text.")
    [item] = taken(news_item(content, more='<creator literal="lbr"/>'))
    assert item.author == "Lena Brandt"
    [item] = taken(news_item(XHTML.format("<p>Text.</p>"), more="<creator><name>Ute Falk</name></creator>"))
    assert item.author == "Ute Falk"


def test_prefixed_namespace_and_date_without_zone() -> None:
    document = (
        '<g2:newsItem xmlns:g2="http://iptc.org/std/nar/2006-10-01/"><g2:itemMeta>'
        "<g2:versionCreated>2026-03-02T14:05:00</g2:versionCreated></g2:itemMeta><g2:contentMeta>"
        '<g2:language tag="nb-NO"/><g2:headline>Bru stengt</g2:headline></g2:contentMeta>'
        '<g2:contentSet><g2:inlineData contenttype="text/plain">Brua er stengt.</g2:inlineData></g2:contentSet></g2:newsItem>'
    )
    [item] = taken(document)
    assert (item.title, item.text, item.published, item.language) == (
        "Bru stengt",
        "Brua er stengt.",
        None,
        "nb",
    )
