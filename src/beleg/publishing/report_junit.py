"""Reports as JUnit XML, for build servers: one test case per check."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from beleg.checks.catalogue import message_in, title_in
from beleg.publishing.opinion_wording import opinion_in, opinion_on, opinions_of
from beleg.publishing.places import Places
from beleg.terms.finding import Finding, Severity
from beleg.terms.opinion import Opinion
from beleg.terms.report import Coverage, Report
from beleg.terms.span import Span
from beleg.text.xml_characters import NOT_XML

"""Code points that XML 1.0 cannot hold (its production `Char`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """The draft as the lines of a case name it."""

    text: str
    name: str
    places: Places
    opinions: dict[Span, Opinion]
    messages: str


def render(
    report: Report, *, text: str, name: str, fail_level: Severity = Severity.WARNING, messages: str = "en"
) -> str:
    """The report as one `testsuites` document with a final newline.

    A check with findings at or above `fail_level` is a failure that lists them, a check that did not run is
    skipped with its reason, findings below the level stand in `system-out`. Where nothing was compared with a
    source, the case `compared_with_sources` is an error: such a draft has not passed. Code points that
    XML cannot hold are replaced by U+FFFD.
    """
    draft = _Draft(text=text, name=name, places=Places(text), opinions=opinions_of(report), messages=messages)
    cases = [_case(coverage, report, draft, fail_level) for coverage in report.coverage]
    cases.append(_comparison(report, name))
    suite = Element("testsuite", {"name": _xml(name), **_counts(cases)})
    suite.extend(cases)
    root = Element("testsuites", {"name": "beleg", **_counts(cases)})
    root.append(suite)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(coverage: Coverage, report: Report, draft: _Draft, fail_level: Severity) -> Element:
    case = Element("testcase", {"classname": _xml(draft.name), "name": coverage.check})
    if coverage.not_checked:
        SubElement(case, "skipped", {"message": _xml(coverage.not_checked)})
        return case
    found = [finding for finding in report.findings if finding.check == coverage.check]
    failing = [finding for finding in found if finding.severity.rank >= fail_level.rank]
    if failing:
        message = f"{title_in(coverage.check, draft.messages)}: {len(failing)}"
        failure = SubElement(case, "failure", {"type": coverage.check, "message": _xml(message)})
        failure.text = _listed(failing, draft)
    if below := [finding for finding in found if finding.severity.rank < fail_level.rank]:
        SubElement(case, "system-out").text = _listed(below, draft)
    return case


def _comparison(report: Report, name: str) -> Element:
    case = Element("testcase", {"classname": _xml(name), "name": "compared_with_sources"})
    if not report.compared:
        message = " ".join(report.remarks) or "No sentence was compared with a source."
        SubElement(case, "error", {"type": "not_compared", "message": _xml(message)})
    return case


def _listed(findings: Sequence[Finding], draft: _Draft) -> str:
    lines = []
    for finding in findings:
        place = draft.places.of(finding.start)
        words = " ".join(finding.span.of(draft.text).split())
        message = message_in(finding, draft.messages)
        lines.append(f"{draft.name}:{place.line}:{place.column}: {finding.severity} {message} [{words}]")
        if opinion := opinion_on(finding, draft.opinions):
            lines.append(f"    {opinion_in(opinion, draft.messages)}")
    return _xml("\n".join(lines))


def _counts(cases: Sequence[Element]) -> dict[str, str]:
    def holding(tag: str) -> str:
        return str(sum(case.find(tag) is not None for case in cases))

    return {
        "tests": str(len(cases)),
        "failures": holding("failure"),
        "errors": holding("error"),
        "skipped": holding("skipped"),
    }


def _xml(words: str) -> str:
    return NOT_XML.sub("�", words)
