"""JUnit: one test case per check, failures at the level asked for, nothing unchecked that looks passed."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from beleg.publishing.report_junit import render
from beleg.terms.finding import Severity
from beleg.terms.report import Report
from tests.publishing.reports import CLEAN, NAME, NOT_COMPARED, REPORT, TEXT


def cases(report: Report, fail_level: Severity = Severity.WARNING) -> dict[str, Element]:
    root = fromstring(render(report, text=TEXT, name=NAME, fail_level=fail_level, messages="de"))
    assert root.tag == "testsuites"
    suite = root[0]
    assert suite.attrib["name"] == NAME
    for tag, count in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert int(suite.attrib[count]) == len(suite.findall(f"testcase/{tag}"))
    assert int(suite.attrib["tests"]) == len(suite)
    return {case.attrib["name"]: case for case in suite}


def test_findings_at_the_level_fail_and_those_below_are_told() -> None:
    found = cases(REPORT)
    failure = found["number_changed"].find("failure")
    assert failure is not None
    assert failure.attrib["message"] == "Zahl verändert: 1"
    assert failure.text == (
        "entwürfe/bad.md:3:52: error In der Quelle steht „21 Millionen Euro“, nicht „12 Millionen Euro“. "
        "[12 Millionen Euro]"
    )
    assert found["made_up_check"].find("failure") is None
    assert found["made_up_check"].findtext("system-out") == "entwürfe/bad.md:3:28: notice About 🎉. [🎉]"


def test_the_level_decides() -> None:
    assert cases(REPORT, Severity.NOTICE)["made_up_check"].find("failure") is not None


def test_what_did_not_run_is_skipped_with_its_reason() -> None:
    skipped = cases(CLEAN)["speaker_mismatch"].find("skipped")
    assert skipped is not None
    assert skipped.attrib["message"] == "keine Quelle, mit der verglichen werden kann"


def test_nothing_compared_is_an_error() -> None:
    error = cases(NOT_COMPARED)["compared_with_sources"].find("error")
    assert error is not None
    assert error.attrib["message"] == "Ohne Quellen geprüft."
    assert cases(CLEAN)["compared_with_sources"].find("error") is None


def test_characters_xml_cannot_hold_are_replaced() -> None:
    odd = replace(NOT_COMPARED, remarks=("Seite\x0c zwei \x00\ud800.",))
    error = cases(odd)["compared_with_sources"].find("error")
    assert error is not None
    assert error.attrib["message"] == "Seite� zwei ��."
