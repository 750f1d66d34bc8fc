"""NewsML 1.2: components inside components."""

from datetime import UTC, datetime

import pytest

from beleg.intake.format import Format
from beleg.intake.formats.newsml_1 import Newsml1
from beleg.intake.item import Item
from beleg.terms.refusal import Error

LINES = "<NewsLines><HeadLine>{}</HeadLine><ByLine>{}</ByLine></NewsLines>"


def content(data: str, media_type: str = "Text") -> str:
    return (
        f'<ContentItem><MediaType FormalName="{media_type}"/><DataContent>{data}</DataContent></ContentItem>'
    )


def news_item(component: str) -> str:
    return (
        '<NewsItem xml:lang="de"><Identification><NewsIdentifier><ProviderId>nda.example</ProviderId></NewsIdentifier>'
        "<NameLabel>Aldenau-Bruecke</NameLabel></Identification><NewsManagement>"
        "<ThisRevisionCreated>20260302T130500+0000</ThisRevisionCreated></NewsManagement>"
        f"{component}</NewsItem>"
    )


def taken(*news_items: str, doctype: str = "") -> list[Item]:
    raw = f'<?xml version="1.0" encoding="utf-8"?>{doctype}<NewsML Version="1.2">{"".join(news_items)}</NewsML>'.encode()
    assert Newsml1().recognises(raw, "meldung.xml")
    return Newsml1().items(raw, "meldung.xml")


def test_is_a_format() -> None:
    assert isinstance(Newsml1(), Format)


def test_nitf_fragment_with_desk_initials() -> None:
    data = "<nitf><body><body.content><p>Erster Absatz.</p><p>Zweiter Absatz.</p><p>ab/cd/efg</p></body.content></body></nitf>"
    provider = (
        '<AdministrativeMetadata><Provider><Party FormalName="NDA"/></Provider></AdministrativeMetadata>'
    )
    component = f"<NewsComponent>{LINES.format('Brücke gesperrt', 'Von Lena Brandt')}{provider}{content(data)}</NewsComponent>"
    [item] = taken(news_item(component))
    assert item == Item(
        text="Erster Absatz.\n\nZweiter Absatz.",
        title="Brücke gesperrt",
        publisher="NDA",
        author="Lena Brandt",
        published=datetime(2026, 3, 2, 13, 5, tzinfo=UTC),
        language="de",
    )


def test_several_items_and_nested_components_with_inherited_lines() -> None:
    nested = (
        f"<NewsComponent>{LINES.format('Außen', '')}"
        f'<NewsComponent><Role FormalName="Main"/>{content("<p>Innen steht der Text.</p>")}</NewsComponent>'
        f'<NewsComponent><Role FormalName="Caption"/>{content("<p>Ein Bild.</p>")}</NewsComponent>'
        f"<NewsComponent>{content('bild.jpg', 'Photo')}</NewsComponent></NewsComponent>"
    )
    second = f"<NewsComponent>{LINES.format('Zwei', '')}{content('<p>Zweite Meldung.</p>')}</NewsComponent>"
    items = taken(news_item(nested), news_item(second))
    assert [(item.title, item.text) for item in items] == [
        ("Außen", "Innen steht der Text."),
        ("Zwei", "Zweite Meldung."),
    ]


def test_equivalents_are_taken_once() -> None:
    component = (
        f'<NewsComponent EquivalentsList="yes">{LINES.format("Eins", "")}'
        f"<NewsComponent>{content('<p>Der Text.</p>')}</NewsComponent>"
        f"<NewsComponent>{content('Der Text.')}</NewsComponent></NewsComponent>"
    )
    assert [item.text for item in taken(news_item(component))] == ["Der Text."]
    renditions = (
        f"<NewsComponent>{content('')}{content('<p>Der Text.</p>')}{content('Der Text.')}</NewsComponent>"
    )
    assert [item.text for item in taken(news_item(renditions))] == ["Der Text."]


def test_parts_under_one_headline_are_one_article() -> None:
    parts = "".join(
        f'<NewsComponent><Role FormalName="{role}"/>{content(f"<p>{text}</p>")}</NewsComponent>'
        for role, text in (
            ("Title", "Brücke zu"),
            ("Lead", "Der Vorspann."),
            ("Body", "Der Rest."),
            ("Caption", "Bild."),
        )
    )
    [item] = taken(news_item(f"<NewsComponent>{parts}</NewsComponent>"))
    assert (item.title, item.text) == ("Brücke zu", "Der Vorspann.\n\nDer Rest.")


def test_a_lead_that_the_body_repeats_is_taken_once() -> None:
    parts = "".join(
        f"<NewsComponent>{content(text)}</NewsComponent>"
        for text in ("Der Vorspann.", "<p>Der Vorspann.</p><p>Mehr.</p>")
    )
    [item] = taken(news_item(f"<NewsComponent>{LINES.format('Eins', '')}{parts}</NewsComponent>"))
    assert item.text == "Der Vorspann.\n\nMehr."


@pytest.mark.parametrize(
    "data",
    [
        "<p>Eins.</p><p>Zwei.</p>",
        "<html><head><title>x</title></head><body><p>Eins.</p><p>Zwei.</p></body></html>",
        "<![CDATA[<p>Eins.</p><p>Zwei.</p>]]>",
        "<![CDATA[<nitf><body><body.content><p>Eins.</p><p>Zwei.</p></body.content></body></nitf>]]>",
        "Eins.\n\nZwei.",
    ],
)
def test_wrappings_of_the_same_text(data: str) -> None:
    [item] = taken(news_item(f"<NewsComponent>{content(data)}</NewsComponent>"))
    assert (item.text, item.title, item.publisher) == ("Eins.\n\nZwei.", "Aldenau-Bruecke", "nda.example")


def test_base64() -> None:
    data = '<ContentItem><Encoding Notation="base64"><DataContent>RWlucy4KClp3ZWku</DataContent></Encoding></ContentItem>'
    assert taken(news_item(f"<NewsComponent>{data}</NewsComponent>"))[0].text == "Eins.\n\nZwei."


def test_doctype_with_parameter_entity_is_harmless() -> None:
    doctype = '<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd" [<!ENTITY % nitf SYSTEM "nitf-3-1.dtd"> %nitf;]>'
    component = f"<NewsComponent>{content('<p>Preis:&nbsp;3&euro;.</p>')}</NewsComponent>"
    assert taken(news_item(component), doctype=doctype)[0].text == "Preis: 3€."


def test_without_text_is_refused() -> None:
    with pytest.raises(Error, match=r"^meldung\.xml: NewsML 1\.2 without any text item\.$"):
        taken(news_item(f"<NewsComponent>{content('x', 'Photo')}</NewsComponent>"))
