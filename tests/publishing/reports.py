"""A small report made by hand, so that the formats are tested without the checks that usually fill it."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from beleg.terms.finding import Finding, Severity
from beleg.terms.passage import Passage
from beleg.terms.reading import BlockKind
from beleg.terms.report import CheckedSentence, Coverage, Report, Verdict
from beleg.terms.source import Source

TEXT = "# Bad öffnet\r\n\r\nDas Bad in Tannwiel öffnet 🎉 am Montag. Es kostete 12 Millionen Euro.\n"
NAME = "entwürfe/bad.md"
SOURCE = Source(
    text="Das Bad öffnet am Montag.\nEs kostete 21 Millionen Euro.",
    title="Bad fertig",
    publisher="Tannwieler Bote",
    name="bote.txt",
    published=datetime(2026, 3, 4, 8, 30, tzinfo=UTC),
)


def passage(words: str) -> Passage:
    """These words of the source."""
    start = SOURCE.text.index(words)
    return Passage(SOURCE.id, start, start + len(words), words)


def finding(check: str, severity: Severity, words: str, **more: object) -> Finding:
    """A finding about these words of the draft."""
    start = TEXT.index(words)
    made = Finding(check=check, severity=severity, start=start, end=start + len(words), message="")
    for field, value in {"message": f"About {words}.", **more}.items():
        object.__setattr__(made, field, value)
    return made


NUMBER = finding(
    "number_changed",
    Severity.ERROR,
    "12 Millionen Euro",
    evidence=(passage("Es kostete 21 Millionen Euro."),),
    suggestion="21 Millionen Euro",
    values=(("message", "contrary"), ("source_words", "21 Millionen Euro"), ("words", "12 Millionen Euro")),
)
MARKS = finding("made_up_check", Severity.NOTICE, "🎉")
COVERAGE = (
    Coverage("made_up_check", 2, "Sätze"),
    Coverage("name_changed", 0, "Namen"),
    Coverage("number_changed", 1, "Zahlen"),
    Coverage("speaker_mismatch", 0, "", "keine Quelle, mit der verglichen werden kann"),
)


def sentence(
    words: str, verdict: Verdict, *findings: Finding, block: BlockKind = BlockKind.PARAGRAPH
) -> CheckedSentence:
    """A sentence of the draft with its verdict."""
    start = TEXT.index(words)
    return CheckedSentence(
        start=start, end=start + len(words), text=words, verdict=verdict, block=block, findings=findings
    )


REPORT = Report(
    language="de",
    sentences=(
        sentence("Bad öffnet", Verdict.NOT_CHECKABLE, block=BlockKind.HEADLINE),
        sentence("Das Bad in Tannwiel öffnet 🎉 am Montag.", Verdict.SUPPORTED, MARKS),
        sentence("Es kostete 12 Millionen Euro.", Verdict.DISTORTED, NUMBER),
    ),
    findings=(NUMBER, MARKS),
    coverage=COVERAGE,
    remarks=("Nicht verglichen: brief.pdf.",),
    sources=(SOURCE.id,),
)
CLEAN = Report(
    language="de",
    sentences=(sentence("Das Bad in Tannwiel öffnet 🎉 am Montag.", Verdict.SUPPORTED),),
    coverage=COVERAGE,
    sources=(SOURCE.id,),
)
NOT_COMPARED = Report(
    language="de",
    sentences=(sentence("Das Bad in Tannwiel öffnet 🎉 am Montag.", Verdict.NOT_CHECKABLE),),
    coverage=COVERAGE,
    remarks=("Ohne Quellen geprüft.",),
)


def validate(document: str, schema: str) -> dict[str, object]:
    """Parse a JSON document that must fit one of the committed schemas, and have no property the schema lacks."""
    committed = json.loads((files("beleg") / "schemas" / f"{schema}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(committed)
    parsed = json.loads(document)
    Draft202012Validator(_closed(committed)).validate(parsed)
    assert isinstance(parsed, dict)
    return parsed


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema, refusing properties it does not name: the output must not outgrow its documentation."""
    closed = {name: _closed_in(value) for name, value in schema.items()}
    return {**closed, "additionalProperties": False} if "properties" in closed else closed


def _closed_in(value: Any) -> Any:
    if isinstance(value, list):
        return [_closed_in(each) for each in value]
    return _closed(value) if isinstance(value, dict) else value
