"""ninjs and what agencies make of it."""

import json
from datetime import UTC, datetime

import pytest

from beleg.intake.format import Format
from beleg.intake.formats.ninjs import Ninjs
from beleg.intake.item import Item
from beleg.terms.refusal import Error

HTML = (
    "<p>Der Rat von <strong>Aldenau</strong> tagt.</p><figure><img src='x'><figcaption>Bild</figcaption></figure>"
    "<h2>Haushalt</h2><p>Es fehlt&nbsp;Geld.<script>alert(1)</script></p>"
)
TEXT = "Der Rat von Aldenau tagt.\n\n## Haushalt\n\nEs fehlt Geld."


def taken(document: object) -> list[Item]:
    raw = json.dumps(document).encode()
    assert Ninjs().recognises(raw, "meldung.json")
    return Ninjs().items(raw, "meldung.json")


def test_is_a_format() -> None:
    assert isinstance(Ninjs(), Format)


def test_ninjs_1() -> None:
    [item] = taken(
        {
            "uri": "https://nda.example/meldungen/1",
            "type": "text",
            "versioncreated": "2026-03-02T13:05:00Z",
            "language": "de-DE",
            "headline": "Rat tagt &amp; streitet",
            "byline": "Von Lena Brandt",
            "infosource": [{"name": "NDA", "rel": "provider"}],
            "body_text": "Der Rat von Aldenau tagt. Es fehlt Geld.",
            "body_xhtml": HTML,
            "associations": {"main": {"type": "picture", "body_text": "Bild", "headline": "Bild"}},
        }
    )
    assert item == Item(
        text=TEXT,
        title="Rat tagt & streitet",
        publisher="NDA",
        author="Lena Brandt",
        published=datetime(2026, 3, 2, 13, 5, tzinfo=UTC),
        language="de",
        address="https://nda.example/meldungen/1",
    )


def test_ninjs_3() -> None:
    [item] = taken(
        {
            "uri": "urn:newsml:nda.example:1",
            "standard": {"name": "ninjs", "version": "3.1"},
            "type": "text",
            "versionCreated": "2026-03-02T13:05:00+0000",
            "headlines": [{"role": "short", "value": "Kurz"}, {"role": "main", "value": "Rat tagt"}],
            "bodies": [
                {"role": "summary", "contentType": "text/html", "value": "<p>Kurz.</p>"},
                {"role": "main", "contentType": "text/plain", "value": "Nur Text."},
                {"role": "richtext", "contentType": "application/xhtml+xml", "value": HTML},
            ],
            "by": "Von Lena Brandt, dpa",
            "infoSources": [{"name": "NDA"}],
        }
    )
    assert (item.text, item.title, item.author, item.publisher, item.address) == (
        TEXT,
        "Rat tagt",
        "Lena Brandt, dpa",
        "NDA",
        "",
    )


@pytest.mark.parametrize("key", ["body_html", "bodyHtml", "BodyHTML", "body-xhtml", "article_html"])
@pytest.mark.parametrize("created", ["versioncreated", "versionCreated", "version_created"])
def test_spelling_of_names_does_not_matter(key: str, created: str) -> None:
    [item] = taken({"guid": "1", created: "2026-03-02T13:05:00Z", "headline": "Rat tagt", key: HTML})
    assert (item.text, item.published) == (TEXT, datetime(2026, 3, 2, 13, 5, tzinfo=UTC))


def test_authors_without_photographers() -> None:
    people = [
        {"name": "Lena Brandt", "role": "writer"},
        {"name": "Ole Sand", "role": "photographer"},
        {"name": "Ute Falk"},
    ]
    [item] = taken({"guid": "1", "pubstatus": "usable", "authors": people, "body_html": "<p>Text.</p>"})
    assert item.author == "Lena Brandt, Ute Falk"


def test_plain_text_keeps_its_paragraphs() -> None:
    [item] = taken(
        {"guid": "1", "headline": "Rat", "body_text": "Erster Absatz.\n\nZweiter Absatz.", "body_html": " "}
    )
    assert item.text == "Erster Absatz.\n\nZweiter Absatz."


def test_list_of_objects_and_composite() -> None:
    first = {"guid": "1", "type": "text", "body_text": "Eins."}
    second = {"guid": "2", "type": "picture", "description_text": "Bild.", "body_text": "Bild."}
    third = {"guid": "3", "type": "text", "body_text": "Drei."}
    assert [item.text for item in taken([first, second, third])] == ["Eins.", "Drei."]
    package = {
        "guid": "4",
        "type": "composite",
        "associations": {"main": first, "picture": second, "side": third},
    }
    assert [item.text for item in taken(package)] == ["Eins.", "Drei."]


def test_lone_surrogates_do_not_survive() -> None:
    [item] = taken({"guid": "1", "headline": "Rat\ud800", "body_text": "Ein \udfffText."})
    assert (item.title, item.text) == ("Rat", "Ein Text.")


def test_other_json_is_not_recognised() -> None:
    assert not Ninjs().recognises(b'{"name": "beleg", "version": "1"}', "package.json")
    assert not Ninjs().recognises(b"kein JSON", "meldung.json")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"guid": "1", "body_html": "<p>Tex', r"broken JSON \(line 1\)"),
        (b'{"guid": "1", "type": "picture", "body_html": "<p>Bild</p>"}', "ninjs without any text"),
        (b'{"guid": 1, "body_html": ' + b"[" * 200_000, "JSON nested too deep to be read"),
        (b'{"guid": ' + b"9" * 5000 + b', "body_html": "x"}', "broken JSON"),
    ],
)
def test_refusals(raw: bytes, reason: str) -> None:
    assert Ninjs().recognises(raw, "meldung.json")
    with pytest.raises(Error, match=rf"^meldung\.json: {reason}\.$"):
        Ninjs().items(raw, "meldung.json")
