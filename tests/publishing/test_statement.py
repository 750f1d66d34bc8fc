import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from beleg.publishing import canonical_json
from beleg.publishing.statement import (
    PREDICATE_TYPE,
    STATEMENT_TYPE,
    named_as_signed,
    read_statement,
    statement_of,
    without_name,
)
from beleg.review.assessment import assess
from beleg.terms.events import CorrectionNoted, FindingEscalated
from beleg.terms.refusal import Error
from tests.publishing.story import (
    CONFIRMED,
    CONTENT,
    NUMBER_FINDING,
    OTHER,
    PEOPLE,
    SIGNER,
    WRITER,
    Story,
    decided,
    opened,
)

AT = "2026-11-23T10:20:00.000000Z"


def _before_signing(*, escalated: bool = False) -> Story:
    story = opened()
    story.check(findings=(NUMBER_FINDING,))
    if escalated:
        finding = assess(story.dossier).findings[0]
        words = finding.finding.span.of(CONTENT)
        story.tell(
            FindingEscalated(finding=finding.key, check="number_changed", words=words, reason="Wer weiß es?"),
            WRITER,
        )
    decided(story)
    return story


def _payload(story: Story) -> bytes:
    return statement_of(story.dossier, PEOPLE, by=SIGNER.id, at=AT, beleg="0.1.0")


def _said(story: Story) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(_payload(story))
    return said


def test_it_is_an_in_toto_statement_about_exactly_this_content() -> None:
    said = _said(_before_signing())
    assert sorted(said) == ["_type", "predicate", "predicateType", "subject"]
    assert (said["_type"], said["predicateType"]) == (STATEMENT_TYPE, PREDICATE_TYPE)
    digest = sha256(CONTENT.encode()).hexdigest()
    assert said["subject"] == [{"name": "content.md", "digest": {"sha256": digest}}]


def test_it_says_who_signed_which_revision_when_and_after_what() -> None:
    story = _before_signing()
    predicate = _said(story)["predicate"]
    assert predicate["signer"] == {
        "account": SIGNER.id,
        "name": "Ruth Amsel",
        "function": "Chefin vom Dienst",
    }
    assert (predicate["signed_at"], predicate["revision"], predicate["dossier"]) == (AT, 1, "akte-1")
    assert (predicate["record_head"], predicate["beleg"]) == (story.entries[-1].hash, "0.1.0")


def test_it_says_what_was_decided_with_reasons_and_functions_but_no_other_names() -> None:
    story = _before_signing(escalated=True)
    by = {"account": OTHER.id, "function": "Volontär"}
    decided_on = [
        {key: one[key] for key in ("decision", "words", "reason", "by")}
        for one in _said(story)["predicate"]["decided"]
    ]
    assert decided_on == [
        {
            "decision": "finding_escalated",
            "words": "1,2 Millionen Euro",
            "reason": "Wer weiß es?",
            "by": {"account": WRITER.id, "function": "Redakteur"},
        },
        {
            "decision": "finding_dismissed",
            "words": "1,2 Millionen Euro",
            "reason": "Telefonisch bestätigt.",
            "by": by,
        },
        {"decision": "sentence_confirmed", "words": CONFIRMED, "reason": "Ich war in der Sitzung.", "by": by},
    ]
    assert OTHER.name.encode() not in _payload(story)
    assert WRITER.name.encode() not in _payload(story)


def test_a_decision_about_words_that_the_text_no_longer_has_is_not_stated() -> None:
    story = _before_signing()
    content = CONTENT.replace(CONFIRMED, "Der Rat lehnte ab.")
    sentences = [origin.text for origin in story.dossier.revisions[0].sentences]
    story.save(content, [*sentences[:-1], "Der Rat lehnte ab."], WRITER)
    story.check(findings=(NUMBER_FINDING,))
    assert [one["decision"] for one in _said(story)["predicate"]["decided"]] == ["finding_dismissed"]


def test_it_counts_what_was_checked_and_names_what_was_not() -> None:
    checked = _said(_before_signing())["predicate"]["checked"]
    assert checked == {
        "checks": [{"check": "quotation_altered", "looked_at": 1}],
        "checks_not_run": [{"check": "number_changed", "reason": "Die Quellen nennen keine Zahlen."}],
        "findings": 1,
        "sentences": {"all": 7, "confirmed": 1, "nothing_to_check": 1, "supported": 5},
        "sources": {"compared": 2, "not_compared": 0},
    }


