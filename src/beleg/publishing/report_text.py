"""Reports for people: one finding after the other with its words and its source, then what was and was not checked."""

from collections.abc import Sequence
from textwrap import wrap

from beleg.checks.catalogue import message_in, title_in
from beleg.publishing import report_explained
from beleg.publishing.opinion_wording import opinion_in, opinion_on, opinions_of
from beleg.publishing.places import Places
from beleg.publishing.report_explained import one_line
from beleg.publishing.report_wording import ReportWording, wording_in
from beleg.terms.finding import Finding, Severity
from beleg.terms.report import Coverage, Report
from beleg.terms.source import Source

WIDTH = 110
"""Characters of a line that lists what was checked."""
_LONGEST_OPINION = 900
"""Code points of a second judge's opinion that are shown."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTICE: "36"}
"""ANSI colours: red, yellow, cyan."""


def render(
    report: Report,
    *,
    text: str,
    name: str,
    sources: Sequence[Source],
    messages: str = "de",
    colour: bool = False,
    explained: bool = False,
) -> str:
    """The report as lines for a person, with a final newline.

    `text` is the draft, `name` what to call it at the start of a line; `sources` give the passages their names;
    `messages` is the language of all words (`de`, `en`). Every finding starts with `NAME:line:column: severity check:
    message`, findings in the order of the draft. With `explained` every sentence follows with why it has its verdict.
    The last lines say how the sentences stand and what was and was not checked, also where nothing was found.
    """
    wording = wording_in(messages)
    places = Places(text)
    labels = {source.id: source.label for source in sources}
    opinions = opinions_of(report)
    lines: list[str] = []
    for finding in sorted(report.findings, key=lambda f: (f.start, f.end, f.check)):
        place = places.of(finding.start)
        severity = finding.severity.value
        if colour:
            severity = f"\x1b[{_COLOURS[finding.severity]}m{severity}\x1b[0m"
        message = message_in(finding, messages)
        lines.append(f"{name}:{place.line}:{place.column}: {severity} {finding.check}: {message}")
        lines.extend(_words(finding, text, labels, wording))
        if opinion := opinion_on(finding, opinions):
            lines.append(f"    {one_line(opinion_in(opinion, messages), _LONGEST_OPINION)}")
        lines.append("")
    if explained:
        lines.extend(
            report_explained.lines(
                report, name=name, places=places, labels=labels, messages=messages, colour=colour
            )
        )
    lines.extend(_summary(report, messages, wording))
    return "\n".join(lines) + "\n"


def _words(finding: Finding, text: str, labels: dict[str, str], wording: ReportWording) -> list[str]:
    lines = []
    if flagged := one_line(finding.span.of(text)):
        lines.append(f"    {wording.draft}: {flagged}")
    for passage in finding.evidence:
        label = labels.get(passage.source, passage.source[:12])
        lines.append(f"    {wording.source}: {one_line(passage.text)} [{one_line(label)}]")
    if finding.suggestion:
        lines.append(f"    {wording.suggestion}: {one_line(finding.suggestion)}")
    return lines


def _summary(report: Report, messages: str, wording: ReportWording) -> list[str]:
    verdicts = [sentence.verdict for sentence in report.sentences]
    standing = ", ".join(
        f"{verdicts.count(verdict)} {word}" for verdict, word in wording.verdicts if verdict in verdicts
    )
    lines = [wording.sentences(len(verdicts)) + (f": {standing}." if standing else ".")]
    if report.findings:
        severities = [finding.severity for finding in report.findings]
        found = ", ".join(
            counted(severities.count(severity))
            for severity, counted in wording.severities
            if severity in severities
        )
        lines.append(f"{wording.findings(len(severities))}: {found}.")
    else:
        lines.append(wording.no_findings)
    if not report.compared:
        lines.append(wording.not_compared)
    lines.extend(_coverage(report.coverage, messages, wording))
    lines.extend(f"{wording.remark}: {remark}" for remark in report.remarks)
    return lines


def _coverage(coverage: Sequence[Coverage], messages: str, wording: ReportWording) -> list[str]:
    ran = [c for c in coverage if not c.not_checked]
    # One line for all checks that looked at the same things: a line for each would push the findings off the screen.
    looked: dict[tuple[str, int], list[str]] = {}
    for c in ran:
        if c.looked_at:
            looked.setdefault((c.unit, c.looked_at), []).append(title_in(c.check, messages))
    idle = ", ".join(title_in(c.check, messages) for c in ran if not c.looked_at)
    lines = [f"{wording.checked}:"] if looked else []
    for (unit, number), titles in looked.items():
        what = f"    {unit} ({number}): {', '.join(titles)}"
        lines += wrap(what, WIDTH, subsequent_indent=" " * 8, break_long_words=False, break_on_hyphens=False)
    if idle:
        lines.append(f"{wording.nothing_of_the_kind}: {idle}.")
    reasons: dict[str, list[str]] = {}
    for c in coverage:
        if c.not_checked:
            reasons.setdefault(c.not_checked, []).append(title_in(c.check, messages))
    lines.extend(
        f"{wording.not_checked}: {', '.join(titles)} ({reason.rstrip('.')})."
        for reason, titles in reasons.items()
    )
    return lines
