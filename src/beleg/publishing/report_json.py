"""Reports as JSON: `"schema": "beleg.report/1"`, the names of the Python objects, spans in code points.

The committed JSON Schema is `beleg/schemas/beleg.report-1.json`.
"""

import json
from dataclasses import asdict

from beleg.terms.report import Report

SCHEMA = "beleg.report/1"


def render(report: Report) -> str:
    """The report as one indented JSON object with a final newline; the same report gives the same characters.

    A finding stands once under `findings` and again under the sentence it touches, as in the Python object.
    """
    return json.dumps({"schema": SCHEMA, **asdict(report)}, ensure_ascii=False, indent=2) + "\n"
