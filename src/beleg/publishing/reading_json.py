"""Readings as JSON: `"schema": "beleg.reading/1"`, the names of the Python objects, spans in code points.

The committed JSON Schema is `beleg/schemas/beleg.reading-1.json`.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict

from beleg.terms.reading import Reading

SCHEMA = "beleg.reading/1"


def render(reading: Reading) -> str:
    """The reading as one indented JSON object with a final newline; the same reading gives the same characters.

    The tokens of a sentence are left out: they are what the engine works with, not what it found.
    """
    document = asdict(reading, dict_factory=_without_tokens)
    return json.dumps({"schema": SCHEMA, **document}, ensure_ascii=False, indent=2) + "\n"


def _without_tokens(fields: Sequence[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in fields if name != "tokens"}
