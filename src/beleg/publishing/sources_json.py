"""Sources as JSON: `"schema": "beleg.sources/1"`, the names of the Python objects, without the raw bytes.

The committed JSON Schema is `beleg/schemas/beleg.sources-1.json`.
"""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

from beleg.terms.source import Source

SCHEMA = "beleg.sources/1"


def render(sources: Sequence[Source]) -> str:
    """The sources as one indented JSON object with a final newline.

    `id` is what names a source in evidence; moments are RFC 3339, null where unknown; `raw` is left out,
    `sha256` names those bytes.
    """
    return (
        json.dumps({"schema": SCHEMA, "sources": [_source(s) for s in sources]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _source(source: Source) -> dict[str, object]:
    document: dict[str, object] = {"id": source.id}
    for field in fields(source):
        if field.name != "raw":
            value: object = getattr(source, field.name)
            document[field.name] = value.isoformat() if isinstance(value, datetime) else value
    return document
