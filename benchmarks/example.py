"""The example story: are its planted faults found, and its faithful sentences left alone?"""

import tomllib
from importlib.resources import files

from beleg.intake import take_in
from beleg.pipeline import check_draft
from beleg.terms.finding import Severity
from beleg.terms.report import Report
from beleg.terms.source import Source
from benchmarks.figures import Figure

STORY = files("beleg.example")


def sources() -> list[Source]:
    """The sources of the example, taken in as they are."""
    found = sorted(
        (path for path in STORY.joinpath("sources").iterdir() if path.is_file()), key=lambda path: path.name
    )
    return [source for path in found for source in take_in(path.read_bytes(), name=path.name)]


def report(draft: str) -> Report:
    """The report on one of the example's drafts (`draft.md`, `corrected.md`) against its sources."""
    return check_draft(Source(text=STORY.joinpath(draft).read_text("utf-8")), sources())


def run() -> list[Figure]:
    """Planted faults found with the right check and the exact words; errors on faithful sentences; errors once
    mended.
    """
    planted = tomllib.loads(STORY.joinpath("planted.toml").read_text("utf-8"))
    text = STORY.joinpath("draft.md").read_text("utf-8")
    found = report("draft.md").findings
    named = {(finding.check, text[finding.start : finding.end]) for finding in found}
    faithful = [(text.index(s["sentence"]), s["sentence"]) for s in planted["faithful"]]
    wronged = {
        sentence
        for start, sentence in faithful
        for finding in found
        if finding.severity is Severity.ERROR
        and finding.start < start + len(sentence)
        and start < finding.end
    }
    mended = report("corrected.md").findings
    return [
        Figure("example.faults_planted", len(planted["fault"]), "faults"),
        Figure(
            "example.faults_found", sum((f["check"], f["words"]) in named for f in planted["fault"]), "faults"
        ),
        Figure("example.faithful_sentences", len(faithful), "sentences"),
        Figure("example.faithful_with_error", len(wronged), "sentences", higher_is_better=False),
        Figure("example.findings", len(found), "findings", higher_is_better=False),
        Figure(
            "example.errors_once_mended",
            sum(finding.severity is Severity.ERROR for finding in mended),
            "findings",
            higher_is_better=False,
        ),
    ]
