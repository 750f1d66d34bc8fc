"""Line reading: the quick way from a line of the record to its entry.

A record is replayed line by line, and a check of a long article is a line of many kilobytes. So a line is read straight
into its dataclasses, and that it is canonical is shown by writing these again, with names sorted, and comparing bytes.
Both are done by compiled code of pydantic; nothing is believed because of it: what it does not give back byte for byte
is left to the thorough way in `beleg.record.canonical`, which says what is wrong.
"""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, fields, make_dataclass
from operator import not_
from typing import TYPE_CHECKING, Any, Literal, get_type_hints

from beleg.terms.events import Entry, Event

if TYPE_CHECKING:
    from pydantic_core import SchemaSerializer, SchemaValidator

_TYPE = b'"type":"'
_LARGEST = 2**53 - 1
"""The largest whole number that every reader of JSON takes for the same (RFC 8785 refuses larger ones)."""


class LineReader:
    """Reads lines that hold one of `kinds` (events by their names); `later` are names left out where empty."""

    def __init__(self, kinds: Mapping[str, type[Event]], later: frozenset[str]) -> None:
        self._kinds = kinds
        self._later = later
        self._forms: dict[str, _Form] = {}

    def entry(self, line: bytes) -> Entry | None:
        """Return the entry if the line is its canonical form, byte for byte; None: the thorough way has to tell."""
        # A quotation mark inside a text is escaped, and nothing within an event has a member of this name: it is the
        # event's own, and near the end. Were it another, the comparison below would fail.
        start = line.rfind(_TYPE) + len(_TYPE)
        name = line[start : line.find(b'"', start)].decode("ascii", "replace")
        if name not in self._kinds:
            return None
        form = self._form(name)
        try:
            written = form.reading.validate_json(line)
        except ValueError:
            return None
        return form.entry(written) if form.writing.to_json(written) == line else None

    def line(self, entry: Entry, name: str) -> bytes | None:
        """Return the line of an entry with an event of this name; None: the thorough way has to write it, or tell why
        not.

        What is written is read again, so that it is canonical and says what the entry says.
        """
        form = self._form(name)
        try:
            line = form.writing.to_json(form.written(entry))
        except ValueError:
            return None
        return line if self.entry(line) == entry else None

    def _form(self, name: str) -> "_Form":
        form = self._forms.get(name)
        if form is None:
            form = self._forms[name] = _form(self._kinds[name], name, self._later)
        return form


@dataclass(frozen=True, slots=True)
class _Form:
    """How an entry with one kind of event stands in a line."""

    reading: "SchemaValidator"
    writing: "SchemaSerializer"
    entry: Callable[[Any], Entry]
    written: Callable[[Entry], Any]


def _form(kind: type[Event], name: str, later: frozenset[str]) -> _Form:
    from pydantic import TypeAdapter
    from pydantic_core import SchemaSerializer, SchemaValidator

    names = tuple(field.name for field in fields(kind))
    # Neither is an event: they are what a line holds, with the name of the event among its fields.
    hints = get_type_hints(kind)
    written_fields = [(each.name, hints[each.name], field(default=each.default)) for each in fields(kind)]
    event = make_dataclass(
        "WrittenEvent", [*written_fields, ("type", Literal[name])], slots=True, kw_only=True
    )
    around = [(each, hint) for each, hint in get_type_hints(Entry).items() if each != "event"]
    written = make_dataclass("WrittenEntry", [*around, ("event", event)], slots=True)
    schema = deepcopy(TypeAdapter(written).core_schema)
    _make_canonical(schema, later)

    def entry(read: Any) -> Entry:
        return Entry(
            dossier=read.dossier,
            position=read.position,
            at=read.at,
            by=read.by,
            event=kind(**{each: getattr(read.event, each) for each in names}),
            previous=read.previous,
            hash=read.hash,
        )

    def as_written(entry: Entry) -> Any:
        told = event(**{each: getattr(entry.event, each) for each in names}, type=name)
        return written(**{each: getattr(entry, each) for each, _ in around}, event=told)

    return _Form(
        reading=SchemaValidator(schema), writing=SchemaSerializer(schema), entry=entry, written=as_written
    )


def _make_canonical(schema: Any, later: frozenset[str]) -> None:
    """Make a schema of pydantic write what RFC 8785 asks for: names sorted, no number too large for JSON."""
    match schema:
        case {"type": "dataclass", "fields": list(listed)}:
            schema["fields"] = sorted(listed)
        case {"type": "dataclass-args", "fields": list(described)}:
            schema["fields"] = sorted(described, key=lambda field: str(field["name"]))
        case {"type": "dataclass-field", "name": name} if name in later:
            schema["serialization_exclude_if"] = not_
        case {"type": "int"}:
            schema |= {"ge": -_LARGEST, "le": _LARGEST}
    if isinstance(schema, dict | list | tuple):
        for part in schema.values() if isinstance(schema, dict) else schema:
            _make_canonical(part, later)
