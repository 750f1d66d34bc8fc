"""Reports as SARIF 2.1.0 (OASIS standard), for code hosts and editors that show findings beside the text.

Columns count Unicode code points (`columnKind`), the end of a region is exclusive, as the standard has it.
"""

import inspect
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from beleg import __version__
from beleg.checks.catalogue import catalogue, message_in, title_in
from beleg.publishing.opinion_wording import opinion_in, opinion_on, opinions_of
from beleg.publishing.places import Places
from beleg.terms.finding import Finding, Severity
from beleg.terms.opinion import Opinion
from beleg.terms.passage import Passage
from beleg.terms.report import Report
from beleg.terms.source import Source
from beleg.terms.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}

_Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What every result of one log refers to: the draft, the sources by id, the rules by check, a second judge's
    opinions.
    """

    text: str
    uri: str
    places: Places
    sources: dict[str, Source]
    rules: dict[str, int]
    opinions: dict[Span, Opinion]
    messages: str


def render(report: Report, *, text: str, name: str, sources: Sequence[Source], messages: str = "en") -> str:
    """The report as one SARIF log with one run.

    `text` is the draft, `name` its path; `sources` name and place the passages; `messages` is the language of
    messages and titles (`de`, `en`). Every check is a rule with its docstring as help. What was not checked stands
    in the invocation's notifications, and `executionSuccessful` is false where nothing was compared with a source.
    """
    checks = catalogue()
    case = _Case(
        text=text,
        uri=_uri(name),
        places=Places(text),
        sources={source.id: source for source in sources},
        rules={check.id: number for number, check in enumerate(checks)},
        opinions=opinions_of(report),
        messages=messages,
    )
    rules = [_rule(check.id, inspect.getdoc(type(check)) or "", check.severity, messages) for check in checks]
    invocation = {
        "executionSuccessful": report.compared,
        "toolExecutionNotifications": _notifications(report, case),
    }
    run: _Json = {
        "tool": {
            "driver": {
                "name": "Beleg",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": rules,
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": case.uri}, "roles": ["analysisTarget"]}],
        "invocations": [invocation],
        "results": [_result(finding, case) for finding in report.findings],
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule(check: str, docstring: str, severity: Severity, messages: str) -> _Json:
    return {
        "id": check,
        "shortDescription": {"text": title_in(check, messages)},
        "fullDescription": {"text": docstring.partition("\n\n")[0].replace("\n", " ") or check},
        "help": {"text": docstring or check, "markdown": docstring or check},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _result(finding: Finding, case: _Case) -> _Json:
    location = {
        "artifactLocation": {"uri": case.uri, "index": 0},
        "region": _region(case.places, finding.start, finding.end, finding.span.of(case.text)),
    }
    message = message_in(finding, case.messages)
    if opinion := opinion_on(finding, case.opinions):
        message = f"{message} {opinion_in(opinion, case.messages)}"
    result: _Json = {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": location}],
        "relatedLocations": [
            _related(number, passage, case.sources.get(passage.source))
            for number, passage in enumerate(finding.evidence)
        ],
    }
    if finding.check in case.rules:
        result["ruleIndex"] = case.rules[finding.check]
    if finding.suggestion:
        replacement = {
            "deletedRegion": _region(case.places, finding.start, finding.end, ""),
            "insertedContent": {"text": finding.suggestion},
        }
        change = {"artifactLocation": {"uri": case.uri, "index": 0}, "replacements": [replacement]}
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def _related(number: int, passage: Passage, source: Source | None) -> _Json:
    related: _Json = {"id": number, "message": {"text": source.label if source else passage.source}}
    if source is not None:
        region = _region(Places(source.text), passage.start, passage.end, passage.text)
        location = {"uri": source.address or _uri(source.name or source.id)}
        related["physicalLocation"] = {"artifactLocation": location, "region": region}
    return related


def _region(places: Places, start: int, end: int, words: str) -> _Json:
    first, last = places.of(start), places.of(end)
    region: _Json = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
    }
    if words:
        region["snippet"] = {"text": words}
    return region


def _notifications(report: Report, case: _Case) -> list[_Json]:
    notes: list[_Json] = [{"level": "warning", "message": {"text": remark}} for remark in report.remarks]
    for coverage in report.coverage:
        if coverage.not_checked:
            rule: _Json = {"id": coverage.check}
            if coverage.check in case.rules:
                rule["index"] = case.rules[coverage.check]
            notes.append({"level": "note", "message": {"text": coverage.not_checked}, "associatedRule": rule})
    return notes


def _uri(name: str) -> str:
    """A path as a relative (or file) URI reference."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