def test_it_names_the_notices_that_nobody_decided() -> None:
    story = opened()
    notice = replace(NUMBER_FINDING, severity=type(NUMBER_FINDING.severity)("notice"))
    story.check(findings=(notice,))
    assert _said(story)["predicate"]["open"] == {
        "findings": 0,
        "notices": [{"check": "number_changed", "words": "1,2 Millionen Euro"}],
        "sentences": 1,
    }


def test_it_is_read_back_with_what_no_record_holds() -> None:
    story = _before_signing()
    said = read_statement(_payload(story))
    assert said.signer == replace(SIGNER, login="")
    assert said.functions == {SIGNER.id: "Chefin vom Dienst", OTHER.id: "Volontär"}
    assert (said.content_sha256, said.dossier, said.revision) == (
        sha256(CONTENT.encode()).hexdigest(),
        "akte-1",
        1,
    )
    again = statement_of(story.dossier, said.people, by=SIGNER.id, at=said.signed_at, beleg=said.beleg)
    assert again == _payload(story)


def test_a_correction_note_for_readers_is_signed_with_the_text() -> None:
    story = _before_signing()
    story.sign()
    story.publish()
    story.tell(CorrectionNoted(note="Zuerst stand hier 1,3 Millionen."), WRITER)
    story.tell(CorrectionNoted(note="Zuerst stand hier 1,4 Millionen."), WRITER)
    assert _said(story)["predicate"]["corrections"] == ["Zuerst stand hier 1,4 Millionen."]
    assert read_statement(_payload(story)).corrections == ("Zuerst stand hier 1,4 Millionen.",)
    assert _said(_before_signing())["predicate"]["corrections"] == []


def test_who_was_renamed_since_is_named_as_signed() -> None:
    payload = _payload(_before_signing())
    renamed = [replace(SIGNER, name="Ruth Specht", function="Chefredakteurin"), WRITER]
    assert named_as_signed(renamed, payload) == (SIGNER, WRITER)


def test_the_name_of_who_signed_can_be_taken_out_and_nothing_else_changes() -> None:
    payload = _payload(_before_signing())
    nameless = without_name(payload)
    assert read_statement(nameless).signer == replace(SIGNER, login="", name="Chefin vom Dienst")
    assert nameless.replace(b'"name":"Chefin vom Dienst"', b'"name":"Ruth Amsel"') == payload
    assert without_name(nameless) == nameless
    with pytest.raises(Error, match="not one of a sign-off"):
        without_name(b"{}")


def test_without_a_checked_text_or_a_person_there_is_none() -> None:
    with pytest.raises(Error, match="nothing to sign"):
        _payload(opened())
    with pytest.raises(Error, match=f"account {OTHER.id} takes part"):
        statement_of(_before_signing().dossier, [SIGNER], by=SIGNER.id, at=AT, beleg="0.1.0")


def _altered(place: str, value: object) -> bytes:
    said = _said(_before_signing())
    *way, last = place.split(".")
    inner = said
    for name in way:
        inner = inner[name]
    inner[last] = value
    return canonical_json.encode(said)


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (b"{}", "not one of a sign-off"),
        (b"nichts", "cannot be read"),
        (_payload(_before_signing()) + b" ", "cannot be read"),
        (_altered("predicateType", "https://slsa.dev/provenance/v1"), "not one of a sign-off"),
        (_altered("subject", []), "by its SHA-256 alone"),
        (_altered("subject", [{"name": "content.md", "digest": {"sha512": ""}}]), "by its SHA-256 alone"),
        (_altered("subject", [{"name": "page.html", "digest": {"sha256": ""}}]), "by its SHA-256 alone"),
        (_altered("predicate", "ja"), "not laid out"),
        (_altered("predicate.revision", True), "which revision"),
        (_altered("predicate.decided", {}), "which revision"),
        (_altered("predicate.decided", [[]]), "not laid out"),
        (_altered("predicate.corrections", [1]), "readers are told"),
        (_altered("predicate.signer", None), "not laid out"),
        (_altered("predicate.signer.name", 7), "does not say name in words"),
        (_altered("predicate.signed_at", None), "does not say signed_at in words"),
    ],
)
def test_what_is_no_statement_of_a_sign_off_is_refused(payload: bytes, why: str) -> None:
    with pytest.raises(Error, match=why):
        read_statement(payload)
