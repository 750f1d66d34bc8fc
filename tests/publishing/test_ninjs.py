"""ninjs, in both dialects: what the standard and its readers ask for, and what it says of the article."""

import json
from base64 import b64decode
from dataclasses import replace

import pytest

from beleg.publishing.changes import Correction, Predecessor
from beleg.publishing.dsse import open_envelope
from beleg.publishing.item import item_id
from beleg.publishing.statement import read_statement
from beleg.publishing.targets import ninjs, ninjs_lower_case
from beleg.terms.refusal import Error
from beleg.terms.revision import content_hash
from tests.publishing.ninjs_standard import faults
from tests.publishing.releases import released
from tests.publishing.story import CONTENT, FIRST, SECOND, signed
from tests.publishing.withdrawals import NOTICE

ARTICLE = signed().article()
CORRECTED = replace(
    ARTICLE,
    version=3,
    modified_at="2026-11-24T09:30:00.654321+01:00",
    corrections=(
        Correction(at="2026-11-23T12:00:00+00:00", note="Es waren 1,2 Millionen Euro, nicht 1,3."),
        Correction(at="2026-11-24T08:30:00+00:00", note="Der Umbau beginnt im März."),
    ),
    updates=Predecessor(
        dossier="akte-0", headline="Fähre wird geprüft", address="https://zeitung.example/früher"
    ),
    publishing_principles="https://zeitung.example/regeln",
)
LINE = "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft."
BY_A_PERSON = replace(ARTICLE, wording=replace(ARTICLE.wording, line="", recorded=""))
"""The same, as if no machine had had a part in it."""
EDITOR = "http://cv.iptc.org/newscodes/contentprodpartyrole/editor"


@pytest.mark.parametrize(
    "raw",
    [
        ninjs.render(released(ARTICLE)),
        ninjs.render(released(CORRECTED)),
        ninjs.render(released(BY_A_PERSON)),
        ninjs.render(released(replace(ARTICLE, publisher="", address="", writers=(), sources=()))),
        ninjs.render(released(replace(ARTICLE, address="https://zeitung.example/fähre"))),
        ninjs.withdrawal(NOTICE),
        ninjs.withdrawal(replace(NOTICE, publisher="", event=replace(NOTICE.event, address=""))),
    ],
)
def test_it_is_as_the_standard_has_it(raw: bytes) -> None:
    assert faults(json.loads(raw)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"editor": "Ruth Amsel"}, "editor is unknown"),
        ({"pubstatus": "usable"}, "pubstatus is unknown"),
        ({"pubStatus": "withdrawn"}, "pubStatus is none of"),
        ({"headlines": [{"role": "main"}]}, "headlines lacks value"),
        ({"bodies": [{"value": "x", "byline": "y"}]}, "bodies.byline is unknown"),
        ({"version": 1}, "version is no text"),
        ({"versionCreated": "2026-11-23"}, "versionCreated is no moment"),
        ({"uri": "https://zeitung.example/fähre"}, "uri is no URI"),
        ({"bodies": [{"value": "x", "wordCount": "4"}]}, "bodies.wordCount is no number"),
    ],
)
def test_what_the_standard_does_not_have_would_be_noticed(change: dict[str, object], fault: str) -> None:
    (found,) = faults({**json.loads(ninjs.render(released(ARTICLE))), **change})

    assert found.startswith(fault)


def test_an_item_of_ninjs_3_1() -> None:
    said = json.loads(ninjs.render(released(ARTICLE)))

    assert said["standard"]["version"] == "3.1"
    assert said["uri"] == item_id("akte-1")
    assert said["headlines"] == [
        {"role": "main", "contentType": "text/plain", "value": "Quellenbrück baut die Fähre neu"}
    ]
    (body,) = said["bodies"]
    assert body["value"].startswith("<p>Die Fähre von Quellenbrück wird")
    assert "<ul><li>Der Umbau beginnt im März.</li><li>" in body["value"]
    assert body["wordCount"] == 35
    assert (said["version"], said["pubStatus"], said["language"]) == ("1", "usable", "de")
    assert said["firstCreated"] == said["versionCreated"] == "2026-11-23T10:08:00Z"
    assert said["by"] == "Jan Kolk"
    assert said["copyrightHolder"] == "Quellenbrücker Bote"
    assert said["digitalSourceType"] == {
        "name": "humanEdits",
        "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits",
    }
    assert said["descriptions"] == [{"role": "disclosure", "contentType": "text/plain", "value": LINE}]
    assert said["altIds"] == [{"role": "SHA-256", "value": content_hash(CONTENT)}]
    assert said["renditions"] == [
        {"name": "web", "contentType": "text/html", "href": "https://zeitung.example/faehre"}
    ]
    assert said["edNote"].splitlines() == [
        LINE,
        "Freigegeben von: Ruth Amsel (Chefin vom Dienst), 23. November 2026, 10:07 Uhr (UTC)",
        f"SHA-256 des freigegebenen Textes: {content_hash(CONTENT)}",
    ]
    assert said["infoSources"][0]["name"] == "Quellenbrücker Bote"
    assert {"name": "Ruth Amsel (Chefin vom Dienst)", "role": EDITOR} in said["infoSources"]
    assert [party["literal"] for party in said["infoSources"][2:]] == [FIRST.source, SECOND.source]
    assert "associations" not in said


