"""NewsML-G2 as it goes out: the order the standard asks for, and what it says of the article."""

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from beleg.publishing.changes import Correction, Predecessor
from beleg.publishing.item import item_id
from beleg.publishing.targets import newsml_g2
from beleg.publishing.targets.newsml_g2 import NAMESPACE, XHTML
from beleg.terms.refusal import Error
from beleg.terms.revision import content_hash
from tests.publishing.releases import released
from tests.publishing.story import CONTENT, signed
from tests.publishing.withdrawals import NOTICE

ARTICLE = signed().article()
CORRECTED = replace(
    ARTICLE,
    version=2,
    corrections=(Correction(at="2026-11-23T12:00:00+00:00", note="Es waren 1,2 Millionen Euro."),),
    updates=Predecessor(
        dossier="akte-0", headline="Fähre wird geprüft", address="https://zeitung.example/früher"
    ),
)
BARE = replace(
    ARTICLE, publisher="", address="", writers=(), sources=(), wording=replace(ARTICLE.wording, line="")
)

ORDER = {
    "newsItem": "catalogRef rightsInfo itemMeta contentMeta contentSet",
    "itemMeta": "itemClass provider versionCreated firstCreated embargoed pubStatus role fileName generator profile "
    "service title edNote memberOf instanceOf signal altRep deliverableOf hash expires origRep incomingFeedId "
    "metadataCreator link itemMetaExtProperty",
    # parties in any order, then what describes the content in any order: so each may stand beside its like only
    "contentMeta": "urgency contentCreated contentModified digitalSourceType located infoSource creator contributor "
    "audience exclAudience altId language genre keyword subject slugline headline dateline by creditline description",
    "contentSet": "inlineXML inlineData remoteContent",
}
"""Children in the order the schema of NewsML-G2 2.34 has them; any other is unknown to it."""
ATTRIBUTES = {
    "newsItem": "guid version standard standardversion conformance {http://www.w3.org/XML/1998/namespace}lang",
    "catalogRef": "href",
    "itemClass": "qcode",
    "pubStatus": "qcode",
    "signal": "qcode",
    "provider": "uri",
    "digitalSourceType": "uri",
    "infoSource": "role literal",
    "creator": "role",
    "contributor": "role",
    "language": "tag",
    "link": "rel residref href title",
    "inlineXML": "contenttype wordcount",
    "remoteContent": "href contenttype",
}
MANDATORY = ("itemClass", "provider", "versionCreated")


def name(element: etree._Element) -> str:
    return etree.QName(element).localname


def find(root: etree._Element, path: str) -> list[etree._Element]:
    steps = "/".join(f"{{{NAMESPACE}}}{step}" for step in path.split("/"))
    return root.findall(steps)


def words(root: etree._Element, path: str) -> list[str]:
    return [str(each.text) for each in find(root, path)]


@pytest.mark.parametrize(
    "raw",
    [
        newsml_g2.render(released(ARTICLE)),
        newsml_g2.render(released(CORRECTED)),
        newsml_g2.render(released(BARE)),
        newsml_g2.withdrawal(NOTICE),
        newsml_g2.withdrawal(replace(NOTICE, publisher="", event=replace(NOTICE.event, address=""))),
    ],
)
def test_it_is_laid_out_as_the_standard_has_it(raw: bytes) -> None:
    root = etree.fromstring(raw)

    assert (root.get("standard"), root.get("standardversion"), root.get("conformance")) == (
        "NewsML-G2",
        "2.34",
        "power",
    )
    for element in root.iter(f"{{{NAMESPACE}}}*"):
        assert set(element.attrib) <= set(ATTRIBUTES.get(name(element), "").split()), name(element)
        if order := ORDER.get(name(element), "").split():
            places = [order.index(name(child)) for child in element]
            assert all(first <= second for first, second in pairwise(places)), name(element)
    (about,) = find(root, "itemMeta")
    assert all(len(about.findall(f"{{{NAMESPACE}}}{each}")) == 1 for each in MANDATORY)


