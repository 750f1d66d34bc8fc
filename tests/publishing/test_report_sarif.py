"""SARIF: what the standard demands, and that regions name the right words."""

import json
from typing import Any

from beleg.checks.catalogue import catalogue
from beleg.publishing.report_sarif import render
from tests.publishing.reports import NAME, NOT_COMPARED, REPORT, SOURCE, TEXT


def run_of(report: Any = REPORT, name: str = NAME) -> dict[str, Any]:
    log = json.loads(render(report, text=TEXT, name=name, sources=[SOURCE], messages="en"))
    assert log["version"] == "2.1.0"
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


def test_every_check_is_a_rule_with_help() -> None:
    rules = run_of()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.id for check in catalogue()]
    for rule in rules:
        assert "## What it does" in rule["help"]["markdown"]
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


def test_regions_slice_back_to_their_words() -> None:
    run = run_of()
    assert run["columnKind"] == "unicodeCodePoints"
    number, marks = run["results"]
    region = number["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 3,
        "startColumn": 52,
        "endLine": 3,
        "endColumn": 69,
        "charOffset": 67,
        "charLength": 17,
        "snippet": {"text": "12 Millionen Euro"},
    }
    assert TEXT[67 : 67 + 17] == "12 Millionen Euro"
    assert (number["level"], marks["level"]) == ("error", "note")


def test_a_result_names_its_rule_its_source_and_its_suggestion() -> None:
    run = run_of()
    number, marks = run["results"]
    assert run["tool"]["driver"]["rules"][number["ruleIndex"]]["id"] == number["ruleId"] == "number_changed"
    assert "ruleIndex" not in marks
    related = number["relatedLocations"][0]
    assert related["message"]["text"] == "Tannwieler Bote: Bad fertig"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "bote.txt"
    assert related["physicalLocation"]["region"]["snippet"]["text"] == "Es kostete 21 Millionen Euro."
    replacement = number["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "21 Millionen Euro"


def test_paths_become_uris() -> None:
    assert run_of()["artifacts"][0]["location"]["uri"] == "entw%C3%BCrfe/bad.md"
    assert (
        run_of(name="/tmp/ein entwurf.md")["artifacts"][0]["location"]["uri"]
        == "file:///tmp/ein%20entwurf.md"
    )


def test_what_was_not_checked_is_a_notification() -> None:
    invocation = run_of(NOT_COMPARED)["invocations"][0]
    assert invocation["executionSuccessful"] is False
    notes = [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]
    assert notes == ["Ohne Quellen geprüft.", "keine Quelle, mit der verglichen werden kann"]
    assert run_of()["invocations"][0]["executionSuccessful"] is True
