"""Reports as JSON: `"schema": "beleg.report/1"`, the names of the Python objects, spans in code points.

The committed JSON Schema is `beleg/schemas/beleg.report-1.json`.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from beleg.terms.report import Report
from beleg.terms.source import Source

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA = "beleg.report/1"


def render(report: Report, sources: Iterable[Source] = ()) -> str:
    """The report as one JSON object with a final newline, each sentence and each finding on a line of its own; the same
    report gives the same characters.

    `sources` are those the draft was to be checked against; `source_labels` names those of them it was checked
    against, by the ids that stand under `sources` and in passages. A finding stands once under `findings` and again
    under the sentence it touches, as in the Python object.
    """
    labels = {source.id: source.label for source in sources}
    named = [{"id": each, "label": labels[each]} for each in report.sources if each in labels]
    whole = {"schema": SCHEMA, **_object(report), "source_labels": named}
    return (
        "{\n" + ",\n".join(f"  {_encode(name)}: {_lines(value)}" for name, value in whole.items()) + "\n}\n"
    )


def _lines(value: object) -> str:
    """A value; a list with a line for each of its members."""
    if not isinstance(value, list | tuple) or not value:
        return _encode(value)
    return "[\n" + ",\n".join(f"    {_encode(member)}" for member in value) + "\n  ]"


def _object(value: "DataclassInstance") -> dict[str, object]:
    return {name: getattr(value, name) for name in _names(type(value))}


@cache
def _names(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


# Indented throughout, it would be put together by an encoder that is several times as slow.
_encode = json.JSONEncoder(ensure_ascii=False, default=_object).encode
