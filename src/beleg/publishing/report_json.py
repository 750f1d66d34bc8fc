"""Reports as JSON: `"schema": "beleg.report/1"`, the names of the Python objects, spans in code points.

The committed JSON Schema is `beleg/schemas/beleg.report-1.json`.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict

from beleg.terms.report import Report
from beleg.terms.source import Source

SCHEMA = "beleg.report/1"


def render(report: Report, sources: Iterable[Source] = ()) -> str:
    """The report as one indented JSON object with a final newline; the same report gives the same characters.

    `sources` are those the draft was to be checked against; `source_labels` names those of them it was checked
    against, by the ids that stand under `sources` and in passages. A finding stands once under `findings` and again
    under the sentence it touches, as in the Python object.
    """
    labels = {source.id: source.label for source in sources}
    named = [{"id": each, "label": labels[each]} for each in report.sources if each in labels]
    whole = {"schema": SCHEMA, **asdict(report), "source_labels": named}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