def test_an_item() -> None:
    root = etree.fromstring(newsml_g2.render(released(ARTICLE)))

    assert root.get("guid") == item_id("akte-1")
    assert root.get("version") == "1"
    assert find(root, "itemMeta/pubStatus")[0].get("qcode") == "stat:usable"
    assert words(root, "itemMeta/provider/name") == ["Quellenbrücker Bote"]
    assert words(root, "itemMeta/versionCreated") == ["2026-11-23T10:08:00Z"]
    assert content_hash(CONTENT) in words(root, "itemMeta/edNote")[0]
    assert find(root, "itemMeta/signal") == find(root, "itemMeta/link") == []
    assert words(root, "contentMeta/headline") == ["Quellenbrück baut die Fähre neu"]
    assert words(root, "contentMeta/by") == words(root, "contentMeta/creator/name") == ["Jan Kolk"]
    assert words(root, "contentMeta/contributor/name") == ["Ruth Amsel (Chefin vom Dienst)"]
    assert find(root, "contentMeta/contributor")[0].get("role") == "cpprole:editor"
    assert words(root, "contentMeta/creditline") == [
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft."
    ]
    assert words(root, "contentMeta/infoSource/name")[0] == "Pressestelle Quellenbrück: Die Fähre, Teil 1"
    assert find(root, "contentMeta/digitalSourceType")[0].get("uri") == (
        "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits"
    )
    body = root.find(f".//{{{XHTML}}}body")
    assert body is not None
    assert [name(block) for block in body] == ["p", "h2", "ul", "p"]
    assert find(root, "contentSet/remoteContent")[0].get("href") == "https://zeitung.example/faehre"


def test_where_no_machine_had_a_part_there_is_no_credit_line() -> None:
    root = etree.fromstring(newsml_g2.render(released(BARE)))

    assert find(root, "contentMeta/creditline") == []
    assert words(root, "itemMeta/edNote")[0].startswith("Freigegeben von: Ruth Amsel")


def test_a_correction_carries_its_signal_and_its_note() -> None:
    root = etree.fromstring(newsml_g2.render(released(CORRECTED)))

    note = "Korrektur vom 23. November 2026, 12:00 Uhr (UTC): Es waren 1,2 Millionen Euro."
    assert root.get("version") == "2"
    assert [signal.get("qcode") for signal in find(root, "itemMeta/signal")] == ["sig:correction"]
    assert note in words(root, "itemMeta/edNote")[0]
    assert words(root, "contentMeta/description") == [note]
    (link,) = find(root, "itemMeta/link")
    assert {str(key): str(value) for key, value in link.attrib.items()} == {
        "rel": "irel:seeAlso",
        "residref": item_id("akte-0"),
        "href": "https://zeitung.example/fr%C3%BCher",
        "title": "Dieser Artikel setzt einen früheren fort: Fähre wird geprüft",
    }


def test_a_withdrawal_is_canceled_and_repeats_nothing() -> None:
    raw = newsml_g2.withdrawal(NOTICE)
    root = etree.fromstring(raw)

    assert find(root, "itemMeta/pubStatus")[0].get("qcode") == "stat:canceled"
    assert root.get("guid") == item_id("akte-1")
    assert root.get("version") == "2"
    assert words(root, "itemMeta/edNote") == [NOTICE.event.note_newsroom]
    assert words(root, "contentMeta/description") == [NOTICE.event.note_short]
    assert "Quellenbrück baut" not in raw.decode()


def test_no_word_becomes_markup_and_none_that_xml_cannot_say_goes_out() -> None:
    root = etree.fromstring(newsml_g2.render(released(replace(ARTICLE, publisher="<b>&amp;\x00\x0b"))))
    assert words(root, "itemMeta/provider/name") == ["<b>&amp;\ufffd\ufffd"]

    with pytest.raises(Error, match="a character that XML does not have"):
        newsml_g2.render(released(replace(ARTICLE, publisher="\ud800")))