def test_where_no_machine_had_a_part_nothing_is_said_of_one() -> None:
    said = json.loads(ninjs.render(released(BY_A_PERSON)))

    assert "descriptions" not in said
    assert said["edNote"].startswith("Freigegeben von: Ruth Amsel")
    assert "maschinell" not in said["edNote"]
    assert json.loads(ninjs_lower_case.render(released(BY_A_PERSON)))["extra"]["beleg"]["disclosure"] == ""


def test_a_correction_and_what_it_continues_are_said() -> None:
    said = json.loads(ninjs.render(released(CORRECTED)))

    assert said["version"] == "3"
    assert said["versionCreated"] == "2026-11-24T08:30:00Z"
    assert [each["value"] for each in said["descriptions"] if each["role"] == "correction"] == [
        "Korrektur vom 24. November 2026, 08:30 Uhr (UTC): Der Umbau beginnt im März.",
        "Korrektur vom 23. November 2026, 12:00 Uhr (UTC): Es waren 1,2 Millionen Euro, nicht 1,3.",
    ]
    assert "Es waren 1,2 Millionen Euro, nicht 1,3." in said["edNote"]
    assert said["associations"] == [
        {"name": "Fähre wird geprüft", "rel": "evolvedFrom", "uri": item_id("akte-0")}
    ]
    assert said["trustIndicators"] == [
        {"title": "Regeln der Redaktion", "href": "https://zeitung.example/regeln"}
    ]


def test_a_withdrawal_is_canceled_and_repeats_nothing() -> None:
    for raw in (ninjs.withdrawal(NOTICE), ninjs_lower_case.withdrawal(NOTICE)):
        assert "Millionen" not in raw.decode()
        assert "baut die Fähre" not in raw.decode()
    said = json.loads(ninjs.withdrawal(NOTICE))
    assert (said["uri"], said["pubStatus"], said["version"]) == (item_id("akte-1"), "canceled", "2")
    assert said["edNote"] == NOTICE.event.note_newsroom
    assert said["descriptions"][0]["value"] == NOTICE.event.note_short
    lower = json.loads(ninjs_lower_case.withdrawal(NOTICE))
    assert (lower["guid"], lower["pubstatus"]) == (item_id("akte-1"), "canceled")
    assert lower["ednote"] == NOTICE.event.note_newsroom


READ_BY_SUPERDESK = frozenset(
    "guid uri type version headline body_html body_text byline language pubstatus ednote extra source copyrightholder "
    "versioncreated firstcreated authors description_text".split()
)
"""Names its parser of ninjs takes from an item (superdesk-core, superdesk/io/feed_parsers/ninjs.py)."""
WRITTEN_BY_SUPERDESK = frozenset("evolvedfrom signal charcount wordcount".split())
"""Names its formatter writes for those who receive from it."""


def test_the_lower_case_dialect_has_the_names_its_readers_know() -> None:
    said = json.loads(ninjs_lower_case.render(released(CORRECTED)))

    assert set(said) <= READ_BY_SUPERDESK | WRITTEN_BY_SUPERDESK
    assert set(json.loads(ninjs_lower_case.withdrawal(NOTICE))) <= READ_BY_SUPERDESK
    assert not [name for name in said if name != name.lower()]
    assert said["guid"] == item_id("akte-1")
    assert said["uri"] == "https://zeitung.example/faehre"
    assert said["versioncreated"] == "2026-11-24T08:30:00Z"  # it knows no fractions and no other zone
    assert said["evolvedfrom"] == item_id("akte-0")
    assert said["signal"] == [
        {"code": "correction", "name": "Correction", "scheme": "http://cv.iptc.org/newscodes/signal/"}
    ]
    assert said["authors"] == [{"name": "Jan Kolk", "role": "writer"}]
    assert LINE in said["ednote"]


def test_the_evidence_in_extra_can_be_verified() -> None:
    evidence = json.loads(ninjs_lower_case.render(released(CORRECTED)))["extra"]["beleg"]

    key = b64decode(evidence["newsroom_key"])
    envelope = json.dumps(
        evidence["sign_off"], ensure_ascii=False, separators=(",", ":"), sort_keys=True
    ).encode()
    signed_off = read_statement(open_envelope(envelope, key))
    assert signed_off.content_sha256 == evidence["content_sha256"] == content_hash(CONTENT)
    assert signed_off.signer.name == "Ruth Amsel"
    assert evidence["signed_off_by"] == "Ruth Amsel (Chefin vom Dienst)"
    assert evidence["disclosure"] == LINE
    assert [source["compared"] for source in evidence["sources"]] == [True, True]
    assert evidence["checks"][0] == {
        "check": "quotation_altered",
        "looked_at": 1,
        "unit": "quotations",
        "findings": 0,
    }
    assert evidence["checks"][1]["not_run"] == "Die Quellen nennen keine Zahlen."
    assert evidence["confirmed_by_a_person"] == ["Der Rat stimmte zu."]
    assert len(evidence["corrections"]) == 2


def test_text_that_json_cannot_say_is_refused() -> None:
    article = replace(ARTICLE, publisher="\ud800")

    for target in (ninjs, ninjs_lower_case):
        with pytest.raises(Error, match="canonical JSON"):
            target.render(released(article))
